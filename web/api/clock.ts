/** The server's clock as this device knows it: how far ahead it was at the last answer, remembered for the days without signal. */
import { atom } from 'nanostores';

const STORED = 'chuangcheng.clock';
/** The Date header counts whole seconds. */
const COARSE_MS = 1_500;

/** Milliseconds to add to the device's clock; null before the first answer. */
export const clockOff = atom<number | null>(remembered());

/** `serverAt` as an answer stated it, asked for at `sentAt` by this device's clock. */
export function heardTime(serverAt: string | null, sentAt: number): void {
  const stated = Date.parse(serverAt ?? '');
  if (Number.isNaN(stated)) return;
  const arrivedAt = Date.now();
  const off = Math.round(stated - (sentAt + arrivedAt) / 2);
  const known = clockOff.get();
  // A slow answer says little about the moment it was made.
  if (known !== null && Math.abs(off - known) <= COARSE_MS + (arrivedAt - sentAt) / 2) return;
  clockOff.set(off);
  try {
    localStorage.setItem(STORED, String(off));
  } catch {
    // A full or forbidden storage only forgets it at the next start.
  }
}

/** The server's clock as far as this device knows it. */
export function now(): string {
  return new Date(Date.now() + (clockOff.get() ?? 0)).toISOString();
}

function remembered(): number | null {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === null || Number.isNaN(Number(stored)) ? null : Number(stored);
  } catch {
    return null;
  }
}
