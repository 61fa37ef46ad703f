/**
 * The fewest seats that have to change until every must holds again, and the fairest way to do it. A step decides one seat: it takes
 * the first must that is broken (a seat nobody holds, somebody too long without a duty) and tries everybody who could mend it; whoever would stand in the way there leaves their own seat, which is then the next to decide (a chain). All ways with as
 * many steps are kept side by side, so on small rosters nothing is missed; on large ones the most promising go on (beam search).
 * The number of changed seats is raised one by one from what is proven to be needed.
 */
import { maySit } from './cost.ts';
import { continuing, emptyWindows, type Ground, inTheWay, seatsBetween } from './repair.ground.ts';
import { decisions, firstStep, keyOf, type Step, touched, weigh } from './repair.step.ts';
import type { State } from './state.ts';
import { WEIGHTS } from './task.ts';

const NOBODY = -1;

export interface Mended {
  /** The person of each seat, −1 where nobody can sit. */
  readonly holder: Int32Array;
  /** Empty seats and pauses that are left, in this order of weight. */
  readonly musts: number;
  readonly changes: number;
  /** No repair that keeps as many musts changes fewer seats. */
  readonly fewest: number;
  /** Nothing keeps more musts, as far as can be told. */
  readonly isBest: boolean;
}

/** Somewhat less than a microsecond each. */
const TRIES_IN_A_ROUND = 150_000;
const TRIES = 400_000;
const WIDEST = 20_000;
const NARROWEST = 40;
/** So many seats over the proven number are tried where the search had to leave ways aside. */
const EXTRA = 4;

interface Best {
  readonly step: Step;
  readonly musts: number;
}

/** `without`: pairs of seat and person (seat × people + person) that are not wanted. The state is handed back as it came. */
export function mend(ground: Ground, state: State, without: ReadonlySet<number> = new Set()): Mended {
  let found = new Mending(ground, state, without).least();
  // Where ways had to be left aside, what is still broken is mended from where the search got to.
  for (let pass = 0; pass < PASSES && !found.isBest; pass++) {
    const from = continuing(ground, found.holder);
    state.load(from.holder);
    const next = new Mending(from, state, without).least();
    state.load(ground.holder);
    if (next.musts >= found.musts) break;
    const changes = changesOf(ground, next.holder);
    found = { ...next, changes, fewest: Math.min(changes, next.musts <= lowestOf(ground) ? ground.leastChanges : ground.vacated.length) };
  }
  return found;
}

const PASSES = 3;

const lowestOf = ({ leastEmpty, leastPauses }: Ground): number => weigh(leastEmpty, leastPauses);

function changesOf({ movable, was, task }: Ground, holder: Int32Array): number {
  const ids = Array.from(holder, (person) => (person < 0 ? null : task.people[person]!.id));
  return ids.filter((id, seat) => movable[seat] === 1 && id !== was[seat]).length;
}

class Mending {
  private readonly ground: Ground;
  private readonly state: State;
  private readonly without: ReadonlySet<number>;
  private readonly lowest: number;
  private readonly decided: Uint8Array;
  private best: Best | null = null;
  private tries = 0;
  private next: Step[] = [];
  private cap = 0;
  /** Ways were left aside: they would change too many seats, or there were too many of them. */
  private capped = false;
  private narrowed = false;

  constructor(ground: Ground, state: State, without: ReadonlySet<number>) {
    this.ground = ground;
    this.state = state;
    this.without = without;
    this.decided = new Uint8Array(ground.holder.length);
    this.lowest = lowestOf(ground);
  }

  least(): Mended {
    const { ground } = this;
    let proven = ground.leastChanges;
    let everNarrowed = false;
    for (this.cap = proven; ; this.cap++) {
      this.round();
      everNarrowed ||= this.narrowed;
      if (this.best && this.best.musts <= this.lowest) break;
      if (!everNarrowed) proven = this.cap + 1;
      if (!this.capped && !this.narrowed) break;
      if (everNarrowed && (this.tries > TRIES || this.cap >= ground.leastChanges + EXTRA)) break;
    }
    const { step, musts } = this.best!;
    const certain = musts <= this.lowest ? proven : everNarrowed ? ground.vacated.length : step.changes;
    const holder = ground.holder.slice();
    for (const seat of touched(step)) holder[seat] = NOBODY;
    for (const { seat, person } of decisions(step)) holder[seat] = person;
    return { holder, musts, changes: step.changes, fewest: Math.min(certain, step.changes), isBest: musts <= this.lowest || !everNarrowed };
  }

  private round(): void {
    const { ground } = this;
    this.capped = false;
    this.narrowed = false;
    const root = firstStep(ground, this.hardestLast(), this.state.pausesInAll);
    const width = Math.min(WIDEST, Math.max(NARROWEST, Math.floor(TRIES_IN_A_ROUND / ((this.cap + 1) * this.usualTries()))));
    this.next = [];
    if (root.open.length === 0) this.finish(root);
    if (root.open.length > 0 || !this.isDone(root)) this.next.push(root);
    const seen = new Set<string>();
    while (this.next.length > 0) {
      const steps = this.narrow(width, seen);
      this.next = [];
      for (const step of steps) this.expand(step);
    }
  }

  /** The best of a generation, each set of decisions once. */
  private narrow(width: number, seen: Set<string>): Step[] {
    const sorted = this.next.sort((a, b) => a.rank - b.rank);
    const kept: Step[] = [];
    for (const step of sorted) {
      if (this.isTooMuch(step)) continue;
      const key = keyOf(step);
      if (seen.has(key)) continue;
      seen.add(key);
      if (kept.length === width) {
        this.narrowed = true;
        break;
      }
      kept.push(step);
    }
    return kept;
  }

