/** The roster of a month as a task of the solver, and back: who is there on which day, how much rest the number of people allows. */
import type { AbsenceKind } from '../absence/absence.model.ts';
import { type Day, weekdayOf } from '../kernel/day.ts';
import type { Seat } from './roster.model.ts';
import { lowerBoundOf, solve } from './solve/solve.ts';
import type { Role, RosterTask, Solution } from './solve/task.ts';

/** Days of an absence, both ends included. */
export interface Away {
  readonly from: Day;
  readonly to: Day;
  readonly kind: AbsenceKind;
}

export interface RosterPerson {
  readonly id: string;
  readonly name: string;
  readonly mayLead: boolean;
  /** Patrollers walk; those who only lead are never asked to. */
  readonly mayWalk: boolean;
  /** Duties of earlier months, so that what was uneven evens out. */
  readonly before: number;
  readonly away: readonly Away[];
}

export interface RosterPlace {
  readonly id: string;
  readonly people: number;
  readonly leaderOnDuty: boolean;
  readonly days: readonly Day[];
}

export interface MonthTask {
  readonly people: readonly RosterPerson[];
  readonly places: readonly RosterPlace[];
  /** Seats set by hand: they stay. */
  readonly kept: readonly Seat[];
}

export interface Judgement {
  readonly cost: number;
  readonly bound: number;
  readonly proof: Solution['proof'];
}

/** About a third of a second for an office with two places. */
const STEPS_A_SEAT = 12_000;
const MOST_STEPS = 1_500_000;

export const awayOn = (person: Pick<RosterPerson, 'away'>, day: Day): Away | undefined =>
  person.away.find(({ from, to }) => from <= day && day <= to);

/** All seats of the month in order; a seat nobody fits stays empty (personId null). The same input gives the same roster. */
export function proposeRoster(task: MonthTask): Seat[] {
  const seats = seatsOf(task);
  const rested = solverTask(task, seats, restOf(task));
  const steps = Math.min(MOST_STEPS, seats.length * STEPS_A_SEAT);
  const solution = solve(rested, { steps });
  // Nobody left who is rested: better twice running than a seat empty.
  const best =
    solution.parts.empty > 0 ? solve(solverTask(task, seats, { leader: 0, member: 0 }), { steps, start: solution.assignments }) : solution;
  const kept = new Map(task.kept.map((seat) => [seatKey(seat), seat]));
  return seats.map((seat) => kept.get(seatKey(seat)) ?? { ...seat, personId: holderOf(rested, best, seat) });
}

/** How fair the seats are as they stand, and what no roster of this month can go below. */
export function judgeRoster(task: MonthTask, seats: readonly Seat[]): Judgement {
  const whole = seatsOf(task);
  const rested = solverTask({ ...task, kept: [] }, whole, { leader: 0, member: 0 });
  const held = new Map(seats.map((seat) => [seatKey(seat), seat.personId]));
  const assignments = rested.days.map((day) =>
    rested.posts.map((post) =>
      whole.filter((seat) => seat.day === day && seat.placeId === post.id).map((seat) => held.get(seatKey(seat)) ?? null),
    ),
  );
  return lowerBoundOf(rested, assignments);
}

function seatsOf({ places }: MonthTask): Seat[] {
  return places.flatMap((place) => place.days.flatMap((day) => seatsOn(place, day))).sort((a, b) => (seatKey(a) < seatKey(b) ? -1 : 1));
}

function seatsOn({ id, people, leaderOnDuty }: RosterPlace, day: Day): Seat[] {
  const seat = (n: number): Seat => ({ day, placeId: id, role: n === 0 ? 'leader' : 'member', n, personId: null, byHand: false });
  return [...(leaderOnDuty ? [seat(0)] : []), ...Array.from({ length: people }, (_, index) => seat(index + 1))];
}

/** Somebody who may do both leads, because fewer may. */
const roleOf = (person: RosterPerson): Role => (person.mayLead ? 'leader' : 'member');

/** A day between two duties where there are people enough for it, none where there are not. */
function restOf({ people, places }: MonthTask): Record<Role, number> {
  const rest = (role: Role, needed: number): number =>
    people.filter((one) => isAsked(one) && roleOf(one) === role).length >= needed * 2 ? 1 : 0;
  return {
    leader: rest('leader', places.filter((place) => place.leaderOnDuty).length),
    member: rest(
      'member',
      places.reduce((sum, place) => sum + place.people, 0),
    ),
  };
}

const isAsked = (person: RosterPerson): boolean => person.mayLead || person.mayWalk;

function solverTask({ people, places, kept }: MonthTask, seats: readonly Seat[], rest: Readonly<Record<Role, number>>): RosterTask {
  const days = [...new Set(seats.map((seat) => seat.day))].sort();
  // What was set by hand stays, whoever it is; the solver moves the others around it.
  const asked = people.filter(isAsked);
  return {
    days,
    kinds: days.map(weekdayOf),
    posts: places.map((place) => ({
      id: place.id,
      seats: days.map((day) =>
        place.days.includes(day) ? { leader: place.leaderOnDuty, members: place.people } : { leader: false, members: 0 },
      ),
    })),
    people: asked.map((person) => ({
      id: person.id,
      role: roleOf(person),
      present: days.map((day) => awayOn(person, day) === undefined),
      before: person.before,
    })),
    rules: { leader: { rest: rest.leader, gap: null }, member: { rest: rest.member, gap: null } },
    apart: [],
    fixed: kept.flatMap(({ day, placeId, n, personId }) =>
      personId === null ? [] : [{ day: days.indexOf(day), post: places.findIndex((place) => place.id === placeId), n, personId }],
    ),
  };
}

function holderOf(task: RosterTask, { assignments }: Solution, seat: Seat): string | null {
  const post = task.posts.findIndex((one) => one.id === seat.placeId);
  const day = task.days.indexOf(seat.day);
  const leads = task.posts[post]?.seats[day]?.leader === true;
  return assignments[day]?.[post]?.[seat.n - (leads ? 0 : 1)] ?? null;
}

const seatKey = (seat: Pick<Seat, 'day' | 'placeId' | 'n'>): string => `${seat.day} ${seat.placeId} ${String(seat.n).padStart(2, '0')}`;
