/** Which parts of a refused act a person can put right, and the act that is sent instead. Pure. */
import { actJob, type Job, type NewJob } from '#web/api/outbox.rules.ts';

export type MendableField = 'text' | 'spot' | 'note' | 'reason' | 'via' | 'placeId' | 'handlerId';
const FIELDS: readonly MendableField[] = ['text', 'placeId', 'spot', 'handlerId', 'note', 'reason', 'via'];

/** The fields of this act, in the order in which they are asked. A patrol is mended on its own page, where the checklist is. */
export function fieldsOf(job: Job): MendableField[] {
  if (job.kind !== 'act' || job.name === 'patrol.submit') return [];
  return FIELDS.filter((field) => field in job.input);
}

export function isMendable(job: Job): boolean {
  return fieldsOf(job).length > 0;
}

export type Values = Partial<Record<MendableField, string | null>>;

/** The same act with other values and an id of its own; the record it makes keeps its id. */
export function mendedJob(job: Job, values: Values): NewJob {
  if (job.kind !== 'act') throw new Error('only acts are mended');
  const input = { ...job.input, ...values } as typeof job.input;
  return actJob(job.name, input as never, values.text ?? job.about);
}