  private usualTries(): number {
    const { on, vacated } = this.ground;
    return Math.max(1, ...vacated.map((seat) => on.peopleOf[on.seatRole[seat]!]!.length));
  }

  private hardestLast(): number[] {
    const { on, vacated } = this.ground;
    const fitting = new Map(
      vacated.map((seat) => [seat, on.peopleOf[on.seatRole[seat]!]!.filter((person) => this.state.fits(person, seat)).length]),
    );
    return [...vacated].sort((a, b) => fitting.get(b)! - fitting.get(a)! || b - a);
  }

  private expand(step: Step): void {
    const seats = touched(step);
    for (const seat of seats) this.state.take(seat);
    for (const { seat, person } of decisions(step)) {
      this.state.put(seat, person);
      this.decided[seat] = 1;
    }
    this.tryAll(step, seats);
    for (const { seat } of decisions(step)) {
      this.state.take(seat);
      this.decided[seat] = 0;
    }
    for (const seat of seats) this.state.put(seat, this.ground.holder[seat]!);
  }

  private tryAll(step: Step, seats: readonly number[]): void {
    const seat = step.open.at(-1);
    if (seat !== undefined) {
      this.tryEverybody(step, seat);
      this.add({ ...step, before: step, seat, person: NOBODY, window: NOBODY, open: step.open.slice(0, -1), empty: step.empty + 1 });
      return;
    }
    this.tryPauses(step, seats);
  }

  private tryEverybody(step: Step, seat: number): void {
    const { on } = this.ground;
    for (const person of on.peopleOf[on.seatRole[seat]!]!) this.tryOne(step, seat, person);
  }

  /** The first window without duty that is not let be: a seat in it for its person, or let it be. */
  private tryPauses(step: Step, seats: readonly number[]): void {
    const { on, movable } = this.ground;
    if (this.state.pausesInAll <= this.ground.leastPauses) return;
    const letBe = new Set<number>();
    for (let one: Step | null = step; one; one = one.before) if (one.window >= 0) letBe.add(one.window);
    for (const person of this.waiting(seats))
      for (const start of emptyWindows(on, person, (day) => this.state.seatAt[person * on.days + day] !== 0)) {
        const window = person * on.days + start;
        if (letBe.has(window)) continue;
        const within = seatsBetween(on, start, start + on.gap[on.roleOf[person]!]!).filter(
          (seat) => movable[seat] === 1 && this.decided[seat] === 0 && on.seatRole[seat] === on.roleOf[person],
        );
        for (const seat of within) this.tryOne(step, seat, person);
        this.add({ ...step, before: step, seat: NOBODY, person: NOBODY, window });
        return;
      }
  }

  /** People who may have gone too long without duty: those who did at first, and those who left a seat since. */
  private waiting(seats: readonly number[]): number[] {
    const { holder, waiting } = this.ground;
    const left = seats.flatMap((seat) => (holder[seat]! >= 0 ? [holder[seat]!] : []));
    return [...new Set([...waiting, ...left])].sort((a, b) => a - b);
  }

  /** A person on a seat; who is in the way there leaves theirs. */
  private tryOne(step: Step, seat: number, person: number): void {
    const { ground, state } = this;
    const { on, movable } = ground;
    const held = state.holder[seat]!;
    if (person === held || !maySit(on, person, seat) || this.without.has(seat * on.people + person)) return;
    this.tries++;
    const leaving = inTheWay(state, person, seat);
    for (const other of leaving) if (movable[other] === 0 || this.decided[other] === 1) return;
    const isOpen = step.open.at(-1) === seat;
    const changes = step.changes + leaving.length + (isOpen ? 0 : 1);
    if (changes > this.cap) {
      this.capped = true;
      return;
    }
    const holders = leaving.map((other) => state.holder[other]!);
    let value = step.value;
    for (const other of leaving) value += state.take(other);
    value += state.take(seat) + state.put(seat, person);
    const pauses = state.pausesInAll;
    state.take(seat);
    state.put(seat, held);
    for (const [k, other] of leaving.entries()) state.put(other, holders[k]!);
    const open = isOpen ? step.open.slice(0, -1) : step.open.slice();
    open.push(...leaving);
    this.add({ before: step, seat, person, window: NOBODY, open, changes, empty: step.empty, pauses, value, rank: 0 });
  }

  private add(step: Step): void {
    if (this.isTooMuch(step)) return;
    if (step.open.length === 0) {
      this.finish(step);
      if (this.isDone(step)) return;
    }
    this.next.push({ ...step, rank: step.value + WEIGHTS.must * (step.open.length + step.empty) });
  }

  private finish(step: Step): void {
    const musts = weigh(step.empty, Math.max(step.pauses, this.ground.leastPauses));
    const { best } = this;
    const isBetter =
      !best ||
      musts < best.musts ||
      (musts === best.musts &&
        (step.changes < best.step.changes || (step.changes === best.step.changes && step.value < best.step.value - 1e-9)));
    if (isBetter) this.best = { step, musts };
  }

  private isDone(step: Step): boolean {
    return step.pauses <= this.ground.leastPauses;
  }

  /** Nothing that follows can be better than the best so far. */
  private isTooMuch(step: Step): boolean {
    const { best } = this;
    if (!best) return false;
    return best.musts <= this.lowest
      ? step.changes > best.step.changes || step.empty > this.ground.leastEmpty
      : weigh(step.empty, 0) > best.musts;
  }
}
