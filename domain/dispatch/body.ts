/**
 * The paragraphs of an official document with their level, told from the number they begin with: 一、 （一） 1. （1）, as GB/T 9704-2012
 * 7.3.3 has them. The head of a paragraph is set in the type of its level; what follows its first full stop is body.
 */
export type Level = 0 | 1 | 2 | 3 | 4;

export interface BodyLine {
  readonly level: Level;
  /** The part set in the type of the level; empty for body. */
  readonly head: string;
  readonly rest: string;
}

const levels: readonly (readonly [Level, RegExp])[] = [
  [1, /^[一二三四五六七八九十百]+、/],
  [2, /^[（(][一二三四五六七八九十百]+[）)]/],
  [3, /^\d{1,3}[.．、](?!\d)/],
  [4, /^[（(]\d{1,3}[）)]/],
];

/** A heading that ends with a full stop is one line. */
const LONGEST_HEAD = 28;

export function bodyLines(text: string): BodyLine[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^[\s\u3000]+|\s+$/g, ''))
    .filter((line) => line !== '')
    .map(bodyLine);
}

function bodyLine(line: string): BodyLine {
  const level = levels.find(([, begins]) => begins.test(line))?.[0] ?? 0;
  // Levels three and four are set like the body.
  if (level === 0 || level > 2) return { level, head: '', rest: line };
  const end = line.indexOf('。');
  // A long line without a full stop, or a long sentence, is a paragraph that happens to be numbered.
  if (end < 0 ? line.length > 80 : end > LONGEST_HEAD) return { level, head: '', rest: line };
  if (end < 0) return { level, head: line, rest: '' };
  return { level, head: line.slice(0, end + 1), rest: line.slice(end + 1) };
}
