/** Small tasks of the solver, for the tests. */
import { addDays } from '../../../kernel/day.ts';
import type { RosterTask } from '../task.ts';

const MONDAY = '2026-03-02';

export interface Shape {
  readonly leaders: number;
  readonly members: number;
  readonly days: number;
  readonly posts: number;
  readonly walkers: number;
  readonly rest: number;
  readonly gap: number | null;
  readonly absent: readonly number[];
  readonly apart: boolean;
  /** Who may not serve where: number of the person × posts + post. */
  readonly barred?: readonly number[];
  /** Rest of its own for a post, by number; null as the rules have it. */
  readonly ownRest?: readonly (number | null)[];
  /** Members kept apart at one post only. */
  readonly ownApart?: readonly (readonly [post: number, one: number, other: number])[];
}

export function taskOf({
  leaders,
  members,
  days,
  posts,
  walkers,
  rest,
  gap,
  absent,
  apart,
  barred = [],
  ownRest = [],
  ownApart = [],
}: Shape): RosterTask {
  const memberId = (n: number): string => `member${leaders + (n % members)}`;
  const person = (i: number, role: 'leader' | 'member') => ({
    id: `${role}${i}`,
    role,
    present: Array.from({ length: days }, (_, d) => !absent.includes(i * days + d)),
    before: 0,
    ...(barred.length > 0 && { posts: Array.from({ length: posts }, (_, p) => !barred.includes(i * posts + p)) }),
  });
  return {
    days: Array.from({ length: days }, (_, d) => addDays(MONDAY, d)),
    kinds: Array.from({ length: days }, (_, d) => d % 3),
    posts: Array.from({ length: posts }, (_, p) => ({
      id: `post${p}`,
      ...ownTerms(
        ownRest[p],
        ownApart.filter(([post]) => post === p).map(([, one, other]) => [memberId(one), memberId(other)] as const),
      ),
      seats: Array.from({ length: days }, () => ({ leader: true, members: walkers })),
    })),
    people: [
      ...Array.from({ length: leaders }, (_, i) => person(i, 'leader')),
      ...Array.from({ length: members }, (_, i) => person(leaders + i, 'member')),
    ],
    rules: { leader: { rest, gap }, member: { rest, gap } },
    apart: apart && members > 1 ? [[memberId(0), memberId(1)]] : [],
    fixed: [],
  };
}

const ownTerms = (rest: number | null | undefined, apart: RosterTask['apart']) => ({
  ...(typeof rest === 'number' && { rest: { leader: rest, member: rest } }),
  ...(apart.length > 0 && { apart: apart.filter(([one, other]) => one !== other) }),
});

export const small = { leaders: 3, members: 6, days: 6, posts: 2, walkers: 2, rest: 0, gap: null, absent: [], apart: false } as const;

/** The same task with somebody else away: numbers of person × days + day. */
export function withAbsent(task: RosterTask, absent: readonly number[]): RosterTask {
  const days = task.days.length;
  return {
    ...task,
    people: task.people.map((person, i) => ({
      ...person,
      present: person.present.map((there, d) => there && !absent.includes(i * days + d)),
    })),
  };
}
