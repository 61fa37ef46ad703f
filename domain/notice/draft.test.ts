import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileNotice } from './compile.ts';
import { applyCorrections, BadCorrection } from './corrections.ts';
import { Draft } from './draft.model.ts';
import { draftFrom } from './draft.ts';
import { questionsFor } from './questions.ts';
import { listNotice, planNotice, statute } from './testing/notices.ts';
import { moveYear, noticeYear } from './years.ts';

const lists = draftFrom(compileNotice(listNotice));
const plan = draftFrom(compileNotice(planNotice));
const listSubject = { id: 'a', number: '青办发〔2024〕3号', text: listNotice, draft: lists };
const planSubject = { id: 'b', number: '青办发〔2024〕7号', text: planNotice, draft: plan };

test('lists, places and checklists', () => {
  assert.deepEqual(
    lists.lists.map((list) => [list.title, list.duties.length]),
    [
      ['日常工作责任清单', 2],
      ['网格和路段责任清单', 5],
    ],
  );
  assert.deepEqual(
    lists.places.map((place) => [place.key, place.checklist.length]),
    [
      ['grid:8', 2],
      ['road:银杏路:路北', 1],
    ],
  );
  assert.deepEqual(lists.places[0]?.checklist[1]?.measures, [{ metric: '路灯亮灯率', atLeast: 98, unit: '%' }]);
  assert.deepEqual(
    plan.lists.map((list) => list.title),
    ['工作任务', '实施步骤', '创城任务分工表'],
  );
  assert.doesNotThrow(() => Draft.parse(lists) && Draft.parse(plan));
});

test('mentions of one place in one notice are one place', () => {
  assert.deepEqual(
    plan.places.map((place) => [place.key, place.community]),
    [
      ['road:银杏路:路北', null],
      ['grid:8', '梧桐社区'],
    ],
  );
});

test('patrol rules, for one place or shared by several', () => {
  assert.deepEqual(
    lists.patrolRules.map((rule) => [rule.key, rule.daysAWeek, rule.people, rule.sharedBy, rule.leaderOnDuty]),
    [
      ['grid:8', 2, 3, 1, true],
      ['road:银杏路:路北', 2, 3, 1, null],
    ],
  );
  assert.deepEqual(lists.patrolRules[0]?.requirements, ['着志愿者马甲', '携带记录本']);
  assert.deepEqual(
    plan.patrolRules.map((rule) => [rule.key, rule.daysAWeek, rule.people, rule.sharedBy]),
    [
      ['road:银杏路:路北', 2, 8, 2],
      ['grid:8', 2, 8, 2],
    ],
  );
});

test('tasks: printed, inherited and derived', () => {
  const quarterly = lists.lists[0]?.duties[0]?.tasks ?? [];
  assert.deepEqual(quarterly.map((task) => [task.covers, task.due, task.basis])[0], ['2024年第一季度', '2024-03-31', 'derived']);
  assert.equal(quarterly.length, 4);
  const [first, second, third] = plan.lists.at(-1)?.duties ?? [];
  assert.equal(first?.tasks[0]?.title, '志愿服务：说明报告（500字左右）、照片2张');
  assert.deepEqual(
    second?.tasks.map((task) => task.basis),
    ['inherited', 'inherited'],
  );
  assert.deepEqual(third?.tasks, []);
});

test('partners: one community, one campaign office for its short and long names', () => {
  assert.deepEqual(
    lists.partners.map((partner) => [partner.kind, partner.name]),
    [
      ['community', '梧桐社区'],
      ['campaignOffice', '青禾市文明城市创建工作办公室'],
    ],
  );
});

test('a statute sets no duty', () => {
  assert.deepEqual(draftFrom(compileNotice(statute)).lists, []);
});

test('two notices that do not agree on a number, and each answer that settles it', () => {
  const [question] = questionsFor(planSubject, [listSubject]);
  assert.equal(question?.kind, 'contradiction');
  assert.deepEqual(
    question?.options.map((option) => option.key),
    ['each:3', 'each:8', 'shared:8/2'],
  );
  for (const option of question?.options ?? []) {
    const own = option.corrections.filter((one) => one.notice === null).map((one) => one.correction);
    const theirs = option.corrections.filter((one) => one.notice === 'a').map((one) => one.correction);
    const after = questionsFor({ ...planSubject, draft: applyCorrections(plan, own) }, [
      { ...listSubject, draft: applyCorrections(lists, theirs) },
    ]);
    assert.ok(!after.some((one) => one.kind === 'contradiction'));
  }
});

test('a blank deadline is asked about once, and can be left out', () => {
  const blank = questionsFor(planSubject, []).find((question) => question.kind === 'blank');
  assert.equal(blank?.options[0]?.words.zh, '同上一行（7月1日、12月10日）');
  const none = blank?.options[1]?.corrections.map((one) => one.correction) ?? [];
  assert.deepEqual(applyCorrections(plan, none).lists.at(-1)?.duties[1]?.tasks, []);
});

test('corrections change one field, ignore what is gone and refuse what makes no sense', () => {
  const after = applyCorrections(plan, [
    { target: 'duty:附件2>2', field: 'owners', value: ['办公室'] },
    { target: 'task:附件2>1@2024-07-01', field: 'due', value: '2024-07-05' },
    { target: 'duty:附件9>2', field: 'owners', value: [] },
  ]);
  const [first, second] = after.lists.at(-1)?.duties ?? [];
  assert.equal(first?.tasks[0]?.due, '2024-07-05');
  assert.deepEqual(second?.owners, ['办公室']);
  for (const [target, field, value] of [
    ['duty:附件2>2', 'key', 'x'],
    ['duty:附件2>2', 'constructor', 'x'],
    ['task:x', 'due', '明天'],
    ['person:x', 'name', 'x'],
  ] as const) {
    assert.throws(() => applyCorrections(plan, [{ target, field, value }]), BadCorrection);
  }
});

test('a notice moved to another year', () => {
  assert.equal(noticeYear(compileNotice(planNotice)), 2024);
  const moved = moveYear(plan, 2024, 2025);
  assert.deepEqual(
    moved.stages.map((stage) => stage.to),
    ['2025-04', '2025-09'],
  );
  assert.deepEqual(
    moved.lists.at(-1)?.duties[0]?.tasks.map((task) => task.due),
    ['2025-07-01', '2025-12-10'],
  );
  assert.equal(moved.lists[0]?.duties[0]?.tasks[0]?.covers, '2025年4月');
  const leap = applyCorrections(plan, [{ target: 'task:附件2>1@2024-07-01', field: 'due', value: '2024-02-29' }]);
  assert.equal(moveYear(leap, 2024, 2025).lists.at(-1)?.duties[0]?.tasks[0]?.due, '2025-02-28');
});
