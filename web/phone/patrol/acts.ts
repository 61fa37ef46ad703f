/** What a patroller does, put into the queue. */
import type { Contribution } from '#domain/patrol/merge.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { actJob, enqueue, type Job } from '#web/api/outbox.ts';

export function startPatrol(patrol: Pick<PatrolView, 'id' | 'place'>): Promise<void> {
  return enqueue([actJob('patrol.start', { id: patrol.id }, patrol.place.name)]);
}

export const draftKey = (patrolId: string): string => `patrol:${patrolId}`;

/** The draft becomes the queued act; a refusal is mended from that. A part leaves the draft where it is: the rest is still to come. */
export function submitPatrol(
  patrol: Pick<PatrolView, 'id' | 'place' | 'state'>,
  { answers, help, note }: Contribution,
  part = false,
): Promise<void> {
  const submit = actJob(
    'patrol.submit',
    {
      id: patrol.id,
      answers: answers.map((answer) => ({ ...answer, measures: [...answer.measures] })),
      help,
      note,
      ...(part ? { part } : {}),
    },
    patrol.place.name,
  );
  const start = patrol.state === 'planned' ? [actJob('patrol.start', { id: patrol.id }, patrol.place.name)] : [];
  return enqueue([...start, submit], part ? {} : { finishedDraft: draftKey(patrol.id) });
}

/** What was submitted and refused, to be mended. */
export function refusedSubmission(jobs: readonly Job[], patrolId: string): Contribution | undefined {
  const refused = jobs.findLast(
    (job) => job.kind === 'act' && job.name === 'patrol.submit' && job.input.id === patrolId && job.state === 'refused' && !job.mendedBy,
  );
  return refused?.kind === 'act' ? (refused.input as unknown as Contribution) : undefined;
}

export function reportLog(patrol: Pick<PatrolView, 'id' | 'place'>, via: string): Promise<void> {
  return enqueue([actJob('patrol.reportLog', { id: patrol.id, via }, patrol.place.name)]);
}
