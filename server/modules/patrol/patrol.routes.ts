import { decide } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { type At, dayOf } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { coverPlace, weeksOf } from '#domain/patrol/coverage.ts';
import {
  patrolCoverage,
  patrolGet,
  patrolList,
  patrolOpen,
  patrolPosts,
  patrolStart,
  patrolSubmit,
  patrolToday,
} from '#domain/patrol/patrol.contract.ts';
import type { Patrol } from '#domain/patrol/patrol.model.ts';
import { entryOf, patrolWorkflow } from '#domain/patrol/patrol.rules.ts';
import type { ActCall, Endpoints } from '#server/platform/endpoint.ts';
import { listHistory } from '#server/platform/history.ts';
import { unitsOf } from '#server/platform/scope.ts';
import { listPartners } from '../org/org.store.ts';
import { getChecklist, listPlaces } from '../place/place.store.ts';
import { historyFor } from '../presence/presence.view.ts';
import { countAnswers, countPlanned } from './coverage.store.ts';
import { keepJoined } from './join.ts';
import { logRoutes } from './log.routes.ts';
import { doneOf } from './patrol.done.ts';
import {
  countPatrols,
  findNextMine,
  findPatrol,
  insertPatrols,
  listMine,
  listOnDay,
  listPatrols,
  lockPatrol,
  savePatrol,
} from './patrol.store.ts';
import { viewPatrol } from './patrol.view.ts';
import { readRecord } from './record.ts';
import { listTracks, trackRoutes } from './track.routes.ts';

export function patrolRoutes(endpoint: Endpoints): void {
  endpoint.read(patrolList, async ({ input, actor, db, now }) => {
    const until = input.until ?? dayOf(now);
    return { ...(await listPatrols(db, actor, until, now, input)), counts: await countPatrols(db, unitsOf(actor), null, until, now) };
  });

  endpoint.read(patrolToday, async ({ actor, db, now }) => {
    const day = dayOf(now);
    const mine = await listMine(db, actor, day);
    const places = await listPlaces(db, actor.unitId);
    return {
      day,
      mine: await Promise.all(mine.map((patrol) => viewPatrol(db, patrol, actor, now))),
      others: (await listOnDay(db, actor.unitId, day, now)).filter((row) => !mine.some((patrol) => patrol.id === row.id)),
      next: await findNextMine(db, actor, day, now),
      handlers: (await listPartners(db, actor.unitId)).map(({ id, kind, name }) => ({ id, kind, name })),
      places: places.map(({ id, name }) => ({ id, name })),
    };
  });

  endpoint.read(patrolGet, async ({ input, actor, db, now }) => {
    const patrol = await findPatrol(db, input.id, actor);
    if (!patrol) throw new Problem('record.notFound');
    return {
      patrol: await viewPatrol(db, patrol, actor, now),
      history: historyFor(await listHistory(db, patrol.id), actor),
      tracks: await listTracks(db, patrol, actor, now),
    };
  });

  endpoint.read(patrolPosts, async ({ actor, db, now }) => {
    const day = dayOf(now);
    const rows = await listOnDay(db, actor.unitId, day, now);
    const counts = Object.fromEntries([...Map.groupBy(rows, (row) => row.state)].map(([state, those]) => [state, those.length]));
    return { day, at: now, rows, counts };
  });

  endpoint.read(patrolCoverage, async ({ input, actor, db, now }) => {
    const until = input.until ?? dayOf(now);
    const weeks = weeksOf(input.from, until);
    const span = { unitId: actor.unitId, from: weeks[0]!, until };
    const [planned, answers] = [await countPlanned(db, span), await countAnswers(db, span)];
    const places = (await listPlaces(db, actor.unitId)).filter(({ id }) => !input.placeId || id === input.placeId);
    return { from: span.from, until, weeks, places: places.map((place) => coverPlace(place, weeks, planned, answers)) };
  });

  endpoint.act(patrolOpen, async ({ input, actor, tx, now, tell }) => {
    const place = (await listPlaces(tx, actor.unitId)).find((one) => one.id === input.placeId);
    if (!place) throw new Problem('issue.unknownPlace');
    await insertPatrols(tx, [
      {
        id: input.id,
        unitId: actor.unitId,
        placeId: place.id,
        rosterId: null,
        day: dayOf(now),
        starts: place.rule?.starts ?? '09:00',
        ends: place.rule?.ends ?? '11:30',
        leaderId: null,
        memberIds: [actor.personId],
        checklistVersion: place.checklistVersion,
      },
    ]);
    await tell({ name: 'patrol.opened', subject: { kind: 'patrol', id: input.id }, data: { place: place.name, day: dayOf(now) } });
    return doneOf(await readRecord(tx, await lockPatrol(tx, input.id, actor)), actor, now);
  });

  endpoint.act(patrolStart, (call) => perform(call, (patrol, at) => decide(patrolWorkflow, patrol, 'start', call.input, at)));

  endpoint.act(patrolSubmit, (call) =>
    perform(call, async (patrol, at) => {
      const checklist = await getChecklist(call.tx, patrol.placeId, patrol.checklistVersion);
      const decision = decide(patrolWorkflow, patrol, entryOf(patrol, call.input.part), { ...call.input, checklist }, at);
      if (patrol.state !== 'reported') return decision;
      return { ...decision, next: await keepJoined(call, await readRecord(call.tx, patrol), decision.next) };
    }),
  );

  logRoutes(endpoint);
  trackRoutes(endpoint);
}

type Decision = ReturnType<typeof decide<Patrol, (typeof patrolWorkflow)['acts'], 'start'>>;

async function perform<Input extends { readonly id: string }>(
  { input, actor, tx, now, tell }: ActCall<Input>,
  decision: (patrol: Patrol, at: { readonly actor: Actor; readonly now: At }) => Decision | Promise<Decision>,
): Promise<Done> {
  const { next, fact } = await decision(await lockPatrol(tx, input.id, actor), { actor, now });
  await savePatrol(tx, next);
  await tell(fact, next.unitId);
  return doneOf(await readRecord(tx, next), actor, now);
}
