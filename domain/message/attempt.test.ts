import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterAttempt, mayHaveArrived, PAUSES, type Tried } from './attempt.ts';

const why = { zh: '不行', en: 'no' };
const NOON = '2026-05-13T04:00:00.000Z';
const tried = (failures: number, changes: Partial<Tried> = {}): Tried => ({
  attempts: failures,
  failures,
  now: NOON,
  quiet: null,
  ...changes,
});
const minutesUntil = (at: string) => (Date.parse(at) - Date.parse(NOON)) / 60_000;

describe('after an attempt', () => {
  it('what was accepted, or found in the group already, is sent', () => {
    for (const kind of ['accepted', 'found'] as const)
      assert.deepEqual(afterAttempt({ kind, answer: 'ok' }, tried(0)), { state: 'sent', dueAt: NOON, why: null, restsUntil: null });
  });

  it('a failure is tried again after ever longer pauses, and after the last somebody looks', () => {
    const pauses = PAUSES.map((_pause, n) => minutesUntil(afterAttempt({ kind: 'unreached', answer: '', why }, tried(n + 1)).dueAt));
    assert.deepEqual(pauses, [1, 5, 15, 60, 180, 360]);
    const last = afterAttempt({ kind: 'unanswered', answer: '', why }, tried(PAUSES.length + 1));
    assert.deepEqual([last.state, last.why], ['stuck', why]);
  });

  it('what trying again cannot mend is stuck at once', () => {
    assert.equal(afterAttempt({ kind: 'refused', answer: '', why, lasting: true }, tried(1)).state, 'stuck');
    assert.equal(afterAttempt({ kind: 'unreached', answer: '', why, lasting: true }, tried(1)).state, 'stuck');
    assert.equal(afterAttempt({ kind: 'refused', answer: '', why, lasting: false }, tried(1)).state, 'failed');
  });

  it('haste is no failure: the channel rests as long as it was told to; for ever it is one', () => {
    const fast = { kind: 'tooFast', answer: '', why, restMs: 600_000 } as const;
    const after = afterAttempt(fast, tried(0, { attempts: 9 }));
    assert.deepEqual([after.state, minutesUntil(after.dueAt), minutesUntil(after.restsUntil!)], ['failed', 10, 10]);
    assert.equal(afterAttempt(fast, tried(0, { attempts: 30 })).state, 'stuck');
  });

  it('a next attempt keeps the quiet hours too', () => {
    const late = { now: '2026-05-13T13:29:30.000Z', quiet: { from: '21:30', to: '07:30' } };
    assert.equal(afterAttempt({ kind: 'unreached', answer: '', why }, tried(1, late)).dueAt, '2026-05-13T23:30:00.000Z');
  });

  it('only what left without an answer, or was never ended, may have arrived', () => {
    assert.deepEqual(([null, 'unanswered', 'unreached', 'refused', 'tooFast'] as const).map(mayHaveArrived), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
