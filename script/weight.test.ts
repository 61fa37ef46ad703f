/** The budgets hold for what was built last; `script/bench weight` builds anew and also measures how soon the page can be used. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { BUDGETS } from './benchmarks/weight.budgets.ts';
import { weightOf } from './benchmarks/weight.files.ts';

const isBuilt = existsSync(new URL('../dist/stamp', import.meta.url));

test('phone and desk stay within their budgets', { skip: isBuilt ? false : 'nothing has been built yet' }, () => {
  assert.ok(weightOf('phone').bytes <= BUDGETS.phone, JSON.stringify(weightOf('phone')));
  assert.ok(weightOf('desk', 'TodayPage').bytes <= BUDGETS.desk, JSON.stringify(weightOf('desk', 'TodayPage')));
});
