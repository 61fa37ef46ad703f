/** What is chosen on the review page: an entry of the plan, its passage in the text, and on which side the finger was. */
import { createContext, useContext } from 'react';

export interface Chosen {
  readonly target: string | null;
  readonly span: readonly [number, number];
  readonly from: 'text' | 'plan';
  /** Grows with each choice, so that choosing the same again scrolls again. */
  readonly tick: number;
}

export interface Selection {
  readonly chosen: Chosen | null;
  readonly choose: (target: string | null, span: readonly [number, number], from: Chosen['from']) => void;
}

export const SelectionContext = createContext<Selection>({ chosen: null, choose: () => undefined });

export const useSelection = (): Selection => useContext(SelectionContext);

/** A mark may name a field ('patrolRule:KEY#people'); its entry on the right is the one without it. Keys may hold '#' themselves, so the exact target is tried first. */
export function findTarget(root: HTMLElement | null, target: string): HTMLElement | null {
  const entries = [...(root?.querySelectorAll<HTMLElement>('[data-target]') ?? [])];
  const exact = entries.find((entry) => entry.dataset.target === target);
  if (exact || !target.includes('#')) return exact ?? null;
  const whole = target.slice(0, target.lastIndexOf('#'));
  return entries.find((entry) => entry.dataset.target === whole) ?? null;
}

/** The stretch of text an offset lies in. */
export function findOffset(root: HTMLElement | null, offset: number): HTMLElement | null {
  let found: HTMLElement | null = null;
  for (const piece of root?.querySelectorAll<HTMLElement>('[data-start]') ?? []) {
    if (Number(piece.dataset.start) <= offset || !found) found = piece;
    if (Number(piece.dataset.start) > offset) break;
  }
  return found;
}

export function reveal(element: HTMLElement | null): void {
  if (!element) return;
  for (let folded = element.closest('details'); folded; folded = folded.parentElement?.closest('details') ?? null) folded.open = true;
  element.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}
