/** What goes wrong in an office when nobody thought of it: each story once went wrong here. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import type { Role } from '#demo/player.ts';
import { solved } from '#demo/solved.ts';
import { newId } from '#domain/kernel/id.ts';
import { firstClerk, type House, hire, openHouse, refusedWith } from './house.ts';

const RULE =
  '关于开展路段巡查的通知\n各科室：\n一、每周3次派2名工作人员赴青川路（东一街至东四街）路东巡查，实行分管领导带班制度。\n二、各科室要每月总结一次巡查情况。\n\n青川市外事办公室\n2026年4月20日';
const LIST =
  '关于印发《包保路段工作责任清单》的通知\n各科室：\n包保路段工作责任清单\n一、包保路段工作责任清单\n（一）路段名称：青川路（东一街至东四街）路东\n（二）工作内容\n1、巡查、记录宣传栏是否完好。\n2、巡查、记录亮灯率是否达到99%。\n（三）工作推进措施\n1、每周巡查三天，每次巡查人数2人，实行分管领导带班制度。';
const picture = (red: number) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 90, b: 90 } } })
    .jpeg()
    .toBuffer();
const TAKEN = { takenAt: '2026-05-06T01:00:00Z', lat: 35, lng: 116, accuracy: 9 };

describe('edges', () => {
  let house: House;
  let clerk: Role;
  let walkers: (Role & { id: string })[];

  before(async () => {
    house = await openHouse();
    house.at('2026-05-06');
    clerk = await firstClerk(house);
    for (const [i, name] of ['江一', '江二'].entries()) await hire(house, clerk, name, `lead${i}`, 'leaderInCharge');
    walkers = [];
    for (const [i, name] of ['何田', '唐宁', '宋禾', '白鹭'].entries()) walkers.push(await hire(house, clerk, name, `walk${i}`));
  });
  after(() => house.close());

  it('a checklist adopted after the roster reaches the patrols that nobody has begun', async () => {
    const [rule, list, roster] = [newId(), newId(), newId()];
    await clerk.act('notice.import', { id: rule, text: RULE });
    await clerk.act('notice.adopt', { id: rule });
    await clerk.act('roster.make', { id: roster, month: '2026-05' });
    await solved(clerk, roster);
    await clerk.act('roster.publish', { id: roster });
    await clerk.act('notice.import', { id: list, text: LIST });
    for (const question of (await clerk.read('notice.get', { id: list })).notice.questions.filter((one) => one.mustSettle)) {
      await clerk.act('notice.settle', { id: list, question: question.key, option: question.options[0]!.key });
    }
    await clerk.act('notice.adopt', { id: list });
    const { places } = await clerk.read('place.list', {});
    assert.deepEqual(
      places.map((place) => place.checklist.length),
      [2],
      'one place, known again in the second notice',
    );
    const { rows } = await clerk.read('patrol.list', { until: '2026-05-31' });
    const { patrol } = await clerk.read('patrol.get', { id: rows[0]!.id });
    assert.equal(patrol.checklist.length, 2);
    house.at(patrol.day);
    await assert.rejects(clerk.act('patrol.submit', { id: patrol.id, answers: [], help: {} }), refusedWith('patrol.unanswered'));
  });

  it('a seat of a patrol that has begun can no longer be changed, one to come can', async () => {
    const { roster } = await clerk.read('roster.get', { month: '2026-05' });
    const { rows } = await clerk.read('patrol.list', { until: '2026-05-31' });
    const [later, earlier] = [rows[0]!, rows[1]!];
    house.at(earlier.day);
    await clerk.act('patrol.start', { id: earlier.id });
    const change = (day: string) => {
      const onDay = roster!.seats.filter((seat) => seat.day === day);
      const seat = onDay.find((one) => one.n === 1)!;
      const free = walkers.find((walker) => onDay.every((one) => one.personId !== walker.id))!;
      return clerk.act('roster.assign', {
        id: roster!.id,
        changes: [{ day, placeId: seat.placeId, n: 1, was: seat.personId, personId: free.id }],
      });
    };
    await assert.rejects(change(earlier.day), refusedWith('roster.patrolBegun'));
    await change(later.day);
    const { patrol, history } = await clerk.read('patrol.get', { id: later.id });
    assert.ok(history.some((fact) => fact.name === 'patrol.crewChanged'));
    assert.deepEqual(patrol.memberIds.length, 2);
  });

  it('the photo of the finding does not pass for that of the fix', async () => {
    const id = newId();
    const department = newId();
    await clerk.act('unit.addPartner', { id: department, kind: 'department', name: '市城市管理局' });
    const photo = await walkers[0]!.upload(await picture(200), TAKEN);
    await walkers[0]!.act('issue.report', { id, text: '护栏倒伏', photoIds: [photo] });
    await walkers[0]!.act('issue.coordinate', { id, handlerId: department });
    await assert.rejects(walkers[0]!.act('issue.fix', { id, photoIds: [photo] }), refusedWith('issue.photoUsed'));
    await walkers[0]!.act('issue.fix', { id, photoIds: [await walkers[0]!.upload(await picture(10), TAKEN)] });
  });

  it('a partner sees and fixes what lies with it, and nothing else', async () => {
    const [department, mine, other] = [newId(), newId(), newId()];
    await clerk.act('unit.addPartner', { id: department, kind: 'department', name: '市路灯管理所' });
    const liaison = await hire(house, clerk, '石磊', 'shilei', 'officer', department);
    for (const id of [mine, other]) await walkers[1]!.act('issue.report', { id, text: '路灯不亮' });
    await assert.rejects(liaison.read('issue.get', { id: mine }), refusedWith('record.notFound'));
    await walkers[1]!.act('issue.coordinate', { id: mine, handlerId: department });
    assert.deepEqual(
      (await liaison.read('issue.list', {})).rows.map((row) => row.id),
      [mine],
    );
    await assert.rejects(liaison.read('issue.get', { id: other }), refusedWith('record.notFound'));
    await assert.rejects(liaison.act('issue.escalate', { id: mine, handlerId: department }), refusedWith('issue.wrongHandler'));
    await liaison.act('issue.fix', { id: mine, note: '更换灯泡', photoIds: [await liaison.upload(await picture(60), TAKEN)] });
    await assert.rejects(liaison.act('issue.verify', { id: mine }), refusedWith('act.notAllowed'));
    assert.equal((await liaison.read('duty.lists', {})).lists.length, 0);
    assert.deepEqual((await liaison.read('patrol.list', {})).rows, []);
    await walkers[2]!.act('issue.verify', { id: mine });
  });

  it('the last clerk cannot give up the post', async () => {
    const { people } = await clerk.read('org.get', {});
    const self = people.find((person) => person.username === 'linxiao')!;
    const posts = [{ kind: 'officer' as const, sectionId: null, title: '科员' }];
    await assert.rejects(clerk.act('person.assign', { id: self.id, was: self.posts, posts }), refusedWith('person.lastClerk'));
  });

  it('a history reads in the order things were done, also within one act', async () => {
    const { places } = await clerk.read('place.list', {});
    const { rows } = await house.database.pool.query('SELECT name FROM fact WHERE subject_id = $1 ORDER BY seq', [places[0]!.id]);
    assert.equal(rows[0].name, 'place.created');
  });

  it('a task for everybody may be reported by anybody, one that names nobody only by the office', async () => {
    const board = await walkers[0]!.read('task.board', {});
    const monthly = board.rows.find((row) => row.owners.includes('各科室'));
    assert.ok(monthly, 'the monthly summary of all sections is due');
    assert.equal(board.rows.filter((row) => row.basis === 'derived')[0]?.due, '2026-05-31', 'April was over when the notice was adopted');
    assert.equal(monthly.acts.find((offered) => offered.act === 'report')?.allowed, true);
  });
});
