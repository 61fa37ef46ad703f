/** A notice is reviewed, adopted and worked on; then an amended one comes, and later another one that says some of it again. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Role } from '#demo/player.ts';
import { newId } from '#domain/kernel/id.ts';
import { firstClerk, type House, openHouse, refusedWith } from './house.ts';
import { amendedNotice, besideNotice, firstNotice } from './notices.ts';

const FIRST = firstNotice(2026);
const AMENDED = amendedNotice(2026);
const BESIDE = besideNotice(2026);

describe('an amended notice', () => {
  let house: House;
  let clerk: Role;
  const ids = { first: newId(), amended: newId(), beside: newId() };

  before(async () => {
    house = await openHouse();
    house.at('2026-03-09');
    clerk = await firstClerk(house);
  });
  after(() => house.close());

  const notice = async (id: string) => (await clerk.read('notice.get', { id })).notice;
  const dutyIn = async (id: string, title: string) => {
    const found = (await notice(id)).draft.lists.flatMap((list) => list.duties).find((duty) => duty.title.startsWith(title));
    assert.ok(found, `${title} stands in the draft`);
    return found;
  };
  const inForce = async () => (await clerk.read('duty.lists', {})).lists.flatMap((list) => list.duties);
  const correct = (id: string, target: string, field: string, value: unknown, was: unknown) =>
    clerk.act('notice.correct', { id, correction: { target, field, value: value as never }, was: was as never });

  it('parts a sentence that orders two things, each part read by itself', async () => {
    await clerk.act('notice.import', { id: ids.first, text: FIRST });
    const duty = await dutyIn(ids.first, '做好宣传工作');
    const cut = FIRST.indexOf('电子屏由综合科');
    await correct(ids.first, `duty:${duty.key}`, 'cuts', [cut], []);
    const [one, two] = [await dutyIn(ids.first, '做好宣传工作'), await dutyIn(ids.first, '电子屏')];
    assert.deepEqual([one.tasks.map((task) => task.due), two.tasks.map((task) => task.due)], [['2026-05-20'], []]);
    assert.deepEqual(two.owners, ['综合科']);
    assert.equal(FIRST.slice(...two.span), '电子屏由综合科负责播放公益广告。');
  });

  it('joins two duties, and takes everything back step by step', async () => {
    const [water, smoke] = [await dutyIn(ids.first, '落实节水措施'), await dutyIn(ids.first, '落实控烟制度')];
    await correct(ids.first, `duty:${water.key}`, 'mergedInto', smoke.key, null);
    const both = await dutyIn(ids.first, '落实控烟制度');
    assert.match(both.text, /控烟[\s\S]*节水/);
    assert.deepEqual(
      both.tasks.map((task) => task.due),
      ['2026-09-30'],
    );
    await clerk.act('notice.takeBack', { id: ids.first, target: `duty:${water.key}`, field: 'mergedInto' });
    await dutyIn(ids.first, '落实节水措施');
    await assert.rejects(
      clerk.act('notice.takeBack', { id: ids.first, target: `duty:${water.key}`, field: 'mergedInto' }),
      refusedWith('notice.nothingToTakeBack'),
    );
    await correct(ids.first, `duty:${water.key}`, 'owners', ['综合科'], ['秘书科']);
    await clerk.act('notice.takeBack', { id: ids.first, target: `duty:${water.key}`, field: 'owners' });
    assert.deepEqual((await dutyIn(ids.first, '落实节水措施')).owners, ['秘书科']);
  });

  it('adds a due day and a duty that the reading missed', async () => {
    const water = await dutyIn(ids.first, '落实节水措施');
    await correct(ids.first, `duty:${water.key}`, 'addedTasks', [{ key: 'by-hand', title: '节水检查', due: '2026-08-01' }], []);
    assert.deepEqual(
      (await dutyIn(ids.first, '落实节水措施')).tasks.map((task) => [task.title, task.due, task.basis]),
      [['节水检查', '2026-08-01', 'clerk']],
    );
    const start = FIRST.indexOf('请认真执行');
    await correct(ids.first, 'notice', 'addedItems', [[start, start + 5]], []);
    await dutyIn(ids.first, '请认真执行');
    await clerk.act('notice.takeBack', { id: ids.first, target: 'notice', field: 'addedItems' });
  });

  it('keeps what was checked, on any machine', async () => {
    const duties = (await notice(ids.first)).draft.lists.flatMap((list) => list.duties);
    const targets = duties.slice(0, 3).map((duty) => `duty:${duty.key}`);
    await clerk.act('notice.review', { id: ids.first, targets, accepted: true });
    await clerk.act('notice.review', { id: ids.first, targets: targets.slice(0, 1), accepted: false });
    assert.deepEqual((await notice(ids.first)).draft.accepted, targets.slice(1));
    await assert.rejects(
      clerk.act('notice.review', { id: ids.first, targets: ['duty:nothing'], accepted: true }),
      refusedWith('notice.badCorrection'),
    );
    const before = (await notice(ids.first)).draft;
    for (const bad of [
      { target: `duty:${duties[0]!.key}`, field: 'cuts', value: ['x'] },
      { target: 'notice', field: 'addedItems', value: [[5]] },
    ])
      await assert.rejects(
        clerk.act('notice.correct', { id: ids.first, correction: bad as never, was: [] }),
        refusedWith('notice.badCorrection'),
      );
    assert.deepEqual((await notice(ids.first)).draft, before);
  });

  it('is adopted and worked on', async () => {
    const done = await clerk.act('notice.adopt', { id: ids.first });
    assert.equal(done.changes.added, done.duties);
    const { rows } = await clerk.read('task.board', {});
    const water = (await inForce()).find((duty) => duty.title.startsWith('落实节水'))!;
    assert.deepEqual(
      water.forms.map((form) => [form.name, FIRST.slice(form.source.start, form.source.end)]),
      [['节水巡查登记表', '节水巡查登记表']],
    );
    await clerk.act('task.report', { id: rows.find((row) => row.due === '2026-09-30')!.id, result: '各楼层已检查。' });
  });

  it('a notice that cites the first asks how the two stand, and shows what would change before anything does', async () => {
    house.at('2026-04-09');
    await clerk.act('notice.import', { id: ids.amended, text: AMENDED });
    const question = (await notice(ids.amended)).questions.find((one) => one.kind === 'amendment')!;
    assert.match(question.message.zh, /青办发〔2026〕3号.*提到了它的文号/);
    await assert.rejects(clerk.act('notice.adopt', { id: ids.amended }), refusedWith('notice.unsettled'));
    await clerk.act('notice.settle', { id: ids.amended, question: question.key, option: 'part' });
    assert.equal((await notice(ids.amended)).changes!.gone.length, 0);
    await clerk.act('notice.unsettle', { id: ids.amended, question: question.key });
    await clerk.act('notice.settle', { id: ids.amended, question: question.key, option: 'whole' });

    const view = await notice(ids.amended);
    assert.equal(view.questions.filter((one) => one.mustSettle).length, 0, 'what it amends does not contradict it');
    const kindOf = (title: string) =>
      view.changes!.duties.find(({ key }) =>
        view.draft.lists.some((list) => list.duties.some((duty) => duty.key === key && duty.title.startsWith(title))),
      )!;
    assert.deepEqual(
      kindOf('做好环境卫生').fields.find((one) => one.field === 'due'),
      { field: 'due', was: ['2026-06-30'], now: ['2026-07-31'] },
    );
    assert.deepEqual(
      kindOf('开展志愿服务').fields.find((one) => one.field === 'words'),
      { field: 'words', was: 700, now: 900 },
    );
    assert.deepEqual([kindOf('推行垃圾分类').kind, kindOf('查看垃圾').kind, kindOf('查看路灯').kind], ['new', 'new', 'same']);
    const smoke = view.changes!.gone.find((one) => one.title.startsWith('落实控烟'))!;
    assert.deepEqual([smoke.openTasks, smoke.hasWork], [1, true]);
    assert.ok(
      view.changes!.others.some((one) => one.target.startsWith('place:') && one.fields.some((change) => change.field === 'checklist')),
    );
    assert.ok(view.changes!.others.some((one) => one.target.startsWith('patrolRule:') && one.fields.some((change) => change.now === 2)));
  });

  it('changes only that, and loses nothing that was worked on', async () => {
    const before = await inForce();
    const done = await clerk.act('notice.adopt', { id: ids.amended });
    assert.deepEqual([done.changes.joined, done.changes.added > 0, done.changes.ended > 0], [0, true, true]);
    const now = await inForce();
    const idOf = (duties: typeof now, title: string): string => duties.find((duty) => duty.title.startsWith(title))!.id;
    for (const title of ['做好环境卫生', '开展志愿服务', '落实节水', '查看路灯'])
      assert.equal(idOf(now, title), idOf(before, title), title);
    assert.equal(now.find((duty) => duty.title.startsWith('开展志愿'))!.words!.n, 900);
    assert.ok(now.every((duty) => duty.source.noticeId === ids.amended));
    assert.deepEqual(
      now.find((duty) => duty.title.startsWith('落实节水'))!.forms.map((form) => form.name),
      ['节水巡查登记表', '工作台账'],
    );

    const { ended } = await clerk.read('duty.lists', {});
    const smoke = ended.find((duty) => duty.title.startsWith('落实控烟'))!;
    const { tasks, history } = await clerk.read('duty.get', { id: smoke.id });
    assert.deepEqual(
      tasks.map((task) => task.state),
      ['reported'],
    );
    assert.equal(history.at(-1)!.name, 'duty.ended');

    const { rows } = await clerk.read('task.board', {});
    const clean = rows.filter((row) => row.dutyTitle.startsWith('做好环境卫生') && row.basis === 'printed');
    assert.deepEqual(
      clean.map((row) => row.due),
      ['2026-07-31'],
    );
    assert.equal((await notice(ids.first)).state, 'replaced');
    const { places } = await clerk.read('place.list', {});
    assert.deepEqual([places.length, places[0]!.checklist.length, places[0]!.rule!.people], [1, 3, 2]);
    await assert.rejects(clerk.act('notice.adopt', { id: ids.amended }), refusedWith('act.wrongState'));
    assert.deepEqual(await inForce(), now);
  });

  it('another notice that says some of it again joins it, and adds only what is its own', async () => {
    house.at('2026-05-11');
    await clerk.act('notice.import', { id: ids.beside, text: BESIDE });
    const view = await notice(ids.beside);
    for (const question of view.questions.filter((one) => one.kind === 'amendment'))
      await clerk.act('notice.settle', { id: ids.beside, question: question.key, option: 'beside' });
    const before = await inForce();
    const done = await clerk.act('notice.adopt', { id: ids.beside });
    assert.deepEqual([done.changes.joined, done.changes.added], [1, 1]);
    const now = await inForce();
    assert.equal(now.length, before.length + 1);
    const waste = now.find((duty) => duty.title.startsWith('推行垃圾分类'))!;
    assert.deepEqual(
      waste.also.map((source) => source.noticeId),
      [ids.beside],
    );
    const { tasks } = await clerk.read('duty.get', { id: waste.id });
    assert.deepEqual(tasks.map((task) => task.due).sort(), ['2026-10-31', '2026-11-20']);
  });

  it('a clerk withdraws what is owed no longer, with a reason', async () => {
    const { rows } = await clerk.read('task.board', {});
    const open = rows.find((row) => row.state === 'todo')!;
    await clerk.act('task.withdraw', { id: open.id, reason: '区里已统一办理' });
    assert.ok(!(await clerk.read('task.board', {})).rows.some((row) => row.id === open.id));
  });
});
