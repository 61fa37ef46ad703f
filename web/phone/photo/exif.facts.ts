/** What a picture's own data says about when and where it was taken. Pure. */
import type { PhotoFacts } from '#web/api/call.ts';

export interface RawExif {
  readonly DateTimeOriginal?: string;
  readonly OffsetTimeOriginal?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** EXIF time has no zone of its own; without an offset it is the office's clock. */
export function takenAtOf({ DateTimeOriginal, OffsetTimeOriginal }: RawExif): string | null {
  const found = DateTimeOriginal?.match(/^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/);
  if (!found) return null;
  const offset = OffsetTimeOriginal && /^[+-]\d{2}:\d{2}$/.test(OffsetTimeOriginal) ? OffsetTimeOriginal : '+08:00';
  const at = new Date(`${found[1]}-${found[2]}-${found[3]}T${found[4]}${offset}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Cameras without a fix write 0, 0: that is the sea, not the street. */
export function positionOf({ latitude, longitude }: RawExif): PhotoFacts['position'] {
  if (typeof latitude !== 'number' || typeof longitude !== 'number' || Number.isNaN(latitude) || Number.isNaN(longitude)) return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || (latitude === 0 && longitude === 0)) return null;
  return { lat: latitude, lng: longitude, accuracy: null };
}
