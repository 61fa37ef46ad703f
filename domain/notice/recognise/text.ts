/** What the recognisers share: a passage with its place in the notice, matches with spans, and Chinese numerals. */
import type { Span } from '../plan.ts';

/** A run of the notice: `base` is where `text` begins, `year` the year that dates without one belong to. */
export interface Passage {
  readonly text: string;
  readonly base: number;
  readonly year: number | null;
}

export interface Match {
  readonly raw: string;
  readonly index: number;
  readonly span: Span;
  /** A group that took no part is ''. */
  group(n: number): string;
}

/** All matches of a global pattern. Every pattern here has bounded repeats, so the time is linear. */
export function matchesOf(passage: Passage, pattern: RegExp): Match[] {
  const matches: Match[] = [];
  // Not matchAll: it makes the pattern anew for every passage, which costs more than the search in a short one.
  pattern.lastIndex = 0;
  for (let found = pattern.exec(passage.text); found !== null; found = pattern.exec(passage.text)) {
    if (found[0] === '') pattern.lastIndex++;
    matches.push(matchAt(passage, found));
  }
  return matches;
}

function matchAt(passage: Passage, found: RegExpExecArray): Match {
  return {
    raw: found[0],
    index: found.index,
    span: spanOf(passage, found.index, found[0].length),
    group: (n) => found[n] ?? '',
  };
}

function spanOf(passage: Passage, index: number, length: number): Span {
  return [passage.base + index, passage.base + index + length];
}

const digits: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** A numeral in Arabic or Chinese digits up to 99; null when it is none. */
export function numeral(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const [tens, ones, more] = text.split('十');
  if (tens === undefined || more !== undefined) return null;
  if (ones === undefined) return text.length === 1 ? (digits[text] ?? null) : null;
  const high = tens === '' ? 1 : digits[tens];
  const low = ones === '' ? 0 : digits[ones];
  return high === undefined || low === undefined ? null : high * 10 + low;
}

/** Arabic or Chinese digits inside a pattern. */
export const numeralPattern = '(?:\\d{1,4}|[一二两三四五六七八九十]{1,3})';

export function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
