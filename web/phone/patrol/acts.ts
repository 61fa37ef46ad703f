/** What a patroller does, put into the queue. */
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import type { Submission } from '#domain/patrol/patrol.rules.ts';
import { actJob, enqueue } from '#web/api/outbox.ts';

export function startPatrol(patrol: Pick<PatrolView, 'id' | 'place'>): Promise<void> {
  return enqueue([actJob('patrol.start', { id: patrol.id }, patrol.place.name)]);
}

/** The draft stays until the server has the patrol: a refusal is mended from it. */
export function submitPatrol(patrol: Pick<PatrolView, 'id' | 'place' | 'state'>, { answers, help, note }: Submission): Promise<void> {
  const submit = actJob(
    'patrol.submit',
    { id: patrol.id, answers: answers.map((answer) => ({ ...answer, measures: [...answer.measures] })), help, note },
    patrol.place.name,
  );
  return enqueue(patrol.state === 'planned' ? [actJob('patrol.start', { id: patrol.id }, patrol.place.name), submit] : [submit]);
}

export function reportLog(patrol: Pick<PatrolView, 'id' | 'place'>, via: string): Promise<void> {
  return enqueue([actJob('patrol.reportLog', { id: patrol.id, via }, patrol.place.name)]);
}
