/** Rosters as people read them (ids by day, post and seat) and as the solver holds them (a person's number for each seat). */
import type { Instance } from './instance.ts';
import type { RosterTask, Solution } from './task.ts';

/** −1 for a seat nobody holds, or somebody the task does not know. */
export function holdersOf(task: RosterTask, on: Instance, assignments: Solution['assignments']): Int32Array {
  const at = new Map(task.people.map((person, i) => [person.id, i]));
  return Int32Array.from(idsOf(on, assignments), (id) => (id === null ? -1 : (at.get(id) ?? -1)));
}

/** The id of each seat in the order of the seats. */
export function idsOf(on: Instance, assignments: Solution['assignments']): (string | null)[] {
  return Array.from(
    on.crewOf,
    (crew, seat) => assignments[Math.floor(crew / on.posts)]?.[crew % on.posts]?.[seat - on.crewFrom[crew]!] ?? null,
  );
}

export function assignmentsOf(task: RosterTask, on: Instance, holder: Int32Array): Solution['assignments'] {
  return byCrew(
    on,
    Array.from(holder, (person) => (person < 0 ? null : task.people[person]!.id)),
  );
}

export function byCrew(on: Instance, ids: readonly (string | null)[]): Solution['assignments'] {
  return Array.from({ length: on.days }, (_day, day) =>
    Array.from({ length: on.posts }, (_post, post) =>
      ids.slice(on.crewFrom[day * on.posts + post], on.crewFrom[day * on.posts + post + 1]),
    ),
  );
}

/** To the search a pair that meets weighs as much as an empty seat; what goes out rather leaves a seat empty. Fixed seats stay. */
export function parted(on: Instance, found: Int32Array): Int32Array {
  const holder = found.slice();
  for (let seat = 0; seat < holder.length; seat++)
    for (let s = on.crewFrom[on.crewOf[seat]!]!; s < seat; s++) {
      const [a, b] = [holder[s]!, holder[seat]!];
      if (a < 0 || b < 0 || on.apart[on.apartFrom[on.seatPost[seat]!]! + a * on.people + b] === 0) continue;
      if (on.fixed[seat]! < 0) holder[seat] = -1;
      else if (on.fixed[s]! < 0) holder[s] = -1;
    }
  return holder;
}
