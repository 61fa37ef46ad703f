/** A task laid out in flat arrays, with everything worked out that stays the same while people are moved. */
import type { Role, RosterTask } from './task.ts';

export interface Instance {
  readonly people: number;
  readonly days: number;
  readonly posts: number;
  readonly kinds: number;
  /** 0 leader, 1 member. */
  readonly roleOf: Uint8Array;
  readonly peopleOf: readonly [Int32Array, Int32Array];
  /** person × days + day */
  readonly present: Uint8Array;
  readonly kindOf: Int32Array;
  /** Seats in the order day, post, n. */
  readonly seatDay: Int32Array;
  readonly seatPost: Int32Array;
  readonly seatRole: Uint8Array;
  /** A crew is one post on one day; its seats lie together: from crewFrom[c] to crewFrom[c + 1]. */
  readonly crewOf: Int32Array;
  readonly crewFrom: Int32Array;
  readonly fixed: Int32Array;
  readonly rest: readonly [number, number];
  readonly gap: readonly [number, number];
  /** person × (days + 1) + day: how many windows of `gap` days that ask for a duty begin before a day. */
  readonly windows: Int32Array;
  /** Each person's fair number of duties by presence, and of each kind of day. */
  readonly share: Float64Array;
  readonly kindLow: Int32Array;
  readonly kindHigh: Int32Array;
  /** person × people + person */
  readonly apart: Uint8Array;
  /** person × posts + post: 1 where this person may not serve. */
  readonly barred: Uint8Array;
}

/** Of a window without duty only those count in which the person is there on this share of the days. */
const PRESENT_SHARE = 0.75;
const roles: readonly Role[] = ['leader', 'member'];

export function layOut(task: RosterTask): Instance {
  const people = task.people.length;
  const days = task.days.length;
  const kindNames = [...new Set(task.kinds)].sort((a, b) => a - b);
  const kindOf = Int32Array.from(task.kinds, (kind) => kindNames.indexOf(kind));
  const roleOf = Uint8Array.from(task.people, (person) => roles.indexOf(person.role));
  const present = new Uint8Array(people * days);
  for (const [i, person] of task.people.entries()) for (let d = 0; d < days; d++) present[i * days + d] = person.present[d] ? 1 : 0;
  const seats = seatsOf(task);
  const byRole = (role: number): Int32Array => Int32Array.from([...task.people.keys()].filter((i) => roleOf[i] === role));
  const base = {
    people,
    days,
    posts: task.posts.length,
    kinds: kindNames.length,
    roleOf,
    peopleOf: [byRole(0), byRole(1)] as const,
    present,
    kindOf,
    ...seats,
    rest: [task.rules.leader.rest, task.rules.member.rest] as const,
    gap: [task.rules.leader.gap ?? 0, task.rules.member.gap ?? 0] as const,
  };
  return {
    ...base,
    ...sharesOf(task, base),
    windows: windowsOf(base),
    apart: apartOf(task),
    barred: barredOf(task),
    fixed: fixedOf(task, base),
  };
}

function seatsOf(task: RosterTask) {
  const day: number[] = [];
  const post: number[] = [];
  const role: number[] = [];
  const crew: number[] = [];
  const from: number[] = [];
  for (let d = 0; d < task.days.length; d++)
    for (const [p, one] of task.posts.entries()) {
      const { leader, members } = one.seats[d] ?? { leader: false, members: 0 };
      from.push(day.length);
      for (let n = 0; n < members + (leader ? 1 : 0); n++) {
        day.push(d);
        post.push(p);
        role.push(leader && n === 0 ? 0 : 1);
        crew.push(from.length - 1);
      }
    }
  from.push(day.length);
  return {
    seatDay: Int32Array.from(day),
    seatPost: Int32Array.from(post),
    seatRole: Uint8Array.from(role),
    crewOf: Int32Array.from(crew),
    crewFrom: Int32Array.from(from),
  };
}

type Base = Pick<Instance, 'people' | 'days' | 'kinds' | 'roleOf' | 'peopleOf' | 'present' | 'kindOf' | 'seatDay' | 'seatRole' | 'gap'>;

