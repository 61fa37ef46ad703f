/** The state of each item in the assessment: by the number of faults, unless a person set another. Pure. */
import type { ChecklistItem } from '../place/place.model.ts';
import type { Grade } from '../place/point.model.ts';
import { gradeFor, shareOf } from '../place/point.rules.ts';
import type { Answer } from './patrol.model.ts';

export interface Graded {
  readonly grade: Grade | null;
  /** What the number of faults alone gives. */
  readonly byFaults: Grade | null;
  /** Per cent of the score of the item. */
  readonly share: number | null;
  readonly faults: number;
}

/**
 * A problem counts as one fault each; an item marked a problem has at least one. What does not apply, or is not answered, has no state.
 * `problems` are those of the patrol, each naming its item.
 */
export function gradeOf(
  item: Pick<ChecklistItem, 'no' | 'scale'>,
  answer: Pick<Answer, 'verdict' | 'grade'> | undefined,
  problems: readonly { readonly itemNo: number | null }[],
): Graded {
  const recorded = problems.filter(({ itemNo }) => itemNo === item.no).length;
  const faults = answer?.verdict === 'problem' ? Math.max(1, recorded) : recorded;
  if (!answer || answer.verdict === 'notApplicable') return { grade: null, byFaults: null, share: null, faults };
  const byFaults = gradeFor(item.scale, faults);
  const grade = byFaults && answer.grade && item.scale!.some((step) => step.grade === answer.grade) ? answer.grade : byFaults;
  return { grade, byFaults, share: shareOf(item.scale, grade), faults };
}

export interface GradeSum {
  readonly counts: readonly (readonly [Grade, number])[];
  /** How many items have a state, and the mean of their shares in per cent; null where none has one. */
  readonly of: number;
  readonly mean: number | null;
}

export function sumOf(graded: readonly { readonly grade: Grade | null; readonly share: number | null }[]): GradeSum {
  const counted = graded.filter(({ grade }) => grade !== null);
  const counts = (['A', 'B', 'C', 'C#'] as const).map((grade) => [grade, counted.filter((one) => one.grade === grade).length] as const);
  const total = counted.reduce((sum, one) => sum + (one.share ?? 0), 0);
  return {
    counts: counts.filter(([, n]) => n > 0),
    of: counted.length,
    mean: counted.length > 0 ? Math.round((total / counted.length) * 10) / 10 : null,
  };
}
