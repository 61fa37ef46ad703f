/** What a roster is made from: who can be asked, when they are away, which places want whom on which days, and the terms of the unit. */
import type { AbsenceKind } from '../absence/absence.model.ts';
import type { Day } from '../kernel/day.ts';
import type { RosterTerms, Seat } from './roster.model.ts';

/** Days of an absence, both ends included. */
export interface Away {
  readonly from: Day;
  readonly to: Day;
  readonly kind: AbsenceKind;
}

export interface RosterPerson {
  readonly id: string;
  readonly name: string;
  /** By post; a place may name others. */
  readonly mayLead: boolean;
  /** Patrollers walk; those who only lead are never asked to. */
  readonly mayWalk: boolean;
  /** Duties served above the fair share in earlier rosters; negative for who is owed some. */
  readonly surplus: number;
  readonly away: readonly Away[];
}

export interface RosterPlace {
  readonly id: string;
  readonly people: number;
  readonly leaderOnDuty: boolean;
  /** Who may lead here; null: whoever leads by post. */
  readonly leaders: readonly string[] | null;
  /** Patrol days free before and after a duty here; null: as the unit agreed. */
  readonly rest: number | null;
  /** Who does not serve together here, besides those the unit keeps apart. */
  readonly apart: RosterTerms['apart'];
  readonly days: readonly Day[];
}

export interface RosterPlan {
  readonly people: readonly RosterPerson[];
  readonly places: readonly RosterPlace[];
  readonly terms: RosterTerms;
  /** Pinned seats: they stay. */
  readonly kept: readonly Seat[];
}

export const awayOn = (person: Pick<RosterPerson, 'away'>, day: Day): Away | undefined =>
  person.away.find(({ from, to }) => from <= day && day <= to);

export const mayLeadAt = (person: Pick<RosterPerson, 'id' | 'mayLead'>, place: Pick<RosterPlace, 'leaders'>): boolean =>
  place.leaders ? place.leaders.includes(person.id) : person.mayLead;

/** All seats of a plan in order of day, place and seat, nobody in them. */
export function seatsOf({ places }: Pick<RosterPlan, 'places'>): Seat[] {
  return places.flatMap((place) => place.days.flatMap((day) => seatsOn(place, day))).sort((a, b) => (seatKey(a) < seatKey(b) ? -1 : 1));
}

function seatsOn({ id, people, leaderOnDuty }: RosterPlace, day: Day): Seat[] {
  const seat = (n: number): Seat => ({ day, placeId: id, n, personId: null, pinned: false, changedIn: null });
  return [...(leaderOnDuty ? [seat(0)] : []), ...Array.from({ length: people }, (_, index) => seat(index + 1))];
}

/** Which seat it is: sorts by day, place and seat. */
export const seatKey = (seat: Pick<Seat, 'day' | 'placeId' | 'n'>): string =>
  `${seat.day} ${seat.placeId} ${String(seat.n).padStart(2, '0')}`;
