import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fastCheck from 'fast-check';
import { decide, whyNot } from '../kernel/act.ts';
import type { Actor } from '../kernel/actor.ts';
import type { WorkingCalendar } from '../kernel/calendar.ts';
import { remarksOn } from './check.ts';
import { patrolDaysOf } from './days.ts';
import { type Musts, whyNotHere, withLeads } from './musts.ts';
import type { RosterPerson, RosterPlace, RosterPlan } from './plan.ts';
import { firstRoster, judgeRoster, proposeRoster } from './propose.ts';
import { type RosterTerms, type Seat, usualTerms } from './roster.model.ts';
import { reseated, rosterWorkflow, whyNotReseated } from './roster.rules.ts';

const days = (from: string, to: string, name: string): [string, string][] => {
  const list: [string, string][] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) list.push([new Date(at).toISOString().slice(0, 10), name]);
  return list;
};
/** Spring Festival and National Day of 2026 as announced. */
const calendar: WorkingCalendar = {
  holidays: new Map([...days('2026-02-15', '2026-02-23', '春节'), ...days('2026-10-01', '2026-10-07', '国庆节')]),
  makeUpDays: new Map([
    ['2026-02-14', '春节'],
    ['2026-02-28', '春节'],
    ['2026-09-20', '国庆节'],
    ['2026-10-10', '国庆节'],
  ]),
};
const MON_WED_FRI = [1, 3, 5];

describe('patrol days', () => {
  it('are the weekdays of the rule in an ordinary week', () => {
    assert.deepEqual(patrolDaysOf('2026-03', MON_WED_FRI, calendar).slice(0, 4), ['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-09']);
  });

  it('move to the free working day of a short week, make-up weekends included', () => {
    const february = patrolDaysOf('2026-02', MON_WED_FRI, calendar);
    assert.ok(!february.some((day) => day >= '2026-02-15' && day <= '2026-02-23'), 'nobody patrols at Spring Festival');
    assert.equal(february.filter((day) => day >= '2026-02-23' && day <= '2026-03-01').length, 3);
    const october = patrolDaysOf('2026-10', MON_WED_FRI, calendar);
    assert.deepEqual(october.filter((day) => day <= '2026-10-11').length, 3, 'Thursday, Friday and the make-up Saturday carry the week');
  });
});

const people = (walkers: number, leaders: number): RosterPerson[] => [
  ...Array.from({ length: leaders }, (_, i) => person(`l${i}`, { mayLead: true, mayWalk: false })),
  ...Array.from({ length: walkers }, (_, i) => person(`w${i}`, { mayLead: false, mayWalk: true })),
];
const person = (id: string, may: Pick<RosterPerson, 'mayLead' | 'mayWalk'>): RosterPerson => ({
  id,
  name: `人员${id}`,
  ...may,
  surplus: 0,
  away: [],
});
const places = (...months: string[]): RosterPlace[] =>
  ['grid', 'road'].map((id) => ({
    id,
    people: 2,
    leaderOnDuty: true,
    leaders: null,
    rest: null,
    apart: [],
    days: months.flatMap((month) => patrolDaysOf(month, MON_WED_FRI, calendar)),
  }));
const aPlan = (given: Partial<RosterPlan> = {}): RosterPlan => ({
  people: people(12, 4),
  places: places('2026-03'),
  terms: usualTerms,
  kept: [],
  ...given,
});
const mustsOf = (plan: RosterPlan): Musts => ({
  people: plan.people.map((one) => withLeads(one, plan.places)),
  places: plan.places.map(({ id, rest, apart }) => ({ id, name: id, rest, apart })),
  terms: plan.terms,
  days: [...new Set(plan.places.flatMap((place) => place.days))].sort(),
});
const loads = (seats: readonly { personId: string | null }[]): Map<string, number> =>
  seats.reduce(
    (counts, { personId }) => (personId ? counts.set(personId, (counts.get(personId) ?? 0) + 1) : counts),
    new Map<string, number>(),
  );
const agreed = (rest: number): RosterTerms => ({ rest: { leader: rest, member: rest }, apart: [] });

/** What stands against the seats as they are: nothing, in a roster that may be published. */
const broken = (plan: RosterPlan, seats: readonly Seat[]): string[] =>
  seats.flatMap((seat) => {
    const problem = seat.personId === null ? null : whyNotHere(mustsOf(plan), seats, seat, seat.personId);
    return problem ? [problem.words.zh] : [];
  });

