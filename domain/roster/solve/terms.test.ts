import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judge, solve } from './solve.ts';
import type { RosterTask, Solution } from './task.ts';
import { small, taskOf } from './testing/tasks.ts';

const shapes = fc.record({
  leaders: fc.integer({ min: 2, max: 6 }),
  members: fc.integer({ min: 2, max: 6 }),
  days: fc.integer({ min: 2, max: 3 }),
  rest: fc.constant(0),
  apart: fc.boolean(),
  absent: fc.array(fc.nat(20), { maxLength: 3 }),
  ownRest: fc.array(fc.constantFrom(null, 0, 1, 2), { maxLength: 2 }),
  ownApart: fc.array(fc.tuple(fc.nat(1), fc.nat(3), fc.nat(3)), { maxLength: 3 }),
});

interface Duty {
  readonly day: number;
  readonly post: number;
  readonly id: string;
}

const dutiesOf = (assignments: Solution['assignments']): Duty[] =>
  assignments.flatMap((day, d) => day.flatMap((crew, post) => crew.flatMap((id) => (id === null ? [] : [{ day: d, post, id }]))));

/** Pairs of duties of one person too near each other, and of people at one post who are kept apart there: the rules, written anew. */
function clashes(task: RosterTask, duties: readonly Duty[]): { readonly rest: number; readonly apart: number } {
  const restAt = ({ post, id }: Duty): number => {
    const { role } = task.people.find((one) => one.id === id)!;
    return task.posts[post]!.rest?.[role] ?? task.rules[role].rest;
  };
  let [rest, apart] = [0, 0];
  for (const [at, a] of duties.entries())
    for (const b of duties.slice(at + 1)) {
      const far = Math.abs(a.day - b.day);
      if (a.id === b.id && far <= Math.max(restAt(a), restAt(b))) rest++;
      const pairs = [...task.apart, ...(task.posts[a.post]!.apart ?? [])];
      if (far === 0 && a.post === b.post && pairs.some((pair) => pair.includes(a.id) && pair.includes(b.id))) apart++;
    }
  return { rest, apart };
}

test('between two duties lies what the stricter post asks, pairs of a post do not meet there, and a seat is empty only where nobody can simply take it', () => {
  fc.assert(
    fc.property(shapes, fc.nat(99), (shape, seed) => {
      const task = taskOf({ ...small, ...shape, posts: 2, walkers: 1 });
      const { assignments, parts, bound, cost } = solve(task, { seed, steps: 60_000 });
      const found = clashes(task, dutiesOf(assignments));
      assert.deepEqual([found, parts.rest, parts.apart], [{ rest: 0, apart: 0 }, 0, 0]);
      const least = leastEmpty(task);
      assert.ok(parts.empty >= least);
      assert.ok(!canTakeMore(task, assignments), 'nobody can simply take an empty seat');
      assert.ok(bound <= cost + 1e-6);
    }),
    { numRuns: 60 },
  );
});

function canTakeMore(task: RosterTask, assignments: Solution['assignments']): boolean {
  const duties = dutiesOf(assignments);
  const sits = (id: string, day: number): boolean => duties.some((duty) => duty.id === id && duty.day === day);
  return assignments.some((crews, day) =>
    crews.some((crew, post) =>
      crew.some(
        (held, n) =>
          held === null &&
          task.people.some(({ id, role, present }) => {
            if (role !== (n === 0 ? 'leader' : 'member') || !present[day] || sits(id, day)) return false;
            const { rest, apart } = clashes(task, [...duties, { day, post, id }]);
            return rest + apart === 0;
          }),
      ),
    ),
  );
}

/** Seats that stay empty however the people are told off, by trying every way, a seat after the other. */
function leastEmpty(task: RosterTask): number {
  const seats = task.days.flatMap((_, day) =>
    task.posts.flatMap((post, p) => Array.from({ length: 1 + post.seats[day]!.members }, (_seat, n) => ({ day, post: p, n }))),
  );
  let least = seats.length;
  const visit = (at: number, duties: readonly Duty[], empty: number): void => {
    if (empty >= least) return;
    const seat = seats[at];
    if (!seat) {
      least = empty;
      return;
    }
    for (const { id, role, present } of task.people) {
      if (role !== (seat.n === 0 ? 'leader' : 'member') || !present[seat.day]) continue;
      const next = [...duties, { day: seat.day, post: seat.post, id }];
      const { rest, apart } = clashes(task, next);
      if (rest + apart === 0) visit(at + 1, next, empty);
    }
    visit(at + 1, duties, empty + 1);
  };
  visit(0, [], 0);
  return least;
}

test('the parts of any roster count each breach of rest and each pair that meets', () => {
  fc.assert(
    fc.property(shapes, fc.array(fc.nat(9), { minLength: 60, maxLength: 60 }), (shape, lots) => {
      const task = taskOf({ ...small, ...shape, posts: 2 });
      let k = 0;
      const assignments = task.days.map((_, day) => {
        const left = task.people.filter(({ present }) => present[day]);
        const draw = (role: string): string | null => {
          const of = left.filter((one) => one.role === role);
          const one = of[lots[k++]! % Math.max(1, of.length)];
          if (one) left.splice(left.indexOf(one), 1);
          return one?.id ?? null;
        };
        return task.posts.map(() => [draw('leader'), draw('member'), draw('member')]);
      });
      const { rest, apart } = judge(task, assignments).parts;
      assert.deepEqual({ rest, apart }, clashes(task, dutiesOf(assignments)));
    }),
    { numRuns: 150 },
  );
});

test('posts that ask what all ask anyway get the roster they would get', () => {
  const plain = taskOf({ ...small, rest: 1 });
  assert.deepEqual(
    solve(taskOf({ ...small, rest: 1, ownRest: [1, 1] }), { seed: 7, steps: 60_000 }).assignments,
    solve(plain, { seed: 7, steps: 60_000 }).assignments,
  );
});
