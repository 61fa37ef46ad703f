/** Presence as the board shows it: where everybody stands, who said so, what may be done. */
import { allowedActs } from '#domain/kernel/act.ts';
import { type Actor, holdsPost } from '#domain/kernel/actor.ts';
import type { FactLine } from '#domain/kernel/contract.ts';
import type { At } from '#domain/kernel/day.ts';
import type { PatrolPresence, Presence, PresenceLine } from '#domain/presence/presence.model.ts';
import { cameLate, presenceWorkflow, standingOf } from '#domain/presence/presence.rules.ts';
import type { Db } from '#server/platform/database.ts';
import { listAbsences, type NamedAbsence } from '../absence/absence.store.ts';
import { findNames, type Names, nameOf } from '../org/names.ts';
import type { CrewPresence } from './presence.store.ts';

/** The history of a patrol as this reader may see it: that somebody was excused or disputed, and why for the clerk and the leaders only. */
export function historyFor(history: readonly FactLine[], actor: Actor): FactLine[] {
  if (seesAll(actor)) return [...history];
  return history.map((fact) => {
    if (!fact.name.startsWith('presence.')) return fact;
    const { reason: _reason, note: _note, ...data } = fact.data;
    return { ...fact, data };
  });
}

interface Around {
  readonly names: Names;
  readonly absences: readonly NamedAbsence[];
  readonly actor: Actor;
  readonly now: At;
}

/** The clerk and the leaders of the unit; the others see the patrols they are on. */
export const seesAll = (actor: Actor): boolean => holdsPost(actor, actor.unitId, 'campaignClerk', 'leaderInCharge', 'topLeader');

/** `crews` of one unit, by day. */
export async function viewCrews(db: Db, crews: readonly CrewPresence[], actor: Actor, now: At): Promise<PatrolPresence[]> {
  if (crews.length === 0) return [];
  const days = crews.map(({ patrol }) => patrol.day);
  const around = {
    names: await findNames(db, { people: crews.flatMap(({ people }) => people.flatMap((one) => [one.saidById, one.judgedById])) }),
    absences: await listAbsences(db, crews[0]!.patrol.unitId, { from: days[0]!, to: days.at(-1)! }),
    actor,
    now,
  };
  return crews.map(({ patrol, people }) => ({
    patrolId: patrol.id,
    state: patrol.state,
    place: patrol.place,
    day: patrol.day,
    starts: patrol.starts,
    ends: patrol.ends,
    rostered: patrol.rosterId !== null,
    people: people.map((presence) => lineOf(presence, around)),
  }));
}

function lineOf(presence: Presence, { names, absences, actor, now }: Around): PresenceLine {
  const { state, how, saidAt, arrivedAt, distance, outside, note, judgement, excuse, personId, day } = presence;
  // Why somebody is away is not for their companions.
  const tells = seesAll(actor) || [personId, presence.leaderId].includes(actor.personId);
  const away = absences.find((one) => one.personId === personId && one.from <= day && day <= one.to);
  return {
    ...{ state, how, saidAt, arrivedAt, distance, outside },
    ...(tells ? { note, judgement, excuse, absence: away?.kind ?? null } : { note: '', judgement: '', excuse: null, absence: null }),
    person: { id: personId, name: presence.personName },
    leads: presence.leaderId === personId,
    standing: standingOf(presence, now),
    cameLate: cameLate(presence),
    accuracy: presence.position?.accuracy ?? null,
    saidBy: presence.saidById === personId ? null : nameOf(names, presence.saidById),
    judgedBy: nameOf(names, presence.judgedById),
    acts: allowedActs(presenceWorkflow, presence, { actor, now }),
  };
}
