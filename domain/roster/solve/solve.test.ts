import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { costOf, partsOf } from './cost.ts';
import { layOut } from './instance.ts';
import { seeded } from './random.ts';
import { judge, solve, solving } from './solve.ts';
import { State } from './state.ts';
import type { RosterTask } from './task.ts';
import { small, taskOf } from './testing/tasks.ts';

const shapes = fc.record({
  leaders: fc.integer({ min: 2, max: 4 }),
  members: fc.integer({ min: 3, max: 7 }),
  days: fc.integer({ min: 1, max: 6 }),
  posts: fc.integer({ min: 1, max: 2 }),
  walkers: fc.integer({ min: 1, max: 2 }),
  rest: fc.integer({ min: 0, max: 1 }),
  gap: fc.constantFrom(null, 4),
  absent: fc.array(fc.nat(60), { maxLength: 8 }),
  apart: fc.boolean(),
  ownRest: fc.array(fc.constantFrom(null, 0, 1, 2), { maxLength: 2 }),
  ownApart: fc.array(fc.tuple(fc.nat(1), fc.nat(5), fc.nat(5)), { maxLength: 3 }),
});

test('every seat is filled by somebody of its role who is there, once a day, rested; or it stays empty', () => {
  fc.assert(
    fc.property(shapes, fc.nat(99), (shape, seed) => {
      const task = taskOf(shape);
      const { assignments, parts, bound, cost } = solve(task, { seed, steps: 20_000 });
      assert.equal(parts.rest, 0);
      for (const [d, day] of assignments.entries()) {
        const serving = day.flat().filter((id): id is string => id !== null);
        assert.equal(new Set(serving).size, serving.length, 'nobody twice a day');
        for (const crew of day)
          for (const [n, id] of crew.entries()) {
            if (id === null) continue;
            const person = task.people.find((one) => one.id === id)!;
            assert.ok(person.present[d] && person.role === (n === 0 ? 'leader' : 'member'));
          }
      }
      assert.ok(bound <= cost + 1e-6);
      assert.equal(judge(task, assignments).cost, cost);
    }),
    { numRuns: 60 },
  );
});

test('the change of the cost that a move answers is the difference of the whole', () => {
  fc.assert(
    fc.property(shapes, fc.nat(999), (shape, seed) => {
      const on = layOut(taskOf(shape));
      const state = new State(on);
      const random = seeded(seed);
      let cost = costOf(partsOf(on, state.holder));
      for (let k = 0; k < 60; k++) {
        const seat = random.below(on.seatDay.length);
        const person = random.below(on.people);
        const was = state.holder[seat]!;
        const fits = state.fits(person, seat);
        const estimate = was === person || !fits ? null : state.changeOfReplacing(seat, person);
        const pausesBefore = partsOf(on, state.holder).gap;
        let change = state.take(seat);
        if (was >= 0) change += 1000;
        if (state.fits(person, seat)) change += state.put(seat, person) - 1000;
        cost += change;
        const now = partsOf(on, state.holder);
        assert.ok(Math.abs(cost - costOf(now)) < 1e-5, `step ${k}`);
        // The quick estimate leaves pauses out and nothing else.
        if (estimate !== null && state.holder[seat] === person)
          assert.ok(Math.abs(estimate - (change - 1000 * (now.gap - pausesBefore))) < 1e-5, `estimate of step ${k}`);
      }
    }),
    { numRuns: 100 },
  );
});

