/** The thread in which one roster is made fairer. It says how far it is, and looks between two rounds whether to stop. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RosterPlan } from '#domain/roster/plan.ts';
import { type Proposal, proposing } from '#domain/roster/propose.ts';
import type { Seat } from '#domain/roster/roster.model.ts';

export interface SolveOrder {
  readonly plan: RosterPlan;
  readonly start: readonly Seat[];
  /** One Int32: not 0 means stop. */
  readonly stop: SharedArrayBuffer;
}

export type SolveWord =
  | { readonly kind: 'progress'; readonly cost: number; readonly bound: number; readonly steps: number }
  | { readonly kind: 'end'; readonly proposal: Proposal; readonly steps: number; readonly stopped: boolean };

const PROGRESS_MS = 200;

function run({ plan, start, stop }: SolveOrder): Extract<SolveWord, { kind: 'end' }> {
  const asked = new Int32Array(stop);
  const search = proposing(plan, { start });
  let told = Date.now();
  let steps = 0;
  for (let next = search.next(); ; next = search.next()) {
    if (next.done) return { kind: 'end', proposal: next.value, steps, stopped: false };
    const { cost, bound, proposal } = next.value;
    steps = next.value.steps;
    if (Atomics.load(asked, 0) !== 0) return { kind: 'end', proposal: proposal(), steps, stopped: true };
    if (Date.now() - told < PROGRESS_MS) continue;
    told = Date.now();
    say({ kind: 'progress', cost, bound, steps });
  }
}

const say = (word: SolveWord): void => parentPort!.postMessage(word);

say(run(workerData as SolveOrder));
