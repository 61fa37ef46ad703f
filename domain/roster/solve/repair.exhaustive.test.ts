import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mustsBroken } from './cost.ts';
import { seeded } from './random.ts';
import { groundOf } from './repair.ground.ts';
import { repair } from './repair.ts';
import { judge, solve } from './solve.ts';
import type { RosterTask, Solution } from './task.ts';
import { type Shape, small, taskOf, withAbsent } from './testing/tasks.ts';

type Roster = (string | null)[];

const tiny = fc.record({
  leaders: fc.integer({ min: 1, max: 2 }),
  members: fc.integer({ min: 2, max: 4 }),
  days: fc.integer({ min: 2, max: 4 }),
  walkers: fc.constant(1),
  posts: fc.constant(1),
  rest: fc.integer({ min: 0, max: 1 }),
  gap: fc.constantFrom(null, 2, 3),
  absent: fc.array(fc.nat(23), { maxLength: 2 }),
  apart: fc.boolean(),
  barred: fc.constantFrom([], [], [2]),
  ownRest: fc.array(fc.constantFrom(null, 0, 1, 2), { maxLength: 2 }),
  ownApart: fc.array(fc.tuple(fc.nat(1), fc.nat(5), fc.nat(5)), { maxLength: 3 }),
});
/** Two posts, a leader or a member at each: whoever is needed at one may be taken from the other. */
const wide = fc.record({
  leaders: fc.integer({ min: 2, max: 3 }),
  members: fc.integer({ min: 2, max: 3 }),
  days: fc.constant(2),
  walkers: fc.constant(1),
  posts: fc.constant(2),
  rest: fc.integer({ min: 0, max: 1 }),
  gap: fc.constantFrom(null, 2),
  absent: fc.array(fc.nat(11), { maxLength: 1 }),
  apart: fc.boolean(),
  barred: fc.array(fc.nat(11), { maxLength: 2 }),
  ownRest: fc.array(fc.constantFrom(null, 0, 1, 2), { maxLength: 2 }),
  ownApart: fc.array(fc.tuple(fc.nat(1), fc.nat(5), fc.nat(5)), { maxLength: 3 }),
});

interface Case {
  readonly task: RosterTask;
  readonly published: Solution['assignments'];
  readonly span: { readonly from: number; readonly until: number };
}

/** A solved roster in which some fell ill, and now and then a seat was set by hand against the rules, left empty, or is fixed. */
function fallenIll(shape: Shape, ill: readonly number[], span: Case['span'], seed: number): Case {
  const healthy = taskOf(shape);
  const random = seeded(seed);
  const published = solve(healthy, { seed, steps: 2_000 }).assignments.map((day) => {
    const serving = new Set(day.flat());
    return day.map((crew) =>
      crew.map((id) => {
        const other = healthy.people[random.below(healthy.people.length)]!.id;
        if (random.next() > 0.15 || serving.has(other)) return id;
        serving.add(other);
        return random.next() < 0.3 ? null : other;
      }),
    );
  });
  const fixed = random.next() < 0.3 && published[1]?.[0]?.[1] ? [{ day: 1, post: 0, n: 1, personId: published[1][0][1] }] : [];
  return { task: { ...withAbsent(healthy, ill), fixed }, published, span };
}

/** The rules of the work, written anew: what keeps the people of a roster from being where they are. */
class Rules {
  readonly task: RosterTask;
  readonly seats: readonly { readonly day: number; readonly post: number; readonly n: number; readonly movable: boolean }[];
  constructor({ task, span }: Case) {
    this.task = task;
    this.seats = task.days.flatMap((_, day) =>
      task.posts.flatMap((post, p) =>
        Array.from({ length: 1 + post.seats[day]!.members }, (_seat, n) => ({
          day,
          post: p,
          n,
          movable: day >= span.from && !task.fixed.some((one) => one.day === day && one.post === p && one.n === n),
        })),
      ),
    );
  }
  flat(assignments: Solution['assignments']): Roster {
    return this.seats.map(({ day, post, n }) => assignments[day]![post]![n]!);
  }
  crews(roster: Roster): Solution['assignments'] {
    return this.task.days.map((_, day) =>
      this.task.posts.map((_post, post) => roster.filter((_id, s) => this.seats[s]!.day === day && this.seats[s]!.post === post)),
    );
  }
  mayHold(s: number, id: string): boolean {
    const { day, post, n } = this.seats[s]!;
    const person = this.task.people.find((one) => one.id === id)!;
    return person.role === (n === 0 ? 'leader' : 'member') && person.present[day]! && person.posts?.[post] !== false;
  }
  /** Two seats whose holders cannot both stay. */
  clash(roster: Roster, s: number, t: number): 'twice' | 'rest' | 'apart' | null {
    const [a, b] = [roster[s], roster[t]];
    if (!a || !b) return null;
    const [one, two] = [this.seats[s]!, this.seats[t]!];
    const far = Math.abs(one.day - two.day);
    if (a === b && far === 0) return 'twice';
    const { role } = this.task.people.find(({ id }) => id === a) ?? { role: 'member' };
    const restAt = (post: number): number => this.task.posts[post]!.rest?.[role] ?? this.task.rules[role].rest;
    if (a === b && (far <= restAt(one.post) || far <= restAt(two.post))) return 'rest';
    const kept = [...this.task.apart, ...(this.task.posts[one.post]!.apart ?? [])].some(
      (pair) => pair.includes(a) && pair.includes(b) && a !== b,
    );
    return kept && far === 0 && one.post === two.post ? 'apart' : null;
  }
}

