import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileNotice } from './compile.ts';
import { draftFrom } from './draft.ts';
import { officePlan, taskTable, urgentLetter } from './testing/layouts.ts';

const orders = (text: string) =>
  draftFrom(compileNotice(text)).lists.flatMap((list) =>
    list.duties.map((duty) => ({
      title: duty.title.slice(0, 8),
      owners: duty.owners.join('、'),
      leaders: duty.leaders.join('、'),
      due: duty.tasks.filter((task) => task.basis === 'printed').map((task) => task.due),
    })),
  );

test('a plan of an office: labels under the items, a roster in the text, a road and a grid', () => {
  const draft = draftFrom(compileNotice(officePlan));
  assert.deepEqual(orders(officePlan).slice(0, 5), [
    { title: '对城区主次干道破', owners: '城建股', leaders: '田晓东', due: ['2024-05-31'] },
    { title: '加强城区路灯管护', owners: '城建股、路灯所', leaders: '田晓东', due: [] },
    { title: '对缺失、破损的窨', owners: '市政养护中心', leaders: '王建军', due: [] },
    { title: '每季度对物业服务', owners: '物业股', leaders: '李娜', due: [] },
    { title: '督促物业企业规范', owners: '物业股', leaders: '李娜', due: ['2024-07-31'] },
  ]);
  assert.deepEqual(
    draft.patrolRules.map((rule) => [rule.placeKey, rule.daysAWeek, rule.people, rule.sharedBy, rule.leaderOnDuty]),
    [
      ['road:永清路:两侧', 5, 4, 2, true],
      ['grid:3', 5, 4, 2, true],
    ],
  );
  assert.deepEqual([draft.members.length, draft.members[0]?.group], [9, '县住建局创建全国文明城市工作领导小组']);
  assert.deepEqual(
    draft.stages.map((stage) => [stage.from, stage.to]),
    [
      ['2024-03-01', '2024-03-31'],
      ['2024-04-01', '2024-10-31'],
      ['2024-11-01', '2024-12-31'],
    ],
  );
});

test('a letter: whoever is asked by name, days inside the sentences', () => {
  assert.deepEqual(orders(urgentLetter), [
    { title: '严格落实点位责任', owners: '各科室', leaders: '', due: ['2023-09-08', '2023-09-10'] },
    { title: '加强文明交通劝导', owners: '办公室', leaders: '带班领导', due: ['2023-09-06'] },
    { title: '做好材料上报', owners: '宣传科', leaders: '', due: ['2023-09-12'] },
    { title: '强化督导检查', owners: '', leaders: '', due: [] },
  ]);
});

test('an annex alone: the section owns, the person beside it is in charge, a missing year is said', () => {
  const plan = compileNotice(taskTable);
  assert.equal(plan.title, '实验小学创建文明校园工作任务分解表');
  assert.deepEqual(
    plan.items.map((item) => [item.owners.join(), item.leaders.join()]),
    [
      ['德育处', '张敏'],
      ['党支部', '李伟'],
      ['总务处', '王芳'],
      ['少先队大队部', '赵磊'],
      ['安保处', '陈刚'],
    ],
  );
  assert.ok(plan.doubts?.some((doubt) => doubt.about === 'notice' && /哪一年/.test(doubt.reason.zh)));
});

test('a table that a PDF gives a cell a line, where a blank last cell leaves no line', () => {
  const cells = [
    '序号',
    '工作内容',
    '责任科室',
    '完成时限',
    '1',
    '更新专栏',
    '宣传科',
    '6月30日',
    '2',
    '打扫卫生',
    '办公室',
    '3',
    '检查消防',
    '综合科',
    '9月30日',
  ];
  const plan = compileNotice(`任务分解表\n${cells.join('\n')}\n`);
  assert.deepEqual(
    plan.items.map((item) => [item.text, item.owners.join(), item.deadlines.map((one) => [one.raw, one.inherited === true])]),
    [
      ['更新专栏', '宣传科', [['6月30日', false]]],
      ['打扫卫生', '办公室', [['6月30日', true]]],
      ['检查消防', '综合科', [['9月30日', false]]],
    ],
  );
});
