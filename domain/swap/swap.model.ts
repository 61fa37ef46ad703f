/** A colleague is asked to stand in for a duty (替班), or to exchange it for one of theirs (换班). */
import { z } from 'zod';
import { OfferedAct, Ref } from '../kernel/contract.ts';
import { SeatRef } from '../roster/roster.model.ts';
import type { swapStates } from './swap.states.ts';

export const Swap = z.object({
  id: z.string(),
  unitId: z.string(),
  rosterId: z.string(),
  state: z.enum(['asked', 'accepted', 'declined', 'withdrawn'] satisfies (keyof typeof swapStates)[]),
  askerId: z.string(),
  seat: SeatRef.describe('the duty that is given away'),
  otherId: z.string(),
  theirs: SeatRef.nullable().describe('the duty taken in exchange; null where the colleague stands in'),
  note: z.string(),
  at: z.string(),
  answeredAt: z.string().nullable(),
});
export type Swap = z.infer<typeof Swap>;

const NamedSeat = SeatRef.extend({ place: z.string() });

export const SwapView = Swap.omit({ unitId: true, askerId: true, otherId: true, seat: true, theirs: true }).extend({
  asker: Ref,
  other: Ref,
  seat: NamedSeat,
  theirs: NamedSeat.nullable(),
  acts: z.array(OfferedAct),
});
export type SwapView = z.infer<typeof SwapView>;

/** One of my duties ahead. */
export const OwnDuty = SeatRef.extend({
  rosterId: z.string(),
  place: z.string(),
  starts: z.string(),
  ends: z.string(),
  crew: z.array(z.object({ name: z.string(), leads: z.boolean(), me: z.boolean() })),
  changed: z.boolean().describe('changed since this person last took note'),
  asked: z.string().nullable().describe('name of the colleague who has been asked to take it'),
});
export type OwnDuty = z.infer<typeof OwnDuty>;

/** A change of a published roster that concerns me and that I have not taken note of. */
export const OwnChange = SeatRef.extend({
  rosterId: z.string(),
  version: z.int(),
  place: z.string(),
  how: z.enum(['came', 'left', 'mate']).describe('a duty came to me, left me, or somebody I serve with changed'),
  was: z.string().nullable(),
  now: z.string().nullable(),
  byName: z.string(),
  at: z.string(),
});
export type OwnChange = z.infer<typeof OwnChange>;
