/** What a clerk should know of a roster before publishing it: seats that break a must or a wish, said in words. */
import type { Words } from '../kernel/words.ts';
import { type Musts, whyNotHere } from './musts.ts';
import type { Seat, SeatRef } from './roster.model.ts';

export type Remark = SeatRef & Words;

/** Empty seats, people who cannot be there, and people who serve on two patrol days running. */
export function remarksOn(seats: readonly Seat[], musts: Musts): Remark[] {
  const byDay = Map.groupBy(seats, (seat) => seat.day);
  const reach = Math.max(1, musts.terms.rest.leader ?? 0, musts.terms.rest.member ?? 0);
  return musts.days.flatMap((day, at) => {
    const near = musts.days.slice(Math.max(0, at - reach), at + reach + 1).flatMap((other) => byDay.get(other) ?? []);
    const yesterday = byDay.get(musts.days[at - 1] ?? '') ?? [];
    return (byDay.get(day) ?? []).flatMap((seat) => remarkOn(seat, near, yesterday, musts));
  });
}

function remarkOn({ day, placeId, n, personId }: Seat, near: readonly Seat[], yesterday: readonly Seat[], musts: Musts): Remark[] {
  const seat = { day, placeId, n };
  if (personId === null)
    return [{ ...seat, zh: n === 0 ? '缺带班领导' : '缺巡查人员', en: n === 0 ? 'no leader on duty' : 'a patroller is missing' }];
  const broken = whyNotHere(musts, near, seat, personId);
  if (broken) return [{ ...seat, ...broken.words }];
  if (!yesterday.some((other) => other.personId === personId)) return [];
  const name = musts.people.find((person) => person.id === personId)?.name ?? '';
  return [{ ...seat, zh: `${name}连续两个巡查日值班`, en: `${name} serves on two patrol days running` }];
}
