import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileNotice } from './compile.ts';
import { listNotice, planNotice, statute } from './testing/notices.ts';

const lists = compileNotice(listNotice);
const plan = compileNotice(planNotice);

test('head and foot of a notice', () => {
  assert.equal(lists.title, '青禾市科技馆关于印发创城责任清单的通知');
  assert.equal(lists.documentNumber, '青办发〔2024〕3号');
  assert.equal(lists.issuingAuthority, '青禾市科技馆');
  assert.equal(lists.issueDate, '2024-03-06');
  assert.deepEqual(lists.primaryRecipients, ['馆属各科室', '各展厅']);
});

test('contained lists, headings of every level and items with their paths', () => {
  assert.deepEqual(
    lists.headings.filter((one) => one.level === 0).map((one) => one.text),
    ['日常工作责任清单', '网格和路段责任清单'],
  );
  assert.deepEqual(
    lists.headings
      .filter((one) => one.level === 2)
      .map((one) => `${one.number}${one.text}`)
      .slice(0, 3),
    ['（一）网格名称：8网格梧桐社区', '（二）工作内容', '（三）工作推进措施'],
  );
  assert.deepEqual(
    lists.items.map((item) => item.path),
    [
      '日常工作责任清单>一',
      '日常工作责任清单>二',
      '网格和路段责任清单>一>（二）>1',
      '网格和路段责任清单>一>（二）>2',
      '网格和路段责任清单>一>（三）>1',
      '网格和路段责任清单>二>（二）>1',
      '网格和路段责任清单>二>（三）>1',
    ],
  );
});

test('every span shows its own words', () => {
  for (const item of lists.items) assert.equal(listNotice.slice(...item.span), item.text);
  for (const item of [...lists.items, ...plan.items]) {
    const source = lists.items.includes(item) ? listNotice : planNotice;
    for (const fact of [
      ...item.deadlines,
      ...item.cadences,
      ...item.headcounts,
      ...item.wordCounts,
      ...item.photos,
      ...item.measures,
      ...item.reportTo,
      ...item.channels,
    ]) {
      assert.equal(source.slice(...fact.span), fact.raw);
    }
  }
});

test('owners, days, cadences and numbers of an item', () => {
  const [clean, publicity] = lists.items;
  assert.deepEqual(
    clean?.cadences.map((one) => `${one.every}:${one.times}`),
    ['quarter:1'],
  );
  assert.deepEqual(publicity?.owners, ['宣传科']);
  assert.deepEqual(
    publicity?.deadlines.map((one) => one.date),
    ['2024-05-20'],
  );
  const patrol = lists.items[4];
  assert.deepEqual(
    patrol?.cadences.map((one) => `${one.every}:${one.times}`),
    ['week:2'],
  );
  assert.deepEqual(
    patrol?.headcounts.map((one) => one.n),
    [3],
  );
  assert.deepEqual(patrol?.leaders, ['分管领导']);
  assert.deepEqual(
    lists.items[3]?.measures.map((one) => `${one.metric}${one.atLeast}`),
    ['路灯亮灯率98'],
  );
  assert.deepEqual(
    lists.items[3]?.reportTo.map((one) => one.raw),
    ['梧桐社区', '青禾市文明城市创建工作办公室'],
  );
  assert.deepEqual(
    lists.items[6]?.channels.map((one) => one.raw),
    ['“路段值班”QQ群'],
  );
});

test('a flattened table, its merged deadline, and the words of a row', () => {
  assert.equal(plan.tables.length, 1);
  assert.deepEqual(
    plan.tables[0]?.rows.map((row) => row.length),
    [6, 6, 6],
  );
  const [first, second, third] = plan.items.filter((item) => item.path.startsWith('附件2'));
  assert.deepEqual(
    first?.deadlines.map((one) => [one.date, one.covers]),
    [
      ['2024-07-01', '上半年'],
      ['2024-12-10', '下半年'],
    ],
  );
  assert.deepEqual(
    first?.wordCounts.map((one) => one.n),
    [500],
  );
  assert.deepEqual(
    first?.photos.map((one) => [one.n, one.kinds, one.captionFields]),
    [[2, ['现场照片'], ['时间', '地点']]],
  );
  assert.deepEqual(
    second?.deadlines.map((one) => [one.date, one.inherited]),
    [
      ['2024-07-01', true],
      ['2024-12-10', true],
    ],
  );
  assert.deepEqual(
    third?.deadlines.map((one) => one.kind),
    ['period'],
  );
  assert.deepEqual(third?.places, ['银杏路（东一街至东三街）路北', '柳岸街道梧桐社区']);
});

test('roster, stages and citations of a plan', () => {
  assert.deepEqual(
    plan.people.map((one) => `${one.role}${one.name}`),
    ['组长林木', '成员江小河', '成员白云', '主任江小河'],
  );
  assert.equal(plan.officeSection?.raw, '宣传科');
  assert.deepEqual(
    plan.stages.map((one) => [one.name, one.from, one.to]),
    [
      ['动员阶段', '2024-04', '2024-04'],
      ['实施阶段', '2024-05', '2024-09'],
    ],
  );
  assert.deepEqual(plan.regulations, ['青禾市创城工作管理办法']);
  assert.deepEqual(plan.documentNumbers, ['青办发〔2024〕7号', '青创〔2024〕1号']);
  assert.deepEqual(
    plan.annexes.map((one) => one.title),
    ['领导小组名单', '任务分工表'],
  );
});

test('a statute and an aim order nothing', () => {
  assert.deepEqual(compileNotice(statute).items, []);
  assert.ok(!plan.items.some((item) => item.text.includes('稳步推进')));
});

test('hard-wrapped lines are read as paragraphs', () => {
  const words = [
    '一、做好卫生。各科室要把走廊、楼梯、会议室和资料室的卫生责任',
    '落实到每个人，于2024年6月10日前把责任表报办公室，由办公室汇总后',
    '在公告栏公布，接受全体职工监督，并作为年底评比的依据，对做得好',
    '的给予表扬，对做得不好的要求整改，整改情况记入台账备查。',
  ];
  const [item, other] = compileNotice(
    `关于卫生的通知\n各科室：\n${words.join('\n')}\n${words.join('\n').replace('一、', '二、')}\n办公室\n2024年5月1日\n`,
  ).items;
  assert.ok(item?.text.endsWith('备查。') && other !== undefined);
  assert.deepEqual(
    item?.deadlines.map((one) => one.date),
    ['2024-06-10'],
  );
});
