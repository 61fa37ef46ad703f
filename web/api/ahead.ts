/**
 * What was written last, noted in the same moment: the device's store answers a little later, and the page may be gone by then. A note
 * stands only until the store has it.
 */
import { storeName } from './kept.ts';

const nameOf = (key: string): string => `${storeName()}:ahead:${key}`;

/** Answers what was noted, for `settleAhead`; null when the browser keeps no notes. */
export function noteAhead(key: string, value: object): string | null {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(nameOf(key), text);
    return text;
  } catch {
    // An older note must not pass for the newest.
    dropAhead(key);
    return null;
  }
}

export function readAhead<Value>(key: string): Partial<Value> | undefined {
  try {
    const text = localStorage.getItem(nameOf(key));
    return text === null ? undefined : (JSON.parse(text) as Partial<Value>);
  } catch {
    return undefined;
  }
}

/** The store has it; what was noted meanwhile stays. */
export function settleAhead(key: string, text: string | null): void {
  try {
    if (text !== null && localStorage.getItem(nameOf(key)) === text) localStorage.removeItem(nameOf(key));
  } catch {
    // Without notes there is nothing to settle.
  }
}

export function dropAhead(key: string): void {
  try {
    localStorage.removeItem(nameOf(key));
  } catch {
    // Without notes there is nothing to drop.
  }
}
