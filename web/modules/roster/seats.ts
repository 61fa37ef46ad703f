/** The seats of a roster, day by day and place by place, with the names on them and what must hold for them. */
import { dayOf } from '#domain/kernel/day.ts';
import type { Musts } from '#domain/roster/musts.ts';
import type { RosterView, Seat } from '#domain/roster/roster.model.ts';

export interface PlaceSeats {
  readonly placeId: string;
  readonly placeName: string;
  /** ①, ②: a place's sign in the calendar, where its full name has no room. */
  readonly sign: string;
  readonly seats: readonly Seat[];
}

const SIGNS = '①②③④⑤⑥⑦⑧⑨⑩';

export function placeSign(view: RosterView, placeId: string): string {
  return SIGNS[view.places.findIndex((place) => place.id === placeId)] ?? '·';
}

export function seatsOn(view: RosterView, day: string): PlaceSeats[] {
  const seats = view.roster?.seats.filter((seat) => seat.day === day) ?? [];
  return view.places
    .map((place) => ({
      placeId: place.id,
      placeName: place.name,
      sign: placeSign(view, place.id),
      seats: seats.filter((seat) => seat.placeId === place.id).sort((a, b) => a.n - b.n),
    }))
    .filter((place) => place.seats.length > 0);
}

export function nameOf(view: RosterView, personId: string | null): string | null {
  return view.people.find((person) => person.id === personId)?.name ?? null;
}

export function placeName(view: RosterView, placeId: string): string {
  return view.places.find((place) => place.id === placeId)?.name ?? '';
}

/** As the server asks it; of the days only those on the screen are known here, so the server's word is the last. */
export function mustsOf(view: RosterView): Musts {
  return {
    people: view.people,
    places: view.places,
    terms: view.terms,
    days: [...new Set(view.roster?.seats.map((seat) => seat.day))].sort(),
  };
}

export const isAhead = (seat: Pick<Seat, 'day'>): boolean => seat.day >= dayOf(Date.now());
