/**
 * Lines and paragraphs with their spans. A paragraph of a notice is a line, except where a converter broke the lines
 * at a fixed width: those are put together again, so that a fact may stand across the break.
 */
import { markerOf } from './numbering.ts';

/** `text` is trimmed; `start`/`end` bound it in the notice. `raw` is the whole line: its tabs and indent tell tables and wraps. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly rawStart: number;
}

/** Every line of the text, blank ones too (a blank cell of a flattened table is a blank line with a tab). */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const raw of text.split('\n')) {
    lines.push(lineAt(raw, at));
    at += raw.length + 1;
  }
  return lines;
}

function lineAt(raw: string, rawStart: number): Line {
  const text = raw.trim();
  const start = rawStart + (raw.length - raw.trimStart().length);
  return text === '' ? { text, start: rawStart, end: rawStart, raw, rawStart } : { text, start, end: start + text.length, raw, rawStart };
}

const sentenceEnd = /[。；：！？…”）》.;:!?)]$/;
const shortestWrap = 24;

/** Lines broken at a fixed width are joined; the text of a joined line keeps its line breaks, so spans still hold. */
export function joinWrapped(lines: readonly Line[], source: string): Line[] {
  const width = wrapWidth(lines);
  if (width === null) return [...lines];
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && continues(before, line, width)) joined[joined.length - 1] = join(before, line, source);
    else joined.push(line);
  }
  return joined;
}

/** The width of a hard-wrapped text: at least a third of its longer lines break off in mid-sentence at about one length. */
function wrapWidth(lines: readonly Line[]): number | null {
  const long = lines.filter((line) => line.text.length >= shortestWrap);
  const broken = long.filter((line) => !sentenceEnd.test(line.text) && !line.raw.includes('\t'));
  if (long.length < 6 || broken.length * 3 < long.length) return null;
  const lengths = broken.map((line) => line.raw.trimEnd().length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length / 2)] ?? shortestWrap;
  return width > 60 ? null : width;
}

function continues(before: Line, line: Line, width: number): boolean {
  const lastBreak = before.text.lastIndexOf('\n');
  const lastLength = lastBreak < 0 ? before.raw.trimEnd().length : before.text.length - lastBreak - 1;
  if (before.text === '' || line.text === '' || lastLength < width - 6) return false;
  if (/^[\s\u3000]/.test(line.raw) || line.raw.includes('\t') || before.raw.includes('\t')) return false;
  return !/[。；：！？]$/.test(before.text) && markerOf(line.text) === null;
}

function join(before: Line, line: Line, source: string): Line {
  return { text: source.slice(before.start, line.end), start: before.start, end: line.end, raw: before.raw, rawStart: before.rawStart };
}

/** A line of a title: short, unnumbered, without the punctuation of a sentence. */
export function isTitleLike(text: string): boolean {
  return text.length >= 2 && text.length <= 60 && !/[。；：，！？,;:!?\t\n]/.test(text) && markerOf(text) === null;
}
