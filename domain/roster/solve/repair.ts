/**
 * A published roster in which somebody cannot come: the ways to fill their seats with the fewest others disturbed. First whoever can
 * simply stand in; where nobody can, one person after the other moves up; beside that an exchange of duties with the absent, and a
 * few more changes that leave the load more even. Pure and deterministic.
 */
import { costOf, partsOf } from './cost.ts';
import { type Instance, layOut } from './instance.ts';
import { evenOut } from './repair.even.ts';
import { RepairSearch } from './repair.search.ts';
import { holdersOf, solve } from './solve.ts';
import { State } from './state.ts';
import type { CostParts, RosterTask, SeatAt, Solution } from './task.ts';

export interface SeatMove extends SeatAt {
  /** `n` counts within the crew from 0. */
  readonly was: string | null;
  readonly now: string | null;
}

export interface Repair {
  readonly kind: 'standIn' | 'chain' | 'exchange' | 'even';
  readonly changes: readonly SeatMove[];
  readonly cost: number;
  readonly parts: CostParts;
}

export interface Repairs {
  /** Seats whose holder is not there. */
  readonly vacated: number;
  /** No roster that fills them changes fewer seats. */
  readonly fewest: number;
  /** Really different from each other, the fewest changes first. */
  readonly choices: readonly Repair[];
}

export interface RepairOptions {
  /** The first day, by index, on which seats may still change. */
  readonly from?: number;
  /** The last day whose seats are to be filled; later ones may change, and gaps after it are left for another time. */
  readonly until?: number;
}

/** The task says who is there now; its fixed seats stay. */
export function repair(
  task: RosterTask,
  assignments: Solution['assignments'],
  { from = 0, until = task.days.length }: RepairOptions = {},
): Repairs {
  const on = layOut(task);
  const published = holdersOf(task, on, assignments);
  const isFree = (seat: number): boolean => on.seatDay[seat]! >= from && on.fixed[seat] === -1;
  const vacated = [...published.keys()].filter((seat) => isFree(seat) && on.seatDay[seat]! <= until && isAbsent(on, published, seat));
  if (vacated.length === 0) return { vacated: 0, fewest: 0, choices: [] };

  const state = new State(on);
  const left = published.slice();
  for (const seat of vacated) left[seat] = -1;
  state.load(left);
  const isStuck = vacated.some((seat) => !on.peopleOf[on.seatRole[seat]!]!.some((person) => state.fits(person, seat)));

  const search = new RepairSearch(state, isFree);
  const standIns = search.fill(vacated);
  const found: { readonly kind: Repair['kind']; readonly holder: Int32Array }[] = [
    { kind: standIns.extra > 0 ? 'chain' : 'standIn', holder: search.endPauses(published, standIns.holder) },
  ];
  const exchanged = search.exchange(vacated, published, left);
  if (exchanged) found.push({ kind: 'exchange', holder: search.endPauses(published, exchanged) });
  const mended = found[0]!.holder;
  found.push({ kind: 'even', holder: evenOut(state, isFree, published, standIns.open > 0 ? searched(task, on, mended, isFree) : mended) });

  const choices: Repair[] = [];
  for (const { kind, holder } of found) {
    const repaired = repairOf(task, on, published, holder, kind);
    const known = choices.find((other) => other.cost <= repaired.cost + 1e-6 && other.changes.length <= repaired.changes.length);
    const isOther = kind === 'exchange' ? choices.every((other) => !isSame(other, repaired)) : known === undefined;
    if (choices.length === 0 || isOther) choices.push(repaired);
  }
  return { vacated: vacated.length, fewest: vacated.length + (isStuck && standIns.open === 0 ? 1 : 0), choices };
}

/** Steps of a whole search, for the rare case that a few changes leave a seat empty. */
const SEARCH_STEPS = 300_000;

/** The whole of what may still change, made anew from where it stands: many changes, and fewer empty seats where that is possible. */
function searched(task: RosterTask, on: Instance, holder: Int32Array, isFree: (seat: number) => boolean): Int32Array {
  const fixed = [...holder.keys()]
    .filter((seat) => !isFree(seat) && holder[seat]! >= 0)
    .map((seat) => ({ ...placeOf(on, seat), personId: task.people[holder[seat]!]!.id }))
    .map(({ day, post, n, personId }) => ({ day, post, n: n + (task.posts[post]?.seats[day]?.leader ? 0 : 1), personId }));
  const start = task.days.map((_, day) => task.posts.map((_post, post) => crewOf(task, on, holder, day * on.posts + post)));
  const { assignments } = solve({ ...task, fixed }, { steps: SEARCH_STEPS, start });
  return holdersOf(task, on, assignments);
}

const crewOf = (task: RosterTask, on: Instance, holder: Int32Array, crew: number): (string | null)[] =>
  Array.from(holder.subarray(on.crewFrom[crew], on.crewFrom[crew + 1]), (person) => (person < 0 ? null : task.people[person]!.id));

/** `n` counts within the crew from 0. */
const placeOf = (on: Instance, seat: number): SeatAt => ({
  day: on.seatDay[seat]!,
  post: on.seatPost[seat]!,
  n: seat - on.crewFrom[on.crewOf[seat]!]!,
});

const isAbsent = (on: Instance, holder: Int32Array, seat: number): boolean =>
  holder[seat]! >= 0 && on.present[holder[seat]! * on.days + on.seatDay[seat]!] === 0;

function repairOf(task: RosterTask, on: Instance, published: Int32Array, holder: Int32Array, kind: Repair['kind']): Repair {
  const nameOf = (person: number): string | null => (person < 0 ? null : task.people[person]!.id);
  const changes = [...holder.keys()]
    .filter((seat) => holder[seat] !== published[seat])
    .map((seat) => ({ ...placeOf(on, seat), was: nameOf(published[seat]!), now: nameOf(holder[seat]!) }));
  const parts = partsOf(on, holder);
  return { kind, changes, parts, cost: costOf(parts) };
}

const isSame = (a: Repair, b: Repair): boolean => JSON.stringify(a.changes) === JSON.stringify(b.changes);
