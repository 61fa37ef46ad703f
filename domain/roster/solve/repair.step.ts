/** The steps of a repair: each decides one seat, and knows the step before it. */
import type { Ground } from './repair.ground.ts';

export interface Step {
  readonly before: Step | null;
  /** The seat decided, and for whom; −1 as seat where a window without duty was let be. */
  readonly seat: number;
  readonly person: number;
  readonly window: number;
  /** Seats still to decide, the next one last. */
  readonly open: readonly number[];
  readonly changes: number;
  readonly empty: number;
  readonly pauses: number;
  /** The change of the fairness (and of pauses) against the seats as they stood. */
  readonly value: number;
  readonly rank: number;
}

/** Where nothing is decided yet: the vacated seats change in any case. */
export const firstStep = (ground: Ground, open: readonly number[], pauses: number): Step => ({
  before: null,
  seat: -1,
  person: -1,
  window: -1,
  open,
  changes: ground.vacated.length,
  empty: 0,
  pauses,
  value: 0,
  rank: 0,
});

/** An empty seat weighs more than any number of windows without duty. */
export const weigh = (empty: number, pauses: number): number => empty * 1e6 + pauses;

export function decisions(step: Step): { readonly seat: number; readonly person: number }[] {
  const all: { seat: number; person: number }[] = [];
  for (let one: Step | null = step; one; one = one.before) if (one.seat >= 0) all.push(one);
  return all;
}

/** Every seat that is decided or open. */
export function touched(step: Step): number[] {
  return [...new Set([...step.open, ...decisions(step).map(({ seat }) => seat)])];
}

export function keyOf(step: Step): string {
  const parts: string[] = [];
  for (let one: Step | null = step; one; one = one.before)
    if (one.seat >= 0 || one.window >= 0) parts.push(`${one.seat} ${one.person} ${one.window}`);
  return `${parts.sort().join(',')}|${step.open.join(' ')}`;
}
