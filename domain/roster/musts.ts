/** What must hold for a person in a seat; the same answer on the screen, in a swap and on the server. */
import { absenceKinds } from '../absence/absence.states.ts';
import type { Day } from '../kernel/day.ts';
import { Problem } from '../kernel/problem.ts';
import { awayOn, mayLeadAt, type RosterPerson, type RosterPlace, type RosterPlan } from './plan.ts';
import type { RosterTerms, Seat, SeatRef } from './roster.model.ts';

/** The people, places and terms a seat is judged by. */
export interface Musts {
  readonly people: readonly (Pick<RosterPerson, 'id' | 'name' | 'away'> & { readonly leads: readonly string[] })[];
  readonly places: readonly (Pick<RosterPlace, 'id' | 'rest' | 'apart'> & { readonly name: string })[];
  readonly terms: RosterTerms;
  /** Patrol days in order: rest is counted in them. */
  readonly days: readonly Day[];
}

/** The places where somebody may lead, beside what else is asked of a person. */
export const withLeads = <P extends Pick<RosterPerson, 'id' | 'mayLead'>>(person: P, places: RosterPlan['places']) => ({
  ...person,
  leads: places.filter((place) => place.leaderOnDuty && mayLeadAt(person, place)).map((place) => place.id),
});

export const isSameSeat = (a: SeatRef, b: SeatRef): boolean => a.day === b.day && a.placeId === b.placeId && a.n === b.n;

/** Why this person cannot sit here among these seats, or null. Their own seat there does not stand in their way. */
export function whyNotHere(musts: Musts, seats: readonly Seat[], seat: SeatRef, personId: string): Problem | null {
  const person = musts.people.find((one) => one.id === personId);
  const place = musts.places.find((one) => one.id === seat.placeId);
  if (!person || !place) return new Problem('record.notFound');
  const { name } = person;
  if (seat.n === 0 && !person.leads.includes(place.id)) return new Problem('roster.mayNotLead', { name });
  const away = awayOn(person, seat.day);
  if (away) return new Problem('roster.away', { name, ...absenceKinds[away.kind] });
  const others = seats.filter((other) => !isSameSeat(other, seat));
  const twice = others.find((other) => other.day === seat.day && other.personId === personId);
  if (twice) return new Problem('roster.seatTwice', { name, place: musts.places.find((one) => one.id === twice.placeId)?.name });
  const apart = [...musts.terms.apart, ...place.apart];
  const kept = others.find(
    (other) => other.day === seat.day && other.placeId === seat.placeId && areApart(apart, personId, other.personId),
  );
  if (kept) return new Problem('roster.apart', { name, other: musts.people.find((one) => one.id === kept.personId)?.name });
  const near = unrestedBy(musts, others, seat, personId);
  return near ? new Problem('roster.unrested', { name, ...near }) : null;
}

export interface BrokenMust {
  readonly seat: Seat;
  readonly problem: Problem;
}

/** Every seat whose holder may not sit there; empty seats are no breach. Of each day only the days near it are looked at. */
export function brokenMusts(musts: Musts, seats: readonly Seat[]): BrokenMust[] {
  const byDay = Map.groupBy(seats, (seat) => seat.day);
  const reach = longestRest(musts);
  return musts.days.flatMap((day, at) => {
    const near = musts.days.slice(Math.max(0, at - reach), at + reach + 1).flatMap((other) => byDay.get(other) ?? []);
    return (byDay.get(day) ?? []).flatMap((seat) => {
      const problem = seat.personId === null ? null : whyNotHere(musts, near, seat, seat.personId);
      return problem ? [{ seat, problem }] : [];
    });
  });
}

function areApart(apart: RosterTerms['apart'], a: string, b: string | null): boolean {
  return b !== null && apart.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
}

/** The longest rest asked anywhere: so many patrol days before and after a duty others have to be looked at. */
export const longestRest = ({ terms, places }: Pick<Musts, 'terms' | 'places'>): number =>
  Math.max(terms.rest.leader ?? 0, terms.rest.member ?? 0, ...places.map((place) => place.rest ?? 0));

/** The rest of the place, else what the unit agreed on; 0 where it is only wished for. */
function restFor({ terms, places }: Musts, seat: SeatRef): number {
  const own = places.find((place) => place.id === seat.placeId)?.rest;
  return own ?? (seat.n === 0 ? terms.rest.leader : terms.rest.member) ?? 0;
}

/** Between two duties lie at least as many patrol days as the stricter of the two seats asks. */
function unrestedBy(
  musts: Musts,
  others: readonly Seat[],
  seat: SeatRef,
  personId: string,
): { readonly day: Day; readonly rest: number } | null {
  const at = musts.days.indexOf(seat.day);
  if (at < 0) return null;
  for (const other of others) {
    if (other.personId !== personId) continue;
    const rest = Math.max(restFor(musts, seat), restFor(musts, other));
    const there = musts.days.indexOf(other.day);
    if (there >= 0 && Math.abs(there - at) <= rest) return { day: other.day, rest };
  }
  return null;
}
