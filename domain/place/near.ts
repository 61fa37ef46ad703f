/** How far a position lies from the centre of a place. */
import type { Centre } from './place.model.ts';

interface Point {
  readonly lat: number;
  readonly lng: number;
}

/** Mean radius of the earth (IUGG), metres. */
const EARTH = 6_371_009;
/** What a position is taken to be good for when the device does not say: a phone between houses. */
const USUAL_ACCURACY = 50;

/** Metres along the great circle (haversine), rounded; both points in degrees of the same datum (WGS-84). */
export function distanceBetween(a: Point, b: Point): number {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const h = Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lng - a.lng) / 2) ** 2;
  return Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** Beyond the radius even where the device is as wrong as it says it may be. */
export function isOutside(centre: Centre, position: Point & { readonly accuracy: number | null }): boolean {
  return distanceBetween(centre, position) > centre.radius + (position.accuracy ?? USUAL_ACCURACY);
}
