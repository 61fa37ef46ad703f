/** The main job, end to end, on the two notices that specify the system: notices go in, a closed loop comes out. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import type { Role } from '#demo/player.ts';
import { Refused } from '#demo/player.ts';
import { solved } from '#demo/solved.ts';
import { newId } from '#domain/kernel/id.ts';
import { firstClerk, type House, hire, openHouse, refusedWith } from './house.ts';

const notices = new URL('../../shared/notices/', import.meta.url);
const here = existsSync(new URL('seed6.txt', notices));

describe('the main job', { skip: here ? false : 'the seed notices are not beside this checkout' }, () => {
  let house: House;
  let clerk: Role;
  let walker: Role & { id: string };
  let second: Role & { id: string };
  const ids = { lists: newId(), plan: newId(), roster: newId(), issue: newId(), placeId: '', patrolId: '' };

  before(async () => {
    house = await openHouse();
    house.at('2026-04-27');
    clerk = await firstClerk(house);
  });
  after(() => house.close());

  it('reads both notices', async () => {
    const file = (name: string) => ({ name, base64: readFileSync(new URL(name, notices)).toString('base64') });
    assert.match((await clerk.act('notice.import', { id: ids.lists, file: file('seed6.txt') })).title, /三张责任清单/);
    await clerk.act('notice.import', { id: ids.plan, text: readFileSync(new URL('seed8.txt', notices), 'utf8') });
    const { notice } = await clerk.read('notice.get', { id: ids.lists });
    assert.equal(notice.draft.lists.length, 3);
    assert.deepEqual(
      notice.draft.places.map((place) => place.checklist.length),
      [14, 7],
    );
    assert.equal(notice.askYear, true);
    for (const mark of notice.marks) assert.ok(mark.end <= notice.text.length && mark.start < mark.end);
    await assert.rejects(clerk.act('notice.import', { id: newId(), file: file('seed6.txt') }), refusedWith('notice.imported'));
  });

  it('asks about the contradiction of 2 and 6 people and about the year before it adopts', async () => {
    await assert.rejects(clerk.act('notice.adopt', { id: ids.plan }), refusedWith('notice.yearUndecided'));
    for (const id of [ids.lists, ids.plan]) await clerk.act('notice.chooseYear', { id, applied: 2026 });
    await assert.rejects(clerk.act('notice.adopt', { id: ids.plan }), refusedWith('notice.unsettled'));
    const { notice } = await clerk.read('notice.get', { id: ids.plan });
    const people = notice.questions.find((question) => question.kind === 'contradiction')!;
    assert.deepEqual([...new Set(people.passages.map((passage) => passage.quote))].sort(), ['每次巡查人数2人', '派6名工作人员'].sort());
    await clerk.act('notice.settle', {
      id: ids.plan,
      question: people.key,
      option: people.options.find((option) => /2 人/.test(option.words.zh))!.key,
    });
    for (const question of (await clerk.read('notice.get', { id: ids.plan })).notice.questions.filter((one) => one.mustSettle)) {
      await clerk.act('notice.settle', { id: ids.plan, question: question.key, option: question.options[0]!.key });
    }
    const other = (await clerk.read('notice.get', { id: ids.lists })).notice;
    assert.deepEqual(
      other.questions.filter((question) => question.mustSettle),
      [],
      'settled once, settled for both',
    );
  });

  it('takes a correction, and refuses one made on an older state with both versions', async () => {
    const { notice } = await clerk.read('notice.get', { id: ids.plan });
    const duty = notice.draft.lists.flatMap((list) => list.duties).find((one) => one.leaders.includes('阮林敬'))!;
    const correction = { target: `duty:${duty.key}`, field: 'owners', value: ['领事科', '秘书科'] };
    await clerk.act('notice.correct', { id: ids.plan, correction, was: duty.owners });
    await assert.rejects(
      clerk.act('notice.correct', { id: ids.plan, correction: { ...correction, value: ['友协办'] }, was: duty.owners }),
      (error) => {
        return (
          error instanceof Refused &&
          error.problem.code === 'record.changed' &&
          JSON.stringify(error.problem.details.theirs) === '["领事科","秘书科"]'
        );
      },
    );
  });

  it('adopts both: lists, people, places, due days in the chosen year', async () => {
    await clerk.act('notice.adopt', { id: ids.lists });
    await clerk.act('notice.adopt', { id: ids.plan });
    const org = await clerk.read('org.get', {});
    assert.deepEqual(
      org.group.slice(0, 2).map((member) => [member.role, member.name]),
      [
        ['组长', '李丽'],
        ['副组长', '阮林敬'],
      ],
    );
    assert.ok(org.people.find((person) => person.name === '王大磊')!.posts.some((post) => post.kind === 'leaderInCharge'));
    assert.ok(
      org.partners.some((partner) => partner.kind === 'community') && org.partners.some((partner) => partner.kind === 'campaignOffice'),
    );
    const board = await clerk.read('task.board', {});
    for (const [due, printed] of [
      ['2026-07-05', '2018-07-05'],
      ['2026-10-09', '2018-10-09'],
      ['2026-11-15', '2018-11-15'],
    ]) {
      assert.ok(
        board.rows.some((row) => row.due === due && row.printedDue === printed),
        due,
      );
    }
    const { places } = await clerk.read('place.list', {});
    assert.deepEqual(
      places.map((place) => [place.kind, place.checklist.length, place.rule?.people, place.rule?.daysAWeek, place.rule?.leaderOnDuty]),
      [
        ['grid', 14, 2, 3, true],
        ['road', 7, 2, 3, true],
      ],
    );
    assert.match(places[0]!.rule!.settlement!.zh, /2 人/);
    ids.placeId = places[1]!.id;
    const { lists } = await clerk.read('duty.lists', {});
    for (const duty of lists.flatMap((list) => list.duties)) {
      const passage = await clerk.read('notice.passage', { id: duty.source.noticeId, start: duty.source.start, end: duty.source.end });
      assert.ok(passage.passage.replace(/\s/g, '').includes(duty.text.replace(/\s/g, '').slice(0, 12)), duty.title);
      if (lists.flatMap((list) => list.duties).indexOf(duty) > 8) break;
    }
    await assert.rejects(clerk.act('notice.adopt', { id: ids.plan }), refusedWith('act.wrongState'));
  });

  it('makes a roster for May, which is adjusted by hand and published', async () => {
    walker = await hire(house, clerk, '何田', 'hetian');
    second = await hire(house, clerk, '唐宁', 'tangning');
    await clerk.act('roster.make', { id: ids.roster, month: '2026-05' });
    assert.equal((await solved(clerk, ids.roster)).state, 'done');
    const view = await clerk.read('roster.get', { month: '2026-05' });
    const patrolDays = view.days.filter((day) => day.patrolDay).map((day) => day.day);
    assert.ok(!patrolDays.includes('2026-05-01') && !patrolDays.includes('2026-05-04'), 'no patrol on a holiday');
    assert.equal(patrolDays.filter((day) => day >= '2026-05-04' && day <= '2026-05-10').length, 3, 'the short week keeps its three days');
    assert.equal(view.fairness.empty, 0);
    assert.ok(view.fairness.most - view.fairness.least <= 1, 'everybody serves as often');
    const seat = view.roster!.seats.find((one) => one.day === '2026-05-13' && one.placeId === ids.placeId && one.n === 1)!;
    const free = view.people.find((person) => person.id === walker.id)!;
    const busy = view.roster!.seats.find((one) => one.day === '2026-05-13' && one.personId === free.id);
    if (!busy)
      await clerk.act('roster.assign', {
        id: ids.roster,
        changes: [{ day: seat.day, placeId: seat.placeId, n: 1, was: seat.personId, personId: walker.id }],
      });
    else if (busy.placeId !== ids.placeId) ids.placeId = busy.placeId;
    await clerk.act('roster.publish', { id: ids.roster });
  });

  it('walks the patrol: checklist, a problem with photo, the log of the same day', async () => {
    house.at('2026-05-13', '09:05');
    const today = await walker.read('patrol.today', {});
    const patrol = today.mine[0]!;
    ids.patrolId = patrol.id;
    await walker.act('patrol.start', { id: patrol.id });
    const photo = await walker.upload(
      await sharp({ create: { width: 64, height: 48, channels: 3, background: '#888' } })
        .jpeg()
        .toBuffer(),
      { takenAt: '2026-05-13T01:10:00Z', lat: 35.4, lng: 116.58, accuracy: 12 },
    );
    await walker.act('issue.report', {
      id: ids.issue,
      text: '井盖破损',
      spot: '站前路口',
      placeId: patrol.placeId,
      patrolId: patrol.id,
      itemNo: 5,
      photoIds: [photo],
    });
    const department = newId();
    await clerk.act('unit.addPartner', { id: department, kind: 'department', name: '市城市管理局' });
    await walker.act('issue.coordinate', { id: ids.issue, handlerId: department, note: '已电话联系' });
    const answers = patrol.checklist.map((item) => ({
      no: item.no,
      verdict: item.no === 5 ? ('problem' as const) : ('fine' as const),
      measures: item.measures.map((measure) => ({ metric: measure.metric, value: 99.5 })),
    }));
    await assert.rejects(
      walker.act('patrol.submit', { id: patrol.id, answers: answers.slice(1), help: {} }),
      refusedWith('patrol.unanswered'),
    );
    house.at('2026-05-13', '10:40');
    await walker.act('patrol.submit', { id: patrol.id, answers, help: { dissuaded: 3, cleaned: 2 } });
    const { patrol: done } = await walker.read('patrol.get', { id: patrol.id });
    assert.match(done.log, /【巡查日志】2026年5月13日/);
    assert.match(done.log, /发现问题 1 个（协调部门 1 个）/);
    assert.match(done.log, /已协调市城市管理局/);
    assert.equal(done.late, false);
    assert.match(done.channel ?? '', /QQ群/);
    house.at('2026-05-13', '23:59');
    assert.equal((await walker.read('patrol.get', { id: patrol.id })).patrol.late, false);
    house.at('2026-05-14', '00:00');
    assert.equal((await walker.read('patrol.get', { id: patrol.id })).patrol.late, true, 'late after midnight in Shanghai');
    house.at('2026-05-13', '11:00');
    await walker.act('patrol.reportLog', { id: patrol.id, via: done.channel! });
    house.at('2026-05-20');
    assert.equal((await walker.read('patrol.get', { id: patrol.id })).patrol.late, false, 'sent in time stays in time');
  });

  it('closes the loop: fixed, verified by somebody else, closed', async () => {
    const after = await walker.upload(
      await sharp({ create: { width: 64, height: 48, channels: 3, background: '#4a4' } })
        .jpeg()
        .toBuffer(),
      { takenAt: '2026-05-20T01:10:00Z', lat: 35.4, lng: 116.58, accuracy: 12 },
    );
    await assert.rejects(walker.act('issue.fix', { id: ids.issue, note: '已换新', photoIds: [] }), refusedWith('issue.photoNeeded'));
    await walker.act('issue.fix', { id: ids.issue, note: '已换新', photoIds: [after] });
    await assert.rejects(walker.act('issue.verify', { id: ids.issue }), refusedWith('issue.sameFixer'));
    await assert.rejects(second.act('issue.close', { id: ids.issue }), refusedWith('act.notAllowed'));
    await second.act('issue.verify', { id: ids.issue, note: '现场看过' });
    await clerk.act('issue.close', { id: ids.issue });
    const { issue, history } = await clerk.read('issue.get', { id: ids.issue });
    assert.equal(issue.state, 'closed');
    assert.deepEqual(
      history.map((fact) => [fact.name, fact.actorName]),
      [
        ['issue.reported', '何田'],
        ['issue.coordinated', '何田'],
        ['issue.fixed', '何田'],
        ['issue.verified', '唐宁'],
        ['issue.closed', '林晓'],
      ],
    );
    assert.deepEqual(
      issue.photos.map((photo) => photo.role),
      ['before', 'after'],
    );
  });
});
