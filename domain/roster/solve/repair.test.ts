import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fastCheck from 'fast-check';
import { repair } from './repair.ts';
import { judge, solve } from './solve.ts';
import type { RosterTask, Solution } from './task.ts';

/** Days one after the other, two posts of a leader and so many members each. */
function aTask(given: {
  readonly days: number;
  readonly leaders: number;
  readonly members: number;
  readonly seats?: number;
  readonly rest?: number;
}): RosterTask {
  const days = Array.from({ length: given.days }, (_, d) => `2026-03-${String(d + 1).padStart(2, '0')}`);
  const person = (id: string, role: 'leader' | 'member') => ({ id, role, present: days.map(() => true), before: 0 });
  const rest = given.rest ?? 1;
  return {
    days,
    kinds: days.map((_, d) => d % 3),
    posts: ['grid', 'road'].map((id) => ({ id, seats: days.map(() => ({ leader: true, members: given.seats ?? 1 })) })),
    people: [
      ...Array.from({ length: given.leaders }, (_, i) => person(`l${i}`, 'leader')),
      ...Array.from({ length: given.members }, (_, i) => person(`m${i}`, 'member')),
    ],
    rules: { leader: { rest, gap: null }, member: { rest, gap: null } },
    apart: [],
    fixed: [],
  };
}

const without = (task: RosterTask, id: string, days: readonly number[]): RosterTask => ({
  ...task,
  people: task.people.map((one) => (one.id === id ? { ...one, present: one.present.map((there, d) => there && !days.includes(d)) } : one)),
});

function applied(
  assignments: Solution['assignments'],
  changes: ReturnType<typeof repair>['choices'][number]['changes'],
): Solution['assignments'] {
  const next = assignments.map((day) => day.map((crew) => [...crew]));
  for (const { day, post, n, was, now } of changes) {
    assert.equal(next[day]![post]![n], was);
    next[day]![post]![n] = now;
  }
  return next;
}

const musts = (task: RosterTask, assignments: Solution['assignments']): number => {
  const { parts } = judge(task, assignments);
  const present = new Map(task.people.map((one) => [one.id, one.present]));
  const absent = assignments.flat(2).filter((id, at) => {
    const day = Math.floor(at / (assignments[0]!.flat().length || 1));
    return id !== null && !present.get(id)![day];
  }).length;
  return parts.empty + parts.rest + parts.apart + parts.barred + absent;
};

/** The fewest changed seats with which every must holds, by trying everything; null where nothing does. */
function bruteForce(task: RosterTask, published: Solution['assignments']): number | null {
  const seats = published.flatMap((day, d) => day.flatMap((crew, p) => crew.map((was, n) => ({ d, p, n, was }))));
  const roleOf = new Map(task.people.map((one) => [one.id, one.role]));
  for (let most = 0; most <= 3; most++) if (tryWith(0, most)) return most;
  return null;

  function tryWith(from: number, left: number, now: Solution['assignments'] = published): boolean {
    if (musts(task, now) === 0) return true;
    if (left === 0) return false;
    for (let at = from; at < seats.length; at++) {
      const { d, p, n, was } = seats[at]!;
      for (const person of task.people) {
        if (person.id === was || person.role !== roleOf.get(was!)) continue;
        const next = now.map((day) => day.map((crew) => [...crew]));
        next[d]![p]![n] = person.id;
        if (tryWith(at + 1, left - 1, next)) return true;
      }
    }
    return false;
  }
}

