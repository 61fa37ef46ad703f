/** What is said about presence on the phone, put into the queue. */
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { actJob, enqueue } from '#web/api/outbox.ts';
import { positionWithin } from './position.ts';

type Patrol = Pick<PatrolView, 'id' | 'place'>;

/** How long the thumb waits for a position; standing at a poster the code says enough. */
const POSITION_MS = 8_000;
const BESIDE_CODE_MS = 2_500;

/** Checks in without a position where the phone does not give one: a record without a place is better than none. */
export async function checkIn(patrol: Patrol): Promise<void> {
  const position = await positionWithin(POSITION_MS);
  await enqueue([actJob('presence.checkIn', { patrolId: patrol.id, how: 'position', position }, patrol.place.name)]);
}

export async function checkInByCode(patrol: Patrol, code: string): Promise<void> {
  const position = await positionWithin(BESIDE_CODE_MS);
  await enqueue([actJob('presence.checkIn', { patrolId: patrol.id, how: 'code', code, position }, patrol.place.name)]);
}

export function confirmPresence(patrolId: string, person: { readonly id: string; readonly name: string }): Promise<void> {
  return enqueue([actJob('presence.confirm', { patrolId, personId: person.id }, person.name)]);
}

export function disputePresence(patrolId: string, person: { readonly id: string; readonly name: string }, reason: string): Promise<void> {
  return enqueue([actJob('presence.dispute', { patrolId, personId: person.id, reason }, person.name)]);
}

export function vouchPresence(
  patrolId: string,
  person: { readonly id: string; readonly name: string },
  { since, note }: { readonly since: string; readonly note: string },
): Promise<void> {
  return enqueue([actJob('presence.vouch', { patrolId, personId: person.id, since, note }, person.name)]);
}
