/** Whoever begins a patrol is there: they have checked in by that. Begun on a later day, it says nothing about its own. */
import { dayOf } from '#domain/kernel/day.ts';
import type { FactDraft } from '#domain/kernel/fact.ts';
import { timeSaid } from '#domain/presence/presence.rules.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { lockPatrol } from '../modules/patrol/patrol.store.ts';
import { checkIn, getPresence } from '../modules/presence/check-in.ts';

/** `fact` also tells of patrols submitted: one that was never started begins and ends with it. */
export async function patrolBegun(fact: FactDraft, call: ActCall<unknown>): Promise<void> {
  if (fact.data.from !== 'planned') return;
  const { actor, tx, deviceAt, now } = call;
  const patrol = await lockPatrol(tx, fact.subject.id, actor);
  const presence = await getPresence(tx, patrol, { id: actor.personId, name: actor.name });
  if (presence.onCrew && dayOf(timeSaid(deviceAt, now, patrol.day)) === patrol.day)
    await checkIn(call, presence, { how: 'started', position: null, distance: null, outside: false });
}
