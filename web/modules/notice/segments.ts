/** From marks that may overlap to a flat run of segments: each stretch of text knows the innermost mark it belongs to. */
import type { Mark } from '#domain/notice/notice.model.ts';

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The shortest mark over this stretch; null for plain text. */
  readonly mark: Mark | null;
  /** The first segment of its mark: the one the keyboard stops at. */
  readonly first: boolean;
  readonly lit: boolean;
}

/** A whole list is no fact to press; its duties are. */
const pressable = (mark: Mark): boolean => mark.kind !== 'list' && mark.end > mark.start;

export function segmentsOf(marks: readonly Mark[], from: number, to: number, lit: readonly [number, number] | null): Segment[] {
  const here = marks.filter((mark) => pressable(mark) && mark.start < to && mark.end > from);
  const edges = new Set([from, to]);
  for (const [start, end] of [...here.map((mark) => [mark.start, mark.end] as const), ...(lit ? [lit] : [])]) {
    for (const edge of [start, end]) if (edge > from && edge < to) edges.add(edge);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1]!;
    const mark = innermost(here, start);
    return {
      start,
      end,
      mark,
      first: mark !== null && mark.start >= from && isFirst(here, mark, start),
      lit: lit !== null && start >= lit[0] && start < lit[1],
    };
  });
}

function innermost(marks: readonly Mark[], at: number): Mark | null {
  let found: Mark | null = null;
  for (const mark of marks)
    if (mark.start <= at && mark.end > at && (!found || mark.end - mark.start < found.end - found.start)) found = mark;
  return found;
}

/** True when no earlier stretch of the same mark is shown as its own. */
function isFirst(marks: readonly Mark[], mark: Mark, at: number): boolean {
  for (let start = mark.start; start < at; start++) if (innermost(marks, start) === mark) return false;
  return true;
}
