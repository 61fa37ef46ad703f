/** What a clerk should know of a roster before publishing it: seats that break a wish, said in words. */
import type { Day } from '../kernel/day.ts';
import type { RosterPerson } from './propose.ts';
import type { Seat } from './roster.model.ts';

export interface Remark {
  readonly day: Day;
  readonly placeId: string;
  readonly zh: string;
  readonly en: string;
}

/** Empty seats, and people who serve on two patrol days running. */
export function remarksOn(seats: readonly Seat[], people: readonly RosterPerson[]): Remark[] {
  const nameOf = new Map(people.map((person) => [person.id, person.name]));
  const days = [...new Set(seats.map((seat) => seat.day))].sort();
  const remarks: Remark[] = [];
  for (const seat of seats) {
    if (seat.personId === null) {
      remarks.push({
        day: seat.day,
        placeId: seat.placeId,
        zh: seat.n === 0 ? '缺带班领导' : '缺巡查人员',
        en: seat.n === 0 ? 'no leader on duty' : 'a patroller is missing',
      });
      continue;
    }
    const yesterday = days[days.indexOf(seat.day) - 1];
    const again = seats.some((other) => other.day === yesterday && other.personId === seat.personId);
    if (again) {
      const name = nameOf.get(seat.personId) ?? '';
      remarks.push({
        day: seat.day,
        placeId: seat.placeId,
        zh: `${name}连续两个巡查日值班`,
        en: `${name} serves on two patrol days running`,
      });
    }
  }
  return remarks;
}
