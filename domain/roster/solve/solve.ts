/** The solver from the outside: a task goes in, reports come out, a roster with its proof is the result. Pure and seeded. */
import { lowerBound } from './bound.ts';
import { costOf, partsOf } from './cost.ts';
import { type Instance, layOut } from './instance.ts';
import { type Found, search } from './search.ts';
import { assignmentsOf, holdersOf } from './seats.ts';
import type { Progress, RosterTask, Solution } from './task.ts';

export { holdersOf } from './seats.ts';

export interface SolveOptions {
  readonly seed?: number;
  /** Exchanges tried before it ends by itself; more make a fairer roster and take longer. */
  readonly steps?: number;
  /** Seats to start from, as `assignments` of an earlier solution; those that no longer fit are filled anew. */
  readonly start?: Solution['assignments'];
}

export interface SolveReport extends Progress {
  /** The best roster so far, for whoever stops here. */
  solution(): Solution;
}

/** About a second for two months of an office, ten for a season, at most twenty for a year of a large unit. */
const usualSteps = (seats: number): number => Math.min(42_000_000, seats * (seats < 300 ? 25_000 : 40_000));

export function* solving(task: RosterTask, { seed = 1, steps, start }: SolveOptions = {}): Generator<SolveReport, Solution> {
  const on = layOut(task);
  const run = search(on, { seed, steps: steps ?? usualSteps(on.seatDay.length) }, start && holdersOf(task, on, start));
  for (let next = run.next(); ; next = run.next()) {
    if (next.done) return solutionOf(task, on, next.value);
    const { best, ...progress } = next.value;
    yield { ...progress, solution: () => solutionOf(task, on, best()) };
  }
}

/** To the end, or until `goOn` says no; then the best so far. */
export function solve(task: RosterTask, options: SolveOptions = {}, goOn: (progress: Progress) => boolean = () => true): Solution {
  const run = solving(task, options);
  for (let next = run.next(); ; next = run.next()) {
    if (next.done) return next.value;
    if (!goOn(next.value)) return next.value.solution();
  }
}

/** The cost of any roster of a task, part by part. */
export function judge(
  task: RosterTask,
  assignments: Solution['assignments'],
): { readonly cost: number; readonly parts: Solution['parts'] } {
  const on = layOut(task);
  const parts = partsOf(on, holdersOf(task, on, assignments));
  return { cost: costOf(parts), parts };
}

/** The same with what no roster of the task can go below. */
export function lowerBoundOf(task: RosterTask, assignments: Solution['assignments']): Pick<Solution, 'cost' | 'bound' | 'proof'> {
  const { cost } = judge(task, assignments);
  const bound = lowerBound(layOut(task));
  return { cost, bound, proof: cost <= bound + 1e-6 ? 'optimal' : 'within' };
}

function solutionOf(task: RosterTask, on: Instance, { holder, bound, steps }: Found): Solution {
  const parts = partsOf(on, holder);
  const cost = costOf(parts);
  return {
    assignments: assignmentsOf(task, on, holder),
    cost,
    parts,
    bound,
    proof: cost <= bound + 1e-6 ? 'optimal' : 'within',
    steps,
  };
}
