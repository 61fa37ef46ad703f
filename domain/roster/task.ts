/** A roster as a task of the solver, and back: who is there on which day, who may serve where, how much rest the number of people allows. */
import { weekdayOf } from '../kernel/day.ts';
import { awayOn, mayLeadAt, type RosterPerson, type RosterPlan, seatKey, seatsOf } from './plan.ts';
import type { Seat, SeatRef } from './roster.model.ts';
import type { Role, RosterTask, Solution } from './solve/task.ts';

export type Rest = Readonly<Record<Role, number>>;

export const NO_REST: Rest = { leader: 0, member: 0 };

/** Patrol days between two duties where a place does not say itself: what the unit agreed on, else one where there are people enough for it and none where there are not. */
export function restOf(plan: RosterPlan): Rest {
  const usual = (role: Role, needed: number): number =>
    peopleAsked(plan).filter((one) => roleOf(plan, one) === role).length >= needed * 2 ? 1 : 0;
  const leaders = plan.places.filter((place) => place.leaderOnDuty).length;
  const members = plan.places.reduce((sum, place) => sum + place.people, 0);
  return {
    leader: plan.terms.rest.leader ?? usual('leader', leaders),
    member: plan.terms.rest.member ?? usual('member', members),
  };
}

/** Only the rest that the unit agreed on, none where it is merely wished for. */
export const agreedRest = ({ terms }: RosterPlan): Rest => ({ leader: terms.rest.leader ?? 0, member: terms.rest.member ?? 0 });

export function solverTask(plan: RosterPlan, rest: Rest): RosterTask {
  const { places, kept } = plan;
  const days = [...new Set(places.flatMap((place) => place.days))].sort();
  // What was pinned stays, whoever it is; the solver moves the others around it.
  return {
    days,
    kinds: days.map(weekdayOf),
    posts: places.map((place) => ({
      id: place.id,
      ...(place.rest !== null && { rest: { leader: place.rest, member: place.rest } }),
      ...(place.apart.length > 0 && { apart: place.apart }),
      seats: days.map((day) =>
        place.days.includes(day) ? { leader: place.leaderOnDuty, members: place.people } : { leader: false, members: 0 },
      ),
    })),
    people: peopleAsked(plan).map((person) => {
      const role = roleOf(plan, person);
      return {
        id: person.id,
        role,
        present: days.map((day) => awayOn(person, day) === undefined),
        before: person.surplus,
        ...(role === 'leader' && places.some((place) => place.leaders !== null)
          ? { posts: places.map((place) => mayLeadAt(person, place)) }
          : {}),
      };
    }),
    rules: { leader: { rest: rest.leader, gap: null }, member: { rest: rest.member, gap: null } },
    apart: plan.terms.apart,
    fixed: kept.flatMap(({ day, placeId, n, personId }) =>
      personId === null ? [] : [{ day: days.indexOf(day), post: places.findIndex((place) => place.id === placeId), n, personId }],
    ),
  };
}

/** People a roster may ask. Somebody who may do both leads, because fewer may. */
export const peopleAsked = ({ people, places }: Pick<RosterPlan, 'people' | 'places'>): RosterPerson[] =>
  people.filter((person) => person.mayWalk || leadsSomewhere(places, person));

export const roleOf = ({ places }: Pick<RosterPlan, 'places'>, person: RosterPerson): Role =>
  leadsSomewhere(places, person) ? 'leader' : 'member';

const leadsSomewhere = (places: RosterPlan['places'], person: RosterPerson): boolean =>
  places.some((place) => place.leaderOnDuty && mayLeadAt(person, place));

/** Person ids by day, post and seat, as the solver has them. */
export function assignmentsOf(plan: RosterPlan, task: RosterTask, seats: readonly Seat[]): Solution['assignments'] {
  const held = new Map(seats.map((seat) => [seatKey(seat), seat.personId]));
  const all = Map.groupBy(seatsOf(plan), (seat) => `${seat.day} ${seat.placeId}`);
  return task.days.map((day) =>
    task.posts.map((post) => (all.get(`${day} ${post.id}`) ?? []).map((seat) => held.get(seatKey(seat)) ?? null)),
  );
}

/** The seats of a plan with the people of a solution in them; pinned ones as they were. */
export function seatsFrom(plan: RosterPlan, task: RosterTask, assignments: Solution['assignments']): Seat[] {
  const kept = new Map(plan.kept.map((seat) => [seatKey(seat), seat]));
  return seatsOf(plan).map((seat) => kept.get(seatKey(seat)) ?? { ...seat, personId: holderOf(task, assignments, seat) });
}

function holderOf(task: RosterTask, assignments: Solution['assignments'], seat: Seat): string | null {
  const { day, post, n } = placeOfSeat(task, seat);
  return assignments[day]?.[post]?.[n] ?? null;
}

/** A seat of a task by its day and place; the opposite of `placeOfSeat`. */
export function seatOf(task: RosterTask, { day, post, n }: { readonly day: number; readonly post: number; readonly n: number }): SeatRef {
  const leads = task.posts[post]?.seats[day]?.leader === true;
  return { day: task.days[day]!, placeId: task.posts[post]!.id, n: n + (leads ? 0 : 1) };
}

/** Where a seat stands in a task; `n` counts within the crew from 0. */
export function placeOfSeat(task: RosterTask, seat: Pick<Seat, 'day' | 'placeId' | 'n'>) {
  const post = task.posts.findIndex((one) => one.id === seat.placeId);
  const day = task.days.indexOf(seat.day);
  const leads = task.posts[post]?.seats[day]?.leader === true;
  return { day, post, n: seat.n - (leads ? 0 : 1) };
}
