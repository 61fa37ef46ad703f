/** A roster instance as a file (days, posts, people with the days they are there) as a task of the solver. */
import { z } from 'zod';
import type { RosterTask } from '#domain/roster/solve/task.ts';

const PerRole = z.object({ leader: z.int().min(0), member: z.int().min(0) });

export const RosterInstance = z.object({
  name: z.string(),
  days: z
    .array(z.object({ date: z.iso.date(), weekday: z.int().min(0).max(6) }))
    .min(1)
    .max(2000),
  posts: z.int().min(1).max(100),
  seatsPerPost: z.int().min(1).max(20),
  people: z
    .array(z.object({ id: z.union([z.int(), z.string()]), leader: z.boolean(), available: z.array(z.union([z.literal(0), z.literal(1)])) }))
    .min(1)
    .max(5000),
  rest: PerRole,
  gap: PerRole,
});
export type RosterInstance = z.infer<typeof RosterInstance>;

export function taskOf(instance: RosterInstance): RosterTask {
  const seats = instance.days.map(() => ({ leader: true, members: instance.seatsPerPost - 1 }));
  return {
    days: instance.days.map((day) => day.date),
    kinds: instance.days.map((day) => day.weekday),
    posts: Array.from({ length: instance.posts }, (_, post) => ({ id: String(post), seats })),
    people: instance.people.map(({ id, leader, available }) => ({
      id: String(id),
      role: leader ? 'leader' : 'member',
      present: available.map((one) => one === 1),
      before: 0,
    })),
    rules: {
      leader: { rest: instance.rest.leader, gap: instance.gap.leader },
      member: { rest: instance.rest.member, gap: instance.gap.member },
    },
    apart: [],
    fixed: [],
  };
}

/** A person who is suddenly not there on some days running, both ends included; days by index. */
export interface SuddenAbsence {
  readonly personId: string;
  readonly from: number;
  readonly to: number;
}

/** `3:40-52,7:12`: person 3 on the patrol days 40 to 52 (counted from 0), person 7 on day 12. Throws an Error that says what is wrong. */
export function readAbsences(text: string, { people, days }: RosterTask): SuddenAbsence[] {
  return text.split(',').map((one) => {
    const [, personId = '', from = '', to = from] = /^\s*(.+):(\d+)(?:-(\d+))?\s*$/.exec(one) ?? [];
    if (from === '') throw new Error(`--absent ${one}: P:D or P:D1-D2`);
    if (!people.some(({ id }) => id === personId)) throw new Error(`--absent ${one}: no person ${personId}`);
    if (Number(from) > Number(to) || Number(to) >= days.length) throw new Error(`--absent ${one}: days are 0 to ${days.length - 1}`);
    return { personId, from: Number(from), to: Number(to) };
  });
}

export function withAbsences(task: RosterTask, absences: readonly SuddenAbsence[]): RosterTask {
  const isAway = (id: string, day: number): boolean =>
    absences.some(({ personId, from, to }) => personId === id && from <= day && day <= to);
  return {
    ...task,
    people: task.people.map((one) => ({ ...one, present: one.present.map((there, day) => there && !isAway(one.id, day)) })),
  };
}
