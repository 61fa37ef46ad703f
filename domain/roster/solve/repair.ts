/**
 * Repair of a published roster in which somebody cannot come: the fewest changed seats after which what must hold holds again, the
 * fairest of those, and one or two other ways a clerk would think of. What broke a must before stays as it is. Pure and deterministic.
 */
import { costOf, partsOf } from './cost.ts';
import type { Instance } from './instance.ts';
import { evenOut } from './repair.even.ts';
import { exchange } from './repair.exchange.ts';
import { type Ground, groundOf } from './repair.ground.ts';
import { type Mended, mend } from './repair.search.ts';
import { byCrew } from './seats.ts';
import type { State } from './state.ts';
import type { CostParts, RosterTask, SeatAt, Solution } from './task.ts';

export interface RepairOptions {
  /** The first day, by index, on which seats may still change; fixed seats of the task never do. */
  readonly from?: number;
  /** The last day whose seats are to be filled; later ones may change, and gaps after it are left for another time. */
  readonly until?: number;
}

export interface SeatMove extends SeatAt {
  /** `n` counts within the crew from 0. */
  readonly was: string | null;
  /** Null where nobody can sit. */
  readonly now: string | null;
}

/**
 * `standIn`: only vacated seats change. `exchange`: whoever was absent serves at another time for those who stand in. `chain`: a stand-in
 * leaves a seat of their own to somebody else. `even`: a few more seats change so that it is fairer.
 */
export type RepairKind = 'standIn' | 'exchange' | 'chain' | 'even';

export interface Repair {
  readonly kind: RepairKind;
  readonly changes: readonly SeatMove[];
  readonly assignments: Solution['assignments'];
  readonly cost: number;
  readonly parts: CostParts;
}

export interface Repairs {
  /** Seats to be filled: their holder is not there. */
  readonly vacated: number;
  /** Proven: no repair that keeps as many musts as the first choice changes fewer seats. */
  readonly fewest: number;
  /** The one with the fewest changed seats first, each different from the others; none where nothing needs to change or can. */
  readonly choices: readonly Repair[];
}

/** What a fairer repair may change besides: as many seats as were vacated, between these. */
const FEW_MORE = 4;
const MOST_MORE = 12;
/** So much fairer a choice with more changed seats must be: half a duty. */
const WORTH = 5;

/** `assignments`: the seats as published. The task says who is there now. */
export function repair(
  task: RosterTask,
  assignments: Solution['assignments'],
  { from = 0, until = task.days.length }: RepairOptions = {},
): Repairs {
  const { ground, state } = groundOf(task, assignments, { from, until });
  const vacated = ground.vacated.length;
  const first = mend(ground, state);
  if (first.changes === 0) return { vacated, fewest: 0, choices: [] };
  const fewest = evenOut(ground, state, first.holder, 0);
  const choices = [choiceOf(ground, fewest)];
  const add = (holder: Int32Array, kind: RepairKind | undefined, isWorth: (one: Repair) => boolean): void => {
    const one = choiceOf(ground, holder, kind);
    if (keepsMusts(one, choices[0]!) && choices.every((other) => isDifferent(one, other)) && isWorth(one)) choices.push(one);
  };
  const exchanged = exchange(ground, state);
  if (exchanged) add(exchanged, 'exchange', () => true);
  const cheapest = choices.reduce((a, b) => (b.cost < a.cost - 1e-6 ? b : a));
  const start = cheapest === choices[0] || !exchanged ? fewest : exchanged;
  add(evenOut(ground, state, start, Math.min(MOST_MORE, Math.max(FEW_MORE, ground.vacated.length))), 'even', (one) =>
    choices.every((other) => one.cost < other.cost - WORTH || (one.changes.length <= other.changes.length && one.cost < other.cost - 1e-6)),
  );
  if (choices.length === 1) {
    const others = otherPeople(ground, state, { ...first, holder: fewest });
    if (others.changes === first.changes) add(others.holder, undefined, () => true);
  }
  const [least, ...more] = choices;
  return {
    vacated,
    fewest: first.fewest,
    choices: [least!, ...more.sort((a, b) => a.changes.length - b.changes.length || a.cost - b.cost)],
  };
}

/** The same number of seats with other people: none of the first choice's where that can be, else not all of them. */
function otherPeople(ground: Ground, state: State, first: Mended): Mended {
  const { on } = ground;
  const pairs = ground.vacated.filter((seat) => first.holder[seat]! >= 0).map((seat) => seat * on.people + first.holder[seat]!);
  const other = mend(ground, state, new Set(pairs));
  return other.musts > first.musts || other.changes > first.changes ? mend(ground, state, new Set(pairs.slice(0, 1))) : other;
}

function choiceOf(ground: Ground, holder: Int32Array, kind?: RepairKind): Repair {
  const { on, task, was, movable } = ground;
  const ids = Array.from(holder, (person, seat) => (movable[seat] === 0 ? was[seat]! : person < 0 ? null : task.people[person]!.id));
  const changed = [...ids.keys()].filter((seat) => ids[seat] !== was[seat]);
  const parts = partsOf(on, holder);
  return {
    kind: kind ?? kindOf(ground, holder, changed),
    changes: changed.map((seat) => ({ ...placeOf(on, seat), was: was[seat]!, now: ids[seat]! })),
    assignments: byCrew(on, ids),
    cost: costOf(parts),
    parts,
  };
}

function kindOf({ vacated, task, was }: Ground, holder: Int32Array, changed: readonly number[]): RepairKind {
  const besides = changed.filter((seat) => !vacated.includes(seat));
  if (besides.length === 0) return 'standIn';
  const absent = new Set(vacated.map((seat) => was[seat]));
  return besides.some((seat) => holder[seat]! >= 0 && absent.has(task.people[holder[seat]!]!.id)) ? 'exchange' : 'chain';
}

const keepsMusts = ({ parts }: Repair, first: Repair): boolean =>
  (['empty', 'rest', 'gap', 'apart', 'barred'] as const).every((part) => parts[part] <= first.parts[part]);

const placeOf = (on: Instance, seat: number): SeatAt => ({
  day: on.seatDay[seat]!,
  post: on.seatPost[seat]!,
  n: seat - on.crewFrom[on.crewOf[seat]!]!,
});

const isDifferent = (one: Repair, other: Repair): boolean => JSON.stringify(one.changes) !== JSON.stringify(other.changes);
