/**
 * From nothing to a fair roster: fill the days in order, most pressing people first; then exchange people while it gets fairer,
 * taking a step back now and then (simulated annealing), and stop where the cost meets the bound. Interruptible after every round.
 */
import { lowerBound } from './bound.ts';
import { costOf, maySit, partsOf } from './cost.ts';
import type { Instance } from './instance.ts';
import { type Random, seeded } from './random.ts';
import { parted } from './seats.ts';
import { State } from './state.ts';
import { type Progress, WEIGHTS } from './task.ts';

export interface SearchOptions {
  readonly seed: number;
  /** Exchanges tried before the search ends by itself. */
  readonly steps: number;
}

export interface Found {
  readonly holder: Int32Array;
  readonly cost: number;
  readonly bound: number;
  readonly steps: number;
}

/** Steps between two reports. */
const ROUND = 20_000;
const EXACT = 1e-6;

/** Yields after every round; whoever drives it may stop and keep `best()` of the last report. */
export function* search(on: Instance, { seed, steps }: SearchOptions, start?: Int32Array): Generator<Progress & { best(): Found }, Found> {
  const random = seeded(seed);
  const bound = lowerBound(on);
  const state = new State(on);
  fill(state, random, start);
  let cost = costOf(partsOf(on, state.holder));
  let best = { holder: state.holder.slice(), cost };
  let done = 0;
  const report = (phase: Progress['phase']) => {
    const kept = best;
    return {
      phase,
      cost: kept.cost,
      bound,
      steps: done,
      best: (): Found => ({ ...kept, holder: parted(on, kept.holder), bound, steps: done }),
    };
  };
  yield report('filling');
  const moves = new Moves(state, random);
  const waves = wavesOf(steps);
  for (let round = 0; round < waves.rounds * waves.count && best.cost > bound + EXACT && moves.possible; round++) {
    const wave = Math.floor(round / waves.rounds);
    if (wave > 0 && round % waves.rounds === 0) {
      state.load(best.holder);
      cost = best.cost;
    }
    const heat = temperatureAt(wave, (round % waves.rounds) / waves.rounds);
    for (let k = 0; k < ROUND; k++) {
      const change = moves.tryOne(heat);
      if (change === 0) continue;
      cost += change;
      if (cost < best.cost - EXACT) {
        best = { holder: state.holder.slice(), cost };
        if (cost <= bound + EXACT) break;
      }
    }
    done += ROUND;
    yield report('evening');
  }
  const holder = parted(on, best.holder);
  return { holder, cost: costOf(partsOf(on, holder)), bound, steps: done };
}

/** Measured on offices of 20 to 200 people: hotter only takes longer. Further waves end colder, so that small differences of load settle. */
const HOT = 0.45;
const REHEAT = 0.6;
const COLD = 0.2;
const COLDER = 0.05;
const LONGEST_WAVE = 6_000_000;

/** The first wave cools from where nearly everything is allowed; each further one begins at the best so far and shakes it less. */
function temperatureAt(wave: number, share: number): number {
  const [from, to] = wave === 0 ? [HOT, COLD] : [HOT * REHEAT, COLDER];
  return from * (to / from) ** share;
}

/** One slow cooling is best where it fits into the budget; a longer budget is spent on further waves. */
function wavesOf(steps: number): { readonly rounds: number; readonly count: number } {
  const rounds = Math.max(1, Math.round(Math.min(steps, LONGEST_WAVE) / ROUND));
  return { rounds, count: Math.max(1, Math.floor(steps / (rounds * ROUND))) };
}

/** Fixed seats, then a start where there is one, then day by day whoever is farthest behind their share and fits. */
function fill(state: State, random: Random, start?: Int32Array): void {
  const { on } = state;
  for (const [seat, person] of on.fixed.entries()) if (person >= 0) state.put(seat, person);
  if (start)
    for (const [seat, person] of start.entries())
      if (person >= 0 && state.holder[seat] === -1 && state.fits(person, seat) && !state.meetsApart(person, seat)) state.put(seat, person);
  const noise = Float64Array.from({ length: on.people }, () => random.next() * 0.01);
  const lastDuty = new Int32Array(on.people).fill(-1);
  for (let seat = 0; seat < on.seatDay.length; seat++) {
    const day = on.seatDay[seat]!;
    const held = state.holder[seat]!;
    if (held >= 0) {
      lastDuty[held] = day;
      continue;
    }
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const person of on.peopleOf[on.seatRole[seat]!]!) {
      if (!state.fits(person, seat) || state.meetsApart(person, seat)) continue;
      const width = on.gap[on.roleOf[person]!]!;
      const waited = day - lastDuty[person]!;
      const pressing = width > 0 && waited > width - 3 ? 10 + waited : 0;
      const behind = (on.share[person]! * (day + 1)) / on.days - state.dutiesOf(person);
      const urge = pressing + behind + noise[person]!;
      if (urge > most) {
        most = urge;
        best = person;
      }
    }
    if (best >= 0) state.put(seat, best);
    else if (!(on.limited || on.mixedRest) || !makeRoom(state, seat)) continue;
    for (let s = on.crewFrom[day * on.posts]!; s <= seat; s++) if (state.holder[s]! >= 0) lastDuty[state.holder[s]!] = day;
  }
}

