import { absenceKinds } from '#domain/absence/absence.states.ts';
import { allowedActs, type Circumstances, decide } from '#domain/kernel/act.ts';
import { type Actor, holdsPost, postKinds } from '#domain/kernel/actor.ts';
import { dayName, isWorkday, type WorkingCalendar } from '#domain/kernel/calendar.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { type Day, daysFrom, firstDayOf, lastDayOf, type Month } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { Place } from '#domain/place/place.model.ts';
import { remarksOn } from '#domain/roster/check.ts';
import { patrolDaysOf } from '#domain/roster/days.ts';
import { awayOn, judgeRoster, proposeRoster, type RosterPerson, type RosterPlace } from '#domain/roster/propose.ts';
import { rosterAssign, rosterGet, rosterMake, rosterPublish } from '#domain/roster/roster.contract.ts';
import type { Roster, RosterView } from '#domain/roster/roster.model.ts';
import { rosterWorkflow } from '#domain/roster/roster.rules.ts';
import type { Db } from '#server/platform/database.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { listHistory } from '#server/platform/history.ts';
import { calendarOf } from '../calendar/calendar.store.ts';
import { listPlaces } from '../place/place.store.ts';
import { findRoster, insertRoster, listRosterPeople, lockRoster, saveRoster } from './roster.store.ts';

export function rosterRoutes(endpoint: Endpoints): void {
  endpoint.read(rosterGet, async ({ input, actor, db, now }) => {
    const roster = await findRoster(db, actor.unitId, input.month);
    return { ...(await viewRoster(db, roster, input.month, { actor, now })), history: roster ? await listHistory(db, roster.id) : [] };
  });

  endpoint.act(rosterMake, async ({ input, actor, tx, now, tell }) => {
    requireClerk(actor);
    const places = rosterPlaces(await listPlaces(tx, actor.unitId), input.month, await calendarOf(tx, actor.unitId));
    if (places.length === 0) throw new Problem('roster.noPlaces');
    const people = await listRosterPeople(tx, actor.unitId, input.month);
    refuseTooFew(people, places);

    const known = await findRoster(tx, actor.unitId, input.month);
    if (!known) {
      const roster: Roster = {
        id: input.id,
        unitId: actor.unitId,
        state: 'draft',
        month: input.month,
        seats: proposeRoster({ people, places, kept: [] }),
      };
      await insertRoster(tx, roster);
      await tell({
        name: 'roster.made',
        subject: { kind: 'roster', id: roster.id },
        data: { month: roster.month, seats: roster.seats.length },
      });
      return done(roster, { actor, now });
    }
    const roster = await lockRoster(tx, known.id, actor);
    if (roster.state === 'published') throw new Problem('roster.exists');
    const seats = proposeRoster({ people, places, kept: roster.seats.filter((seat) => seat.byHand && seat.personId !== null) });
    const { next, fact } = decide(rosterWorkflow, roster, 'propose', { seats }, { actor, now });
    await saveRoster(tx, next);
    await tell(fact);
    return done(next, { actor, now });
  });

  endpoint.act(rosterAssign, async ({ input, actor, tx, now, tell }) => {
    const roster = await lockRoster(tx, input.id, actor);
    const seat = roster.seats.find((one) => one.day === input.day && one.placeId === input.placeId && one.n === input.n);
    const people = await listRosterPeople(tx, actor.unitId, roster.month);
    const nameOf = (id: string | null): string | null => people.find((person) => person.id === id)?.name ?? null;
    if (seat && seat.personId !== input.was) {
      throw new Problem('record.changed', {
        zh: `${input.day} 的班次`,
        en: `the seat of ${input.day}`,
        yours: nameOf(input.personId),
        theirs: nameOf(seat.personId),
      });
    }
    const person = people.find((one) => one.id === input.personId);
    if (input.personId !== null && !person) throw new Problem('record.notFound');
    const placeName = (await listPlaces(tx, actor.unitId)).find((place) => place.id === input.placeId)?.name ?? '';
    const change = {
      ...input,
      personName: person?.name ?? null,
      placeName,
      mayLead: person?.mayLead ?? false,
      away: awayWords(person, input.day),
    };
    const { next, fact } = decide(rosterWorkflow, roster, 'assign', change, { actor, now });
    await saveRoster(tx, next);
    await tell(fact);
    return done(next, { actor, now });
  });

  endpoint.act(rosterPublish, async ({ input, actor, tx, now, tell }) => {
    const { next, fact } = decide(rosterWorkflow, await lockRoster(tx, input.id, actor), 'publish', {}, { actor, now });
    await saveRoster(tx, next);
    await tell(fact);
    return done(next, { actor, now });
  });
}

