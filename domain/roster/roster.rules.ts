/** A roster's life, and what must hold for every seat. */
import { type ActRule, type ActTable, postIn, type Workflow } from '../kernel/act.ts';
import { type Day, dayOf } from '../kernel/day.ts';
import { Problem } from '../kernel/problem.ts';
import type { Words } from '../kernel/words.ts';
import type { Roster, Seat } from './roster.model.ts';
import { rosterStates } from './roster.states.ts';

const clerk = postIn<Roster>('campaignClerk');
const rule = <Input>(row: ActRule<Roster, Input>): ActRule<Roster, Input> => row;

export interface SeatChange {
  readonly day: Day;
  readonly placeId: string;
  readonly n: number;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly placeName: string;
  readonly mayLead: boolean;
  /** Why the person is away on that day, null when they are there. */
  readonly away: Words | null;
}

export const rosterActs = {
  propose: rule<{ readonly seats: readonly Seat[] }>({
    words: { zh: '重新排班', en: 'Propose anew' },
    past: 'proposed',
    pastWords: { zh: '重新排班', en: 'proposed it anew' },
    from: ['draft'],
    by: [clerk],
    change: (_roster, input) => ({ seats: [...input.seats] }),
  }),
  assign: rule<SeatChange>({
    words: { zh: '调整班次', en: 'Change a seat' },
    past: 'seatChanged',
    pastWords: { zh: '调整班次', en: 'changed a seat' },
    from: ['draft', 'published'],
    by: [clerk],
    refuse: (roster, at, input) => (input ? whyNotSeated(roster, dayOf(at.now), input) : null),
    change: (roster, input) => ({
      seats: roster.seats.map((seat) => (isSeat(seat, input) ? { ...seat, personId: input.personId, byHand: true } : seat)),
    }),
    tell: (roster, input) => ({
      day: input.day,
      place: input.placeName,
      n: input.n,
      was: roster.seats.find((seat) => isSeat(seat, input))?.personId ?? null,
      personId: input.personId,
      name: input.personName,
    }),
  }),
  publish: rule<object>({
    words: { zh: '发布值班表', en: 'Publish' },
    past: 'published',
    pastWords: { zh: '发布值班表', en: 'published it' },
    from: ['draft'],
    to: 'published',
    by: [clerk],
    // Days gone by can no longer be filled, and no patrol is made of them.
    refuse: (roster, at) => {
      const today = dayOf(at.now);
      const empty = roster.seats.filter((seat) => seat.personId === null && seat.day >= today).length;
      return empty > 0 ? new Problem('roster.emptySeats', { count: empty }) : null;
    },
  }),
} satisfies ActTable<Roster>;

export const rosterWorkflow: Workflow<Roster, typeof rosterActs> = {
  kind: 'roster',
  words: { zh: '值班表', en: 'Duty roster' },
  states: rosterStates,
  acts: rosterActs,
};

const isSeat = (seat: Seat, at: Pick<SeatChange, 'day' | 'placeId' | 'n'>): boolean =>
  seat.day === at.day && seat.placeId === at.placeId && seat.n === at.n;

function whyNotSeated(roster: Roster, today: Day, change: SeatChange): Problem | null {
  if (!roster.seats.some((seat) => isSeat(seat, change))) return new Problem('record.notFound');
  if (change.day < today) return new Problem('roster.past');
  if (change.personId === null) return null;
  if (change.n === 0 && !change.mayLead) return new Problem('roster.mayNotLead', { name: change.personName });
  if (change.away !== null) return new Problem('roster.away', { name: change.personName, ...change.away });
  const elsewhere = roster.seats.some((seat) => seat.day === change.day && seat.personId === change.personId && !isSeat(seat, change));
  return elsewhere ? new Problem('roster.seatTwice', { name: change.personName, place: change.placeName }) : null;
}
