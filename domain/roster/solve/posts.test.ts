import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mustsBroken } from './cost.ts';
import { layOut } from './instance.ts';
import { seeded } from './random.ts';
import { judge, solve } from './solve.ts';
import { State } from './state.ts';
import type { RosterTask } from './task.ts';
import { small, taskOf } from './testing/tasks.ts';

test('nobody serves at a post where they may not, and a seat stays empty only where nobody is left for it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(17), { maxLength: 12 }), fc.array(fc.nat(53), { maxLength: 10 }), fc.nat(99), (barred, absent, seed) => {
      const task = taskOf({ ...small, barred, absent });
      const { assignments, parts, cost } = solve(task, { seed, steps: 60_000 });
      assert.equal(parts.barred, 0);
      assert.equal(
        parts.empty,
        task.days.reduce((sum, _, d) => sum + emptyOn(task, d), 0),
      );
      for (const day of assignments)
        for (const [p, crew] of day.entries())
          for (const id of crew) assert.ok(id === null || task.people.find((one) => one.id === id)!.posts?.[p] !== false);
      assert.equal(judge(task, assignments).cost, cost);
    }),
    { numRuns: 60 },
  );
});

/** Seats of a day that stay empty however the people are told off, by trying every way. */
function emptyOn(task: RosterTask, d: number): number {
  const seats = task.posts.flatMap((post, p) => [
    { p, role: 'leader' },
    ...Array.from({ length: post.seats[d]!.members }, () => ({ p, role: 'member' })),
  ]);
  const fill = (at: number, used: ReadonlySet<string>): number => {
    const seat = seats[at];
    if (!seat) return 0;
    let most = 0;
    for (const one of task.people)
      if (one.role === seat.role && one.present[d] && one.posts?.[seat.p] !== false && !used.has(one.id))
        most = Math.max(most, 1 + fill(at + 1, new Set([...used, one.id])));
    // Everything that is left filled: no need to try leaving this one.
    return most === seats.length - at ? most : Math.max(most, fill(at + 1, used));
  };
  return seats.length - fill(0, new Set());
}

test('a roster given with somebody at a post where they may not serve breaks a must for each, and their other posts count as even', () => {
  const task = taskOf({ ...small, days: 1, barred: [5 * 2] });
  const seated = (crew: readonly string[]) => judge(task, [[crew, ['leader1', 'member6', 'member7']]]).parts;
  assert.equal(mustsBroken(seated(['leader0', 'member3', 'member8'])), 0);
  assert.equal(seated(['leader0', 'member3', 'member5']).barred, 1);
  const often = taskOf({ ...small, barred: [3 * 2] });
  const alone = often.days.map(() => [
    [null, null],
    [null, 'member3'],
  ]);
  assert.equal(judge(often, alone).parts.post, 0);
});

test('the change of the cost that a move answers is the difference of the whole where some are barred', () => {
  const task = taskOf({ ...small, gap: 4, barred: [1, 6, 8, 11] });
  const on = layOut(task);
  const state = new State(on);
  const random = seeded(3);
  let cost = judge(task, []).cost;
  let holder = state.holder.slice();
  for (let k = 0; k < 400; k++) {
    const [seat, person] = [random.below(on.seatDay.length), random.below(on.people)];
    cost += state.take(seat) + (holder[seat]! >= 0 ? 1000 : 0);
    if (state.fits(person, seat)) cost += state.put(seat, person) - 1000;
    holder = state.holder.slice();
    const ids = task.days.map((_, d) =>
      task.posts.map((_post, p) => [0, 1, 2].map((n) => task.people[holder[(d * 2 + p) * 3 + n]!]?.id ?? null)),
    );
    assert.ok(Math.abs(judge(task, ids).cost - cost) < 1e-5, `step ${k}`);
  }
});

test('somebody who may not serve anywhere is asked for nothing', () => {
  const on = layOut(taskOf({ ...small, gap: 4, barred: [6, 7] }));
  assert.equal(on.share[3], 0);
  assert.equal(on.windows[3 * (on.days + 1) + on.days], 0);
});
