/** A published roster plans patrols; a seat changed afterwards changes the crew of a patrol that has not begun; a roster cut short cancels the rest. */

import { dayOf } from '#domain/kernel/day.ts';
import type { FactDraft } from '#domain/kernel/fact.ts';
import { newId } from '#domain/kernel/id.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Seat } from '#domain/roster/roster.model.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { insertPatrols } from '../modules/patrol/patrol.store.ts';
import { listPlaces } from '../modules/place/place.store.ts';
import { lockRoster } from '../modules/roster/roster.store.ts';

type Call = ActCall<unknown>;

export async function rosterPublished(fact: FactDraft, call: Call): Promise<void> {
  const { tx, actor, now, tell } = call;
  const roster = await lockRoster(tx, fact.subject.id, actor);
  const places = new Map((await listPlaces(tx, roster.unitId)).map((place) => [place.id, place]));
  const crews = Map.groupBy(
    roster.seats.filter((seat) => seat.day >= dayOf(now)),
    (seat) => `${seat.day} ${seat.placeId}`,
  );
  const patrols = [...crews.values()].map((seats) => {
    const { day, placeId } = seats[0]!;
    const place = places.get(placeId)!;
    return {
      id: newId(),
      unitId: roster.unitId,
      placeId,
      rosterId: roster.id,
      day,
      starts: place.rule?.starts ?? '09:00',
      ends: place.rule?.ends ?? '11:30',
      ...crewOf(seats),
      checklistVersion: place.checklistVersion,
    };
  });
  await insertPatrols(tx, patrols);
  for (const patrol of patrols)
    await tell({ name: 'patrol.planned', subject: { kind: 'patrol', id: patrol.id }, data: { day: patrol.day, rosterId: roster.id } });
}

export async function seatsChanged(fact: FactDraft, call: Call): Promise<void> {
  const { tx, actor, tell } = call;
  const roster = await lockRoster(tx, fact.subject.id, actor);
  if (roster.state !== 'published') return;
  const days = (fact.data.changes as readonly { readonly day: string }[]).map((change) => change.day);
  const onDays = await tx
    .selectFrom('patrol')
    .select(['id', 'day', 'placeId', 'state', 'leaderId', 'memberIds', 'formerIds'])
    .where('rosterId', '=', roster.id)
    .where('day', 'in', days)
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const patrol of onDays) {
    const crew = crewOf(roster.seats.filter((seat) => seat.day === patrol.day && seat.placeId === patrol.placeId));
    const same = crew.leaderId === patrol.leaderId && crew.memberIds.join() === patrol.memberIds.join();
    if (same) continue;
    if (patrol.state !== 'planned') throw new Problem('roster.patrolBegun');
    // Who was on duty may already be walking without signal; the server only does not know it yet.
    const now = [crew.leaderId, ...crew.memberIds];
    const formerIds = [patrol.leaderId, ...patrol.memberIds, ...patrol.formerIds].filter(
      (id) => id !== null && !now.includes(id),
    ) as string[];
    await tx
      .updateTable('patrol')
      .set({ ...crew, formerIds: [...new Set(formerIds)] })
      .where('id', '=', patrol.id)
      .execute();
    await tell({ name: 'patrol.crewChanged', subject: { kind: 'patrol', id: patrol.id }, data: { ...crew } });
  }
}

/** Patrols planned after the last day that stays are cancelled; none of them can have begun. */
export async function rosterCut(fact: FactDraft, { tx, tell }: Call): Promise<void> {
  const dropped = await tx
    .selectFrom('patrol')
    .select(['id', 'day', 'state'])
    .where('rosterId', '=', fact.subject.id)
    .where('day', '>', String(fact.data.to))
    .orderBy('id')
    .forUpdate()
    .execute();
  if (dropped.some((patrol) => patrol.state !== 'planned')) throw new Problem('roster.patrolBegun');
  if (dropped.length === 0) return;
  const ids = dropped.map((patrol) => patrol.id);
  // Somebody may have been excused ahead of the day.
  await tx.deleteFrom('presence').where('patrolId', 'in', ids).execute();
  await tx.deleteFrom('patrol').where('id', 'in', ids).execute();
  for (const { id, day } of dropped)
    await tell({ name: 'patrol.cancelled', subject: { kind: 'patrol', id }, data: { day, rosterId: fact.subject.id } });
}

function crewOf(seats: readonly Seat[]): { readonly leaderId: string | null; readonly memberIds: string[] } {
  return {
    leaderId: seats.find((seat) => seat.n === 0)?.personId ?? null,
    memberIds: seats.flatMap((seat) => (seat.n > 0 && seat.personId ? [seat.personId] : [])),
  };
}
