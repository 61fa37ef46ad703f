/** What is worth saying about where the phone stands. A hint, never a gate. */
import type { Words } from '#domain/kernel/words.ts';
import { distanceBetween, isOutside } from '#domain/place/near.ts';
import type { Centre } from '#domain/place/place.model.ts';

interface Stand {
  readonly lat: number;
  readonly lng: number;
  readonly accuracy: number | null;
}

/** Null where there is nothing to compare, or nothing to remark. */
export function whereHint(centre: Centre | null, stand: Stand | null): Words | null {
  if (!centre || !stand || !isOutside(centre, stand)) return null;
  const far = distanceBetween(centre, stand) - centre.radius;
  const metres = far >= 1_000 ? `${(far / 1_000).toFixed(1)} km` : `${Math.round(far / 10) * 10} m`;
  return {
    zh: `手机定位在地点范围外约 ${metres.replace(' km', ' 公里').replace(' m', ' 米')}，定位可能有误，照常巡查即可。`,
    en: `The phone places you about ${metres} outside the area; it may be wrong, just go on.`,
  };
}
