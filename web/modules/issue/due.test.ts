import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#domain/kernel/day.ts';
import { dueOf } from './due.ts';

test('what a limit says: when it ends, that it has passed, that it stands, that it had passed', () => {
  const now = Date.parse(instantOf('2026-11-25', '10:00'));
  const said = (is: Partial<Parameters<typeof dueOf>[0]>) =>
    dueOf({ state: 'coordinated', dueAt: null, lateSince: null, suspendedUntil: null, ...is }, now)?.words.zh ?? null;
  assert.equal(said({ dueAt: instantOf('2026-11-25', '18:00') }), '限今天 18:00前');
  assert.equal(said({ dueAt: instantOf('2026-11-24', '18:00') }), '超期（昨天 18:00到期）');
  assert.equal(said({ state: 'fixed', lateSince: instantOf('2026-11-24', '18:00') }), '超期（昨天 18:00到期）');
  assert.equal(said({ state: 'closed', lateSince: instantOf('2026-11-24', '18:00') }), '曾超期');
  assert.match(said({ state: 'suspended', suspendedUntil: '2099-12-14' })!, /^至2099年12月14日$/);
  assert.equal(said({ state: 'verified' }), null);
});
