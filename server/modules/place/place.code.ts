/** The code on the poster of a place: nobody can make one without the secret of the house, and a renewed one makes the older void. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U to be misread. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 bits: out of reach for guessing through calls, short enough for a coarse QR code. */
const LENGTH = 12;

export function placeCode(secret: string, placeId: string, version: number): string {
  const digest = createHmac('sha256', secret).update(`place code\n${placeId}\n${version}`).digest();
  return Array.from(digest.subarray(0, LENGTH), (byte) => LETTERS[byte % 32]).join('');
}

/** Whether a code is the present one of the place, an older one of it, or another. */
export function judgeCode(secret: string, place: { readonly id: string; readonly codeVersion: number }, code: string) {
  for (let version = place.codeVersion; version >= 1; version--)
    if (isSame(placeCode(secret, place.id, version), code.toUpperCase())) return version === place.codeVersion ? 'present' : 'old';
  return 'other';
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