test('the estimate of an exchange is what the exchange changes', () => {
  const ownApart = [
    [1, 0, 3],
    [1, 2, 4],
    [0, 1, 5],
  ] as const;
  const on = layOut(taskOf({ ...small, absent: [3, 17, 40], ownApart }));
  const state = new State(on);
  for (let seat = 0; seat < on.seatDay.length; seat++) {
    const person = [...on.peopleOf[on.seatRole[seat]!]!].find((one) => state.fits(one, seat));
    if (person !== undefined) state.put(seat, person);
  }
  const random = seeded(5);
  let looked = 0;
  for (let k = 0; k < 2000; k++) {
    const [s, t] = [random.below(on.seatDay.length), random.below(on.seatDay.length)];
    const [a, b] = [state.holder[s]!, state.holder[t]!];
    if (on.seatRole[s] !== on.seatRole[t] || on.crewOf[s] === on.crewOf[t] || a < 0 || b < 0 || a === b) continue;
    const estimate = state.changeOfExchanging(s, t);
    let change = state.take(s) + state.take(t);
    const fits = state.fits(a, t) && state.fits(b, s);
    change += state.put(t, fits ? a : b) + state.put(s, fits ? b : a);
    if (!fits) continue;
    assert.ok(Math.abs(change - estimate) < 1e-6);
    looked++;
  }
  assert.ok(looked > 50);
});

test('on small tasks nothing better exists than what is called optimal, and nothing is below the bound', () => {
  const shape = fc.record({
    leaders: fc.integer({ min: 1, max: 2 }),
    members: fc.integer({ min: 2, max: 4 }),
    days: fc.integer({ min: 1, max: 3 }),
    absent: fc.array(fc.nat(11), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(shape, (drawn) => {
      const task = taskOf({ ...small, ...drawn, posts: 1, walkers: 2 });
      const found = solve(task, { steps: 40_000 });
      const least = exhaustive(task);
      assert.ok(found.bound <= least + 1e-6, `bound ${found.bound} of ${least}`);
      if (found.proof === 'optimal') assert.ok(Math.abs(found.cost - least) < 1e-6);
      assert.ok(found.cost >= least - 1e-6);
    }),
    { numRuns: 25 },
  );
});

/** Every roster of one post with a leader and two members. */
function exhaustive(task: RosterTask): number {
  const of = (role: string): (string | null)[] => [
    null,
    ...task.people.filter((person) => person.role === role).map((person) => person.id),
  ];
  const crews = of('leader').flatMap((leader) => of('member').flatMap((one) => of('member').map((two) => [leader, one, two])));
  const there = (id: string | null, d: number): boolean => id === null || task.people.find((person) => person.id === id)!.present[d]!;
  let least = Number.POSITIVE_INFINITY;
  const visit = (days: (string | null)[][][]): void => {
    const d = days.length;
    if (d === task.days.length) {
      least = Math.min(least, judge(task, days).cost);
      return;
    }
    for (const crew of crews) {
      if (!crew.every((id) => there(id, d)) || (crew[1] !== null && crew[1] === crew[2]) || (crew[1] === null && crew[2] !== null))
        continue;
      // An empty seat where somebody could sit is never the least.
      if (crew.filter((id) => id === null).length > missing(task, d)) continue;
      visit([...days, [crew]]);
    }
  };
  visit([]);
  return least;
}

function missing(task: RosterTask, d: number): number {
  const there = (role: string): number => task.people.filter((person) => person.role === role && person.present[d]).length;
  return Math.max(0, 1 - there('leader')) + Math.max(0, 2 - there('member'));
}

test('seats that are fixed stay, the same seed gives the same roster, a stopped run is complete', () => {
  const task: RosterTask = {
    ...taskOf(small),
    fixed: [
      { day: 2, post: 1, n: 1, personId: 'member5' },
      { day: 0, post: 0, n: 0, personId: 'leader2' },
    ],
  };
  const one = solve(task, { seed: 4, steps: 60_000 });
  assert.deepEqual([one.assignments[2]![1]![1], one.assignments[0]![0]![0]], ['member5', 'leader2']);
  assert.deepEqual(solve(task, { seed: 4, steps: 60_000 }), one);
  const stopped = solving(task, { seed: 4 }).next();
  assert.ok(!stopped.done && stopped.value.solution().parts.empty === 0);
});
