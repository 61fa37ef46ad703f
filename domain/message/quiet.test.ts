import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { instantOf } from '../kernel/day.ts';
import { quietUntil } from './quiet.ts';

describe('quiet hours', () => {
  const night = { from: '21:30', to: '07:30' };
  const until = (quiet: Parameters<typeof quietUntil>[0], time: string) => quietUntil(quiet, instantOf('2026-05-13', time));

  it('over midnight end on the next morning', () => {
    assert.equal(until(night, '21:29'), instantOf('2026-05-13', '21:29'));
    assert.equal(until(night, '21:30'), instantOf('2026-05-14', '07:30'));
    assert.equal(until(night, '00:10'), instantOf('2026-05-13', '07:30'));
    assert.equal(until(night, '07:30'), instantOf('2026-05-13', '07:30'));
  });

  it('within a day end on that day', () => {
    assert.equal(until({ from: '12:00', to: '14:00' }, '12:30'), instantOf('2026-05-13', '14:00'));
    assert.equal(until({ from: '12:00', to: '14:00' }, '14:00'), instantOf('2026-05-13', '14:00'));
  });

  it('of no length, or none at all, keep nothing back', () => {
    assert.equal(until({ from: '08:00', to: '08:00' }, '08:00'), instantOf('2026-05-13', '08:00'));
    assert.equal(until(null, '23:00'), instantOf('2026-05-13', '23:00'));
  });
});