describe('a repair', () => {
  it('fills every seat of the absent, breaks nothing, disturbs nobody before the day and nothing fixed', () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.nat(9), fastCheck.nat(11), fastCheck.integer({ min: 1, max: 4 }), (who, first, length) => {
        const task = aTask({ days: 12, leaders: 5, members: 10, seats: 2 });
        const { assignments } = solve(task, { steps: 40_000 });
        const days = Array.from({ length }, (_, i) => first + i);
        const fixed = [{ day: 11, post: 0, n: 1, personId: assignments[11]![0]![1]! }];
        const absent = { ...without(task, `m${who}`, days), fixed: fixed.filter((one) => one.personId !== `m${who}`) };
        const { vacated, fewest, choices } = repair(absent, assignments, { from: first });
        if (vacated === 0) return;
        assert.deepEqual(repair(absent, assignments, { from: first }), repair(absent, assignments, { from: first }));
        assert.ok(choices.length >= 1 && choices.length <= 3);
        assert.ok(choices[0]!.changes.length >= fewest);
        for (const { changes, cost } of choices) {
          const next = applied(assignments, changes);
          assert.equal(musts(absent, next), 0);
          assert.ok(changes.every((change) => change.day >= first));
          assert.ok(absent.fixed.every(({ day, post, n, personId }) => next[day]![post]![n] === personId));
          assert.ok(Math.abs(judge(absent, next).cost - cost) < 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('changes no more seats than must be, and says how many that is', () => {
    fastCheck.assert(
      fastCheck.property(fastCheck.nat(3), fastCheck.nat(3), fastCheck.integer({ min: 1, max: 9 }), (who, day, seed) => {
        const task = aTask({ days: 4, leaders: 4, members: 4 });
        const { assignments, parts } = solve(task, { steps: 20_000, seed });
        if (parts.empty > 0) return;
        const absent = without(task, `m${who}`, [day]);
        const { vacated, fewest, choices } = repair(absent, assignments);
        if (vacated === 0) return;
        const least = bruteForce(absent, assignments);
        if (least === null) assert.ok(choices[0]!.parts.empty > 0 || choices[0]!.changes.length > 3);
        else {
          assert.equal(choices[0]!.changes.length, least);
          assert.ok(fewest <= least);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('moves one person after the other where nobody can simply stand in', () => {
    // m0 and m1 serve on the first day, m2 and m3 on the second; with a day of rest nobody is free to stand in for m0.
    const task = aTask({ days: 3, leaders: 6, members: 5, rest: 0 });
    const base: Solution['assignments'] = [
      [
        ['l0', 'm0'],
        ['l1', 'm1'],
      ],
      [
        ['l2', 'm2'],
        ['l3', 'm3'],
      ],
      [
        ['l4', 'm0'],
        ['l5', 'm1'],
      ],
    ];
    const barred = {
      ...without(task, 'm0', [0]),
      people: without(task, 'm0', [0]).people.map((one) =>
        one.id === 'm4' || one.id === 'm2' || one.id === 'm3' ? { ...one, posts: [false, true] } : one,
      ),
    };
    const { choices, fewest, vacated } = repair(barred, base);
    assert.deepEqual([vacated, fewest, choices[0]!.kind, choices[0]!.changes.length], [1, 2, 'chain', 2]);
    assert.equal(choices[0]!.changes.find((change) => change.was === 'm0')!.now, 'm1');
  });

  it('offers an exchange that leaves everybody with as many duties as before', () => {
    const task = aTask({ days: 12, leaders: 6, members: 8 });
    const { assignments } = solve(task, { steps: 40_000 });
    const first = assignments.findIndex((day) => day.flat().includes('m0'));
    const { choices } = repair(without(task, 'm0', [first]), assignments, { from: first });
    const exchange = choices.find((choice) => choice.kind === 'exchange');
    assert.ok(exchange);
    const count = (next: Solution['assignments']) =>
      new Map(task.people.map((one) => [one.id, next.flat(2).filter((id) => id === one.id).length]));
    assert.deepEqual(count(applied(assignments, exchange.changes)), count(assignments));
  });

  it('leaves a seat empty where nobody can take it', () => {
    const task = aTask({ days: 1, leaders: 2, members: 2 });
    const { choices } = repair(without(task, 'm0', [0]), [
      [
        ['l0', 'm0'],
        ['l1', 'm1'],
      ],
    ]);
    assert.deepEqual(
      choices[0]!.changes.map(({ was, now }) => [was, now]),
      [['m0', null]],
    );
  });
});
