/** Recording the way walked, only after the person said so for this one patrol. Kept on the phone until it is submitted. */
import { useStore } from '@nanostores/react';
import { useEffect } from 'react';
import type { TrackPoint } from '#domain/patrol/track.model.ts';
import { metresBetween } from '#domain/patrol/track.ts';
import { now } from '#web/api/clock.ts';
import { type Draft, useDraft } from '../kit/useDraft.ts';
import { whereabouts } from '../photo/position.ts';

export interface TrackDraft {
  /** When the person agreed; null: they have not, and nothing is recorded. */
  readonly consentedAt: string | null;
  readonly points: readonly TrackPoint[];
}

export const trackKey = (patrolId: string): string => `track:${patrolId}`;

const STEP_METRES = 8;
/** A walk of half a day; thinning comes later. */
const MOST_POINTS = 4_000;

export function useTrack(patrolId: string): Draft<TrackDraft> {
  const draft = useDraft<TrackDraft>(trackKey(patrolId), () => ({ consentedAt: null, points: [] }));
  const where = useStore(whereabouts);
  const { value, change } = draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new position is what there is to react to
  useEffect(() => {
    if (!value?.consentedAt || where.state !== 'found' || value.points.length >= MOST_POINTS) return;
    const { lat, lng, accuracy } = where.place;
    const last = value.points.at(-1);
    if (last && metresBetween(last, where.place) < STEP_METRES) return;
    change({ points: [...value.points, { lat, lng, accuracy, at: now() }] });
  }, [where, value?.consentedAt]);
  return draft;
}
