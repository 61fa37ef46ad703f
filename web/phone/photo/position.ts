/** Where the phone is, asked early and never waited for: a record without a place is better than none. */
import { atom } from 'nanostores';
import type { PhotoFacts } from '#web/api/call.ts';

type Place = NonNullable<PhotoFacts['position']>;
export type Whereabouts =
  | { readonly state: 'unknown' | 'asking' | 'refused' | 'impossible' }
  | { readonly state: 'found'; readonly place: Place; readonly at: number };

export const whereabouts = atom<Whereabouts>({ state: canLocate() ? 'unknown' : 'impossible' });

const FRESH_MS = 3 * 60_000;

/** Browsers give the position to secure pages only. */
function canLocate(): boolean {
  return isSecureContext && 'geolocation' in navigator;
}

/** Starts listening and answers how to stop. */
export function followPosition(): () => void {
  if (!canLocate()) return () => undefined;
  if (whereabouts.get().state !== 'found') whereabouts.set({ state: 'asking' });
  const watch = navigator.geolocation.watchPosition(
    ({ coords, timestamp }) =>
      whereabouts.set({
        state: 'found',
        place: { lat: coords.latitude, lng: coords.longitude, accuracy: Math.round(coords.accuracy) },
        at: timestamp,
      }),
    (error) => {
      if (whereabouts.get().state !== 'found') whereabouts.set({ state: error.code === error.PERMISSION_DENIED ? 'refused' : 'unknown' });
    },
    { enableHighAccuracy: true, maximumAge: 30_000, timeout: 20_000 },
  );
  return () => navigator.geolocation.clearWatch(watch);
}

export function devicePosition(): Place | null {
  const now = whereabouts.get();
  return now.state === 'found' && Date.now() - now.at < FRESH_MS ? now.place : null;
}
