/** Somebody is away: the roster passes them over, says so where it was set already, and nobody can put them in. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Role } from '#demo/player.ts';
import { solved } from '#demo/solved.ts';
import { newId } from '#domain/kernel/id.ts';
import { firstClerk, type House, hire, openHouse, refusedWith } from './house.ts';
import { firstNotice } from './notices.ts';

describe('an absence', () => {
  let house: House;
  let clerk: Role;
  const staff: (Role & { readonly id: string })[] = [];
  const ids = { roster: newId(), absence: newId() };
  const MONTH = '2026-05';

  before(async () => {
    house = await openHouse();
    house.at('2026-04-20');
    clerk = await firstClerk(house);
    for (const [at, name] of ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八'].entries())
      staff.push(await hire(house, clerk, name, `staff${at}`, at < 2 ? 'leaderInCharge' : 'officer'));
    const id = newId();
    await clerk.act('notice.import', { id, text: firstNotice(2026) });
    await clerk.act('notice.adopt', { id });
  });
  after(() => house.close());

  const roster = async () => (await clerk.read('roster.get', { month: MONTH })).roster!;

  it('is recorded by the clerk or by the person, and by nobody else', async () => {
    const [, , one, two] = staff as [Role, Role, Role & { id: string }, Role & { id: string }];
    const absence = { id: ids.absence, personId: one.id, kind: 'leave' as const, from: '2026-05-11', to: '2026-05-22', note: '年休假' };
    await assert.rejects(two.act('absence.add', absence), refusedWith('act.notAllowed'));
    await assert.rejects(one.act('absence.add', { ...absence, to: '2026-05-01' }), refusedWith('absence.endsBeforeStart'));
    await assert.rejects(one.act('absence.add', { ...absence, to: '2028-05-01' }), refusedWith('absence.tooLong'));
    assert.deepEqual((await one.act('absence.add', absence)).vacated, []);
    assert.equal((await two.read('absence.list', { month: MONTH })).rows.length, 0);
    assert.equal((await clerk.read('absence.list', { month: MONTH })).rows.length, 1);
  });

  it('is passed over by the roster, which says how fair it is', async () => {
    await clerk.act('roster.make', { id: ids.roster, month: MONTH });
    await solved(clerk, ids.roster);
    const [, , one] = staff as [Role, Role, Role & { id: string }];
    const { seats } = await roster();
    assert.ok(seats.every((seat) => seat.personId !== null));
    assert.ok(seats.every((seat) => seat.personId !== one.id || seat.day < '2026-05-11' || seat.day > '2026-05-22'));
    const { fairness } = await clerk.read('roster.get', { month: MONTH });
    assert.ok(fairness.proof && fairness.proof.cost >= fairness.proof.bound);
  });

  it('keeps the person out of a seat, and points at duties that fall into it', async () => {
    const [, , one, two] = staff as [Role, Role, Role & { id: string }, Role & { id: string }];
    const seat = (await roster()).seats.find((found) => found.day > '2026-05-11' && found.day < '2026-05-22' && found.n === 1)!;
    const into = {
      id: ids.roster,
      changes: [{ day: seat.day, placeId: seat.placeId, n: seat.n, was: seat.personId, personId: one.id }],
    };
    await assert.rejects(clerk.act('roster.assign', into), refusedWith('roster.away'));
    await clerk.act('roster.publish', { id: ids.roster });
    const served = (await roster()).seats.filter((found) => found.personId === two.id).map((found) => found.day);
    const { vacated } = await two.act('absence.add', {
      id: newId(),
      personId: two.id,
      kind: 'sick',
      from: served[0]!,
      to: served[0]!,
      note: '',
    });
    assert.deepEqual(
      vacated.map((found) => found.day),
      [served[0]],
    );
    const { fairness } = await clerk.read('roster.get', { month: MONTH });
    assert.ok(fairness.remarks.some((remark) => remark.day === served[0] && /不在（病假）/.test(remark.zh)));
  });

  it('the clerk’s word on a day off moves the patrols of that week', async () => {
    const days = async () =>
      new Set((await clerk.read('roster.get', { month: '2026-06' })).days.filter((day) => day.patrolDay).map((day) => day.day));
    const before = await days();
    const [first] = before;
    await assert.rejects(staff[2]!.act('calendar.set', { day: first!, kind: 'off', name: '停电' }), refusedWith('act.notAllowed'));
    assert.equal((await clerk.act('calendar.set', { day: first!, kind: 'off', name: '停电' })).workday, false);
    const after = await days();
    assert.ok(!after.has(first!));
    assert.equal(after.size, before.size);
    const { days: shown } = await clerk.read('calendar.get', { month: '2026-06' });
    assert.deepEqual(
      shown.find((day) => day.day === first),
      { day: first, workday: false, name: '停电', source: 'unit' },
    );
    await clerk.act('calendar.set', { day: first!, kind: 'usual', name: '' });
    assert.deepEqual(await days(), before);
    assert.equal((await clerk.read('calendar.get', { month: '2027-01' })).announced, false);
  });

  it('is taken back, and counts no more', async () => {
    const [, , one] = staff as [Role, Role, Role & { id: string }];
    await one.act('absence.withdraw', { id: ids.absence });
    await assert.rejects(one.act('absence.withdraw', { id: ids.absence }), refusedWith('act.wrongState'));
    assert.ok(!(await clerk.read('absence.list', { month: MONTH })).rows.some((row) => row.id === ids.absence));
  });
});
