/**
 * What a repair stands on: the published seats under the new presence, told apart into those that must not change, those whose holder
 * can stay, and those that lost theirs; and what no repair can do better than.
 */
import { maySit } from './cost.ts';
import { type Instance, isUnrested, layOut, seatOf } from './instance.ts';
import { holdersOf, idsOf } from './seats.ts';
import { State } from './state.ts';
import type { RosterTask, Solution } from './task.ts';

export interface Ground {
  readonly task: RosterTask;
  readonly on: Instance;
  /** The published holder of each seat, also one the task does not know. */
  readonly was: readonly (string | null)[];
  /** 1 for a seat that may change. */
  readonly movable: Uint8Array;
  /** Who can stay where they are; −1 for the vacated, and for seats that were empty. */
  readonly holder: Int32Array;
  /** Movable seats to be filled: their holder is not there. */
  readonly vacated: readonly number[];
  /** People who lost a seat and are too long without a duty now. */
  readonly waiting: readonly number[];
  /** No repair leaves fewer of the vacated seats empty, or fewer windows without duty. */
  readonly leastEmpty: number;
  readonly leastPauses: number;
  /** A repair that reaches both changes at least so many seats. */
  readonly leastChanges: number;
}

export interface Span {
  /** The first day, by index, on which seats may change. */
  readonly from: number;
  /** The last day whose seats are to be filled. */
  readonly until: number;
}

/** The ground and a state in which those who are there sit. What broke a must as published (no rest between, another role) stays as it is. */
export function groundOf(
  task: RosterTask,
  assignments: Solution['assignments'],
  { from, until }: Span,
): { readonly ground: Ground; readonly state: State } {
  const on = layOut(task);
  const was = idsOf(on, assignments);
  const published = holdersOf(task, on, assignments);
  const movable = movableOf(task, on, was, published, from);
  const state = new State(on);
  const loses = (person: number, seat: number): boolean =>
    isTwice(state, person, seat) || (on.seatDay[seat]! <= until && task.people[person]!.present[on.seatDay[seat]!] !== true);
  for (const mayChange of [0, 1])
    for (const [seat, person] of published.entries())
      if (movable[seat] === mayChange && person >= 0 && (mayChange === 0 || !loses(person, seat))) state.put(seat, person);
  const holder = Int32Array.from(state.holder);
  const vacated = [...holder.keys()].filter((seat) => movable[seat] === 1 && holder[seat] !== published[seat]);
  const base = { task, on, was, movable, holder, vacated };
  const leastEmpty = emptyAtLeast(base, state);
  const { waiting, beyondHelp, needing } = pausesOf(base, new Set(vacated.map((seat) => published[seat]!)));
  const isStuck = leastEmpty === 0 && vacated.some((seat) => !canStandIn(state, seat));
  const leastChanges = vacated.length + Math.max(needing, isStuck ? 1 : 0);
  return { ground: { ...base, waiting, leastEmpty, leastPauses: beyondHelp, leastChanges }, state };
}

/** Neither past nor fixed; and who holds a seat without being asked by this task is none of its business. */
function movableOf(task: RosterTask, on: Instance, was: Ground['was'], published: Int32Array, from: number): Uint8Array {
  const movable = Uint8Array.from(published, (person, seat) => (on.seatDay[seat]! >= from && (person >= 0 || was[seat] === null) ? 1 : 0));
  for (const one of task.fixed) {
    const seat = seatOf(on, one);
    if (seat >= 0) movable[seat] = 0;
  }
  return movable;
}

const isTwice = ({ on, seatAt }: State, person: number, seat: number): boolean => seatAt[person * on.days + on.seatDay[seat]!] !== 0;

const canStandIn = (state: State, seat: number): boolean =>
  state.on.peopleOf[state.on.seatRole[seat]!]!.some(
    (person) => maySit(state.on, person, seat) && inTheWay(state, person, seat).length === 0,
  );

/** The same ground once some seats were decided: what is still empty is to be filled, and whoever sits anywhere may go on from there. */
export function continuing(ground: Ground, holder: Int32Array): Ground {
  const { was, movable } = ground;
  const vacated = [...holder.keys()].filter((seat) => movable[seat] === 1 && holder[seat]! < 0 && was[seat] !== null);
  const changed = [...holder.keys()].filter((seat) => holder[seat] !== ground.holder[seat] && ground.holder[seat]! >= 0);
  const concerned = new Set([...ground.waiting, ...changed.map((seat) => ground.holder[seat]!)]);
  const { waiting } = pausesOf({ ...ground, holder, vacated }, concerned);
  return { ...ground, holder, vacated, waiting, leastChanges: vacated.length };
}

