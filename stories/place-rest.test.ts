/** A road that is patrolled at night: afterwards two patrol days are free, and two people must not go there together. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Role } from '#demo/player.ts';
import { solved } from '#demo/solved.ts';
import { newId } from '#domain/kernel/id.ts';
import type { Place } from '#domain/place/place.model.ts';
import type { Seat } from '#domain/roster/roster.model.ts';
import { firstClerk, type House, hire, openHouse, refusedWith } from './house.ts';
import { firstNotice } from './notices.ts';

const NIGHT_ROAD = `二、包保路段责任清单
（一）路段名称：听泉路（文昌街至北湖大道）东侧
（二）巡查内容
1、查看临街商铺是否占道经营。
（三）巡查要求
1、每周巡查三天，每次巡查人数2人。
`;

describe('a night patrol', () => {
  let house: House;
  let clerk: Role;
  const staff: (Role & { readonly id: string })[] = [];
  let road: Place;
  const roster = newId();
  const REST = 2;

  const view = () => clerk.read('roster.get', { month: '2026-09' });
  const seats = async (): Promise<Seat[]> => (await view()).roster!.seats;
  const patrolDays = (all: readonly Seat[]): string[] => [...new Set(all.map((seat) => seat.day))].sort();
  const ruleOf = ({ id, rule }: Place) => {
    const { weekdays, people, leaderOnDuty, leaders, rest, apart, starts, ends } = rule!;
    return { id, was: rule, weekdays, people, leaderOnDuty, leaders, rest, apart, starts, ends };
  };
  const placeNow = async (id: string): Promise<Place> => (await clerk.read('place.list', {})).places.find((one) => one.id === id)!;
  const nightsHold = (all: readonly Seat[]): void => {
    const days = patrolDays(all);
    const far = (a: Seat, b: Seat): number => Math.abs(days.indexOf(a.day) - days.indexOf(b.day));
    for (const night of all.filter((seat) => seat.placeId === road.id))
      for (const other of all.filter((one) => one.personId === night.personId && one !== night))
        assert.ok(far(night, other) > REST, `${night.day} and ${other.day}`);
    for (const crew of Map.groupBy(
      all.filter((seat) => seat.placeId === road.id),
      (seat) => seat.day,
    ).values())
      assert.ok(!(crew.some((seat) => seat.personId === staff[0]!.id) && crew.some((seat) => seat.personId === staff[1]!.id)));
  };

  before(async () => {
    house = await openHouse();
    house.at('2026-08-25');
    clerk = await firstClerk(house);
    const names = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八', '冯九', '陈十', '褚甲', '卫乙', '蒋丙', '沈丁'];
    for (const [at, name] of names.entries()) staff.push(await hire(house, clerk, name, `staff${at}`, 'officer'));
    const id = newId();
    await clerk.act('notice.import', { id, text: `${firstNotice(2026)}${NIGHT_ROAD}` });
    await clerk.act('notice.adopt', { id });
    const { places } = await clerk.read('place.list', {});
    assert.equal(places.length, 2);
    for (const place of places)
      await clerk.act('place.setRule', { ...ruleOf(place), weekdays: [1, 3, 5], people: 2, leaderOnDuty: false, leaders: null });
    road = await placeNow(places.at(-1)!.id);
  });
  after(() => house.close());

  it('stands in the rule of the road, set by the clerk alone and only as it can be', async () => {
    assert.deepEqual([road.rule!.rest, road.rule!.apart], [null, []]);
    const pair: [string, string] = [staff[0]!.id, staff[1]!.id];
    const night = { ...ruleOf(road), starts: '19:00', ends: '21:30', rest: REST, apart: [pair] };
    await assert.rejects(staff[0]!.act('place.setRule', night), refusedWith('act.notAllowed'));
    await assert.rejects(clerk.act('place.setRule', { ...night, rest: 11 }), refusedWith('request.invalid'));
    await assert.rejects(clerk.act('place.setRule', { ...night, apart: [[pair[0], pair[0]]] }), refusedWith('request.invalid'));
    await clerk.act('place.setRule', night);
    await assert.rejects(clerk.act('place.setRule', { ...night, rest: 1 }), refusedWith('record.changed'));
    road = await placeNow(road.id);
    assert.deepEqual([road.rule!.rest, road.rule!.apart], [REST, [pair]]);
  });

  it('leaves two patrol days free for everybody who went, in the roster as it is made and as it got fairer', async () => {
    await clerk.act('roster.make', { id: roster, month: '2026-09' });
    const first = await seats();
    assert.ok(first.every((seat) => seat.personId !== null));
    await solved(clerk, roster);
    const found = await seats();
    assert.ok(found.every((seat) => seat.personId !== null));
    nightsHold(found);
  });

  it('is known to the hand and to who explains', async () => {
    const all = await seats();
    const days = patrolDays(all);
    const night = all.find((seat) => seat.placeId === road.id && seat.day === days[5])!;
    const grid = all.find((seat) => seat.placeId !== road.id && seat.day === days[7])!;
    const { day, placeId, n } = grid;
    const change = { day, placeId, n, was: grid.personId, personId: night.personId };
    await assert.rejects(clerk.act('roster.assign', { id: roster, changes: [change] }), refusedWith('roster.unrested'));
    const { candidates } = await clerk.read('roster.explain', { id: roster, day, placeId, n });
    assert.match(candidates.find((one) => one.id === night.personId)!.why!.zh, /至少要隔 2 个巡查日/);
    const { places, people } = await view();
    assert.equal(places.find((place) => place.id === road.id)!.rest, REST);
    assert.ok(people.length >= staff.length);
  });

  it('holds when somebody falls ill: what is offered can be done', async () => {
    await clerk.act('roster.publish', { id: roster });
    const ill = (await seats()).find((seat) => seat.placeId === road.id && seat.day > '2026-09-09')!;
    const { choices } = await clerk.read('roster.repairs', { id: roster, personId: ill.personId!, from: ill.day, to: ill.day });
    const changes = choices[0]!.changes.map(({ day, placeId, n, was, now }) => ({
      day,
      placeId,
      n,
      was: was?.id ?? null,
      personId: now?.id ?? null,
    }));
    assert.ok(changes.length > 0 && changes.every((change) => change.personId !== null));
    await clerk.act('roster.assign', { id: roster, changes });
    nightsHold(await seats());
  });

  it('changed after publishing leaves the roster as it is, and the page points at what breaks it now', async () => {
    const before = await view();
    assert.ok(!before.fairness.remarks.some((remark) => /至少要隔/.test(remark.zh)));
    await clerk.act('place.setRule', { ...ruleOf(await placeNow(road.id)), rest: 8 });
    const after = await view();
    assert.deepEqual(after.roster!.seats, before.roster!.seats);
    assert.ok(after.fairness.remarks.some((remark) => remark.placeId === road.id && /至少要隔 8 个巡查日/.test(remark.zh)));
  });

  it('of a rule from before there was such a thing is as the unit agreed', async () => {
    const { rest: _rest, apart: _apart, ...old } = (await placeNow(road.id)).rule!;
    await house.database.db
      .updateTable('place')
      .set({ rule: JSON.stringify(old) })
      .where('id', '=', road.id)
      .execute();
    const { rule } = await placeNow(road.id);
    assert.deepEqual([rule!.rest, rule!.apart], [null, []]);
    assert.ok(!(await view()).fairness.remarks.some((remark) => /至少要隔/.test(remark.zh)));
  });
});
