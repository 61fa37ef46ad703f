/**
 * Who sits where, with the counts that the cost is made of. Putting a person into a seat or taking one out answers with the change of
 * the cost, so a search never adds up the whole. Arrays only: this is where the solver spends its time.
 */
import { type Instance, isUnrested } from './instance.ts';
import { WEIGHTS } from './task.ts';

const FREE = -1;

export class State {
  readonly on: Instance;
  /** The person in each seat, −1 for nobody. */
  readonly holder: Int32Array;
  /** person × days + day → seat + 1, 0 for none. */
  readonly seatAt: Int32Array;
  private pauses = 0;
  private readonly duties: Int32Array;
  private readonly byKind: Int32Array;
  private readonly byPost: Int32Array;
  /** What the posts of each person cost as they stand. */
  private readonly uneven: Float64Array;
  private readonly together: Int16Array;

  constructor(on: Instance) {
    this.on = on;
    this.holder = new Int32Array(on.seatDay.length).fill(FREE);
    this.seatAt = new Int32Array(on.people * on.days);
    this.duties = new Int32Array(on.people);
    this.byKind = new Int32Array(on.people * on.kinds);
    this.byPost = new Int32Array(on.people * on.posts);
    this.uneven = new Float64Array(on.people);
    this.together = new Int16Array(on.people * on.people);
    // Before anybody sits anywhere every window is without duty.
    for (let i = 0; i < on.people; i++) this.pauses += on.windows[i * (on.days + 1) + on.days]!;
  }

  /** Somebody is too long without a duty. */
  get hasPauses(): boolean {
    return this.pauses > 0;
  }

  /** Windows without the duty they ask for, of all people. */
  get pausesInAll(): number {
    return this.pauses;
  }

  dutiesOf(person: number): number {
    return this.duties[person]!;
  }

  /** Everybody out, and the people of another roster in. */
  load(holder: Int32Array): void {
    for (let seat = 0; seat < holder.length; seat++) this.take(seat);
    for (const [seat, person] of holder.entries()) this.put(seat, person);
  }

  /** Present, of the role, allowed at the post, without another seat that day, and rested before and after. */
  fits(person: number, seat: number): boolean {
    const { days, posts, present, mayServe, seatDay, seatPost, seatRole, roleOf, reach, mixedRest } = this.on;
    const day = seatDay[seat]!;
    const role = seatRole[seat]!;
    if (roleOf[person] !== role || present[person * days + day] === 0 || mayServe[person * posts + seatPost[seat]!] === 0) return false;
    const base = person * days;
    const last = Math.min(days - 1, day + reach[role]!);
    for (let d = Math.max(0, day - reach[role]!); d <= last; d++)
      if (this.seatAt[base + d] !== 0 && (!mixedRest || this.isTooNear(base + d, Math.abs(d - day), seat))) return false;
    return true;
  }

  /** What a person does `far` days from a seat, given by person × days + day, leaves too little rest for their role there. */
  private isTooNear(there: number, far: number, seat: number): boolean {
    const { seatPost, seatRole } = this.on;
    return isUnrested(this.on, seatRole[seat]!, seatPost[seat]!, seatPost[this.seatAt[there]! - 1]!, far);
  }

  /** Somebody of the crew of a seat is kept apart from a person there. */
  meetsApart(person: number, seat: number): boolean {
    const { people, crewOf, crewFrom, seatPost, apart, apartFrom } = this.on;
    const row = apartFrom[seatPost[seat]!]! + person * people;
    for (let s = crewFrom[crewOf[seat]!]!; s < crewFrom[crewOf[seat]! + 1]!; s++)
      if (s !== seat && this.holder[s]! !== FREE && apart[row + this.holder[s]!] === 1) return true;
    return false;
  }

  /** The holder of a seat meets somebody of its crew more than once, or the seat is empty. */
  repeats(seat: number): boolean {
    const person = this.holder[seat]!;
    return person === FREE || this.partings(person, seat) > 0;
  }

  /** What putting `person` for the holder of a seat would change, pauses between duties left out. */
  changeOfReplacing(seat: number, person: number): number {
    const { kinds, seatDay, seatPost, kindOf, share } = this.on;
    const kind = kindOf[seatDay[seat]!]!;
    const post = seatPost[seat]!;
    const held = this.holder[seat]!;
    const n = this.duties[person]!;
    let change = WEIGHTS.load * (Math.abs(n + 1 - share[person]!) - Math.abs(n - share[person]!));
    change += this.kindChange(person * kinds + kind, 1) + this.postChange(person, FREE, post) + this.meetings(person, seat, FREE);
    if (held === FREE) return change - WEIGHTS.must;
    const m = this.duties[held]!;
    change += WEIGHTS.load * (Math.abs(m - 1 - share[held]!) - Math.abs(m - share[held]!));
    return change + this.kindChange(held * kinds + kind, -1) + this.postChange(held, post, FREE) - this.partings(held, seat);
  }

