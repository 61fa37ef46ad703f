/** What earlier rosters left uneven. Who was new or long away owes nothing: a day is shared by those who were there on it. */
import type { Day } from '../../kernel/day.ts';
import type { Role } from './task.ts';

/** The people on duty on one earlier patrol day. */
export interface ServedDay {
  readonly day: Day;
  readonly served: readonly { readonly personId: string; readonly role: Role }[];
}

export interface EarlierPerson {
  readonly id: string;
  readonly role: Role;
  /** The first day in the unit. */
  readonly since: Day;
  readonly away: readonly { readonly from: Day; readonly to: Day }[];
}

/** Duties of each person above their share of the days they were there; negative for who is owed some. Over those still here it adds up to 0. */
export function surplusOf(days: readonly ServedDay[], people: readonly EarlierPerson[]): ReadonlyMap<string, number> {
  const surplus = new Map(people.map((person) => [person.id, 0]));
  const roleOf = new Map(people.map((person) => [person.id, person.role]));
  for (const { day, served } of days) {
    // Of the seats of a day only those count that somebody still rostered in that role held.
    const counted = served.filter((one) => roleOf.get(one.personId) === one.role);
    for (const { personId } of counted) surplus.set(personId, surplus.get(personId)! + 1);
    for (const role of ['leader', 'member'] as const) {
      const held = counted.filter((one) => one.role === role);
      const there = people.filter((person) => person.role === role && wasThere(person, day, held));
      for (const person of there) surplus.set(person.id, surplus.get(person.id)! - held.length / there.length);
    }
  }
  return surplus;
}

const wasThere = (person: EarlierPerson, day: Day, held: readonly { readonly personId: string }[]): boolean =>
  held.some((one) => one.personId === person.id) || (person.since <= day && !person.away.some(({ from, to }) => from <= day && day <= to));
