/** Proposing a roster: complete at once, then fairer and fairer, with what is proven of it. Pure, seeded, to be stopped at any report. */
import type { RosterPlan } from './plan.ts';
import type { Seat } from './roster.model.ts';
import { lowerBoundOf, type SolveReport, solving } from './solve/solve.ts';
import type { Progress, RosterTask, Solution } from './solve/task.ts';
import { agreedRest, assignmentsOf, restOf, seatsFrom, solverTask } from './task.ts';

export interface Judgement {
  readonly cost: number;
  readonly bound: number;
  readonly proof: Solution['proof'];
}

export interface Proposal extends Judgement {
  /** All seats in order; a seat nobody fits stays empty. */
  readonly seats: Seat[];
}

export interface ProposalReport extends Progress {
  /** The best so far, for whoever stops here. */
  proposal(): Proposal;
}

export interface ProposeOptions {
  readonly steps?: number;
  /** Seats as they stand: the search begins with whoever still fits there. */
  readonly start?: readonly Seat[];
}

/** The same plan and options give the same roster. */
export function* proposing(plan: RosterPlan, { start, ...options }: ProposeOptions = {}): Generator<ProposalReport, Proposal> {
  const rested = solverTask(plan, restOf(plan));
  const from = start && { start: assignmentsOf(plan, rested, start) };
  const first = yield* reporting(plan, rested, solving(rested, { ...options, ...from }));
  if (first.parts.empty === 0 || agreed(plan)) return proposalOf(plan, rested, first);
  // Nobody left who is rested, and rest was only our wish: better twice running than a seat empty.
  const tired = solverTask(plan, agreedRest(plan));
  const second = yield* reporting(plan, tired, solving(tired, { ...options, start: first.assignments }));
  return proposalOf(plan, tired, second);
}

function* reporting(plan: RosterPlan, task: RosterTask, run: Generator<SolveReport, Solution>): Generator<ProposalReport, Solution> {
  for (let next = run.next(); ; next = run.next()) {
    if (next.done) return next.value;
    const { solution, ...progress } = next.value;
    yield { ...progress, proposal: () => proposalOf(plan, task, solution()) };
  }
}

/** To the end; for whoever has the time. */
export function proposeRoster(plan: RosterPlan, options: ProposeOptions = {}): Proposal {
  const run = proposing(plan, options);
  for (let next = run.next(); ; next = run.next()) if (next.done) return next.value;
}

/** Complete where it can be, and not yet even: a few hundredths of a second for a season. */
export function firstRoster(plan: RosterPlan, start?: readonly Seat[]): Proposal {
  return proposeRoster(plan, { steps: 0, ...(start && { start }) });
}

/** How fair the seats are as they stand, and what no roster of this plan can go below. */
export function judgeRoster(plan: RosterPlan, seats: readonly Seat[]): Judgement {
  const task = solverTask({ ...plan, kept: [] }, agreedRest(plan));
  return lowerBoundOf(task, assignmentsOf(plan, task, seats));
}

const proposalOf = (plan: RosterPlan, task: RosterTask, { assignments, cost, bound, proof }: Solution): Proposal => ({
  seats: seatsFrom(plan, task, assignments),
  cost,
  bound,
  proof,
});

const agreed = ({ terms, places }: RosterPlan): boolean =>
  (terms.rest.leader !== null && terms.rest.member !== null) || places.every((place) => place.rest !== null);
