/** The server's clock as this device knows it: how far ahead it was at the last answer, remembered for the days without signal. */
import { atom } from 'nanostores';

const STORED = 'chuangcheng.clock';
/** The Date header counts whole seconds, and a busy server writes the last one a little longer: it was then, or up to this much later. */
const COARSE_MS = 1_999;

/** Milliseconds to add to the device's clock; null before the first answer. */
export const clockOff = atom<number | null>(remembered());

/** `serverAt` as an answer stated it, asked for at `sentAt` by this device's clock. */
export function heardTime(serverAt: string | null, sentAt: number): void {
  const stated = Date.parse(serverAt ?? '');
  if (Number.isNaN(stated)) return;
  const off = offAfter(clockOff.get(), stated, sentAt, Date.now());
  if (off === clockOff.get()) return;
  clockOff.set(off);
  try {
    localStorage.setItem(STORED, String(off));
  } catch {
    // A full or forbidden storage only forgets it at the next start.
  }
}

/**
 * The server said `stated` somewhere between sending and arrival. What was known stays where that allows it, and moves only as far as the
 * answer proves: two clocks that are both right stay comparable to the millisecond.
 */
export function offAfter(known: number | null, stated: number, sentAt: number, arrivedAt: number): number {
  return Math.max(stated - arrivedAt, Math.min(stated + COARSE_MS - sentAt, known ?? 0));
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
