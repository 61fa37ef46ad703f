import { useStore } from '@nanostores/react';
import type { PatrolPresence } from '#domain/presence/presence.model.ts';
import { useRead } from '#web/api/hooks.ts';
import { useCircumstances, useQueuedJobs } from '../queued.hooks.ts';
import { who } from '../session.ts';
import { crewAsQueued, type LineAsQueued } from './queued.ts';

const EVERY_MS = 30_000;

export interface CrewToday {
  readonly patrol: PatrolPresence;
  readonly people: readonly LineAsQueued[];
  /** Whether the reader is on this crew and has not checked in. */
  readonly awaitsMe: boolean;
}

/** The crew of one of today's patrols, what waits in the queue included; null for another day and while nothing is known. */
export function usePresence(patrolId: string): CrewToday | null {
  const me = useStore(who)?.person.id ?? '';
  const jobs = useQueuedJobs();
  const { now } = useCircumstances();
  const { data } = useRead('presence.day', {}, { keep: true, refetchInterval: EVERY_MS });
  const patrol = data?.patrols.find((one) => one.patrolId === patrolId);
  if (!patrol) return null;
  const people = crewAsQueued(patrol, jobs, me, now);
  const mine = people.find((line) => line.person.id === me);
  return { patrol, people, awaitsMe: mine !== undefined && (mine.state === 'awaited' || mine.state === 'disputed') };
}
