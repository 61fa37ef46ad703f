/** One person's check-in to one patrol; the patrol is locked by whoever calls. */
import { decide } from '#domain/kernel/act.ts';
import type { Ref } from '#domain/kernel/contract.ts';
import type { Patrol } from '#domain/patrol/patrol.model.ts';
import type { Presence } from '#domain/presence/presence.model.ts';
import { type CheckIn, isNews, presenceWorkflow, timeSaid } from '#domain/presence/presence.rules.ts';
import type { Db } from '#server/platform/database.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { findPresence, presenceOf, savePresence } from './presence.store.ts';

/** What is known of this person and this patrol, also of somebody who is not on its crew. */
export async function getPresence(db: Db, patrol: Patrol, person: Ref): Promise<Presence> {
  return presenceOf(patrol, person, await findPresence(db, patrol.id, person.id));
}

/** The record as it stands then; a check-in that is not the first leaves it as it was. */
export async function checkIn(call: ActCall<unknown>, presence: Presence, signs: Omit<CheckIn, 'saidAt'>): Promise<Presence> {
  const { tx, actor, now, deviceAt, tell } = call;
  const saidAt = timeSaid(deviceAt, now, presence.day);
  const { next, fact } = decide(presenceWorkflow, presence, 'checkIn', { ...signs, saidAt }, { actor, now });
  if (!isNews(presence, saidAt)) return presence;
  await savePresence(tx, next);
  await tell(fact, next.unitId);
  return next;
}
