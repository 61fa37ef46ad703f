/**
 * A repair made fairer with a few more changed seats: of all single exchanges that touch somebody concerned, the one that gains most for
 * each seat it changes, as long as it is worth the change to people's plans.
 */
import type { Ground } from './repair.ground.ts';
import type { State } from './state.ts';

/** What a changed seat must bring at least: about a third of a duty too many. */
const CHARGE = 3;

interface Move {
  readonly seat: number;
  /** The seat exchanged with; −1 where `person` comes from outside. */
  readonly other: number;
  readonly person: number;
}

/** Exchanges among the seats that changed already. */
const AMONG_THEM = 20;
/** Of many concerned only those farthest from their share are looked at. */
const MOST_CONCERNED = 16;

/** From `start`, with at most `more` further changed seats; with none, other people for the same seats. The state is handed back as it came. */
export function evenOut(ground: Ground, state: State, start: Int32Array, more: number): Int32Array {
  state.load(start);
  let left = more;
  for (let turn = 0; turn < more * 2 + AMONG_THEM; turn++) {
    const move = bestMove(ground, state, left);
    if (!move) break;
    left -= newlyChanged(ground, state, move);
    make(state, move);
  }
  const holder = Int32Array.from(state.holder);
  state.load(ground.holder);
  return holder;
}

function bestMove(ground: Ground, state: State, left: number): Move | null {
  const { on, task, was, movable } = ground;
  let best: Move | null = null;
  let most = 1e-6;
  const look = (move: Move, estimate: number): void => {
    const changed = newlyChanged(ground, state, move);
    if (changed > left || (-estimate - CHARGE * changed <= most && state.pausesInAll <= ground.leastPauses)) return;
    const gain = -tryMove(state, move) - CHARGE * changed;
    if (gain <= most) return;
    most = gain;
    best = move;
  };
  const concerned = concernedBy(ground, state);
  const differs = (seat: number): boolean => task.people[state.holder[seat]!]!.id !== was[seat];
  const seats = [...movable.keys()].filter((seat) => movable[seat] === 1 && state.holder[seat]! >= 0 && (left > 0 || differs(seat)));
  const theirs = seats.filter((seat) => concerned.has(state.holder[seat]!));
  for (const seat of theirs) {
    for (const person of on.peopleOf[on.seatRole[seat]!]!)
      if (person !== state.holder[seat]) look({ seat, other: -1, person }, state.changeOfReplacing(seat, person));
    for (const other of seats)
      if (on.seatRole[other] === on.seatRole[seat] && on.crewOf[other] !== on.crewOf[seat] && state.holder[other] !== state.holder[seat])
        look({ seat, other, person: -1 }, state.changeOfExchanging(seat, other));
  }
  for (const seat of seats)
    for (const person of concerned)
      if (person !== state.holder[seat]) look({ seat, other: -1, person }, state.changeOfReplacing(seat, person));
  return best;
}

/** Who left or took a seat so far, those farthest from their share first. */
function concernedBy({ on, task, was, movable }: Ground, state: State): Set<number> {
  const at = new Map(task.people.map((person, i) => [person.id, i]));
  const people = new Set<number>();
  for (let seat = 0; seat < on.seatDay.length; seat++) {
    const now = state.holder[seat]!;
    if (movable[seat] === 0 || (now < 0 ? null : task.people[now]!.id) === was[seat]) continue;
    const before = at.get(was[seat] ?? '');
    for (const person of [now, before]) if (person !== undefined && person >= 0) people.add(person);
  }
  const off = (person: number): number => Math.abs(state.dutiesOf(person) - on.share[person]!);
  return new Set([...people].sort((a, b) => off(b) - off(a) || a - b).slice(0, MOST_CONCERNED));
}

/** How many seats differ from the published more than before; negative where somebody gets their seat back. */
function newlyChanged({ task, was }: Ground, state: State, { seat, other, person }: Move): number {
  const differs = (at: number, who: number): number => (who >= 0 && task.people[who]!.id === was[at] ? 0 : 1);
  const change = (at: number, who: number): number => differs(at, who) - differs(at, state.holder[at]!);
  return other < 0 ? change(seat, person) : change(seat, state.holder[other]!) + change(other, state.holder[seat]!);
}

/** The change of the cost; endless where somebody does not fit. People kept apart cost more than anything gains. The state stays as it was. */
function tryMove(state: State, move: Move): number {
  const { seat, other } = move;
  const held = state.holder[seat]!;
  const coming = other < 0 ? move.person : state.holder[other]!;
  let change = state.take(seat);
  if (other >= 0) change += state.take(other);
  const fits = state.fits(coming, seat) && (other < 0 || state.fits(held, other));
  if (fits) {
    change += state.put(seat, coming);
    if (other >= 0) change += state.put(other, held);
    state.take(seat);
    if (other >= 0) state.take(other);
  }
  state.put(seat, held);
  if (other >= 0) state.put(other, coming);
  return fits ? change : Number.POSITIVE_INFINITY;
}

function make(state: State, { seat, other, person }: Move): void {
  const held = state.holder[seat]!;
  const coming = other < 0 ? person : state.holder[other]!;
  state.take(seat);
  if (other >= 0) state.take(other);
  state.put(seat, coming);
  if (other >= 0) state.put(other, held);
}
