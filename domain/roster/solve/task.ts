/**
 * The roster problem as the solver takes it: days in order, posts with their seats, people with the days they are there.
 * What must hold: a seat is filled by somebody of its role who is present, may serve at its post and has no other seat that day; rest
 * between duties; no longer than `gap` patrol days without a duty for somebody who is there; people kept apart do not serve together; fixed seats stay.
 * What is fair: load by presence, weekdays, posts, partners; each with its weight.
 */
import type { Day } from '../../kernel/day.ts';

export type Role = 'leader' | 'member';

export interface SolvePerson {
  readonly id: string;
  readonly role: Role;
  /** One for each day of the task. */
  readonly present: readonly boolean[];
  /**
   * Duties of earlier rosters over the fair share of them, as `surplusOf` adds them up; a fraction as a rule, negative for somebody who
   * served less than their share, 0 for a fresh start and for somebody new. This roster evens it out as far as it can.
   */
  readonly before: number;
  /** One for each post of the task: whether they may serve there. Absent: everywhere. */
  readonly posts?: readonly boolean[];
}

export interface SolvePost {
  readonly id: string;
  /** Seats on each day of the task; nothing on a day that the post is not served. */
  readonly seats: readonly { readonly leader: boolean; readonly members: number }[];
  /** Days free before and after a duty here. Absent: as the rules have it. */
  readonly rest?: Readonly<Record<Role, number>>;
  /** Pairs of people who do not serve together here, besides those of the task. */
  readonly apart?: RosterTask['apart'];
}

export interface RoleRule {
  /** Days that must lie between two duties of a person; where posts have their own, the larger one of the two posts counts. */
  readonly rest: number;
  /** In any so many days running of which a person is present on three quarters, at least one duty; null where it is not asked. */
  readonly gap: number | null;
}

/** A seat by its place: day and post by index, `n` 0 for the leader, 1… for the members, also where the post has no leader. */
export interface SeatAt {
  readonly day: number;
  readonly post: number;
  readonly n: number;
}

export interface RosterTask {
  readonly days: readonly Day[];
  /** Which days count as one kind for the fairness of weekdays; one for each day. */
  readonly kinds: readonly number[];
  readonly posts: readonly SolvePost[];
  readonly people: readonly SolvePerson[];
  readonly rules: Readonly<Record<Role, RoleRule>>;
  /** Pairs of people who do not serve together. */
  readonly apart: readonly (readonly [string, string])[];
  readonly fixed: readonly (SeatAt & { readonly personId: string })[];
}

/** Cost of one breach or of one step of unfairness. */
export const WEIGHTS = { must: 1000, load: 10, weekday: 4, post: 2, pair: 1 } as const;

export interface CostParts {
  /** Seats nobody holds, duties without rest, people too long without one, pairs kept apart who serve together, people where they may not serve. */
  readonly empty: number;
  readonly rest: number;
  readonly gap: number;
  readonly apart: number;
  readonly barred: number;
  /** Over what no complete roster can go below. */
  readonly load: number;
  readonly weekday: number;
  readonly post: number;
  readonly pair: number;
}

export interface Solution {
  /** Person ids by day, post and seat (the leader first where the post has one); null for a seat nobody fits. */
  readonly assignments: readonly (readonly (readonly (string | null)[])[])[];
  readonly cost: number;
  readonly parts: CostParts;
  /** No roster of this task costs less. */
  readonly bound: number;
  /** `optimal`: no fairer roster exists. */
  readonly proof: 'optimal' | 'within';
  readonly steps: number;
}

export interface Progress {
  readonly phase: 'filling' | 'evening';
  readonly cost: number;
  readonly bound: number;
  readonly steps: number;
}