/** Shares by presence: of all seats of a role, and of those on each kind of day. What somebody did before is taken off. */
function sharesOf(task: RosterTask, base: Base): Pick<Instance, 'share' | 'kindLow' | 'kindHigh'> {
  const share = new Float64Array(base.people);
  const kindLow = new Int32Array(base.people * base.kinds);
  const kindHigh = new Int32Array(base.people * base.kinds);
  for (const role of [0, 1]) {
    const ids = [...base.peopleOf[role]!];
    const seats = new Float64Array(base.kinds);
    for (let s = 0; s < base.seatDay.length; s++) if (base.seatRole[s] === role) seats[base.kindOf[base.seatDay[s]!]!]! += 1;
    const there = ids.map((i) => presenceByKind(base, i));
    const total = (kind: number): number => there.reduce((sum, counts) => sum + counts[kind]!, 0);
    const allThere = there.reduce((sum, counts) => sum + counts.reduce((a, b) => a + b, 0), 0);
    const before = ids.reduce((sum, i) => sum + task.people[i]!.before, 0);
    const allSeats = seats.reduce((a, b) => a + b, 0) + before;
    for (const [at, i] of ids.entries()) {
      const own = there[at]!.reduce((a, b) => a + b, 0);
      const even = allThere === 0 ? 0 : (allSeats * own) / allThere;
      share[i] = Math.max(0, even - task.people[i]!.before);
      // Whoever is owed fewer duties is owed fewer of each kind of day.
      const part = even === 0 ? 1 : share[i]! / even;
      for (let kind = 0; kind < base.kinds; kind++) {
        const fair = total(kind) === 0 ? 0 : ((seats[kind]! * there[at]![kind]!) / total(kind)) * part;
        kindLow[i * base.kinds + kind] = Math.floor(fair + 1e-9);
        kindHigh[i * base.kinds + kind] = Math.ceil(fair - 1e-9);
      }
    }
  }
  return { share, kindLow, kindHigh };
}

function presenceByKind({ days, kinds, present, kindOf }: Base, person: number): Float64Array {
  const counts = new Float64Array(kinds);
  for (let d = 0; d < days; d++) counts[kindOf[d]!]! += present[person * days + d]!;
  return counts;
}

function windowsOf({ people, days, roleOf, present, gap }: Base): Int32Array {
  const windows = new Int32Array(people * (days + 1));
  for (let i = 0; i < people; i++) {
    const width = gap[roleOf[i]!]!;
    let there = 0;
    for (let d = 0; d < days && d < width; d++) there += present[i * days + d]!;
    for (let d = 0; d < days; d++) {
      const asks = width > 0 && d + width <= days && there >= PRESENT_SHARE * width ? 1 : 0;
      windows[i * (days + 1) + d + 1] = windows[i * (days + 1) + d]! + asks;
      there += (d + width < days ? present[i * days + d + width]! : 0) - present[i * days + d]!;
    }
  }
  return windows;
}

function apartOf(task: RosterTask): Uint8Array {
  const apart = new Uint8Array(task.people.length ** 2);
  const at = new Map(task.people.map((person, i) => [person.id, i]));
  for (const [a, b] of task.apart) {
    const [i, j] = [at.get(a), at.get(b)];
    if (i === undefined || j === undefined) continue;
    apart[i * task.people.length + j] = 1;
    apart[j * task.people.length + i] = 1;
  }
  return apart;
}

function barredOf(task: RosterTask): Uint8Array {
  const barred = new Uint8Array(task.people.length * task.posts.length);
  for (const [i, { posts }] of task.people.entries())
    for (let p = 0; posts && p < task.posts.length; p++) barred[i * task.posts.length + p] = posts[p] ? 0 : 1;
  return barred;
}

/** The person of each seat that stays, −1 for the others. */
function fixedOf(task: RosterTask, base: Base & Pick<Instance, 'crewFrom' | 'posts'>): Int32Array {
  const fixed = new Int32Array(base.seatDay.length).fill(-1);
  const at = new Map(task.people.map((person, i) => [person.id, i]));
  for (const { day, post, n, personId } of task.fixed) {
    const crew = day * base.posts + post;
    const first = base.crewFrom[crew];
    if (first === undefined) continue;
    const leads = task.posts[post]?.seats[day]?.leader === true;
    const seat = first + n - (leads ? 0 : 1);
    const person = at.get(personId);
    if (person !== undefined && seat >= first && seat < base.crewFrom[crew + 1]!) fixed[seat] = person;
  }
  return fixed;
}
