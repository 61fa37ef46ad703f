/** The cost of a roster added up from nothing, part by part; and what no roster can go below. */
import type { Instance } from './instance.ts';
import { type CostParts, WEIGHTS } from './task.ts';

export const mustsBroken = ({ empty, rest, gap, apart, barred }: CostParts): number => empty + rest + gap + apart + barred;

export function costOf(parts: CostParts): number {
  const musts = mustsBroken(parts);
  const fair = WEIGHTS.load * parts.load + WEIGHTS.weekday * parts.weekday + WEIGHTS.post * parts.post + WEIGHTS.pair * parts.pair;
  return Math.round((WEIGHTS.must * musts + fair) * 1e6) / 1e6;
}

/** `holder`: the person of each seat, −1 for nobody. Load and pairs are counted over their floors. */
export function partsOf(on: Instance, holder: Int32Array): CostParts {
  const serves = new Uint8Array(on.people * on.days);
  const rests = new Int32Array(on.people * on.days);
  const duties = new Int32Array(on.people);
  const byKind = new Int32Array(on.people * on.kinds);
  const byPost = new Int32Array(on.people * on.posts);
  const together = new Map<number, number>();
  let empty = 0;
  let apart = 0;
  let barred = 0;
  for (const [seat, person] of holder.entries()) {
    if (person < 0) {
      empty++;
      continue;
    }
    barred += 1 - on.mayServe[person * on.posts + on.seatPost[seat]!]!;
    const day = person * on.days + on.seatDay[seat]!;
    serves[day]! += 1;
    rests[day] = Math.max(rests[day]!, on.restAt[on.seatPost[seat]! * 2 + on.roleOf[person]!]!);
    duties[person]! += 1;
    byKind[person * on.kinds + on.kindOf[on.seatDay[seat]!]!]! += 1;
    byPost[person * on.posts + on.seatPost[seat]!]! += 1;
    for (let s = on.crewFrom[on.crewOf[seat]!]!; s < seat; s++) {
      const other = holder[s]!;
      if (other < 0) continue;
      const pair = Math.min(person, other) * on.people + Math.max(person, other);
      together.set(pair, (together.get(pair) ?? 0) + 1);
      apart += on.apart[on.apartFrom[on.seatPost[seat]!]! + pair]!;
    }
  }
  let load = 0;
  let weekday = 0;
  let post = 0;
  let rest = 0;
  let gap = 0;
  for (let i = 0; i < on.people; i++) {
    load += Math.abs(duties[i]! - on.share[i]!);
    for (let k = i * on.kinds; k < (i + 1) * on.kinds; k++)
      weekday += Math.max(0, byKind[k]! - on.kindHigh[k]!, on.kindLow[k]! - byKind[k]!);
    const served = byPost.subarray(i * on.posts, (i + 1) * on.posts).filter((_, p) => on.mayServe[i * on.posts + p] === 1);
    post += served.length === 0 ? 0 : Math.max(0, Math.max(...served) - Math.min(...served) - 1);
    rest += unrested(on, serves, rests, i);
    gap += longPauses(on, serves, i);
  }
  let pair = 0;
  for (const times of together.values()) pair += (times * (times - 1)) / 2;
  const floor = floorsOf(on);
  return { empty, rest, gap, apart, barred, load: Math.round((load - floor.load) * 1e9) / 1e9, weekday, post, pair: pair - floor.pair };
}

/** Of the role, there that day, and allowed at the post. */
export function maySit(on: Instance, person: number, seat: number): boolean {
  return (
    on.roleOf[person] === on.seatRole[seat] &&
    on.present[person * on.days + on.seatDay[seat]!] === 1 &&
    on.mayServe[person * on.posts + on.seatPost[seat]!] === 1
  );
}

/** Pairs of duties with fewer days between than the stricter of their posts asks; two on one day are as bad. */
function unrested(on: Instance, serves: Uint8Array, rests: Int32Array, person: number): number {
  const reach = on.reach[on.roleOf[person]!]!;
  const base = person * on.days;
  let breaches = 0;
  for (let d = 0; d < on.days; d++) {
    if (serves[base + d] === 0) continue;
    breaches += serves[base + d]! - 1;
    for (let far = 1; far <= reach && d + far < on.days; far++)
      if (serves[base + d + far]! > 0 && far <= Math.max(rests[base + d]!, rests[base + d + far]!)) breaches++;
  }
  return breaches;
}

function longPauses(on: Instance, serves: Uint8Array, person: number): number {
  const width = on.gap[on.roleOf[person]!]!;
  const windows = person * (on.days + 1);
  let breaches = 0;
  for (let d = 0; width > 0 && d + width <= on.days; d++) {
    if (on.windows[windows + d + 1] === on.windows[windows + d]) continue;
    let n = 0;
    for (let k = 0; k < width; k++) n += serves[person * on.days + d + k]!;
    if (n === 0) breaches++;
  }
  return breaches;
}

/** Σ C(times, 2) when n meetings are spread over k pairs as evenly as can be. */
export function evenPairs(n: number, k: number): number {
  if (k <= 0) return 0;
  const low = Math.floor(n / k);
  const above = n - low * k;
  return (above * (low + 1) * low) / 2 + ((k - above) * low * (low - 1)) / 2;
}

export interface Floors {
  /** Shares are fractions and duties are whole: so much stays in every roster. */
  readonly load: number;
  readonly pair: number;
}

export function floorsOf(on: Instance): Floors {
  const [leaders, members] = on.peopleOf;
  let mixed = 0;
  let among = 0;
  let leading = 0;
  for (let c = 0; c + 1 < on.crewFrom.length; c++) {
    const size = on.crewFrom[c + 1]! - on.crewFrom[c]!;
    const leads = size > 0 && on.seatRole[on.crewFrom[c]!] === 0 ? 1 : 0;
    mixed += leads * (size - leads);
    among += ((size - leads) * (size - leads - 1)) / 2;
    leading += leads;
  }
  const seats = [leading, on.seatDay.length - leading];
  return {
    load: [leaders, members].reduce((sum, ids, role) => sum + loadFloor(on, ids, seats[role]!), 0),
    pair: evenPairs(mixed, leaders.length * members.length) + evenPairs(among, (members.length * (members.length - 1)) / 2),
  };
}

/** Duties given one by one to whoever is farthest below their share; the distance is convex, so no other way comes nearer. */
function loadFloor(on: Instance, ids: Int32Array, seats: number): number {
  const given = new Int32Array(ids.length);
  for (let k = 0; k < seats && ids.length > 0; k++) {
    let next = 0;
    for (let at = 1; at < ids.length; at++) if (on.share[ids[at]!]! - given[at]! > on.share[ids[next]!]! - given[next]!) next = at;
    given[next]! += 1;
  }
  return ids.reduce((sum, person, at) => sum + Math.abs(given[at]! - on.share[person]!), 0);
}
