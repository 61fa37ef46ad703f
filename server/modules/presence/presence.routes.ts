import { allowedActs, decide } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { type At, dayOf, firstDayOf, instantOf, lastDayOf } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { distanceBetween, isOutside } from '#domain/place/near.ts';
import {
  presenceCheckIn,
  presenceConfirm,
  presenceDay,
  presenceDispute,
  presenceExcuse,
  presenceMonth,
  presenceVouch,
} from '#domain/presence/presence.contract.ts';
import type { Presence } from '#domain/presence/presence.model.ts';
import { presenceWorkflow } from '#domain/presence/presence.rules.ts';
import { type Standing, standings } from '#domain/presence/presence.states.ts';
import type { ActCall, Endpoints } from '#server/platform/endpoint.ts';
import { findNames } from '../org/names.ts';
import { lockPatrol } from '../patrol/patrol.store.ts';
import { judgeCode } from '../place/place.code.ts';
import { listCodes } from '../place/place.store.ts';
import { checkIn, getPresence } from './check-in.ts';
import { viewMonth } from './month.view.ts';
import { listCrews, savePresence } from './presence.store.ts';
import { seesAll, viewCrews } from './presence.view.ts';

/** `secret` signs the codes on the posters. */
export function presenceRoutes(endpoint: Endpoints, secret: string): void {
  endpoint.read(presenceDay, async ({ input, actor, db, now }) => {
    const day = input.day ?? dayOf(now);
    const all = await listCrews(db, actor.unitId, { from: day, to: day });
    const crews = all.filter(({ people }) => seesAll(actor) || people.some((one) => one.personId === actor.personId));
    const patrols = await viewCrews(db, crews, actor, now);
    const owed = patrols.filter((patrol) => patrol.rostered).flatMap((patrol) => patrol.people);
    const count = (standing: Standing): number => owed.filter((one) => one.standing === standing).length;
    const counts = Object.fromEntries(Object.keys(standings).map((key) => [key, count(key as Standing)])) as Record<Standing, number>;
    return { day, at: now, patrols, counts };
  });

  endpoint.read(presenceMonth, async ({ input, actor, db, now }) => {
    const crews = await listCrews(db, actor.unitId, { from: firstDayOf(input.month), to: lastDayOf(input.month) });
    const own = crews.map((crew) => ({ ...crew, people: crew.people.filter((one) => one.personId === actor.personId) }));
    return { month: input.month, at: now, ...(await viewMonth(db, seesAll(actor) ? crews : own, actor, now)) };
  });

  endpoint.act(presenceCheckIn, async (call) => {
    const { input, tx, actor, now } = call;
    const patrol = await lockPatrol(tx, input.patrolId, actor);
    const place = (await listCodes(tx, patrol.unitId)).find((one) => one.id === patrol.placeId)!;
    if (input.how === 'code') {
      const judged = judgeCode(secret, place, input.code);
      if (judged !== 'present') throw new Problem(judged === 'old' ? 'presence.oldCode' : 'presence.wrongCode');
    }
    const position = input.position && { ...input.position, source: 'device' as const };
    const next = await checkIn(call, await getPresence(tx, patrol, { id: actor.personId, name: actor.name }), {
      how: input.how,
      position,
      distance: position && place.centre && distanceBetween(place.centre, position),
      outside: position !== null && place.centre !== null && isOutside(place.centre, position),
    });
    return done(next, actor, now);
  });

  endpoint.act(presenceConfirm, (call) => perform(call, (presence, at) => decide(presenceWorkflow, presence, 'confirm', {}, at)));

  endpoint.act(presenceDispute, (call) =>
    perform(call, (presence, at) => decide(presenceWorkflow, presence, 'dispute', { reason: call.input.reason }, at)),
  );

  endpoint.act(presenceVouch, (call) =>
    perform(call, (presence, at) => {
      const saidAt = instantOf(presence.day, call.input.since);
      return decide(presenceWorkflow, presence, 'vouch', { saidAt, note: call.input.note }, at);
    }),
  );

  endpoint.act(presenceExcuse, (call) =>
    perform(call, (presence, at) => decide(presenceWorkflow, presence, 'excuse', { reason: call.input.reason }, at)),
  );
}

type Decision = ReturnType<typeof decide<Presence, (typeof presenceWorkflow)['acts'], 'confirm'>>;

/** An act on somebody of a crew. */
async function perform<Input extends { readonly patrolId: string; readonly personId: string }>(
  { input, actor, tx, now, tell }: ActCall<Input>,
  decision: (presence: Presence, at: { readonly actor: Actor; readonly now: At }) => Decision,
): Promise<Done> {
  const patrol = await lockPatrol(tx, input.patrolId, actor);
  const name = (await findNames(tx, { people: [input.personId] })).get(input.personId);
  const presence = await getPresence(tx, patrol, { id: input.personId, name: name ?? '' });
  if (!presence.onCrew) throw new Problem('record.notFound');
  const { next, fact } = decision(presence, { actor, now });
  await savePresence(tx, next);
  await tell(fact, next.unitId);
  return done(next, actor, now);
}

const done = (presence: Presence, actor: Actor, now: At): Done => ({
  id: presence.id,
  state: presence.state,
  acts: allowedActs(presenceWorkflow, presence, { actor, now }),
});