  /** What exchanging the holders of two seats of different crews would change, pauses between duties left out. */
  changeOfExchanging(seat: number, other: number): number {
    const { kinds, seatDay, seatPost, kindOf } = this.on;
    const a = this.holder[seat]!;
    const b = this.holder[other]!;
    const kindA = kindOf[seatDay[seat]!]!;
    const kindB = kindOf[seatDay[other]!]!;
    let change = this.meetings(b, seat, other) + this.meetings(a, other, seat) - this.partings(a, seat) - this.partings(b, other);
    if (seatPost[seat] !== seatPost[other])
      change += this.postChange(a, seatPost[seat]!, seatPost[other]!) + this.postChange(b, seatPost[other]!, seatPost[seat]!);
    if (kindA !== kindB) {
      change += this.kindChange(a * kinds + kindA, -1) + this.kindChange(a * kinds + kindB, 1);
      change += this.kindChange(b * kinds + kindB, -1) + this.kindChange(b * kinds + kindA, 1);
    }
    return change;
  }

  /** Pairs that arise when a person joins the crew of a seat; who they meet now at `leaving` counts once less. */
  private meetings(person: number, seat: number, leaving: number): number {
    const { people, days, crewOf, crewFrom, seatDay, seatPost, apart, apartFrom } = this.on;
    const pairs = apartFrom[seatPost[seat]!]!;
    const crew = crewOf[seat]!;
    let sum = 0;
    for (let s = crewFrom[crew]!; s < crewFrom[crew + 1]!; s++) {
      const other = this.holder[s]!;
      if (s === seat || other === FREE) continue;
      const pair = person * people + other;
      sum += this.together[pair]! * WEIGHTS.pair + apart[pairs + pair]! * WEIGHTS.must;
      if (leaving === FREE) continue;
      const there = this.seatAt[other * days + seatDay[leaving]!]!;
      if (there !== 0 && crewOf[there - 1] === crewOf[leaving]) sum -= WEIGHTS.pair;
    }
    return sum;
  }

  /** Pairs that end when the holder leaves the crew of a seat. */
  private partings(person: number, seat: number): number {
    const { people, crewOf, crewFrom, seatPost, apart, apartFrom } = this.on;
    const pairs = apartFrom[seatPost[seat]!]!;
    const crew = crewOf[seat]!;
    let sum = 0;
    for (let s = crewFrom[crew]!; s < crewFrom[crew + 1]!; s++) {
      const other = this.holder[s]!;
      if (s === seat || other === FREE) continue;
      const pair = person * people + other;
      sum += (this.together[pair]! - 1) * WEIGHTS.pair + apart[pairs + pair]! * WEIGHTS.must;
    }
    return sum;
  }

  private kindChange(at: number, by: 1 | -1): number {
    const q = this.byKind[at]!;
    const low = this.on.kindLow[at]!;
    const high = this.on.kindHigh[at]!;
    return WEIGHTS.weekday * (outside(q + by, low, high) - outside(q, low, high));
  }

  private postChange(person: number, from: number, to: number): number {
    return this.postCost(person, from, to) - this.uneven[person]!;
  }