/** Seats whose holder is away, of those that are to be filled. */
const vacatedIn = ({ seats, task }: Rules, was: Roster, until: number): number[] =>
  [...was.keys()].filter((s) => {
    const { day, movable } = seats[s]!;
    return movable && day <= until && task.people.find(({ id }) => id === was[s])?.present[day] === false;
  });

/** Windows in which a person ought to have a duty and has none. */
function pausesOf({ task, seats }: Rules, roster: Roster, id: string): number {
  const person = task.people.find((one) => one.id === id)!;
  const width = task.rules[person.role].gap;
  // Who may not serve everywhere is there on days that have a seat for them: in these tasks on all, or on none.
  if (width === null || person.posts?.every((may) => !may)) return 0;
  let windows = 0;
  for (let d = 0; d + width <= task.days.length; d++) {
    const days = Array.from({ length: width }, (_, k) => d + k);
    const asks = days.filter((day) => person.present[day]).length >= 0.75 * width;
    if (asks && !roster.some((one, s) => one === id && days.includes(seats[s]!.day))) windows++;
  }
  return windows;
}

type Worth = readonly [empty: number, gap: number, changes: number, cost: number];

/** How good a repair is, or null where it breaks what was not broken before. */
function worthOf(rules: Rules, was: Roster, roster: Roster): Worth | null {
  const moved = (s: number): boolean => roster[s] !== was[s];
  for (const [s, id] of roster.entries()) {
    if (!id) continue;
    if (moved(s) && !rules.mayHold(s, id)) return null;
    for (let t = 0; t < s; t++) if (rules.clash(roster, s, t) && (moved(s) || moved(t))) return null;
  }
  const { cost, parts } = judge(rules.task, rules.crews(roster));
  return [roster.filter((id, s) => id === null && was[s] !== null).length, parts.gap, roster.filter((_, s) => moved(s)).length, cost];
}

const isLess = (a: Worth, b: Worth): boolean => {
  for (const [k, one] of a.entries()) if (Math.abs(one - b[k]!) > 1e-6) return one < b[k]!;
  return false;
};

/** The best of all rosters there are. */
function exhaustive(rules: Rules, vacated: readonly number[], was: Roster): Worth {
  let best: Worth | null = null;
  const roster = [...was];
  const visit = (s: number): void => {
    if (s === roster.length) {
      const worth = worthOf(rules, was, roster);
      if (worth && (!best || isLess(worth, best))) best = worth;
      return;
    }
    const stays = vacated.includes(s) ? [null] : [was[s]!, null];
    const options = rules.seats[s]!.movable
      ? [...new Set([...stays, ...rules.task.people.filter(({ id }) => rules.mayHold(s, id)).map(({ id }) => id)])]
      : [was[s]!];
    for (const id of options) {
      roster[s] = id;
      // What clashes with a seat decided already can only be as it was published.
      const clashes = Array.from({ length: s }, (_, t) => t).filter((t) => rules.clash(roster, s, t));
      if (!clashes.some((t) => roster[s] !== was[s] || roster[t] !== was[t])) visit(s + 1);
    }
    roster[s] = was[s]!;
  };
  visit(0);
  return best!;
}

const spans = fc.record({ from: fc.nat(2), until: fc.integer({ min: 1, max: 12 }) });