describe('a proposed roster', () => {
  it('holds every must, whoever is away and whatever was agreed on, and gives everybody as much as anybody', () => {
    fastCheck.assert(
      fastCheck.property(
        fastCheck.integer({ min: 8, max: 24 }),
        fastCheck.integer({ min: 4, max: 8 }),
        fastCheck.constantFrom('2026-02', '2026-03', '2026-10'),
        fastCheck.constantFrom(null, 0, 1),
        fastCheck.array(fastCheck.tuple(fastCheck.nat(23), fastCheck.nat(20), fastCheck.nat(12)), { maxLength: 4 }),
        fastCheck.array(fastCheck.tuple(fastCheck.nat(7), fastCheck.nat(7)), { maxLength: 2 }),
        fastCheck.tuple(fastCheck.constantFrom(null, null, 0, 1, 2), fastCheck.option(fastCheck.tuple(fastCheck.nat(3), fastCheck.nat(3)))),
        (walkers, leaders, month, rest, leaves, apart, [own, pair]) => {
          const away = leaves.map(([who, day, length]) => ({
            who: `w${who % walkers}`,
            from: `${month}-${String(day + 1).padStart(2, '0')}`,
            to: `${month}-${String(Math.min(28, day + 1 + length)).padStart(2, '0')}`,
          }));
          const plan = aPlan({
            people: people(walkers, leaders).map((one) => ({
              ...one,
              away: away.filter(({ who }) => who === one.id).map(({ from, to }) => ({ from, to, kind: 'leave' as const })),
            })),
            places: places(month).map((place) =>
              place.id === 'grid'
                ? place
                : { ...place, rest: own, apart: pair && pair[0] !== pair[1] ? [[`w${pair[0]}`, `w${pair[1] + 4}`]] : [] },
            ),
            terms: {
              rest: { leader: rest, member: rest },
              apart: apart.filter(([a, b]) => a !== b).map(([a, b]) => [`w${a}`, `w${b}`] as [string, string]),
            },
          });
          const { seats } = proposeRoster(plan, { steps: 60_000 });
          assert.deepEqual(broken(plan, seats), []);
          if (leaves.length > 0 || walkers < 12 || own === 2) return;
          assert.ok(seats.every((seat) => seat.personId?.startsWith(seat.n === 0 ? 'l' : 'w')));
          for (const role of ['l', 'w']) {
            const all = plan.people.filter((one) => one.id.startsWith(role)).map((one) => loads(seats).get(one.id) ?? 0);
            assert.ok(Math.max(...all) - Math.min(...all) <= 1, `${all}`);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same for the same plan, keeps what is pinned, and lets those rest who served more before', () => {
    const plan = aPlan({ people: people(12, 3) });
    assert.deepEqual(proposeRoster(plan), proposeRoster(plan));
    const kept = [{ day: '2026-03-02', placeId: 'road', n: 1, personId: 'w11', pinned: true, changedIn: null }];
    const again = proposeRoster({ ...plan, kept });
    assert.deepEqual(
      again.seats.find((seat) => seat.pinned),
      kept[0],
    );
    const tired = plan.people.map((one) => (one.id === 'w0' ? { ...one, surplus: 3 } : one));
    assert.ok((loads(proposeRoster({ ...plan, people: tired }).seats).get('w0') ?? 0) < (loads(proposeRoster(plan).seats).get('w0') ?? 0));
  });

  it('passes over who is away, and says what it proved', () => {
    const plan = aPlan();
    const away = plan.people.map((one) =>
      one.id === 'w3' ? { ...one, away: [{ from: '2026-03-09', to: '2026-03-20', kind: 'leave' as const }] } : one,
    );
    const { seats } = proposeRoster({ ...plan, people: away });
    assert.ok(seats.every((seat) => seat.personId !== 'w3' || seat.day < '2026-03-09' || seat.day > '2026-03-20'));
    assert.ok(seats.some((seat) => seat.personId === 'w3'));
    const judged = judgeRoster({ ...plan, people: away }, seats);
    assert.ok(judged.bound <= judged.cost && judged.cost < 30, JSON.stringify(judged));
    const worse = seats.map((seat, at) => (at < 20 && seat.n > 0 ? { ...seat, personId: 'w0' } : seat));
    assert.ok(judgeRoster({ ...plan, people: away }, worse).cost > judged.cost);
  });

  it('stands complete at once, and the search from it only makes it fairer', () => {
    const plan = aPlan({ places: places('2026-02', '2026-03') });
    const first = firstRoster(plan);
    assert.ok(first.seats.every((seat) => seat.personId !== null));
    const found = proposeRoster(plan, { start: first.seats });
    assert.ok(found.cost <= first.cost && found.cost >= found.bound);
    assert.deepEqual(new Set(found.seats.map((seat) => seat.day.slice(0, 7))), new Set(['2026-02', '2026-03']));
  });

  it('leaves a seat empty rather than fill it wrongly, and says so', () => {
    const plan = aPlan({ people: people(3, 1) });
    const { seats } = proposeRoster(plan);
    const empty = seats.filter((seat) => seat.personId === null);
    assert.ok(empty.length > 0);
    assert.ok(remarksOn(seats, mustsOf(plan)).some((remark) => remark.zh === '缺带班领导'));
  });

  it('rather sets somebody twice running than leave a seat empty, unless rest was agreed on', () => {
    const few = { people: people(5, 3) };
    assert.ok(proposeRoster(aPlan(few)).seats.every((seat) => seat.personId !== null));
    const strict = aPlan({ ...few, terms: agreed(1) });
    const { seats } = proposeRoster(strict);
    assert.ok(seats.some((seat) => seat.personId === null));
    assert.deepEqual(broken(strict, seats), []);
  });

  it('lets only those lead a place whom its rule names', () => {
    const [grid, road] = places('2026-03') as [RosterPlace, RosterPlace];
    const plan = aPlan({
      places: [
        { ...grid, leaders: ['l0', 'l1'] },
        { ...road, leaders: null },
      ],
    });
    const { seats } = proposeRoster(plan);
    assert.ok(seats.every((seat) => seat.n > 0 || seat.placeId === 'road' || ['l0', 'l1'].includes(seat.personId ?? '')));
    assert.deepEqual(broken(plan, seats), []);
  });
});

describe('a change by hand', () => {
  const plan = aPlan({ terms: { rest: { leader: null, member: 1 }, apart: [['w0', 'w1']] } });
  const { seats } = proposeRoster(plan);
  const roster = { seats, version: 1 };
  const musts = mustsOf(plan);
  const today = '2026-03-01';
  const seatAt = (day: string, placeId: string, n: number) =>
    seats.find((seat) => seat.day === day && seat.placeId === placeId && seat.n === n)!;

  it('is refused with the reason: gone by, no leader, twice a day, apart, not rested', () => {
    const code = (change: { day: string; placeId: string; n: number; personId: string }, day = today) =>
      whyNotReseated(roster, day, { changes: [change], musts })?.code ?? null;
    const seat = { day: '2026-03-11', placeId: 'grid', n: 1 };
    assert.equal(code({ ...seat, personId: 'w5' }, '2026-03-12'), 'roster.past');
    assert.equal(code({ ...seat, n: 0, personId: 'w5' }), 'roster.mayNotLead');
    assert.equal(code({ ...seat, personId: seatAt('2026-03-11', 'road', 1).personId! }), 'roster.seatTwice');
    const before = seatAt('2026-03-09', 'grid', 1).personId!;
    assert.equal(code({ ...seat, personId: before }), 'roster.unrested');
    const near = new Set(seats.filter((one) => ['2026-03-09', '2026-03-11', '2026-03-13'].includes(one.day)).map((one) => one.personId));
    const together = seats.map((one) =>
      one.day === '2026-03-11' && one.placeId === 'grid' && one.n === 2 ? { ...one, personId: 'w1' } : one,
    );
    const changes = [{ ...seat, personId: 'w0' }];
    if (!near.has('w0')) assert.equal(whyNotReseated({ ...roster, seats: together }, today, { changes, musts })?.code, 'roster.apart');
  });

  it('exchanges two people at once, where one after the other could not be', () => {
    const [a, b] = [seatAt('2026-03-11', 'grid', 1), seatAt('2026-03-11', 'road', 1)];
    const changes = [
      { day: a.day, placeId: a.placeId, n: a.n, personId: b.personId },
      { day: b.day, placeId: b.placeId, n: b.n, personId: a.personId },
    ];
    assert.equal(whyNotReseated(roster, today, { changes, musts }), null);
    const next = reseated(roster, changes, true);
    assert.equal(next.version, 2);
    assert.deepEqual(
      next.seats.filter((seat) => seat.changedIn === 2).map((seat) => [seat.placeId, seat.personId, seat.pinned]),
      [
        ['grid', b.personId, true],
        ['road', a.personId, true],
      ],
    );
  });
});

describe('a place with a rest and pairs of its own', () => {
  const [grid, road] = places('2026-03') as [RosterPlace, RosterPlace];
  const plan = aPlan({ people: people(24, 8), places: [grid, { ...road, rest: 2, apart: [['w0', 'w1']] }] });
  const { seats } = proposeRoster(plan, { steps: 200_000 });
  const musts = mustsOf(plan);
  const held = (day: string, placeId: string, n: number, personId: string): Seat => ({
    day,
    placeId,
    n,
    personId,
    pinned: false,
    changedIn: null,
  });
  const why = (all: readonly Seat[], seat: Seat) => whyNotHere(musts, all, seat, seat.personId!);

  it('keeps two patrol days free before and after a night on the road, wherever the other duty is', () => {
    assert.deepEqual(broken(plan, seats), []);
    const at = new Map(musts.days.map((day, i) => [day, i]));
    for (const night of seats.filter((seat) => seat.placeId === 'road'))
      for (const other of seats.filter((seat) => seat.personId === night.personId && seat !== night))
        assert.ok(Math.abs(at.get(night.day)! - at.get(other.day)!) > 2, `${night.personId} ${night.day} ${other.day}`);
  });

  it('says so to whoever comes too near by hand, whichever of the two seats it is', () => {
    const [night, day] = [held('2026-03-02', 'road', 1, 'w5'), held('2026-03-06', 'grid', 1, 'w5')];
    for (const [seat, other] of [
      [night, day],
      [day, night],
    ] as const) {
      const problem = why([night, day], seat);
      assert.equal(problem?.code, 'roster.unrested');
      assert.match(problem.words.zh, new RegExp(`${other.day}.*至少要隔 2 个巡查日`));
    }
    const later = { ...day, day: '2026-03-09' };
    assert.equal(why([night, later], later), null);
    const twoDays = [held('2026-03-02', 'grid', 1, 'w5'), held('2026-03-04', 'grid', 1, 'w5')];
    assert.equal(why(twoDays, twoDays[1]!), null, 'the grid goes by what the unit agreed: nothing');
  });

  it('its own rest counts also where it asks less than the unit', () => {
    const eased = mustsOf({ ...plan, terms: agreed(2), places: [grid, { ...road, rest: 0 }] });
    const [one, other] = [held('2026-03-02', 'road', 1, 'w5'), held('2026-03-04', 'road', 1, 'w5')];
    assert.equal(whyNotHere(eased, [one, other], other, 'w5'), null);
    const grids = { ...other, placeId: 'grid' };
    assert.equal(whyNotHere(eased, [one, grids], one, 'w5')?.code, 'roster.unrested', 'the stricter of the two counts');
  });

  it('does not send two people to the road who must not go together, and lets them share the grid', () => {
    const together = (placeId: string) => [held('2026-03-02', placeId, 1, 'w1'), held('2026-03-02', placeId, 2, 'w0')];
    assert.equal(why(together('road'), together('road')[0]!)?.code, 'roster.apart');
    assert.equal(why(together('grid'), together('grid')[0]!), null);
    assert.equal(remarksOn(together('road'), musts).length, 2, 'both seats are pointed at');
  });
});

describe('a published roster', () => {
  const clerk: Actor = { personId: 'c', name: '专员', unitId: 'u', posts: [{ unitId: 'u', kind: 'campaignClerk', sectionId: null }] };
  const at = { actor: clerk, now: '2026-03-01T01:00:00.000Z' };

  it('holds every must, whatever was tried by hand before and who fell ill after it was made', () => {
    const [grid, road] = places('2026-03') as [RosterPlace, RosterPlace];
    const plan = aPlan({
      people: people(18, 6),
      places: [grid, { ...road, rest: 2, apart: [['w4', 'w5']] }],
      terms: { rest: { leader: 0, member: 1 }, apart: [['w2', 'w3']] },
    });
    const made = proposeRoster(plan, { steps: 40_000 }).seats;
    const change = fastCheck.tuple(fastCheck.nat(made.length - 1), fastCheck.constantFrom(...plan.people.map((one) => one.id)));
    const illness = fastCheck.tuple(fastCheck.nat(11), fastCheck.integer({ min: 1, max: 28 }));
    fastCheck.assert(
      fastCheck.property(fastCheck.array(change, { maxLength: 12 }), fastCheck.option(illness), (changes, ill) => {
        let roster = { id: 'r', unitId: 'u', state: 'draft' as const, from: '2026-03-01', to: '2026-03-31', version: 0, seats: [...made] };
        for (const [seat, personId] of changes) {
          const { day, placeId, n } = made[seat]!;
          const input = { changes: [{ day, placeId, n, personId }], musts: mustsOf(plan) };
          if (!whyNot(rosterWorkflow, roster, 'assign', at, input))
            roster = { ...roster, ...decide(rosterWorkflow, roster, 'assign', input, at).next, state: 'draft' };
        }
        const people = plan.people.map((one) =>
          ill && one.id === `w${ill[0]}`
            ? { ...one, away: [{ from: `2026-03-${String(ill[1]).padStart(2, '0')}`, to: '2026-03-31', kind: 'sick' as const }] }
            : one,
        );
        const now = { ...plan, people };
        const problem = whyNot(rosterWorkflow, roster, 'publish', at, { musts: mustsOf(now) });
        if (problem) assert.ok(broken(now, roster.seats).length > 0 && problem.code === 'roster.broken');
        else assert.deepEqual(broken(now, decide(rosterWorkflow, roster, 'publish', { musts: mustsOf(now) }, at).next.seats), []);
      }),
      { numRuns: 150 },
    );
  });
});
