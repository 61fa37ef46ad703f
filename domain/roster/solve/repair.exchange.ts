/**
 * Exchanges: whoever stands in for somebody gives them another of their own seats, so that everybody serves as often as before. Seats
 * with nothing to give back get a stand-in. Each vacated seat in turn takes what costs least beside the others, a few times over.
 */
import { maySit } from './cost.ts';
import { type Ground, inTheWay } from './repair.ground.ts';
import type { State } from './state.ts';
import { WEIGHTS } from './task.ts';

interface Deal {
  readonly seat: number;
  readonly standIn: number;
  /** The seat of the stand-in that the absent person takes over; −1 for none. */
  readonly other: number;
}

const TURNS = 3;
/** An exchange is what is asked for: it goes before a bare stand-in whatever it costs. */
const FIRST = WEIGHTS.must;

/** Null where nobody can give anything back. The state is handed back as it came. */
export function exchange(ground: Ground, state: State): Int32Array | null {
  const deals = new Map<number, Deal>();
  for (let turn = 0; turn < TURNS; turn++)
    for (const seat of ground.vacated) {
      const before = deals.get(seat);
      if (before) undo(state, before);
      const deal = cheapest(ground, state, seat, deals);
      if (deal) make(ground, state, deal);
      if (deal) deals.set(seat, deal);
      else deals.delete(seat);
    }
  const holder = Int32Array.from(state.holder);
  for (const deal of deals.values()) undo(state, deal);
  return [...deals.values()].some(({ other }) => other >= 0) ? holder : null;
}

function cheapest(ground: Ground, state: State, seat: number, deals: ReadonlyMap<number, Deal>): Deal | null {
  const { on, movable, task, was } = ground;
  const absent = task.people.findIndex((person) => person.id === was[seat]);
  const traded = new Set([...deals.values()].filter((deal) => deal.seat !== seat).map(({ other }) => other));
  let best: Deal | null = null;
  let least = Number.POSITIVE_INFINITY;
  const look = (deal: Deal): void => {
    const cost = make(ground, state, deal) - (deal.other >= 0 ? FIRST : 0);
    undo(state, deal);
    if (cost >= least - 1e-9) return;
    least = cost;
    best = deal;
  };
  for (const standIn of on.peopleOf[on.seatRole[seat]!]!) {
    if (standIn === absent || !maySit(on, standIn, seat)) continue;
    const away = inTheWay(state, standIn, seat);
    if (away.length === 0) look({ seat, standIn, other: -1 });
    for (let day = 0; absent >= 0 && day < on.days; day++) {
      const other = state.seatAt[standIn * on.days + day]! - 1;
      if (other < 0 || movable[other] === 0 || ground.holder[other] !== standIn || traded.has(other)) continue;
      if (!maySit(on, absent, other) || away.some((one) => one !== other)) continue;
      state.take(other);
      state.put(seat, standIn);
      const clear = inTheWay(state, absent, other).length === 0;
      state.take(seat);
      state.put(other, standIn);
      if (clear) look({ seat, standIn, other });
    }
  }
  return best;
}

function make({ task, was }: Ground, state: State, { seat, standIn, other }: Deal): number {
  if (other < 0) return state.put(seat, standIn);
  const absent = task.people.findIndex((person) => person.id === was[seat]);
  return state.take(other) + state.put(seat, standIn) + state.put(other, absent);
}

function undo(state: State, { seat, standIn, other }: Deal): void {
  state.take(seat);
  if (other < 0) return;
  state.take(other);
  state.put(other, standIn);
}
