import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#domain/kernel/day.ts';
import type { PatrolPresence } from '#domain/presence/presence.model.ts';
import { actJob, type Job, type NewJob } from '#web/api/outbox.rules.ts';
import { crewAsQueued } from './queued.ts';

const day = '2026-05-06';
const jobsOf = (...jobs: NewJob[]): Job[] =>
  jobs.map((job, i) => ({ ...job, seq: i + 1, queuedAt: 0, state: 'waiting', tries: 0, problem: null, clockOff: null }));
const at = (time: string, job: NewJob): NewJob => ({ ...job, deviceAt: instantOf(day, time) }) as NewJob;
const person = (id: string) => ({ person: { id, name: id }, state: 'awaited', saidAt: null, how: null, acts: [] });
const patrol = {
  patrolId: 'r1',
  day,
  starts: '09:00',
  ends: '11:30',
  rostered: true,
  people: [person('me'), person('other')],
} as unknown as PatrolPresence;
const shown = (jobs: Job[], now = '09:30') =>
  crewAsQueued(patrol, jobs, 'me', instantOf(day, now)).map(({ standing, state, queued }) => `${standing} ${state} ${queued}`);

test('a check-in in the queue stands as it will on the server', () => {
  const checkIn = actJob('presence.checkIn', { patrolId: 'r1', how: 'position', position: null }, '');
  assert.deepEqual(shown([]), ['overdue awaited false', 'overdue awaited false']);
  assert.deepEqual(shown(jobsOf(at('09:05', checkIn))), ['present checkedIn true', 'overdue awaited false']);
  assert.deepEqual(shown(jobsOf(at('09:16', checkIn))), ['late checkedIn true', 'overdue awaited false']);
  const elsewhere = actJob('presence.checkIn', { patrolId: 'r2', how: 'position', position: null }, '');
  assert.deepEqual(shown(jobsOf(at('09:05', elsewhere))), shown([]));
});

test('starting the patrol is checking in; the first of both counts', () => {
  const start = at('09:10', actJob('patrol.start', { id: 'r1' }, ''));
  const later = at('09:20', actJob('presence.checkIn', { patrolId: 'r1', how: 'code', code: 'x' }, ''));
  assert.deepEqual(shown(jobsOf(start, later))[0], 'present checkedIn true');
});

test('what the leader says about somebody is about them alone', () => {
  const whom = { patrolId: 'r1', personId: 'other' };
  const vouch = actJob('presence.vouch', { ...whom, since: '09:00' }, '');
  assert.deepEqual(shown(jobsOf(vouch)), ['overdue awaited false', 'present confirmed true']);
  const dispute = actJob('presence.dispute', { ...whom, reason: '不在' }, '');
  assert.deepEqual(shown(jobsOf(vouch, dispute), '12:00'), ['missing awaited false', 'missing disputed true']);
  assert.deepEqual(shown(jobsOf(dispute, actJob('presence.confirm', whom, '')))[1]?.split(' ')[1], 'confirmed');
});
