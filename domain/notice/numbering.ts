/** The numbers in front of paragraphs. Levels after GB/T 9704-2012: 一、 then （一） then 1. then （1）, and ① in practice. */
import { numeral } from './recognise/text.ts';

export interface Marker {
  readonly level: 1 | 2 | 3 | 4 | 5;
  /** As printed: '一、', '（二）', '1.' */
  readonly printed: string;
  /** As it stands in a path: '一', '（二）', '1' */
  readonly bare: string;
  /** Where the words begin. */
  readonly length: number;
}

const patterns: readonly (readonly [Marker['level'], RegExp])[] = [
  [1, /^([一二三四五六七八九十]{1,4})[、．.]\s{0,4}/],
  [2, /^([（(][一二三四五六七八九十]{1,4}[）)])[、.．]?\s{0,4}/],
  [3, /^(\d{1,3})(?:[、．﹒]|\.(?!\d))\s{0,4}/],
  [4, /^([（(]\d{1,3}[）)])[、.．]?\s{0,4}/],
  [5, /^([①-⑳])\s{0,4}/],
];

/** The number a paragraph begins with, or null. */
export function markerOf(text: string): Marker | null {
  for (const [level, pattern] of patterns) {
    const found = pattern.exec(text);
    const bare = found?.[1];
    if (found === null || bare === undefined) continue;
    return { level, printed: found[0].trimEnd(), bare, length: found[0].length };
  }
  return null;
}

/** The bare number as a number: 一 → 1, （十二） → 12, 3 → 3, ① → 1; null for a title. */
export function numberOf(bare: string): number | null {
  const circled = /^[①-⑳]$/.test(bare) ? (bare.codePointAt(0) ?? 0) - 0x245f : null;
  return circled ?? numeral(bare.replace(/[（()）]/g, ''));
}

/** 第三章, 第十二条: the numbers of statutes, which order nothing to be done by a day. */
export function isStatuteNumber(text: string): boolean {
  return /^第[一二三四五六七八九十百零\d]{1,6}[章节条](?:[\s\u3000]|$|[^一-龥])/.test(text);
}
