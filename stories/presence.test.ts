/** A morning on post: one by position, one by the poster, one late, one missing and excused; phones without signal, forged and old codes, strangers. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Role } from '#demo/player.ts';
import { solved } from '#demo/solved.ts';
import { instantOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import { firstClerk, type House, hire, openHouse, refusedWith } from './house.ts';
import { firstNotice } from './notices.ts';

type Person = Role & { readonly id: string };
const MONTH = '2026-05';
const CENTRE = { lat: 35.4153, lng: 116.5871, radius: 200 };

describe('presence on post', () => {
  let house: House;
  let clerk: Role;
  let director: Person;
  let stranger: Person;
  const staff: Person[] = [];
  let leader: Person;
  let members: Person[];
  let idle: Person;
  let day: string;
  let patrolId: string;
  let placeId: string;

  const said = (time: string) => instantOf(day, time);
  const board = async (as: Role = clerk) => (await as.read('presence.day', { day })).patrols.find((one) => one.patrolId === patrolId)!;
  const lineOf = async (person: Person) => (await board()).people.find((one) => one.person.id === person.id)!;
  const standings = async () =>
    Object.fromEntries((await board()).people.map((one) => [[leader, ...members].findIndex((p) => p.id === one.person.id), one.standing]));
  const codeNow = async () => (await clerk.read('place.posters', {})).posters.find((one) => one.place.id === placeId)!.code;
  const byPosition = (lat = CENTRE.lat) => ({ patrolId, how: 'position' as const, position: { lat, lng: CENTRE.lng, accuracy: 12 } });

  before(async () => {
    house = await openHouse();
    house.at('2026-04-20');
    clerk = await firstClerk(house);
    for (const [at, name] of ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八'].entries())
      staff.push(await hire(house, clerk, name, `staff${at}`, at < 2 ? 'leaderInCharge' : 'officer'));
    director = await hire(house, clerk, '何主任', 'director', 'topLeader');
    const partner = newId();
    await clerk.act('unit.addPartner', { id: partner, kind: 'department', name: '市城市管理局' });
    stranger = await hire(house, clerk, '郭联', 'guolian', 'officer', partner);
    const noticeId = newId();
    await clerk.act('notice.import', { id: noticeId, text: firstNotice(2026) });
    await clerk.act('notice.adopt', { id: noticeId });
    const rosterId = newId();
    await clerk.act('roster.make', { id: rosterId, month: MONTH });
    await solved(clerk, rosterId);
    await clerk.act('roster.publish', { id: rosterId });
    const { rows } = await clerk.read('patrol.list', { until: '2026-05-31', limit: 100 });
    const first = rows.at(-1)!;
    const known = (id: string) => staff.find((one) => one.id === id)!;
    [patrolId, day, placeId] = [first.id, first.day, first.place.id];
    leader = known(first.leader!.id);
    members = first.members.map(({ id }) => known(id));
    idle = staff.slice(2).find((one) => !members.includes(one))!;
    assert.deepEqual([first.starts, first.ends, members.length], ['09:00', '11:30', 3]);
  });
  after(() => house.close());

  it('the clerk says where the place is; nobody else does, and not over somebody’s newer word', async () => {
    await assert.rejects(leader.act('place.setCentre', { id: placeId, was: null, centre: CENTRE }), refusedWith('act.notAllowed'));
    assert.deepEqual((await clerk.act('place.setCentre', { id: placeId, was: null, centre: CENTRE })).centre, CENTRE);
    await assert.rejects(clerk.act('place.setCentre', { id: placeId, was: null, centre: null }), refusedWith('record.changed'));
    await clerk.act('place.setCentre', { id: placeId, was: CENTRE, centre: CENTRE });
    const { places } = await members[0]!.read('place.list', {});
    assert.deepEqual(places.find((place) => place.id === placeId)!.centre, CENTRE);
  });

  it('not before the day', async () => {
    house.at('2026-04-29', '09:00');
    await assert.rejects(members[0]!.act('presence.checkIn', byPosition()), refusedWith('presence.notThatDay'));
    assert.deepEqual(await standings(), { 0: 'expected', 1: 'expected', 2: 'expected', 3: 'expected' });
  });

  it('in time by position, with the distance; outside is a hint, no refusal', async () => {
    house.at(day, '08:55');
    await members[0]!.act('presence.checkIn', byPosition(CENTRE.lat + 0.01));
    const line = await lineOf(members[0]!);
    assert.deepEqual([line.standing, line.how, line.outside, line.accuracy], ['present', 'position', true, 12]);
    assert.ok(Math.abs(line.distance! - 1112) < 3);
  });

  it('a second check-in changes nothing', async () => {
    house.at(day, '09:30');
    assert.equal((await members[0]!.act('presence.checkIn', byPosition())).state, 'checkedIn');
    const line = await lineOf(members[0]!);
    assert.deepEqual([line.outside, line.saidAt?.slice(0, 16)], [true, said('08:55').slice(0, 16)]);
    const { history } = await clerk.read('patrol.get', { id: patrolId });
    assert.equal(history.filter((fact) => fact.name === 'presence.checkedIn').length, 1);
  });

  it('by the poster of the place; a forged one, another place’s and an old one are refused', async () => {
    await assert.rejects(leader.read('place.posters', {}), refusedWith('act.notAllowed'));
    const checkIn = (code: string) => leader.act('presence.checkIn', { patrolId, how: 'code', code });
    const before = await codeNow();
    for (const code of ['', '0'.repeat(12), `${before}0`]) await assert.rejects(checkIn(code), refusedWith('presence.wrongCode'));
    await assert.rejects(leader.act('place.renewCode', { id: placeId }), refusedWith('act.notAllowed'));
    const { code, version } = await clerk.act('place.renewCode', { id: placeId });
    assert.deepEqual([code === before, version, code], [false, 2, await codeNow()]);
    await assert.rejects(checkIn(before), refusedWith('presence.oldCode'));
    assert.equal((await lineOf(leader)).state, 'awaited', 'a refused code leaves nothing behind');
    house.at(day, '09:10');
    await checkIn(code.toLowerCase());
    const line = await lineOf(leader);
    assert.deepEqual([line.standing, line.how, line.leads, line.distance], ['present', 'code', true, null]);
  });

  it('the clerk sees who is not there yet; the one who starts the patrol has checked in by that', async () => {
    house.at(day, '09:16');
    assert.deepEqual(await standings(), { 0: 'present', 1: 'present', 2: 'overdue', 3: 'overdue' });
    const { counts } = await clerk.read('presence.day', {});
    assert.deepEqual(counts, { missing: 0, overdue: 2, late: 0, expected: 0, present: 2 });
    house.at(day, '09:20');
    await members[1]!.act('patrol.start', { id: patrolId });
    const line = await lineOf(members[1]!);
    assert.deepEqual([line.standing, line.how], ['late', 'started']);
  });

  it('not for somebody who is not on the crew, nor from another unit', async () => {
    await assert.rejects(idle.act('presence.checkIn', byPosition()), refusedWith('act.notAllowed'));
    await assert.rejects(stranger.act('presence.checkIn', byPosition()), refusedWith('record.notFound'));
    await assert.rejects(stranger.act('presence.confirm', { patrolId, personId: leader.id }), refusedWith('record.notFound'));
    await assert.rejects(clerk.act('presence.confirm', { patrolId, personId: idle.id }), refusedWith('record.notFound'));
    assert.deepEqual((await stranger.read('presence.day', { day })).patrols, []);
    assert.deepEqual((await idle.read('presence.day', { day })).patrols, [], 'others see the patrols they are on');
    assert.equal((await board(members[0]!)).people.length, 4);
    assert.equal((await board(director)).people.length, 4);
  });

  it('the leader confirms the others, the clerk the leader; nobody themselves', async () => {
    const confirm = (by: Role, person: Person) => by.act('presence.confirm', { patrolId, personId: person.id });
    await assert.rejects(confirm(members[1]!, members[0]!), refusedWith('act.notAllowed'));
    await assert.rejects(confirm(leader, leader), refusedWith('presence.own'));
    await assert.rejects(confirm(leader, members[2]!), refusedWith('act.wrongState'));
    assert.equal((await confirm(leader, members[0]!)).state, 'confirmed');
    assert.equal((await confirm(clerk, leader)).state, 'confirmed');
    assert.equal((await lineOf(members[0]!)).judgedBy?.id, leader.id);
  });

  it('the last one is missing; the excuse stands beside it', async () => {
    house.at(day, '11:30');
    assert.deepEqual(await standings(), { 0: 'present', 1: 'present', 2: 'late', 3: 'missing' });
    const missing = { patrolId, personId: members[2]!.id };
    await assert.rejects(leader.act('presence.excuse', { ...missing, reason: '家中急事' }), refusedWith('act.notAllowed'));
    await assert.rejects(clerk.act('presence.excuse', { ...missing, reason: '  ' }), refusedWith('presence.reasonNeeded'));
    await clerk.act('presence.excuse', { ...missing, reason: '家中急事，已口头请假' });
    const line = await lineOf(members[2]!);
    assert.deepEqual([line.standing, line.excuse], ['missing', '家中急事，已口头请假']);
    await members[2]!.act('absence.add', { id: newId(), personId: members[2]!.id, kind: 'leave', from: day, to: day, note: '' });
    const seen = async (by: Role) => {
      const { people } = await board(by);
      const { absence, excuse } = people.find((one) => one.person.id === members[2]!.id)!;
      return [absence, excuse];
    };
    for (const by of [clerk, leader, members[2]!]) assert.deepEqual(await seen(by), ['leave', '家中急事，已口头请假']);
    for (const [by, told] of [
      [clerk, true],
      [members[0]!, false],
    ] as const) {
      const { history } = await by.read('patrol.get', { id: patrolId });
      assert.equal(JSON.stringify(history).includes('家中急事'), told);
      assert.ok(history.some((fact) => fact.name === 'presence.excused'));
    }
    assert.deepEqual(await seen(members[0]!), [null, null], 'why somebody is away is not for their companions');
  });

  it('the month says who should have patrolled and did not, over the duties whose hours are over', async () => {
    const { total, days, people } = await clerk.read('presence.month', { month: MONTH });
    assert.deepEqual(total, { duties: 4, onTime: 2, late: 1, missing: 1, excused: 1 });
    assert.deepEqual(
      days.map((one) => [one.day, one.notInTime.map(({ person, standing }) => [person.id, standing])]),
      [
        [
          day,
          [
            [members[1]!.id, 'late'],
            [members[2]!.id, 'missing'],
          ],
        ],
      ],
    );
    assert.equal(people[0]!.person.id, members[2]!.id, 'the missing first');
    const own = await members[0]!.read('presence.month', { month: MONTH });
    assert.deepEqual(
      own.people.map(({ person, tally }) => [person.id, tally.onTime]),
      [[members[0]!.id, 1]],
    );
  });

  it('a check-in from a phone without signal counts from when it was made, and says that it came late', async () => {
    house.at(day, '14:00');
    const actId = newId();
    const sent = { actId, ...byPosition() };
    await members[2]!.act('presence.checkIn', sent, said('09:05'));
    await members[2]!.act('presence.checkIn', sent, said('09:05'));
    const line = await lineOf(members[2]!);
    assert.deepEqual([line.standing, line.cameLate, line.saidAt, line.outside], ['present', true, said('09:05'), false]);
    assert.deepEqual((await clerk.read('presence.month', { month: MONTH })).total, {
      duties: 4,
      onTime: 3,
      late: 1,
      missing: 0,
      excused: 0,
    });
  });

  it('a dispute makes it none; the leader vouches for the time, and an earlier check-in may still arrive the next day', async () => {
    const whom = { patrolId, personId: members[2]!.id };
    await assert.rejects(leader.act('presence.dispute', { ...whom, reason: '' }), refusedWith('presence.reasonNeeded'));
    await leader.act('presence.dispute', { ...whom, reason: '集合时不在' });
    assert.equal((await lineOf(members[2]!)).standing, 'missing');
    await assert.rejects(leader.act('presence.vouch', { ...whom, since: '14:01' }), refusedWith('presence.ahead'));
    await leader.act('presence.vouch', { ...whom, since: '09:40', note: '手机没电' });
    const vouched = await lineOf(members[2]!);
    assert.deepEqual([vouched.standing, vouched.state, vouched.saidBy?.id, vouched.judgement], ['late', 'confirmed', leader.id, '']);
    house.at(
      day.replace(/\d\d$/, (date) => String(Number(date) + 1).padStart(2, '0')),
      '08:00',
    );
    await assert.rejects(members[2]!.act('presence.checkIn', byPosition()), refusedWith('presence.notThatDay'));
    await members[2]!.act('presence.checkIn', byPosition(), said('09:03'));
    const line = await lineOf(members[2]!);
    assert.deepEqual([line.standing, line.state, line.how], ['present', 'confirmed', 'position']);
  });

  it('a patrol outside the roster knows neither late nor missing', async () => {
    const id = newId();
    house.at('2026-05-16', '15:00');
    await idle.act('patrol.open', { id, placeId });
    await idle.act('patrol.start', { id });
    const today = await idle.read('presence.day', {});
    assert.deepEqual(
      today.patrols.map((one) => [one.rostered, one.people.map((person) => person.standing)]),
      [[false, ['present']]],
    );
    assert.equal(today.counts.present, 0);
    house.at('2026-05-17', '15:00');
    const unstarted = newId();
    await idle.act('patrol.open', { id: unstarted, placeId });
    house.at('2026-05-18', '08:00');
    await idle.act('patrol.start', { id: unstarted });
    const late = await idle.read('presence.day', { day: '2026-05-17' });
    assert.deepEqual(
      late.patrols.flatMap((one) => one.people.map((person) => person.state)),
      ['awaited'],
      'begun a day later, it says nothing about its own day',
    );
  });
});
