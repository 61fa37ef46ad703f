/**
 * What no roster of a task costs less than, over the floors of its parts. Given how often somebody serves, their partners cannot be
 * spread more evenly than evenly; load and pairs of each person together are convex in the number of duties, so giving the seats one by
 * one to whoever they cost least is the least there is. Pairs of leader and member are charged once to the leaders and once to the
 * members, and the better of the two bounds counts; pairs of members half to each.
 */
import { evenPairs, floorsOf } from './cost.ts';
import type { Instance } from './instance.ts';
import { WEIGHTS } from './task.ts';

export function lowerBound(on: Instance): number {
  const size = commonCrew(on);
  if (size === null) return 0;
  const [leaders, members] = on.peopleOf;
  const others = size.members;
  const floor = floorsOf(on);
  const load = (person: number, n: number): number => WEIGHTS.load * Math.abs(n - on.share[person]!);
  const amongMembers = (n: number): number => evenPairs(n * (others - 1), members.length - 1) / 2;
  const toLeaders =
    least(leaders, size.crews, (i, n) => load(i, n) + evenPairs(n * others, members.length)) +
    least(members, size.crews * others, (i, n) => load(i, n) + amongMembers(n));
  const toMembers =
    least(leaders, size.crews, load) +
    least(members, size.crews * others, (i, n) => load(i, n) + evenPairs(n, leaders.length) + amongMembers(n));
  return Math.max(0, Math.round((Math.max(toLeaders, toMembers) - WEIGHTS.load * floor.load - WEIGHTS.pair * floor.pair) * 1e6) / 1e6);
}

/** All crews of one size, each with a leader; else the closed form does not hold and the floors are all we prove. */
function commonCrew(on: Instance): { readonly crews: number; readonly members: number } | null {
  let crews = 0;
  let members: number | null = null;
  for (let c = 0; c + 1 < on.crewFrom.length; c++) {
    const size = on.crewFrom[c + 1]! - on.crewFrom[c]!;
    if (size === 0) continue;
    if (on.seatRole[on.crewFrom[c]!] !== 0 || (members !== null && members !== size - 1)) return null;
    members = size - 1;
    crews++;
  }
  return members === null || members === 0 ? null : { crews, members };
}

function least(ids: Int32Array, seats: number, costOf: (person: number, n: number) => number): number {
  const given = new Map<number, number>([...ids].map((i) => [i, 0]));
  let total = [...ids].reduce((sum, i) => sum + costOf(i, 0), 0);
  for (let k = 0; k < seats; k++) {
    let best = -1;
    let rise = Number.POSITIVE_INFINITY;
    for (const [i, n] of given) {
      const more = costOf(i, n + 1) - costOf(i, n);
      if (more < rise) {
        rise = more;
        best = i;
      }
    }
    if (best < 0) break;
    given.set(best, given.get(best)! + 1);
    total += rise;
  }
  return total;
}
