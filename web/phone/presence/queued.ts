/** A crew as it will stand once the queue has arrived: the same rules as on the server, laid over what it last said. Pure. */
import { instantOf } from '#domain/kernel/day.ts';
import type { PatrolPresence, PresenceLine } from '#domain/presence/presence.model.ts';
import { standingOf } from '#domain/presence/presence.rules.ts';
import { doneAt, type Job } from '#web/api/outbox.rules.ts';

export type LineAsQueued = PresenceLine & {
  /** Something said about this person has not reached the office yet. */
  readonly queued: boolean;
};

export function crewAsQueued(patrol: PatrolPresence, jobs: readonly Job[], me: string, now: string): LineAsQueued[] {
  return patrol.people.map((line) => {
    let next: LineAsQueued = { ...line, queued: false };
    for (const job of jobs) {
      const change = job.kind === 'act' ? changeBy(job, next, patrol, me) : null;
      if (change) next = { ...next, ...change, queued: true };
    }
    return { ...next, standing: standingOf({ ...patrol, state: next.state, saidAt: next.saidAt }, now) };
  });
}

function changeBy(job: Job & { kind: 'act' }, line: PresenceLine, patrol: PatrolPresence, me: string): Partial<PresenceLine> | null {
  const counts = line.state === 'checkedIn' || line.state === 'confirmed';
  const mine = line.person.id === me && !counts;
  if (job.name === 'patrol.start') {
    return mine && job.input.id === patrol.patrolId ? { state: 'checkedIn', how: 'started', saidAt: doneAt(job) } : null;
  }
  if (!('patrolId' in job.input) || job.input.patrolId !== patrol.patrolId) return null;
  if (job.name === 'presence.checkIn') return mine ? { state: 'checkedIn', how: job.input.how, saidAt: doneAt(job) } : null;
  if (!('personId' in job.input) || job.input.personId !== line.person.id) return null;
  if (job.name === 'presence.confirm') return { state: 'confirmed', acts: [] };
  if (job.name === 'presence.dispute') return { state: 'disputed', judgement: job.input.reason, acts: [] };
  if (job.name === 'presence.vouch')
    return { state: 'confirmed', how: 'vouched', saidAt: instantOf(patrol.day, job.input.since), acts: [] };
  return null;
}
