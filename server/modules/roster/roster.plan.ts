/** What a roster is made from and judged by, read from the database. */
import type { WorkingCalendar } from '#domain/kernel/calendar.ts';
import { addMonths, type Day, type Month, monthOf } from '#domain/kernel/day.ts';
import type { Place } from '#domain/place/place.model.ts';
import { patrolDaysOf } from '#domain/roster/days.ts';
import { type Musts, withLeads } from '#domain/roster/musts.ts';
import type { RosterPerson, RosterPlace, RosterPlan } from '#domain/roster/plan.ts';
import { type Roster, type RosterTerms, type Seat, usualTerms } from '#domain/roster/roster.model.ts';
import { peopleAsked, roleOf } from '#domain/roster/task.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { listAbsences } from '../absence/absence.store.ts';
import { calendarOf } from '../calendar/calendar.store.ts';
import { listPeople } from '../org/org.store.ts';
import { listPlaces } from '../place/place.store.ts';
import { readSurplus } from './surplus.ts';

export interface Ground {
  readonly calendar: WorkingCalendar;
  /** Every place of the unit, also those that are patrolled no longer. */
  readonly places: readonly Place[];
  readonly plan: RosterPlan;
}

/** The plan of the days from … to as rules, people and absences are now; nothing pinned. */
export async function readGround(db: Db, unitId: string, from: Day, to: Day): Promise<Ground> {
  const calendar = await calendarOf(db, unitId);
  const places = await listPlaces(db, unitId);
  const terms = await readTerms(db, unitId);
  const ruled = placesOfRules(places, from, to, calendar);
  const people = await listRosterPeople(db, unitId, { places: ruled, from, to });
  return { calendar, places, plan: { people, places: ruled, terms, kept: [] } };
}

/** The plan of a roster as it was made: its days and seats, whatever the rules say by now. */
export function planOfRoster(ground: Ground, roster: Pick<Roster, 'seats'>, kept: readonly Seat[] = []): RosterPlan {
  const byPlace = Map.groupBy(roster.seats, (seat) => seat.placeId);
  const places = ground.places.flatMap((place): RosterPlace[] => {
    const seats = byPlace.get(place.id);
    if (!seats) return [];
    return [
      {
        id: place.id,
        people: Math.max(...seats.map((seat) => seat.n)),
        leaderOnDuty: seats.some((seat) => seat.n === 0),
        leaders: place.rule?.leaders ?? null,
        ...ownTermsOf(place),
        days: [...new Set(seats.map((seat) => seat.day))].sort(),
      },
    ];
  });
  return { ...ground.plan, places, kept };
}

export function mustsOf(ground: Ground, plan: RosterPlan): Musts {
  return {
    people: plan.people.map((person) => withLeads(person, plan.places)),
    places: ground.places.map((place) => ({ id: place.id, name: place.name, ...ownTermsOf(place) })),
    terms: plan.terms,
    days: [...new Set(plan.places.flatMap((place) => place.days))].sort(),
  };
}

/** The rest and the pairs of a place; none where it is patrolled no longer. */
export const ownTermsOf = ({ rule }: Pick<Place, 'rule'>): Pick<RosterPlace, 'rest' | 'apart'> => ({
  rest: rule?.rest ?? null,
  apart: rule?.apart ?? [],
});

function placesOfRules(places: readonly Place[], from: Day, to: Day, calendar: WorkingCalendar): RosterPlace[] {
  const months = monthsFrom(monthOf(from), monthOf(to));
  return places.flatMap(({ id, rule }) =>
    rule
      ? [
          {
            id,
            people: rule.people,
            leaderOnDuty: rule.leaderOnDuty,
            leaders: rule.leaders,
            rest: rule.rest,
            apart: rule.apart,
            days: months.flatMap((month) => patrolDaysOf(month, rule.weekdays, calendar)),
          },
        ]
      : [],
  );
}

function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

export async function readTerms(db: Db, unitId: string): Promise<RosterTerms> {
  return (await db.selectFrom('rosterTerms').select('terms').where('unitId', '=', unitId).executeTakeFirst())?.terms ?? usualTerms;
}

export async function saveTerms(tx: Tx, unitId: string, terms: RosterTerms): Promise<void> {
  const json = JSON.stringify(terms);
  await tx
    .insertInto('rosterTerms')
    .values({ unitId, terms: json })
    .onConflict((conflict) => conflict.column('unitId').doUpdateSet({ terms: json }))
    .execute();
}

/** Deputies lead, everybody below them walks; the director does neither. A place may name others to lead. */
async function listRosterPeople(
  db: Db,
  unitId: string,
  { places, from, to }: { readonly places: readonly RosterPlace[]; readonly from: Day; readonly to: Day },
): Promise<RosterPerson[]> {
  const away = Map.groupBy(await listAbsences(db, unitId, { from, to }), (absence) => absence.personId);
  const people = (await listPeople(db, [unitId])).map(
    (person): RosterPerson => ({
      id: person.id,
      name: person.name,
      mayLead: person.posts.some((post) => post.kind === 'leaderInCharge'),
      mayWalk: person.posts.some((post) => post.kind === 'officer' || post.kind === 'sectionHead'),
      surplus: 0,
      away: (away.get(person.id) ?? []).map(({ from, to, kind }) => ({ from, to, kind })),
    }),
  );
  const roles = new Map(peopleAsked({ people, places }).map((person) => [person.id, roleOf({ places }, person)]));
  const surplus = await readSurplus(db, unitId, roles, from);
  return people.map((person) => ({ ...person, surplus: surplus.get(person.id) ?? 0 }));
}