async function viewRoster(db: Db, roster: Roster | null, month: Month, at: Circumstances): Promise<RosterView> {
  const calendar = await calendarOf(db, at.actor.unitId);
  const places = (await listPlaces(db, at.actor.unitId)).filter((place) => place.rule);
  const people = await listRosterPeople(db, at.actor.unitId, month);
  const patrolDays = new Set(
    roster ? roster.seats.map((seat) => seat.day) : rosterPlaces(places, month, calendar).flatMap((place) => place.days),
  );
  const duties = (personId: string): number => roster?.seats.filter((seat) => seat.personId === personId).length ?? 0;
  const walking = people.filter((person) => person.mayWalk).map((person) => duties(person.id));
  return {
    month,
    roster,
    days: daysFrom(firstDayOf(month), lastDayOf(month)).map((day) => ({
      day,
      workday: isWorkday(calendar, day),
      name: dayName(calendar, day),
      patrolDay: patrolDays.has(day),
    })),
    places: places.map(({ id, name, rule }) => ({
      id,
      name,
      people: rule!.people,
      leaderOnDuty: rule!.leaderOnDuty,
      starts: rule!.starts,
      ends: rule!.ends,
    })),
    people: people
      .filter((person) => person.mayLead || person.mayWalk)
      .map((person) => ({ id: person.id, name: person.name, mayLead: person.mayLead, duties: duties(person.id), away: [...person.away] })),
    fairness: {
      least: walking.length > 0 ? Math.min(...walking) : 0,
      most: walking.length > 0 ? Math.max(...walking) : 0,
      empty: roster?.seats.filter((seat) => seat.personId === null).length ?? 0,
      proof: roster ? judgeRoster({ people, places: rosterPlaces(places, month, calendar), kept: [] }, roster.seats) : null,
      remarks: roster ? remarksOn(roster.seats, people) : [],
    },
    acts: roster ? allowedActs(rosterWorkflow, roster, at) : [],
    requirements: [...new Set(places.flatMap((place) => place.rule!.requirements))].map((name) => ({ name })),
    mayManage: holdsPost(at.actor, at.actor.unitId, 'campaignClerk'),
  };
}

function rosterPlaces(places: readonly Place[], month: Month, calendar: WorkingCalendar): RosterPlace[] {
  return places.flatMap(({ id, rule }) =>
    rule ? [{ id, people: rule.people, leaderOnDuty: rule.leaderOnDuty, days: patrolDaysOf(month, rule.weekdays, calendar) }] : [],
  );
}

/** On one day every place needs its crew at once. */
function refuseTooFew(people: readonly RosterPerson[], places: readonly RosterPlace[]): void {
  const walkers = people.filter((person) => person.mayWalk).length;
  const leaders = people.filter((person) => person.mayLead).length;
  const walkersNeeded = places.reduce((sum, place) => sum + place.people, 0);
  const leadersNeeded = places.filter((place) => place.leaderOnDuty).length;
  if (walkers < walkersNeeded)
    throw new Problem('roster.noPeople', {
      zh: `同一天需要 ${walkersNeeded} 名巡查人员，现有 ${walkers} 名`,
      en: `${walkersNeeded} patrollers are needed on one day, there are ${walkers}`,
    });
  if (leaders < leadersNeeded)
    throw new Problem('roster.noPeople', {
      zh: `同一天需要 ${leadersNeeded} 名带班领导，现有 ${leaders} 名`,
      en: `${leadersNeeded} leaders are needed on one day, there are ${leaders}`,
    });
}

function awayWords(person: RosterPerson | undefined, day: Day): Words | null {
  const away = person && awayOn(person, day);
  return away ? absenceKinds[away.kind] : null;
}

function requireClerk(actor: Actor): void {
  if (holdsPost(actor, actor.unitId, 'campaignClerk')) return;
  throw new Problem('act.notAllowed', {
    ...rosterMake.words,
    whoZh: postKinds.campaignClerk.zh,
    whoEn: postKinds.campaignClerk.en.toLowerCase(),
  });
}

const done = (roster: Roster, at: Circumstances): Done => ({
  id: roster.id,
  state: roster.state,
  acts: allowedActs(rosterWorkflow, roster, at),
});
