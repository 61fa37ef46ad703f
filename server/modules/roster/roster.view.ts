/** A roster as a month of it is shown. */
import { allowedActs, type Circumstances } from '#domain/kernel/act.ts';
import { holdsPost } from '#domain/kernel/actor.ts';
import { dayName, isWorkday } from '#domain/kernel/calendar.ts';
import { addDays, type Day, daysFrom, firstDayOf, lastDayOf, type Month, mondayOf } from '#domain/kernel/day.ts';
import { remarksOn } from '#domain/roster/check.ts';
import { withLeads } from '#domain/roster/musts.ts';
import { judgeRoster } from '#domain/roster/propose.ts';
import type { Candidate, Roster, RosterView } from '#domain/roster/roster.model.ts';
import { rosterWorkflow } from '#domain/roster/roster.rules.ts';
import { sharesOf } from '#domain/roster/share.ts';
import { peopleAsked, roleOf } from '#domain/roster/task.ts';
import type { Db } from '#server/platform/database.ts';
import { type Ground, mustsOf, ownTermsOf, planOfRoster, readGround } from './roster.plan.ts';
import { findRoster, listChanges } from './roster.store.ts';
import { findSolving } from './solving.store.ts';

const CHANGES_SHOWN = 60;

/** The whole weeks of a month, so that rest across its edges can be seen. */
export const weeksOf = (month: Month): { readonly from: Day; readonly to: Day } => ({
  from: mondayOf(firstDayOf(month)),
  to: addDays(mondayOf(lastDayOf(month)), 6),
});

export async function viewRoster(db: Db, month: Month, at: Circumstances): Promise<RosterView> {
  const { unitId } = at.actor;
  const roster = await findRoster(db, unitId, firstDayOf(month), lastDayOf(month));
  const weeks = weeksOf(month);
  const ground = await readGround(db, unitId, roster?.from ?? firstDayOf(month), roster?.to ?? lastDayOf(month));
  const plan = roster ? planOfRoster(ground, roster) : ground.plan;
  const musts = mustsOf(ground, plan);
  const patrolDays = new Set(musts.days);
  const people = candidates(plan, roster);
  const walking = people.filter((person) => person.walks && person.leads.length === 0).map((person) => person.duties);
  return {
    month,
    roster: roster && { ...roster, seats: roster.seats.filter((seat) => weeks.from <= seat.day && seat.day <= weeks.to) },
    days: daysFrom(weeks.from, weeks.to).map((day) => ({
      day,
      workday: isWorkday(ground.calendar, day),
      name: dayName(ground.calendar, day),
      patrolDay: patrolDays.has(day),
    })),
    places: shownPlaces(ground, roster),
    people,
    terms: plan.terms,
    fairness: {
      least: walking.length > 0 ? Math.min(...walking) : 0,
      most: walking.length > 0 ? Math.max(...walking) : 0,
      empty: roster?.seats.filter((seat) => seat.personId === null).length ?? 0,
      proof: roster ? judgeRoster(plan, roster.seats) : null,
      remarks: roster ? remarksOn(roster.seats, musts) : [],
    },
    changes: roster && roster.version > 1 ? await listChanges(db, roster.id, CHANGES_SHOWN) : [],
    solving: roster ? await findSolving(db, roster.id) : null,
    acts: roster ? allowedActs(rosterWorkflow, roster, at) : [],
    requirements: [...new Set(ground.places.flatMap((place) => place.rule?.requirements ?? []))].map((name) => ({ name })),
    mayManage: holdsPost(at.actor, unitId, 'campaignClerk'),
  };
}

function candidates(plan: Ground['plan'], roster: Roster | null): Candidate[] {
  const share = sharesOf(plan);
  const duties = Map.groupBy(roster?.seats ?? [], (seat) => seat.personId);
  return peopleAsked(plan).map((person) => ({
    id: person.id,
    name: person.name,
    leads: withLeads(person, plan.places).leads,
    walks: person.mayWalk && roleOf(plan, person) === 'member',
    duties: duties.get(person.id)?.length ?? 0,
    share: Math.round((share.get(person.id) ?? 0) * 10) / 10,
    away: [...person.away],
  }));
}

/** Places with a rule, and those that the roster still serves although their rule has ended. */
function shownPlaces(ground: Ground, roster: Roster | null): RosterView['places'] {
  const served = new Set(roster?.seats.map((seat) => seat.placeId));
  return ground.places.flatMap(({ id, name, rule }) =>
    rule || served.has(id)
      ? [
          {
            id,
            name,
            people: rule?.people ?? 0,
            leaderOnDuty: rule?.leaderOnDuty ?? false,
            ...ownTermsOf({ rule }),
            starts: rule?.starts ?? '',
            ends: rule?.ends ?? '',
          },
        ]
      : [],
  );
}
