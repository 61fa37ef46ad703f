/** A patroller subscribes to their duties: they appear in the phone's calendar, follow the changes, and the link can be ended. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import type { Role } from '#demo/player.ts';
import { solved } from '#demo/solved.ts';
import { newId } from '#domain/kernel/id.ts';
import { firstClerk, type House, hire, openHouse } from './house.ts';
import { firstNotice } from './notices.ts';

describe('the calendar of a patroller', () => {
  let house: House;
  let clerk: Role;
  const staff: (Role & { readonly id: string })[] = [];
  const roster = newId();
  let path = '';

  before(async () => {
    house = await openHouse();
    house.at('2026-08-25');
    clerk = await firstClerk(house);
    for (const [at, name] of ['赵一', '钱二', '孙三', '李四', '周五', '吴六'].entries())
      staff.push(await hire(house, clerk, name, `staff${at}`, at < 2 ? 'leaderInCharge' : 'officer'));
    const id = newId();
    await clerk.act('notice.import', { id, text: firstNotice(2026) });
    await clerk.act('notice.adopt', { id });
    await clerk.act('roster.make', { id: roster, month: '2026-09' });
    await solved(clerk, roster);
  });
  after(() => house.close());

  const fetchCalendar = async (from: string) => house.app.inject({ method: 'GET', url: from });
  /** Read by a calendar library of somebody else, as a phone would. */
  async function events() {
    const answer = await fetchCalendar(path);
    assert.equal(answer.statusCode, 200);
    assert.match(String(answer.headers['content-type']), /text\/calendar/);
    assert.ok(
      answer.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
      'lines are folded at 75 octets',
    );
    const calendar = new ICAL.Component(ICAL.parse(answer.body));
    return calendar
      .getAllSubcomponents('vevent')
      .map((one) => ({ event: new ICAL.Event(one), alarms: one.getAllSubcomponents('valarm').length }));
  }
  async function makeLink(at: number): Promise<string> {
    await staff[at]!.act('feed.make', {});
    return (await staff[at]!.read('feed.get', {})).path!;
  }
  const duties = async () => (await staff[2]!.read('roster.mine', {})).duties;

  it('is empty until the roster is published, then holds each duty with place, hours and crew', async () => {
    assert.deepEqual(await staff[2]!.read('feed.get', {}), { path: null, madeAt: null, fetchedAt: null });
    path = await makeLink(2);
    assert.equal((await events()).length, 0);
    await clerk.act('roster.publish', { id: roster });
    const mine = await duties();
    const found = await events();
    assert.equal(found.length, mine.length);
    const [first] = found;
    assert.equal(first!.event.startDate.toJSDate().toISOString(), `${mine[0]!.day}T01:00:00.000Z`);
    assert.ok(first!.event.summary.includes(mine[0]!.place) && first!.event.description.includes('孙三'));
    assert.equal(first!.alarms, 2);
    assert.ok((await staff[2]!.read('feed.get', {})).fetchedAt);
  });

  it('follows a change: the duty goes, and what stays says that its crew is another', async () => {
    const before = await events();
    const { roster: published } = await clerk.read('roster.get', { month: '2026-09' });
    const own = published!.seats.filter((seat) => seat.personId === staff[2]!.id);
    await clerk.act('roster.assign', {
      id: roster,
      changes: [{ day: own[0]!.day, placeId: own[0]!.placeId, n: own[0]!.n, was: staff[2]!.id, personId: null }],
    });
    assert.equal((await events()).length, before.length - 1);
    const mate = published!.seats.find((seat) => seat.day === own[1]!.day && seat.personId !== staff[2]!.id && seat.n > 0)!;
    await clerk.act('roster.assign', {
      id: roster,
      changes: [{ day: mate.day, placeId: mate.placeId, n: mate.n, was: mate.personId, personId: null }],
    });
    const changed = (await events()).find(({ event }) => event.uid.includes(own[1]!.day))!;
    assert.ok(changed.event.sequence > 1, 'a calendar takes the newer one');
  });

  it('is nobody else’s: a made-up, a tampered and an ended link lead nowhere', async () => {
    const other = await makeLink(3);
    assert.notEqual(other, path);
    for (const wrong of [
      '/calendar/x.ics',
      '/calendar/.ics',
      path.replace(/.\.ics$/, path.at(-5) === 'A' ? 'B.ics' : 'A.ics'),
      path.replace('.ics', ''),
    ])
      assert.equal((await fetchCalendar(wrong)).statusCode, 404, wrong);
    const renewed = await makeLink(2);
    assert.equal((await fetchCalendar(path)).statusCode, 404);
    assert.equal((await fetchCalendar(renewed)).statusCode, 200);
    await staff[2]!.act('feed.end', {});
    assert.equal((await fetchCalendar(renewed)).statusCode, 404);
    assert.equal((await fetchCalendar(other)).statusCode, 200);
  });

  it('is kept nowhere: neither the link nor the answer of the act that made it holds what opens it', async () => {
    const token = /([\w-]+)\.ics$/.exec(await makeLink(4))![1]!;
    const tables = await house.database.pool.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    for (const { tablename } of tables.rows) {
      const { rows } = await house.database.pool.query(`SELECT count(*)::int AS n FROM "${tablename}" t WHERE t::text LIKE $1`, [
        `%${token}%`,
      ]);
      assert.equal(rows[0].n, 0, tablename);
    }
  });

  it('goes to whoever asks in private, and to nobody without end', async () => {
    const link = await makeLink(4);
    const answer = await fetchCalendar(link);
    assert.match(String(answer.headers['cache-control']), /private/);
    assert.equal(answer.headers['referrer-policy'], 'no-referrer');
    const many = await Promise.all(Array.from({ length: 40 }, () => fetchCalendar(link)));
    assert.ok(many.some((one) => one.statusCode === 429) && many.some((one) => one.statusCode === 200));
    const misses = [];
    for (let n = 0; n < 70; n++) misses.push((await fetchCalendar(`/calendar/${'A'.repeat(46)}.ics`)).statusCode);
    assert.deepEqual([misses[0], misses.at(-1)], [404, 429]);
    assert.equal((await fetchCalendar(await makeLink(5))).statusCode, 200, 'whoever has a link gets through all the same');
  });
});