  /** Takes whoever sits there out; the change of the cost. The empty seat itself is counted by the caller's next step or by `emptyCost`. */
  take(seat: number): number {
    const person = this.holder[seat]!;
    if (person === FREE) return 0;
    const { days, kinds, posts, people, seatDay, seatPost, crewOf, crewFrom, kindOf, share, kindLow, kindHigh, apart, apartFrom } = this.on;
    const pairs = apartFrom[seatPost[seat]!]!;
    const day = seatDay[seat]!;
    const n = this.duties[person]!;
    let change = WEIGHTS.load * (Math.abs(n - 1 - share[person]!) - Math.abs(n - share[person]!));
    this.duties[person] = n - 1;
    const kind = person * kinds + kindOf[day]!;
    const q = this.byKind[kind]!;
    change += WEIGHTS.weekday * (outside(q - 1, kindLow[kind]!, kindHigh[kind]!) - outside(q, kindLow[kind]!, kindHigh[kind]!));
    this.byKind[kind] = q - 1;
    this.byPost[person * posts + seatPost[seat]!]! -= 1;
    const uneven = this.postCost(person, FREE, FREE);
    change += uneven - this.uneven[person]!;
    this.uneven[person] = uneven;
    this.holder[seat] = FREE;
    const crew = crewOf[seat]!;
    for (let s = crewFrom[crew]!; s < crewFrom[crew + 1]!; s++) {
      const other = this.holder[s]!;
      if (other === FREE) continue;
      const times = this.together[person * people + other]! - 1;
      change -= times * WEIGHTS.pair + apart[pairs + person * people + other]! * WEIGHTS.must;
      this.together[person * people + other] = times;
      this.together[other * people + person] = times;
    }
    this.seatAt[person * days + day] = 0;
    const longer = this.gapsAround(person, day);
    this.pauses += longer;
    return change + WEIGHTS.must * longer;
  }

  /** Puts a person into an empty seat; the change of the cost. Whether they fit is for the caller to ask. */
  put(seat: number, person: number): number {
    if (person === FREE) return 0;
    const { days, kinds, posts, people, seatDay, seatPost, crewOf, crewFrom, kindOf, share, kindLow, kindHigh, apart, apartFrom } = this.on;
    const pairs = apartFrom[seatPost[seat]!]!;
    const day = seatDay[seat]!;
    const n = this.duties[person]!;
    let change = WEIGHTS.load * (Math.abs(n + 1 - share[person]!) - Math.abs(n - share[person]!));
    this.duties[person] = n + 1;
    const kind = person * kinds + kindOf[day]!;
    const q = this.byKind[kind]!;
    change += WEIGHTS.weekday * (outside(q + 1, kindLow[kind]!, kindHigh[kind]!) - outside(q, kindLow[kind]!, kindHigh[kind]!));
    this.byKind[kind] = q + 1;
    this.byPost[person * posts + seatPost[seat]!]! += 1;
    const uneven = this.postCost(person, FREE, FREE);
    change += uneven - this.uneven[person]!;
    this.uneven[person] = uneven;
    const crew = crewOf[seat]!;
    for (let s = crewFrom[crew]!; s < crewFrom[crew + 1]!; s++) {
      const other = this.holder[s]!;
      if (other === FREE) continue;
      const times = this.together[person * people + other]!;
      change += times * WEIGHTS.pair + apart[pairs + person * people + other]! * WEIGHTS.must;
      this.together[person * people + other] = times + 1;
      this.together[other * people + person] = times + 1;
    }
    this.holder[seat] = person;
    const shorter = this.gapsAround(person, day);
    this.pauses -= shorter;
    change -= WEIGHTS.must * shorter;
    this.seatAt[person * days + day] = seat + 1;
    return change;
  }

  /** Windows without duty that hold this day, the day itself taken as free. */
  private gapsAround(person: number, day: number): number {
    const { days, roleOf, gap } = this.on;
    const width = gap[roleOf[person]!]!;
    if (width === 0) return 0;
    const base = person * days;
    let before = day - 1;
    while (before >= 0 && this.seatAt[base + before] === 0 && day - before < width) before--;
    let after = day + 1;
    while (after < days && this.seatAt[base + after] === 0 && after - day < width) after++;
    // Windows that hold the day lie between `before` and `after`; those that do not are the same with and without it.
    const from = Math.max(before + 1, day - width + 1);
    const to = Math.min(after - width, day);
    if (to < from) return 0;
    const windows = person * (days + 1);
    return this.on.windows[windows + to + 1]! - this.on.windows[windows + Math.max(0, from)]!;
  }

  /** Posts served within one of each other, of those where they may serve: as if one duty moved from a post to another. */
  private postCost(person: number, from: number, to: number): number {
    const { posts, limited, mayServe } = this.on;
    const base = person * posts;
    let low = Number.MAX_SAFE_INTEGER;
    let high = 0;
    for (let p = 0; p < posts; p++) {
      if (limited && mayServe[base + p] === 0) continue;
      const n = this.byPost[base + p]! + (p === to ? 1 : 0) - (p === from ? 1 : 0);
      if (n < low) low = n;
      if (n > high) high = n;
    }
    return high - low > 1 ? WEIGHTS.post * (high - low - 1) : 0;
  }
}

const outside = (n: number, low: number, high: number): number => (n > high ? n - high : n < low ? low - n : 0);
