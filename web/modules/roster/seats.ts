/** The seats of a roster, day by day and place by place, with the names on them. */
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
