import type { Grade } from '#domain/place/point.model.ts';

const kinds: Record<Grade, string> = { A: 'done', B: 'waiting', C: 'late', 'C#': 'late' };

/** The state of an item in the assessment: its letter, and its share of the score where that is not the whole. */
export function GradeMark({ grade, share }: { readonly grade: Grade; readonly share: number | null }) {
  return (
    <span className={`tag tone-${kinds[grade]}`}>
      {grade}
      {share !== null && share < 100 && ` ${share}%`}
    </span>
  );
}
