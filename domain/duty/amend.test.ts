import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TaskDraft } from '../notice/draft.model.ts';
import { matchTasks, type StandingTask } from './amend.ts';

const standing = (id: string, due: string, more: Partial<StandingTask> = {}): StandingTask => ({
  id,
  state: 'todo',
  title: id,
  covers: null,
  due,
  basis: 'printed',
  ...more,
});
const drawn = (title: string, due: string, more: Partial<TaskDraft> = {}): TaskDraft => ({
  key: `${title}@${due}`,
  title,
  covers: null,
  due,
  basis: 'printed',
  span: [0, 1],
  ...more,
});

test('the same period is the same task on another day; a day nobody names any more is withdrawn', () => {
  const { kept, added, withdrawn } = matchTasks(
    [standing('上半年', '2026-07-05', { covers: '上半年' }), standing('全年', '2026-11-15', { covers: '全年' })],
    [drawn('上半年', '2026-07-20', { covers: '上半年' }), drawn('第三季度', '2026-10-09', { covers: '第三季度' })],
  );
  assert.deepEqual(
    kept.map((one) => [one.standing.id, one.drawn.due]),
    [['上半年', '2026-07-20']],
  );
  assert.deepEqual(
    added.map((one) => one.due),
    ['2026-10-09'],
  );
  assert.deepEqual(
    withdrawn.map((one) => one.id),
    ['全年'],
  );
});

test('what somebody reported on is never withdrawn, and what was withdrawn is not matched again', () => {
  const { kept, added, withdrawn } = matchTasks(
    [
      standing('总结', '2026-06-30', { state: 'reported' }),
      standing('台账', '2026-09-30', { state: 'done' }),
      standing('照片', '2026-12-01', { state: 'withdrawn' }),
    ],
    [drawn('照片', '2026-12-01')],
  );
  assert.deepEqual([kept.length, added.length, withdrawn.length], [0, 1, 0]);
});

test('the same words on another day are the same task, derived days are matched by their period alone', () => {
  const { kept, added } = matchTasks(
    [standing('总结', '2026-06-30'), standing('总结', '2026-01-31', { covers: '2026年1月', basis: 'derived' })],
    [drawn('总结', '2026-07-31'), drawn('总结', '2026-02-28', { covers: '2026年2月', basis: 'derived' })],
  );
  assert.deepEqual(
    kept.map((one) => [one.standing.due, one.drawn.due]),
    [['2026-06-30', '2026-07-31']],
  );
  assert.equal(added.length, 1);
});
