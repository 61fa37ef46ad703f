/** Where somebody walked, thinned to what a map needs. Pure, also on the phone. */
import { addDays, type Day } from '../kernel/day.ts';
import type { TrackPoint } from './track.model.ts';

/** How long a track is kept after its patrol, days. */
export const TRACK_DAYS = 30;
export const MAX_TRACK_POINTS = 400;

/** A point worse than this says nothing of a street. */
const WORST_ACCURACY = 60;
const FIRST_GAP = 12;

/** The last day on which a track may be seen. */
export function trackUntil(day: Day): Day {
  return addDays(day, TRACK_DAYS);
}

/** Points at least some metres apart, the first and the last kept, coordinates to about a metre; never more than `MAX_TRACK_POINTS`. */
export function thin(points: readonly TrackPoint[]): TrackPoint[] {
  const usable = points
    .filter(({ accuracy }) => accuracy === null || accuracy <= WORST_ACCURACY)
    .map((point) => ({ ...point, lat: rounded(point.lat), lng: rounded(point.lng) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  let thinned = apart(usable, FIRST_GAP);
  for (let gap = FIRST_GAP * 2; thinned.length > MAX_TRACK_POINTS; gap *= 2) thinned = apart(usable, gap);
  return thinned;
}

/** Rough metres between neighbours: the plane is flat enough for one street. */
export function metresBetween(
  a: { readonly lat: number; readonly lng: number },
  b: { readonly lat: number; readonly lng: number },
): number {
  const north = (b.lat - a.lat) * METRES_A_DEGREE;
  const east = (b.lng - a.lng) * METRES_A_DEGREE * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east);
}

const METRES_A_DEGREE = 111_195;

function apart(points: readonly TrackPoint[], gap: number): TrackPoint[] {
  const kept: TrackPoint[] = [];
  for (const [i, point] of points.entries()) {
    const last = kept.at(-1);
    if (!last || metresBetween(last, point) >= gap) kept.push(point);
    else if (i === points.length - 1) kept.splice(kept.length > 1 ? -1 : 1, kept.length > 1 ? 1 : 0, point);
  }
  return kept;
}

const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
