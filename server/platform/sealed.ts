/**
 * Secrets at rest: AES-256-GCM under a key derived from the server's secret (HKDF-SHA-256, RFC 5869). What is sealed is bound to the row
 * it belongs to, so that it cannot be put into another one.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 1;
const IV = 12;
const TAG = 16;
const CIPHER = 'aes-256-gcm';

export interface Sealer {
  seal(value: unknown, boundTo: string): Buffer;
  /** Null when it was sealed under another secret, or for another row. */
  open<Value>(sealed: Buffer, boundTo: string): Value | null;
}

/** `purpose` keeps the keys of different uses of one secret apart. */
export function openSealer(secret: string, purpose: string): Sealer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  return {
    seal(value, boundTo) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(boundTo));
      const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
    },
    open(sealed, boundTo) {
      if (sealed[0] !== VERSION || sealed.length < 1 + IV + TAG) return null;
      const decipher = createDecipheriv(CIPHER, key, sealed.subarray(1, 1 + IV)).setAAD(Buffer.from(boundTo));
      decipher.setAuthTag(sealed.subarray(1 + IV, 1 + IV + TAG));
      try {
        return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(1 + IV + TAG)), decipher.final()]).toString());
      } catch {
        return null;
      }
    },
  };
}
