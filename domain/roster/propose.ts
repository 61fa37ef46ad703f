/**
 * A fair roster: everybody serves as evenly as can be, nobody twice a day, nobody on two patrol days running where it can be
 * avoided, partners and places change. Greedy from the first day to the last, least-burdened first; the same input gives the same roster.
 */
import { type Day, weekdayOf } from '../kernel/day.ts';
import type { Seat } from './roster.model.ts';

export interface RosterPerson {
  readonly id: string;
  readonly name: string;
  readonly mayLead: boolean;
  /** Patrollers walk; those who only lead are never asked to. */
  readonly mayWalk: boolean;
  /** Duties of earlier months, so that what was uneven evens out. */
  readonly before: number;
}

export interface RosterPlace {
  readonly id: string;
  readonly people: number;
  readonly leaderOnDuty: boolean;
  readonly days: readonly Day[];
}

export interface RosterTask {
  readonly people: readonly RosterPerson[];
  readonly places: readonly RosterPlace[];
  /** Seats set by hand: they stay. */
  readonly kept: readonly Seat[];
}

interface Burden {
  duties: number;
  before: number;
  lastDay: number;
  readonly weekdays: Map<number, number>;
  readonly places: Map<string, number>;
  readonly partners: Map<string, number>;
}

/** Weights of what makes a person the next best choice for a seat; load first, then rest, then variety. */
const WEIGHT = { duty: 100, before: 12, restBroken: 220, weekday: 9, place: 6, partner: 14 };

/** All seats of the month in order; a seat nobody can fill stays empty (personId null). */
export function proposeRoster({ people, places, kept }: RosterTask): Seat[] {
  const burdens = new Map<string, Burden>(
    people.map((person) => [
      person.id,
      { duties: 0, before: person.before, lastDay: -9, weekdays: new Map(), places: new Map(), partners: new Map() },
    ]),
  );
  const days = [...new Set(places.flatMap((place) => place.days))].sort();
  const keptAt = new Map(kept.map((seat) => [seatKey(seat), seat]));
  const seats: Seat[] = [];
  days.forEach((day, index) => {
    const openPlaces = rotate(
      places.filter((place) => place.days.includes(day)),
      index,
    );
    const busy = new Set(kept.filter((seat) => seat.day === day).flatMap((seat) => seat.personId ?? []));
    for (const place of openPlaces) {
      const crew: string[] = [];
      for (const seat of seatsOf(place, day)) {
        const pinned = keptAt.get(seatKey(seat));
        const personId = pinned ? pinned.personId : choose(seat, index, people, burdens, busy, crew);
        if (personId) {
          busy.add(personId);
          note(burdens, personId, seat, index, crew);
          crew.push(personId);
        }
        seats.push({ ...seat, personId, byHand: pinned !== undefined });
      }
    }
  });
  return seats.sort((a, b) => (seatKey(a) < seatKey(b) ? -1 : 1));
}

function seatsOf(place: Pick<RosterPlace, 'id' | 'people' | 'leaderOnDuty'>, day: Day): Seat[] {
  const members = Array.from(
    { length: place.people },
    (_, i): Seat => ({ day, placeId: place.id, role: 'member', n: i + 1, personId: null, byHand: false }),
  );
  return place.leaderOnDuty ? [{ day, placeId: place.id, role: 'leader', n: 0, personId: null, byHand: false }, ...members] : members;
}

function choose(
  seat: Seat,
  index: number,
  people: readonly RosterPerson[],
  burdens: ReadonlyMap<string, Burden>,
  busy: ReadonlySet<string>,
  crew: readonly string[],
): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const person of people) {
    if (busy.has(person.id) || !(seat.role === 'leader' ? person.mayLead : person.mayWalk)) continue;
    const weight = burdenOf(burdens.get(person.id)!, seat, index, crew);
    if (weight < least) {
      least = weight;
      best = person.id;
    }
  }
  return best;
}

function burdenOf(burden: Burden, seat: Seat, index: number, crew: readonly string[]): number {
  const together = crew.reduce((sum, partner) => sum + (burden.partners.get(partner) ?? 0), 0);
  return (
    WEIGHT.duty * burden.duties +
    WEIGHT.before * burden.before +
    (index - burden.lastDay <= 1 ? WEIGHT.restBroken : 0) +
    WEIGHT.weekday * (burden.weekdays.get(weekdayOf(seat.day)) ?? 0) +
    WEIGHT.place * (burden.places.get(seat.placeId) ?? 0) +
    WEIGHT.partner * together
  );
}

function note(burdens: ReadonlyMap<string, Burden>, personId: string, seat: Seat, index: number, crew: readonly string[]): void {
  const burden = burdens.get(personId);
  // A seat set by hand may hold somebody who is no longer asked to serve.
  if (!burden) return;
  burden.duties += 1;
  burden.lastDay = index;
  count(burden.weekdays, weekdayOf(seat.day));
  count(burden.places, seat.placeId);
  for (const partner of crew) {
    count(burden.partners, partner);
    const other = burdens.get(partner);
    if (other) count(other.partners, personId);
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function rotate<Item>(items: readonly Item[], by: number): Item[] {
  const shift = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(shift), ...items.slice(0, shift)];
}

const seatKey = (seat: Pick<Seat, 'day' | 'placeId' | 'n'>): string => `${seat.day} ${seat.placeId} ${String(seat.n).padStart(2, '0')}`;
