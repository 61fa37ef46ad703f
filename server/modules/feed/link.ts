/** The address of a calendar: the id of its link and a seal over it, so that nobody can make one up and nothing secret is stored. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const SEAL_BYTES = 18;

export function tokenOf(linkId: string, secret: string): string {
  const id = Buffer.from(linkId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, sealOf(id, secret)]).toString('base64url');
}

/** The id of the link, or null when nobody of ours made this token. */
export function linkIdOf(token: string, secret: string): string | null {
  const bytes = Buffer.from(token, 'base64url');
  // The last letter holds bits to spare: only one spelling of them is ours.
  if (bytes.length !== 16 + SEAL_BYTES || bytes.toString('base64url') !== token) return null;
  const id = bytes.subarray(0, 16);
  if (!timingSafeEqual(bytes.subarray(16), sealOf(id, secret))) return null;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const sealOf = (id: Buffer, secret: string): Buffer =>
  createHmac('sha256', secret).update('calendar link\n').update(id).digest().subarray(0, SEAL_BYTES);