/** Seats that keep a person from this one: their own on the same day or without rest between, and those of people they are kept apart from. */
export function inTheWay({ on, holder, seatAt }: State, person: number, seat: number): number[] {
  const day = on.seatDay[seat]!;
  const role = on.roleOf[person]!;
  const post = on.seatPost[seat]!;
  const reach = on.reach[role]!;
  const seats: number[] = [];
  for (let d = Math.max(0, day - reach); d <= Math.min(on.days - 1, day + reach); d++) {
    const own = seatAt[person * on.days + d]! - 1;
    if (own >= 0 && own !== seat && isUnrested(on, role, post, on.seatPost[own]!, Math.abs(d - day))) seats.push(own);
  }
  const crew = on.crewOf[seat]!;
  for (let s = on.crewFrom[crew]!; s < on.crewFrom[crew + 1]!; s++) {
    const other = holder[s]!;
    if (s !== seat && other >= 0 && other !== person && on.apart[on.apartFrom[post]! + person * on.people + other] === 1) seats.push(s);
  }
  return seats;
}

type Base = Pick<Ground, 'on' | 'was' | 'movable' | 'holder' | 'vacated'>;

/** Day by day and role by role, the seats that cannot be filled even when of the others only those that never change are looked at. */
function emptyAtLeast({ on, was, movable, holder, vacated }: Base, state: State): number {
  const stays = new State(on);
  for (const [seat, person] of state.holder.entries()) if (movable[seat] === 0 && person >= 0) stays.put(seat, person);
  let empty = 0;
  for (const key of new Set(vacated.map((seat) => on.seatDay[seat]! * 2 + on.seatRole[seat]!))) {
    const isOfKey = (s: number): boolean => movable[s] === 1 && was[s] !== null && on.seatDay[s]! * 2 + on.seatRole[s]! === key;
    const seats = [...movable.keys()].filter(isOfKey);
    const people = [...on.peopleOf[on.seatRole[seats[0]!]!]!];
    // Whoever stays where they are may be of another role, or without rest.
    const fitting = (seat: number): number[] => [
      ...(holder[seat]! >= 0 ? [holder[seat]!] : []),
      ...people.filter((person) => person !== holder[seat] && stays.fits(person, seat)),
    ];
    empty += seats.length - matched(seats, fitting);
  }
  return empty;
}

/** The most seats that can be given to different people (augmenting paths). */
function matched(seats: readonly number[], fitting: (seat: number) => readonly number[]): number {
  const holderOf = new Map<number, number>();
  const options = new Map(seats.map((seat) => [seat, fitting(seat)]));
  const give = (seat: number, seen: Set<number>): boolean => {
    for (const person of options.get(seat)!) {
      if (seen.has(person)) continue;
      seen.add(person);
      const held = holderOf.get(person);
      if (held !== undefined && !give(held, seen)) continue;
      holderOf.set(person, seat);
      return true;
    }
    return false;
  };
  return seats.filter((seat) => give(seat, new Set())).length;
}

/**
 * Windows that ask for a duty and have none. Of those concerned, who is waiting, and how many of them need a seat besides the vacated;
 * beyond help are windows without any seat that could be theirs, and those of people who are not concerned: they were so before.
 */
function pausesOf({ on, movable, holder, vacated }: Base, concerned: ReadonlySet<number>) {
  const serves = new Uint8Array(on.people * on.days);
  for (const [seat, person] of holder.entries()) if (person >= 0) serves[person * on.days + on.seatDay[seat]!] = 1;
  const isVacated = new Uint8Array(holder.length);
  for (const seat of vacated) isVacated[seat] = 1;
  const waiting: number[] = [];
  let beyondHelp = 0;
  let needing = 0;
  for (let person = 0; person < on.people; person++) {
    const windows = emptyWindows(on, person, (day) => serves[person * on.days + day] === 1);
    const within = (from: number): number[] =>
      seatsBetween(on, from, from + on.gap[on.roleOf[person]!]!).filter((seat) => movable[seat] === 1 && maySit(on, person, seat));
    const helped = concerned.has(person) ? windows.map(within).filter((seats) => seats.length > 0) : [];
    beyondHelp += windows.length - helped.length;
    if (helped.length > 0) waiting.push(person);
    if (helped.length > 0 && !helped.flat().some((seat) => isVacated[seat] === 1)) needing++;
  }
  return { waiting, beyondHelp, needing };
}

/** The first days of the windows in which a person ought to have a duty and has none. */
export function emptyWindows(on: Instance, person: number, serves: (day: number) => boolean): number[] {
  const width = on.gap[on.roleOf[person]!]!;
  const at = person * (on.days + 1);
  const starts: number[] = [];
  if (width === 0 || on.windows[at + on.days] === 0) return starts;
  let last = -1;
  for (let d = 0; d < on.days; d++) {
    if (serves(d)) last = d;
    const start = d - width + 1;
    if (start >= 0 && last < start && on.windows[at + start + 1]! > on.windows[at + start]!) starts.push(start);
  }
  return starts;
}

export function seatsBetween(on: Instance, from: number, until: number): number[] {
  const first = on.crewFrom[from * on.posts]!;
  const after = on.crewFrom[Math.min(on.days, until) * on.posts]!;
  return Array.from({ length: after - first }, (_, k) => first + k);
}
