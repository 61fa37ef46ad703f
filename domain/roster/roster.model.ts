/** The duty roster of a month (值班表): for each patrol day and place, who leads and who walks. */
import { z } from 'zod';
import { AbsenceKind } from '../absence/absence.model.ts';
import { OfferedAct, Ref } from '../kernel/contract.ts';

export const Seat = z.object({
  day: z.string(),
  placeId: z.string(),
  role: z.enum(['leader', 'member']),
  n: z.int().describe('0 for the leader, 1… for the patrollers'),
  personId: z.string().nullable(),
  byHand: z.boolean().describe('set by a person; a new proposal leaves it alone'),
});
export type Seat = z.infer<typeof Seat>;

export const Roster = z.object({
  id: z.string(),
  unitId: z.string(),
  state: z.enum(['draft', 'published']),
  month: z.string(),
  seats: z.array(Seat),
});
export type Roster = z.infer<typeof Roster>;

export const RosterDay = z.object({
  day: z.string(),
  workday: z.boolean(),
  name: z.string().nullable().describe('the holiday, or the one a make-up day belongs to'),
  patrolDay: z.boolean(),
});
export type RosterDay = z.infer<typeof RosterDay>;

export const Candidate = z.object({
  id: z.string(),
  name: z.string(),
  mayLead: z.boolean(),
  duties: z.int().describe('duties in this month'),
  away: z.array(z.object({ from: z.string(), to: z.string(), kind: AbsenceKind })).describe('absences in this month'),
});
export type Candidate = z.infer<typeof Candidate>;

export const RosterView = z.object({
  month: z.string(),
  roster: Roster.nullable(),
  days: z.array(RosterDay),
  places: z.array(
    z.object({ id: z.string(), name: z.string(), people: z.int(), leaderOnDuty: z.boolean(), starts: z.string(), ends: z.string() }),
  ),
  people: z.array(Candidate),
  fairness: z.object({
    least: z.int(),
    most: z.int(),
    empty: z.int().describe('seats nobody holds'),
    proof: z
      .object({ cost: z.number(), bound: z.number(), proof: z.enum(['optimal', 'within']) })
      .nullable()
      .describe('optimal: no fairer roster of this month exists; else it is within cost − bound of the fairest'),
    remarks: z.array(z.object({ day: z.string(), placeId: z.string(), zh: z.string(), en: z.string() })),
  }),
  acts: z.array(OfferedAct),
  requirements: z.array(Ref.pick({ name: true })),
  mayManage: z.boolean(),
});
export type RosterView = z.infer<typeof RosterView>;
