/** What a clerk should know of a roster before publishing it: seats that break a wish, said in words. */

import { absenceKinds } from '../absence/absence.states.ts';
import type { Day } from '../kernel/day.ts';
import { awayOn, type RosterPerson } from './propose.ts';
import type { Seat } from './roster.model.ts';

export interface Remark {
  readonly day: Day;
  readonly placeId: string;
  readonly zh: string;
  readonly en: string;
}

/** Empty seats, people who are away, and people who serve on two patrol days running. */
export function remarksOn(seats: readonly Seat[], people: readonly RosterPerson[]): Remark[] {
  const byId = new Map(people.map((person) => [person.id, person]));
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
    const holder = byId.get(seat.personId);
    const away = holder && awayOn(holder, seat.day);
    if (holder && away) {
      const kind = absenceKinds[away.kind];
      remarks.push({
        day: seat.day,
        placeId: seat.placeId,
        zh: `${holder.name}这一天不在（${kind.zh}）`,
        en: `${holder.name} is away on this day (${kind.en.toLowerCase()})`,
      });
      continue;
    }
    const yesterday = days[days.indexOf(seat.day) - 1];
    const again = seats.some((other) => other.day === yesterday && other.personId === seat.personId);
    if (again) {
      const name = holder?.name ?? '';
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
