/** The duty roster of some months (值班表): for each patrol day and place, who leads and who walks. */
import { z } from 'zod';
import { AbsenceKind } from '../absence/absence.model.ts';
import { OfferedAct, Ref } from '../kernel/contract.ts';
import { KeptApart, RestDays } from '../place/place.model.ts';

export const SeatRef = z.object({
  day: z.string(),
  placeId: z.string(),
  n: z.int().describe('0 for the leader on duty, 1… for the patrollers'),
});
export type SeatRef = z.infer<typeof SeatRef>;

export const Seat = SeatRef.extend({
  personId: z.string().nullable(),
  pinned: z.boolean().describe('a new proposal leaves it alone'),
  changedIn: z.int().nullable().describe('the version in which it last changed after publishing'),
});
export type Seat = z.infer<typeof Seat>;

/** What a unit agrees on for everybody's duties; a place may ask for more, or for another rest. */
export const RosterTerms = z.object({
  rest: z
    .object({ leader: RestDays, member: RestDays })
    .describe('patrol days between two duties of a person; null: one where there are people enough'),
  apart: KeptApart,
});
export type RosterTerms = z.infer<typeof RosterTerms>;

export const usualTerms: RosterTerms = { rest: { leader: null, member: null }, apart: [] };

export const Roster = z.object({
  id: z.string(),
  unitId: z.string(),
  state: z.enum(['draft', 'published', 'discarded']),
  from: z.string().describe('the first day of its first month'),
  to: z.string().describe('the last day of its last month'),
  version: z.int().describe('0 for a draft, 1 when published, one more with each change after that'),
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
  leads: z.array(z.string()).describe('ids of the places where this person may lead'),
  walks: z.boolean(),
  duties: z.int().describe('duties in the whole roster'),
  share: z.number().describe('the fair number of duties by presence, earlier rosters counted'),
  away: z.array(z.object({ from: z.string(), to: z.string(), kind: AbsenceKind })),
});
export type Candidate = z.infer<typeof Candidate>;

/** One seat that changed after publishing. */
export const SeatChangeLine = SeatRef.extend({
  version: z.int(),
  at: z.string(),
  byName: z.string(),
  was: Ref.nullable(),
  now: Ref.nullable(),
});
export type SeatChangeLine = z.infer<typeof SeatChangeLine>;

/** A search for a fairer roster, as it runs on the server. */
export const SolvingState = z.object({
  state: z.enum(['running', 'done', 'stopped', 'interrupted']),
  cost: z.number(),
  bound: z.number(),
  steps: z.number(),
  seconds: z.number(),
});
export type SolvingState = z.infer<typeof SolvingState>;

export const RosterView = z.object({
  month: z.string(),
  roster: Roster.nullable().describe('its seats are those of the weeks of the month'),
  days: z.array(RosterDay).describe('the whole weeks of the month, Monday to Sunday'),
  places: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      people: z.int(),
      leaderOnDuty: z.boolean(),
      rest: RestDays,
      apart: KeptApart,
      starts: z.string(),
      ends: z.string(),
    }),
  ),
  people: z.array(Candidate),
  terms: RosterTerms,
  fairness: z.object({
    least: z.int(),
    most: z.int(),
    empty: z.int().describe('seats nobody holds'),
    proof: z
      .object({ cost: z.number(), bound: z.number(), proof: z.enum(['optimal', 'within']) })
      .nullable()
      .describe('optimal: no fairer roster of these months exists; else it is within cost − bound of the fairest'),
    remarks: z.array(SeatRef.extend({ zh: z.string(), en: z.string() })),
  }),
  changes: z.array(SeatChangeLine).describe('what changed after publishing, the newest first'),
  solving: SolvingState.nullable(),
  acts: z.array(OfferedAct),
  requirements: z.array(Ref.pick({ name: true })),
  mayManage: z.boolean(),
});
export type RosterView = z.infer<typeof RosterView>;
