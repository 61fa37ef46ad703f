/** A task laid out in flat arrays, with everything worked out that stays the same while people are moved. */
import { sharesOf } from './shares.ts';
import type { Role, RosterTask, SeatAt, SolvePerson } from './task.ts';

export interface Instance {
  readonly people: number;
  readonly days: number;
  readonly posts: number;
  readonly kinds: number;
  /** 0 leader, 1 member. */
  readonly roleOf: Uint8Array;
  readonly peopleOf: readonly [Int32Array, Int32Array];
  /** person × days + day; somebody who may not serve everywhere is there only on days that have a seat for them. */
  readonly present: Uint8Array;
  /** person × posts + post */
  readonly mayServe: Uint8Array;
  /** Somebody may not serve everywhere. */
  readonly limited: boolean;
  readonly kindOf: Int32Array;
  /** Seats in the order day, post, n. */
  readonly seatDay: Int32Array;
  readonly seatPost: Int32Array;
  readonly seatRole: Uint8Array;
  /** A crew is one post on one day; its seats lie together: from crewFrom[c] to crewFrom[c + 1]. */
  readonly crewOf: Int32Array;
  readonly crewFrom: Int32Array;
  readonly fixed: Int32Array;
  /** post × 2 + role: days free before and after a duty. */
  readonly restAt: Int32Array;
  /** The longest rest of a role at any post. */
  readonly reach: readonly [number, number];
  /** Rest is not the same at all posts. */
  readonly mixedRest: boolean;
  readonly gap: readonly [number, number];
  /** person × (days + 1) + day: how many windows of `gap` days that ask for a duty begin before a day. */
  readonly windows: Int32Array;
  /** Each person's fair number of duties by presence, and of each kind of day. */
  readonly share: Float64Array;
  readonly kindLow: Int32Array;
  readonly kindHigh: Int32Array;
  /** From `apartFrom` of a post on, person × people + person; posts without pairs of their own share the first. */
  readonly apart: Uint8Array;
  readonly apartFrom: Int32Array;
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
  const mayServe = new Uint8Array(people * task.posts.length);
  for (const [i, person] of task.people.entries()) {
    for (let p = 0; p < task.posts.length; p++) mayServe[i * task.posts.length + p] = person.posts?.[p] === false ? 0 : 1;
    for (let d = 0; d < days; d++) present[i * days + d] = person.present[d] && hasSeatFor(task, person, d) ? 1 : 0;
  }
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
    mayServe,
    limited: mayServe.includes(0),
    kindOf,
    ...seats,
    ...restsOf(task),
    gap: [task.rules.leader.gap ?? 0, task.rules.member.gap ?? 0] as const,
  };
  return { ...base, ...sharesOf(task, base), windows: windowsOf(base), ...apartOf(task), fixed: fixedOf(task, base) };
}

/** Asked only of those who may not serve everywhere: for the others every patrol day counts, whether it has seats for their role or not. */
function hasSeatFor(task: RosterTask, { role, posts }: SolvePerson, day: number): boolean {
  if (!posts?.includes(false)) return true;
  return task.posts.some(({ seats }, p) => {
    const here = seats[day];
    return posts[p] !== false && here !== undefined && (role === 'leader' ? here.leader : here.members > 0);
  });
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

function windowsOf({ people, days, roleOf, present, gap }: Pick<Instance, 'people' | 'days' | 'roleOf' | 'present' | 'gap'>): Int32Array {
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

function restsOf(task: RosterTask): Pick<Instance, 'restAt' | 'reach' | 'mixedRest'> {
  const restAt = Int32Array.from(
    task.posts.flatMap((post) =>
      roles.map((role) => (post.rest ?? { leader: task.rules.leader.rest, member: task.rules.member.rest })[role]),
    ),
  );
  const [leader = [], member = []] = roles.map((_, role) => [...restAt].filter((_rest, at) => at % 2 === role));
  const isMixed = (rests: readonly number[]): boolean => new Set(rests).size > 1;
  return { restAt, reach: [Math.max(0, ...leader), Math.max(0, ...member)], mixedRest: isMixed(leader) || isMixed(member) };
}

function apartOf(task: RosterTask): Pick<Instance, 'apart' | 'apartFrom'> {
  const people = task.people.length;
  const at = new Map(task.people.map((person, i) => [person.id, i]));
  const own = task.posts.filter((post) => post.apart?.length);
  const apart = new Uint8Array((own.length + 1) * people ** 2);
  const mark = (from: number, pairs: RosterTask['apart']): void => {
    for (const [a, b] of pairs) {
      const [i, j] = [at.get(a), at.get(b)];
      if (i === undefined || j === undefined) continue;
      apart[from + i * people + j] = 1;
      apart[from + j * people + i] = 1;
    }
  };
  const apartFrom = Int32Array.from(task.posts, (post) => (own.indexOf(post) + 1) * people ** 2);
  mark(0, task.apart);
  for (const [p, post] of task.posts.entries()) if (post.apart?.length) mark(apartFrom[p]!, [...task.apart, ...post.apart]);
  return { apart, apartFrom };
}

/** Two duties of a person on two days, given by the posts they are at, with too few days between. */
export const isUnrested = ({ restAt }: Pick<Instance, 'restAt'>, role: number, post: number, other: number, far: number): boolean =>
  far <= restAt[post * 2 + role]! || far <= restAt[other * 2 + role]!;

/** The person of each seat that stays, −1 for the others. */
function fixedOf(task: RosterTask, base: Pick<Instance, 'crewFrom' | 'seatRole' | 'seatDay' | 'posts' | 'days'>): Int32Array {
  const fixed = new Int32Array(base.seatDay.length).fill(-1);
  const at = new Map(task.people.map((person, i) => [person.id, i]));
  for (const one of task.fixed) {
    const seat = seatOf(base, one);
    const person = at.get(one.personId);
    if (person !== undefined && seat >= 0) fixed[seat] = person;
  }
  return fixed;
}

/** The number of a seat by its place, −1 where there is none. */
export function seatOf(on: Pick<Instance, 'crewFrom' | 'seatRole' | 'posts' | 'days'>, { day, post, n }: SeatAt): number {
  if (day < 0 || day >= on.days || post < 0 || post >= on.posts) return -1;
  const crew = day * on.posts + post;
  const first = on.crewFrom[crew]!;
  const seat = first + n - firstPlace(on, first);
  return seat >= first && seat < on.crewFrom[crew + 1]! ? seat : -1;
}

/** The leader sits at 0; where a post has no leader the members begin at 1 all the same. */
const firstPlace = (on: Pick<Instance, 'seatRole'>, first: number): number => (on.seatRole[first] === 0 ? 0 : 1);
