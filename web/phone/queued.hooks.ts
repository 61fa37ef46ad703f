import { useStore } from '@nanostores/react';
import type { Circumstances } from '#domain/kernel/act.ts';
import { now } from '#web/api/clock.ts';
import { type Job, queue } from '#web/api/outbox.ts';
import { actorOf, who } from './session.ts';

/** Everything on its way, and what was delivered a moment ago and is not yet on the screens. */
export function useQueuedJobs(): readonly Job[] {
  const { jobs, delivered } = useStore(queue);
  return [...delivered, ...jobs.filter((job) => job.state !== 'refused')];
}

export function useCircumstances(): Circumstances {
  const me = useStore(who)!;
  return { actor: actorOf(me), now: now() };
}
