/** What may be done with the log, as the server last said, and what is on its way from this phone. */
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import type { Job } from '#web/api/outbox.rules.ts';

export function mayOf(patrol: Pick<PatrolView, 'acts'>, act: string): boolean {
  return patrol.acts.some((offered) => offered.act === act && offered.allowed);
}

/** The acts of the queue on this patrol, without the name of the record: 'submit', 'sign'. */
export function queuedActs(jobs: readonly Job[], patrolId: string): ReadonlySet<string> {
  const acts = new Set<string>();
  for (const job of jobs) {
    if (job.kind !== 'act' || !job.name.startsWith('patrol.')) continue;
    if ((job.input as { readonly id?: string }).id === patrolId) acts.add(job.name.slice('patrol.'.length));
  }
  return acts;
}
