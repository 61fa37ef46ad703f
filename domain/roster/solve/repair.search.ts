/** Finds people for open seats with the fewest others disturbed: whoever fits, then one after the other, then exchanges with the absent. */
import type { State } from './state.ts';
import { WEIGHTS } from './task.ts';

/** How many seats beside the vacated ones may change hands before a seat is rather left empty. */
const MOST_EXTRA = 3;
/** Tries of one depth; three vacated seats of an office are gone through whole. */
const MOST_TRIES = 30_000;

export interface Filled {
  readonly holder: Int32Array;
  /** Seats changed beside the vacated ones. */
  readonly extra: number;
  /** Seats nobody can take. */
  readonly open: number;
}

/** Puts people into the open seats of a state, and takes them out again: the state is as it was after every call. */
export class RepairSearch {
  private readonly state: State;
  private readonly isFree: (seat: number) => boolean;
  private tries = 0;
  private best: { holder: Int32Array; cost: number } | null = null;

  constructor(state: State, isFree: (seat: number) => boolean) {
    this.state = state;
    this.isFree = isFree;
  }

  fill(vacated: readonly number[]): Filled {
    let open = [...vacated];
    for (let left = 0; left <= vacated.length; left++) {
      for (let extra = 0; extra <= MOST_EXTRA; extra++) {
        const holder = this.within(open, extra);
        if (holder) return { holder, extra, open: left };
      }
      // Not all of them can be filled: the one that fits fewest is given up.
      const [hardest] = this.byFewestFitting(open);
      open = open.filter((seat) => seat !== hardest);
    }
    return { holder: this.state.holder.slice(), extra: 0, open: vacated.length };
  }

  /** The fairest way found to fill the open seats with so many others changed; null when there is none. */
  private within(open: readonly number[], extra: number): Int32Array | null {
    this.tries = 0;
    this.best = null;
    this.place(open, extra, 0);
    // TypeScript does not see that `place` sets it.
    return (this.best as { holder: Int32Array; cost: number } | null)?.holder ?? null;
  }

  private place(open: readonly number[], extra: number, cost: number): void {
    if (open.length === 0) {
      if (this.best === null || cost < this.best.cost - 1e-9) this.best = { holder: this.state.holder.slice(), cost };
      return;
    }
    if (this.tries > MOST_TRIES && this.best !== null) return;
    const [seat, ...others] = this.byFewestFitting(open);
    for (const person of this.byFairness(seat!)) {
      if (++this.tries > MOST_TRIES) return;
      const change = this.state.put(seat!, person);
      this.place(others, extra, cost + change);
      this.state.take(seat!);
    }
    if (extra === 0) return;
    for (const [person, given] of this.whoCouldMove(seat!)) {
      if (++this.tries > MOST_TRIES) return;
      const change = this.state.take(given) + this.state.put(seat!, person);
      this.place([...others, given], extra - 1, cost + change);
      this.state.take(seat!);
      this.state.put(given, person);
    }
  }

  private byFewestFitting(open: readonly number[]): number[] {
    const count = (seat: number) => this.fitting(seat).length;
    return open
      .map((seat) => ({ seat, n: count(seat) }))
      .sort((a, b) => a.n - b.n || a.seat - b.seat)
      .map(({ seat }) => seat);
  }

  private fitting(seat: number): number[] {
    const { on } = this.state;
    return [...on.peopleOf[on.seatRole[seat]!]!].filter((person) => this.state.fits(person, seat) && !this.isApart(person, seat));
  }

  private isApart(person: number, seat: number): boolean {
    const { on, holder } = this.state;
    const crew = on.crewOf[seat]!;
    for (let s = on.crewFrom[crew]!; s < on.crewFrom[crew + 1]!; s++)
      if (s !== seat && holder[s]! >= 0 && on.apart[person * on.people + holder[s]!] === 1) return true;
    return false;
  }

  private byFairness(seat: number): number[] {
    return this.fitting(seat)
      .map((person) => ({ person, change: this.state.changeOfReplacing(seat, person) }))
      .sort((a, b) => a.change - b.change || a.person - b.person)
      .map(({ person }) => person);
  }

