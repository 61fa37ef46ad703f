import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { layOut } from './instance.ts';
import { solve } from './solve.ts';
import type { RosterTask } from './task.ts';
import { small, taskOf } from './testing/tasks.ts';

const withBefore = (task: RosterTask, before: Readonly<Record<string, number>>): RosterTask => ({
  ...task,
  people: task.people.map((person) => ({ ...person, before: before[person.id] ?? 0 })),
});

test('shares add up to the seats, whatever people served before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 9, maxLength: 9 }),
      fc.array(fc.nat(53)),
      (before, absent) => {
        const task = taskOf({ ...small, absent });
        const on = layOut({ ...task, people: task.people.map((person, i) => ({ ...person, before: before[i]! })) });
        for (const [role, seats] of [12, 24].entries()) {
          const ids = [...on.peopleOf[role]!];
          if (ids.every((i) => task.people[i]!.present.every((there) => !there))) continue;
          assert.ok(Math.abs(ids.reduce((sum, i) => sum + on.share[i]!, 0) - seats) < 1e-6);
          assert.ok(ids.every((i) => on.share[i]! >= 0));
        }
      },
    ),
  );
});

test('who is owed fewer duties is owed fewer on each kind of day, and the roster can be fair in both', () => {
  const task = withBefore(taskOf({ ...small, days: 12 }), { member0: 0, member3: 5, member8: -2 });
  const on = layOut(task);
  const of = (id: string) => {
    const i = task.people.findIndex((person) => person.id === id);
    return { share: on.share[i]!, high: [...on.kindHigh.subarray(i * on.kinds, (i + 1) * on.kinds)] };
  };
  // 48 seats and 3 duties more than fair before: 8.5 each, less what they are ahead.
  assert.deepEqual([of('member3').share, of('member8').share, of('member4').share], [3.5, 10.5, 8.5]);
  assert.deepEqual(
    [of('member3').high, of('member8').high, of('member4').high],
    [
      [2, 2, 2],
      [4, 4, 4],
      [3, 3, 3],
    ],
  );
  const { assignments, parts } = solve(task, { steps: 400_000 });
  assert.equal(parts.weekday, 0);
  const duties = (id: string): number => assignments.flat(2).filter((one) => one === id).length;
  assert.ok(Math.abs(duties('member3') - 3.5) < 1 && Math.abs(duties('member8') - 10.5) < 1);
});

test('who is so far ahead that nothing is left gets nothing, and the others share the seats', () => {
  const on = layOut(withBefore(taskOf(small), { member3: 100 }));
  assert.deepEqual([...on.share.subarray(3)], [0, 4.8, 4.8, 4.8, 4.8, 4.8]);
});
