/** Tracks: kept by the one who walked, for one patrol, for a short time. */
import type { Actor } from '#domain/kernel/actor.ts';
import { holdsPost } from '#domain/kernel/actor.ts';
import { type At, dayOf } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { patrolDropTrack, patrolKeepTrack } from '#domain/patrol/patrol.contract.ts';
import type { Patrol } from '#domain/patrol/patrol.model.ts';
import type { Track } from '#domain/patrol/track.model.ts';
import { thin, trackUntil } from '#domain/patrol/track.ts';
import type { Db } from '#server/platform/database.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { lockPatrol } from './patrol.store.ts';

export function trackRoutes(endpoint: Endpoints): void {
  endpoint.act(patrolKeepTrack, async ({ input, actor, tx, now, tell }) => {
    const patrol = await lockPatrol(tx, input.id, actor);
    if (!isOfCrew(patrol, actor)) throw notTheirs();
    const points = thin(input.points);
    const until = trackUntil(patrol.day);
    // A phone that comes back after that has nothing to bring any more.
    if (until < dayOf(now) || points.length === 0) return { id: patrol.id, points: 0 };
    const row = { points: JSON.stringify(points), consentedAt: input.consentedAt, until };
    await tx
      .insertInto('patrolTrack')
      .values({ patrolId: patrol.id, personId: actor.personId, ...row })
      .onConflict((conflict) => conflict.columns(['patrolId', 'personId']).doUpdateSet(row))
      .execute();
    await tell({ name: 'patrol.trackKept', subject: { kind: 'patrol', id: patrol.id }, data: { until } }, patrol.unitId);
    return { id: patrol.id, points: points.length };
  });

  endpoint.act(patrolDropTrack, async ({ input, actor, tx, tell }) => {
    const patrol = await lockPatrol(tx, input.id, actor);
    const dropped = await tx
      .deleteFrom('patrolTrack')
      .where('patrolId', '=', patrol.id)
      .where('personId', '=', actor.personId)
      .executeTakeFirst();
    if (dropped.numDeletedRows > 0n)
      await tell({ name: 'patrol.trackDropped', subject: { kind: 'patrol', id: patrol.id }, data: {} }, patrol.unitId);
    return { id: patrol.id };
  });
}

/** The tracks of a patrol, for its crew and the clerk; nothing for anybody else, and nothing after their last day. */
export async function listTracks(db: Db, patrol: Patrol, actor: Actor, now: At): Promise<Track[]> {
  if (!isOfCrew(patrol, actor) && !holdsPost(actor, patrol.unitId, 'campaignClerk')) return [];
  const rows = await db
    .selectFrom('patrolTrack')
    .innerJoin('person', 'person.id', 'patrolTrack.personId')
    .where('patrolId', '=', patrol.id)
    .where('until', '>=', dayOf(now))
    .orderBy('consentedAt')
    .select(['person.id', 'person.name', 'points', 'until'])
    .execute();
  return rows.map(({ id, name, points, until }) => ({ person: { id, name }, points, until }));
}

/** Deletes what has outlived its last day; answers how many. */
export async function dropOldTracks(db: Db, now: At): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('patrolTrack').where('until', '<', dayOf(now)).executeTakeFirst();
  return Number(numDeletedRows);
}

const isOfCrew = (patrol: Patrol, actor: Actor): boolean => patrol.leaderId === actor.personId || patrol.memberIds.includes(actor.personId);

const notTheirs = (): Problem =>
  new Problem('act.notAllowed', { ...patrolKeepTrack.words, whoZh: '当班人员', whoEn: 'the people on duty' });
