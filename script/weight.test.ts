/** The budgets hold for what was built last; `script/test` builds before it comes here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BUDGETS } from './benchmarks/weight.budgets.ts';
import { weightOf } from './benchmarks/weight.files.ts';

test('phone and desk stay within their budgets', () => {
  assert.ok(weightOf('phone', 'Shell').bytes <= BUDGETS.phone, JSON.stringify(weightOf('phone', 'Shell')));
  assert.ok(weightOf('desk', 'TodayPage').bytes <= BUDGETS.desk, JSON.stringify(weightOf('desk', 'TodayPage')));
});
