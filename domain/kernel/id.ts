/**
 * Ids are made where a thing is first thought of: on the phone, at the desk, on the server. UUID version 7 (RFC 9562):
 * 48 bits of time in front, so that new rows land side by side in an index, 74 random bits behind.
 */
export type Id = string;

/** `now` in milliseconds since the epoch; `random` fills an array with random bytes (crypto.getRandomValues works on insecure pages too). */
export function newId(now: number = Date.now(), random: (bytes: Uint8Array<ArrayBuffer>) => void = fillRandom): Id {
  const bytes = new Uint8Array(16);
  random(bytes);
  let time = now;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function fillRandom(bytes: Uint8Array<ArrayBuffer>): void {
  crypto.getRandomValues(bytes);
}
