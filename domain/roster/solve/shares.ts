/** What is fair for each person: of all seats of their role, and of those on each kind of day. */
import type { Instance } from './instance.ts';
import type { RosterTask } from './task.ts';

type Base = Pick<Instance, 'people' | 'days' | 'kinds' | 'roleOf' | 'peopleOf' | 'present' | 'kindOf' | 'seatDay' | 'seatRole'>;

/** Rounding whole shares: so near to a whole number a share is that number. */
const NEAR = 1e-9;

/** By presence; what somebody served over their share before is taken off, what they served less is added. */
export function sharesOf(task: RosterTask, base: Base): Pick<Instance, 'share' | 'kindLow' | 'kindHigh'> {
  const share = new Float64Array(base.people);
  const kindLow = new Int32Array(base.people * base.kinds);
  const kindHigh = new Int32Array(base.people * base.kinds);
  for (const role of [0, 1]) {
    const ids = [...base.peopleOf[role]!];
    const seats = new Float64Array(base.kinds);
    for (let s = 0; s < base.seatDay.length; s++) if (base.seatRole[s] === role) seats[base.kindOf[base.seatDay[s]!]!]! += 1;
    const there = ids.map((i) => presenceByKind(base, i));
    const before = ids.map((i) => task.people[i]!.before);
    const shares = loadShares(sum(seats), there.map(sum), before);
    const fair = before.every((one) => one === 0) ? byPresence(seats, there) : byShares(seats, there, shares);
    for (const [at, i] of ids.entries()) {
      share[i] = shares[at]!;
      for (let kind = 0; kind < base.kinds; kind++) {
        kindLow[i * base.kinds + kind] = Math.floor(fair[at]![kind]! + NEAR);
        kindHigh[i * base.kinds + kind] = Math.ceil(fair[at]![kind]! - NEAR);
      }
    }
  }
  return { share, kindLow, kindHigh };
}

/** Who is so far ahead that nothing is left for them gets nothing, and the seats are shared among the others. */
function loadShares(seats: number, there: readonly number[], before: readonly number[]): Float64Array {
  const shares = new Float64Array(there.length);
  let left = [...there.keys()];
  for (let ahead = true; ahead && left.length > 0; ) {
    const days = left.reduce((all, at) => all + there[at]!, 0);
    const all = seats + left.reduce((done, at) => done + before[at]!, 0);
    for (const at of left) shares[at] = days === 0 ? 0 : (all * there[at]!) / days - before[at]!;
    const still = left.filter((at) => shares[at]! >= 0);
    ahead = still.length < left.length;
    for (const at of left) if (shares[at]! < 0) shares[at] = 0;
    left = still;
  }
  return shares;
}

function byPresence(seats: Float64Array, there: readonly Float64Array[]): Float64Array[] {
  const totals = seats.map((_, kind) => there.reduce((all, counts) => all + counts[kind]!, 0));
  return there.map((counts) => counts.map((own, kind) => (totals[kind] === 0 ? 0 : (seats[kind]! * own) / totals[kind]!)));
}

const ROUNDS = 12;

/**
 * Whoever is owed fewer duties is owed fewer on each kind of day: the days of presence are stretched in turn so that each person's kinds
 * add up to their share and each kind's people to its seats (iterative proportional fitting; a few rounds come near enough to round).
 */
function byShares(seats: Float64Array, there: readonly Float64Array[], shares: Float64Array): Float64Array[] {
  let fair: Float64Array[] = [...there];
  for (let round = 0; round < ROUNDS; round++) {
    fair = fair.map((counts, at) => counts.map((own) => (sum(counts) === 0 ? 0 : (own * shares[at]!) / sum(counts))));
    fair = byPresence(seats, fair);
  }
  return fair;
}

function presenceByKind({ days, kinds, present, kindOf }: Base, person: number): Float64Array {
  const counts = new Float64Array(kinds);
  for (let d = 0; d < days; d++) counts[kindOf[d]!]! += present[person * days + d]!;
  return counts;
}

const sum = (counts: Float64Array): number => counts.reduce((a, b) => a + b, 0);