  /** Who would fit, were it not for one duty of theirs that somebody else may take. */
  private whoCouldMove(seat: number): (readonly [person: number, given: number])[] {
    const { state } = this;
    const { on } = state;
    const moves: (readonly [number, number])[] = [];
    for (const person of on.peopleOf[on.seatRole[seat]!]!) {
      if (state.fits(person, seat)) continue;
      for (const given of this.seatsNear(person, seat)) {
        state.take(given);
        const fits = state.fits(person, seat) && !this.isApart(person, seat);
        state.put(given, person);
        if (fits) moves.push([person, given]);
      }
    }
    return moves;
  }

  private seatsNear(person: number, seat: number): number[] {
    const { on, seatAt } = this.state;
    const day = on.seatDay[seat]!;
    const rest = on.rest[on.seatRole[seat]!]!;
    const near: number[] = [];
    for (let d = Math.max(0, day - rest); d <= Math.min(on.days - 1, day + rest); d++) {
      const held = seatAt[person * on.days + d]! - 1;
      if (held >= 0 && held !== seat && this.isFree(held)) near.push(held);
    }
    return near;
  }

  /**
   * The absent take later duties of those who stand in for them. Seats for which no exchange is possible get a stand-in. Null where none
   * is possible at all.
   */
  exchange(vacated: readonly number[], published: Int32Array, left: Int32Array): Int32Array | null {
    const { state } = this;
    const { on } = state;
    let exchanged = 0;
    let alone: number[] = [];
    for (const seat of vacated) {
      const absent = published[seat]!;
      const best = this.bestExchange(seat, absent);
      if (!best) {
        alone = [...alone, seat];
        continue;
      }
      exchanged++;
      state.take(best.given);
      state.put(seat, best.person);
      state.put(best.given, absent);
    }
    const rest = exchanged > 0 ? this.fill(alone) : null;
    state.load(left);
    return rest && rest.open === 0 && on.people > 0 ? rest.holder : null;
  }

  /**
   * Whoever gave duties away may now be without one for too long: they get another, for the fewest further seats. Answers the holders
   * and leaves the state as it was.
   */
  endPauses(published: Int32Array, holder: Int32Array): Int32Array {
    const { state } = this;
    const before = state.holder.slice();
    state.load(holder);
    const concerned = new Set([...holder.keys()].filter((seat) => holder[seat] !== published[seat]).map((seat) => published[seat]!));
    for (let tries = 0; state.hasPauses && tries < holder.length; tries++) {
      let best: { seat: number; person: number; change: number } | null = null;
      for (const person of concerned) {
        if (person < 0) continue;
        for (const [seat, held] of state.holder.entries()) {
          if (held < 0 || held === person || !this.isFree(seat) || !state.fits(person, seat) || this.isApart(person, seat)) continue;
          const change = state.take(seat) + state.put(seat, person);
          if (best === null || change < best.change - 1e-9) best = { seat, person, change };
          state.take(seat);
          state.put(seat, held);
        }
      }
      if (best === null || best.change > -WEIGHTS.must / 2) break;
      state.take(best.seat);
      state.put(best.seat, best.person);
    }
    const ended = state.holder.slice();
    state.load(before);
    return ended;
  }

  private bestExchange(seat: number, absent: number): { readonly person: number; readonly given: number } | null {
    const { state } = this;
    const { on } = state;
    let best: { person: number; given: number; change: number } | null = null;
    for (const person of on.peopleOf[on.seatRole[seat]!]!) {
      if (person === absent) continue;
      for (const given of this.heldBy(person)) {
        if (given === seat || on.seatRole[given] !== on.seatRole[seat]) continue;
        let change = state.take(given);
        if (state.fits(person, seat) && !this.isApart(person, seat)) {
          change += state.put(seat, person);
          if (state.fits(absent, given) && !this.isApart(absent, given)) {
            change += state.put(given, absent);
            if (best === null || change < best.change - 1e-9) best = { person, given, change };
            state.take(given);
          }
          state.take(seat);
        }
        state.put(given, person);
      }
    }
    return best;
  }

  private heldBy(person: number): number[] {
    const { on, seatAt } = this.state;
    const held: number[] = [];
    for (let d = 0; d < on.days; d++) {
      const seat = seatAt[person * on.days + d]! - 1;
      if (seat >= 0 && this.isFree(seat)) held.push(seat);
    }
    return held;
  }
}