/** Where nobody fits: somebody who serves elsewhere that day comes here, and their seat goes to another, who may have to be fetched in turn. */
function makeRoom(state: State, seat: number, seen: Set<number> = new Set([seat])): boolean {
  const { on } = state;
  const day = on.seatDay[seat]!;
  for (let other = on.crewFrom[day * on.posts]!; other < on.crewFrom[(day + 1) * on.posts]!; other++) {
    const person = state.holder[other]!;
    if (person < 0 || on.fixed[other]! >= 0 || seen.has(other)) continue;
    state.take(other);
    if (state.fits(person, seat)) {
      seen.add(other);
      state.put(seat, person);
      const next = on.peopleOf[on.seatRole[other]!]!.find((one) => state.fits(one, other));
      if (next !== undefined) state.put(other, next);
      if (next !== undefined || makeRoom(state, other, seen)) return true;
      state.take(seat);
    }
    state.put(other, person);
  }
  return false;
}

/** How often each kind of exchange is tried. Within a day only posts and partners change, within a kind of day the weekdays stay. */
const MIX = { replace: 0.2, sameDay: 0.5, sameKind: 0.85 } as const;

/** The exchanges: another person for a seat, two people of one day, two people of two days. */
class Moves {
  readonly possible: boolean;
  private readonly state: State;
  private readonly random: Random;
  private readonly free: Int32Array;
  /** Free seats of a role: in the other crews of the day of each crew, on each kind of day, and all. */
  private readonly beside: readonly (readonly [Int32Array, Int32Array])[];
  private readonly onKind: readonly (readonly [Int32Array, Int32Array])[];
  private readonly ofRole: readonly [Int32Array, Int32Array];

  constructor(state: State, random: Random) {
    this.state = state;
    this.random = random;
    const { on } = state;
    this.free = Int32Array.from([...on.fixed.keys()].filter((seat) => on.fixed[seat] === -1));
    const byRole = (seats: Int32Array) =>
      [seats.filter((seat) => on.seatRole[seat] === 0), seats.filter((seat) => on.seatRole[seat] === 1)] as const;
    this.ofRole = byRole(this.free);
    this.beside = Array.from({ length: on.days * on.posts }, (_, crew) =>
      byRole(this.free.filter((seat) => on.crewOf[seat] !== crew && on.seatDay[seat] === Math.floor(crew / on.posts))),
    );
    this.onKind = Array.from({ length: on.kinds }, (_, kind) => byRole(this.free.filter((seat) => on.kindOf[on.seatDay[seat]!] === kind)));
    this.possible = this.free.length > 0;
  }

  /** The change of the cost; 0 where the step was not taken. */
  tryOne(heat: number): number {
    const seat = this.draw();
    const { on } = this.state;
    const day = on.seatDay[seat]!;
    const role = on.seatRole[seat]!;
    const lot = this.random.next();
    // The change that is just still taken, drawn before the exchange is looked at.
    const limit = -heat * Math.log(1 - this.random.next());
    if (lot < MIX.replace) return this.replace(seat, limit);
    if (lot < MIX.sameDay) return this.exchange(seat, this.beside[on.crewOf[seat]!]![role]!, limit);
    return this.exchange(seat, lot < MIX.sameKind ? this.onKind[on.kindOf[day]!]![role]! : this.ofRole[role]!, limit);
  }

  /** Any free seat; drawn once more where nobody in its crew has met before, since there is less to gain. */
  private draw(): number {
    const { free, random } = this;
    const seat = free[random.below(free.length)]!;
    return this.state.repeats(seat) ? seat : free[random.below(free.length)]!;
  }

  private replace(seat: number, limit: number): number {
    const { state, random } = this;
    const others = state.on.peopleOf[state.on.seatRole[seat]!]!;
    const person = others[random.below(others.length)]!;
    const held = state.holder[seat]!;
    if (person === held || this.tooDear(state.changeOfReplacing(seat, person), limit) || !state.fits(person, seat)) return 0;
    const change = state.take(seat) + state.put(seat, person) - (held < 0 ? WEIGHTS.must : 0);
    if (change <= limit) return change;
    state.take(seat);
    state.put(seat, held);
    return 0;
  }

  private exchange(seat: number, seats: Int32Array, limit: number): number {
    const { state, random } = this;
    const { on } = state;
    if (seats.length === 0) return 0;
    const other = seats[random.below(seats.length)]!;
    const a = state.holder[seat]!;
    const b = state.holder[other]!;
    if (a === b || on.crewOf[seat] === on.crewOf[other]) return 0;
    if (a < 0 || b < 0) return on.limited || on.mixedRest ? (a < 0 ? this.move(other, seat, limit) : this.move(seat, other, limit)) : 0;
    if (on.limited && !(maySit(on, a, other) && maySit(on, b, seat))) return 0;
    const dayA = on.seatDay[seat]!;
    const dayB = on.seatDay[other]!;
    if (dayA !== dayB && (on.present[a * on.days + dayB] === 0 || on.present[b * on.days + dayA] === 0)) return 0;
    if (this.tooDear(state.changeOfExchanging(seat, other), limit)) return 0;
    let change = state.take(seat) + state.take(other);
    if (state.fits(a, other) && state.fits(b, seat)) {
      change += state.put(other, a) + state.put(seat, b);
      if (change <= limit) return change;
      state.take(seat);
      state.take(other);
    }
    state.put(seat, a);
    state.put(other, b);
    return 0;
  }

  /** Into an empty seat, leaving another empty: where few may serve, this is how the empty seat gets to where somebody can fill it. */
  private move(seat: number, empty: number, limit: number): number {
    const { state } = this;
    const person = state.holder[seat]!;
    let change = state.take(seat);
    if (state.fits(person, empty)) {
      change += state.put(empty, person);
      if (change <= limit) return change;
      state.take(empty);
    }
    state.put(seat, person);
    return 0;
  }

  /** Before anything is moved. Pauses are not in the estimate: they may only get better while some are too long. */
  private tooDear(change: number, limit: number): boolean {
    return change > limit && !this.state.hasPauses;
  }
}