for (const [name, shapes, runs] of [
  ['one post', tiny, 150],
  ['two posts', wide, 100],
] as const)
  test(`on small rosters (${name}) no repair fills more seats, keeps more musts, changes fewer seats, or as few more fairly`, () => {
    fc.assert(
      fc.property(shapes, fc.array(fc.nat(15), { minLength: 1, maxLength: 3 }), spans, fc.nat(9999), (shape, ill, span, seed) => {
        const one = fallenIll(shape, ill, span, seed);
        const rules = new Rules(one);
        const was = rules.flat(one.published);
        const vacated = vacatedIn(rules, was, span.until);
        // People too long without a duty as published are left for another time.
        const left = was.map((id, s) => (vacated.includes(s) ? null : id));
        const others = one.task.people.filter(({ id }) => !vacated.some((s) => was[s] === id));
        fc.pre(others.every(({ id }) => pausesOf(rules, left, id) === 0));
        const best = exhaustive(rules, vacated, was);
        const repairs = repair(one.task, one.published, span);
        assert.deepEqual([repairs.vacated, repairs.fewest], [vacated.length, best[2]], 'proven as few as can be');
        const { ground } = groundOf(one.task, one.published, span);
        assert.ok(ground.leastEmpty <= best[0] && ground.leastPauses <= best[1], 'nothing is below what is proven at first');
        if (ground.leastEmpty === best[0] && ground.leastPauses === best[1]) assert.ok(ground.leastChanges <= best[2]);
        const [first] = repairs.choices;
        if (!first) return assert.equal(best[2], 0);
        const worth = worthOf(rules, was, rules.flat(first.assignments));
        assert.ok(worth, 'breaks nothing new');
        for (const [k, part] of worth.entries()) assert.ok(Math.abs(part - best[k]!) < 1e-6, `${worth} where ${best} can be`);
      }),
      { numRuns: runs },
    );
  });

const office = fc.record({
  leaders: fc.integer({ min: 4, max: 6 }),
  members: fc.integer({ min: 8, max: 12 }),
  days: fc.integer({ min: 6, max: 12 }),
  posts: fc.constant(2),
  walkers: fc.constant(2),
  rest: fc.integer({ min: 0, max: 1 }),
  gap: fc.constantFrom(null, 6),
  absent: fc.array(fc.nat(99), { maxLength: 8 }),
  apart: fc.boolean(),
  barred: fc.array(fc.nat(30), { maxLength: 3 }),
  ownRest: fc.array(fc.constantFrom(null, 0, 1, 2), { maxLength: 2 }),
  ownApart: fc.array(fc.tuple(fc.nat(1), fc.nat(5), fc.nat(5)), { maxLength: 3 }),
});

test('whatever happens a choice changes nothing that is past or fixed, breaks no must anew, and is what it says it is', () => {
  fc.assert(
    fc.property(office, fc.array(fc.nat(190), { minLength: 1, maxLength: 12 }), spans, fc.nat(9999), (shape, ill, span, seed) => {
      const one = fallenIll(shape, ill, span, seed);
      const rules = new Rules(one);
      const was = rules.flat(one.published);
      const vacated = vacatedIn(rules, was, span.until);
      const repairs = repair(one.task, one.published, span);
      const { fewest, choices } = repairs;
      assert.equal(repairs.vacated, vacated.length);
      for (const { changes, assignments, cost, parts } of choices) {
        const roster = rules.flat(assignments);
        const worth = worthOf(rules, was, roster);
        assert.ok(worth, 'breaks nothing new');
        assert.deepEqual(
          changes,
          rules.seats.flatMap(({ day, post, n }, s) => (roster[s] === was[s] ? [] : [{ day, post, n, was: was[s], now: roster[s] }])),
        );
        assert.ok(rules.seats.every(({ movable }, s) => movable || roster[s] === was[s]));
        assert.ok(vacated.every((s) => roster[s] !== was[s]));
        assert.deepEqual(judge(one.task, assignments), { cost, parts });
        assert.ok(fewest <= choices[0]!.changes.length && changes.length >= choices[0]!.changes.length);
        assert.ok(mustsBroken(parts) <= mustsBroken(choices[0]!.parts));
      }
      assert.equal(new Set(choices.map(({ changes }) => JSON.stringify(changes))).size, choices.length, 'each different');
      assert.ok(choices.length <= 3);
      assert.deepEqual(repair(one.task, one.published, span), repairs, 'the same again');
    }),
    { numRuns: 40 },
  );
});

test('who was put in a seat of another role, or is not asked by the task at all, stays where they are', () => {
  const task = taskOf({ ...small, days: 1, posts: 1, walkers: 1 });
  const none = { vacated: 0, fewest: 0, choices: [] };
  assert.deepEqual(repair(task, [[['leader0', 'leader1']]]), none);
  assert.deepEqual(repair(task, [[['leader0', 'somebody else']]]), none);
  assert.equal(repair(withAbsent(task, [1]), [[['leader0', 'leader1']]]).vacated, 1);
});

test('who was away for a duty serves again so that they are not too long without one', () => {
  // Three walkers in turn; member3 is ill on the first of its two days, and four days running ask for a duty.
  const task = withAbsent(taskOf({ ...small, posts: 1, walkers: 1, members: 3, gap: 4 }), [3 * 6]);
  const published = ['member3', 'member4', 'member5', 'member4', 'member5', 'member3'].map((id, d) => [[`leader${d % 3}`, id]]);
  const { vacated, fewest, choices } = repair(task, published);
  assert.deepEqual([vacated, fewest, choices[0]!.changes.length, choices[0]!.kind], [1, 2, 2, 'exchange']);
  assert.equal(choices[0]!.parts.gap, 0);
});
