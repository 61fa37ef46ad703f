/** What a clerk should know of a roster before publishing it: seats that are empty, break a must or a wish, said in words. */
import type { Words } from '../kernel/words.ts';
import { brokenMusts, isSameSeat, type Musts } from './musts.ts';
import type { Seat, SeatRef } from './roster.model.ts';

export type Remark = SeatRef & Words;

/** Empty seats, people who cannot be there, and people who serve on two patrol days running. */
export function remarksOn(seats: readonly Seat[], musts: Musts): Remark[] {
  const broken = brokenMusts(musts, seats);
  const byDay = Map.groupBy(seats, (seat) => seat.day);
  return musts.days.flatMap((day, at) => {
    const yesterday = byDay.get(musts.days[at - 1] ?? '') ?? [];
    return (byDay.get(day) ?? []).flatMap((seat): Remark[] => {
      const { placeId, n, personId } = seat;
      const words = personId === null ? emptyWords(n) : (broken.find((one) => isSameSeat(one.seat, seat))?.problem.words ?? null);
      if (words) return [{ day, placeId, n, ...words }];
      if (!yesterday.some((other) => other.personId === personId)) return [];
      const name = musts.people.find((person) => person.id === personId)?.name ?? '';
      return [{ day, placeId, n, zh: `${name}连续两个巡查日值班`, en: `${name} serves on two patrol days running` }];
    });
  });
}

const emptyWords = (n: number): Words =>
  n === 0 ? { zh: '缺带班领导', en: 'no leader on duty' } : { zh: '缺巡查人员', en: 'a patroller is missing' };
