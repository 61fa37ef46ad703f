/** Patrols in the database. */
import { sql } from 'kysely';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At, Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Patrol, PatrolRow } from '#domain/patrol/patrol.model.ts';
import { isLogLate } from '#domain/patrol/patrol.rules.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { after, decodeCursor, pageOf } from '#server/platform/keyset.ts';
import { unitsOf } from '#server/platform/scope.ts';
import { findNames, nameOf, namesOf } from '../org/names.ts';
import { answersItem, holdsWord, type PatrolFilter, wordsIn } from './patrol.filter.ts';

const NO_HELP = { dissuaded: 0, cleaned: 0, tidied: 0, explained: 0 };

export interface NewPatrol {
  readonly id: string;
  readonly unitId: string;
  readonly placeId: string;
  readonly rosterId: string | null;
  readonly day: Day;
  readonly starts: string;
  readonly ends: string;
  readonly leaderId: string | null;
  readonly memberIds: readonly string[];
  readonly checklistVersion: number;
}

export async function insertPatrols(tx: Tx, patrols: readonly NewPatrol[]): Promise<void> {
  if (patrols.length === 0) return;
  await tx
    .insertInto('patrol')
    .values(
      patrols.map((patrol) => ({
        ...patrol,
        memberIds: [...patrol.memberIds],
        state: 'planned' as const,
        answers: '[]',
        help: JSON.stringify(NO_HELP),
        note: '',
      })),
    )
    .execute();
}

export async function lockPatrol(tx: Tx, id: string, actor: Actor): Promise<Patrol> {
  const patrol = await tx
    .selectFrom('patrol')
    .selectAll()
    .where('id', '=', id)
    .where('unitId', 'in', unitsOf(actor))
    .forUpdate()
    .executeTakeFirst();
  if (!patrol) throw new Problem('record.notFound');
  return patrol;
}

export async function findPatrol(db: Db, id: string, actor: Actor): Promise<Patrol | undefined> {
  return db.selectFrom('patrol').selectAll().where('id', '=', id).where('unitId', 'in', unitsOf(actor)).executeTakeFirst();
}

export async function savePatrol(tx: Tx, { id, unitId: _unit, ...rest }: Patrol): Promise<void> {
  await tx
    .updateTable('patrol')
    .set({
      ...rest,
      answers: JSON.stringify(rest.answers),
      help: JSON.stringify(rest.help),
      startPosition: rest.startPosition && JSON.stringify(rest.startPosition),
      submitPosition: rest.submitPosition && JSON.stringify(rest.submitPosition),
    })
    .where('id', '=', id)
    .execute();
}

/** A log that this person was asked to sign and whose latest version they have not. */
const isUnsignedBy = (personId: string) => sql<boolean>`NOT EXISTS (
  SELECT FROM log_signature WHERE log_signature.patrol_id = patrol.id AND log_signature.person_id = ${personId}::uuid
    AND log_signature.version = (SELECT max(version) FROM log_version WHERE log_version.patrol_id = patrol.id))`;

/** Where this person is on duty on a day, and what they left unfinished or unsigned in the fortnight before it. */
export async function listMine(db: Db, actor: Actor, day: Day): Promise<Patrol[]> {
  return db
    .selectFrom('patrol')
    .selectAll()
    .where('unitId', '=', actor.unitId)
    .where((eb) => eb.or([eb('leaderId', '=', actor.personId), sql<boolean>`${actor.personId}::uuid = ANY(member_ids)`]))
    .where((eb) =>
      eb.or([
        eb('day', '=', day),
        eb.and([
          eb('day', '<', day),
          eb('day', '>=', sql<string>`${day}::date - 14`),
          eb.or([eb('state', '<>', 'reported'), isUnsignedBy(actor.personId)]),
        ]),
      ]),
    )
    .orderBy('day', 'desc')
    .orderBy('starts')
    .orderBy('id')
    .execute();
}

export async function findNextMine(db: Db, actor: Actor, after: Day, now: At): Promise<PatrolRow | null> {
  const row = await patrolRows(db)
    .where('patrol.unitId', '=', actor.unitId)
    .where('patrol.day', '>', after)
    .where((eb) => eb.or([eb('patrol.leaderId', '=', actor.personId), sql<boolean>`${actor.personId}::uuid = ANY(patrol.member_ids)`]))
    .orderBy('patrol.day')
    .limit(1)
    .execute();
  return (await asRows(db, row, now))[0] ?? null;
}

export async function listOnDay(db: Db, unitId: string, day: Day, now: At): Promise<PatrolRow[]> {
  return asRows(
    db,
    await patrolRows(db)
      .where('patrol.unitId', '=', unitId)
      .where('patrol.day', '=', day)
      .orderBy('place.sort')
      .orderBy('patrol.id')
      .execute(),
    now,
  );
}

/** A log is late when it was sent after midnight at the end of its day, or has not been sent by then. */
const isLate = (now: At) =>
  sql<boolean>`COALESCE(patrol.reported_at, ${now}::timestamptz) >= ((patrol.day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;

/** Newest first, up to a day. */
export async function listPatrols(
  db: Db,
  actor: Actor,
  until: Day,
  now: At,
  filter: PatrolFilter,
): Promise<{ readonly rows: PatrolRow[]; readonly next: string | null }> {
  let query = patrolRows(db).where('patrol.unitId', 'in', unitsOf(actor)).where('patrol.day', '<=', until);
  if (filter.state) query = query.where('patrol.state', '=', filter.state);
  if (filter.placeId) query = query.where('patrol.placeId', '=', filter.placeId);
  if (filter.from) query = query.where('patrol.day', '>=', filter.from);
  if (filter.late) query = query.where(isLate(now));
  for (const word of wordsIn(filter.words)) query = query.where(holdsWord(word));
  if (filter.item) query = query.where(answersItem(filter.item, filter.verdict ?? null));
  if (filter.nothingFound)
    query = query
      .where('patrol.submittedAt', 'is not', null)
      .where(sql<boolean>`NOT EXISTS (SELECT FROM issue WHERE issue.patrol_id = patrol.id)`);
  if (filter.after) {
    const cursor = decodeCursor(filter.after);
    query = query.where((eb) => after(eb, 'patrol.day', 'patrol.id', { ...cursor, at: cursor.at.slice(0, 10) }));
  }
  const found = await query
    .orderBy('patrol.day', 'desc')
    .orderBy('patrol.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return pageOf(await asRows(db, found, now), filter.limit, (row) => row.day);
}

export interface PatrolCounts {
  readonly total: number;
  readonly late: number;
  readonly problems: number;
  readonly nothingFound: number;
}

/** Of the patrols that have been or should have been: how many, how many late, how many found nothing. */
export async function countPatrols(db: Db, unitIds: readonly string[], from: Day | null, until: Day, now: At): Promise<PatrolCounts> {
  let query = db.selectFrom('patrol').where('unitId', 'in', unitIds).where('day', '<=', until);
  if (from) query = query.where('day', '>=', from);
  const found = sql<number>`(SELECT count(*) FROM issue WHERE issue.patrol_id = patrol.id)`;
  const row = await query
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      sql<number>`count(*) FILTER (WHERE ${isLate(now)})`.as('late'),
      sql<number>`COALESCE(sum(${found}), 0)::int`.as('problems'),
      sql<number>`count(*) FILTER (WHERE patrol.submitted_at IS NOT NULL AND ${found} = 0)`.as('nothingFound'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

function patrolRows(db: Db) {
  return db
    .selectFrom('patrol')
    .innerJoin('place', 'place.id', 'patrol.placeId')
    .select([
      'patrol.id',
      'patrol.state',
      'patrol.day',
      'patrol.starts',
      'patrol.ends',
      'patrol.submittedAt',
      'patrol.reportedAt',
      'patrol.rosterId',
      'patrol.leaderId',
      'patrol.memberIds',
      'patrol.lateReason',
    ])
    .select([
      sql<number>`(SELECT count(*) FROM log_version WHERE patrol_id = patrol.id AND reason <> '')`.as('amendments'),
      sql<number>`(SELECT count(*) FROM log_signature WHERE patrol_id = patrol.id
        AND version = (SELECT max(version) FROM log_version WHERE patrol_id = patrol.id))`.as('signed'),
      sql<string[]>`ARRAY(SELECT photo_id FROM issue_photo JOIN issue ON issue.id = issue_photo.issue_id
        WHERE issue.patrol_id = patrol.id ORDER BY issue.no, issue_photo.n LIMIT 3)`.as('photoIds'),
    ])
    .select(['place.id as placeId', 'place.name as placeName'])
    .select(sql<number>`(SELECT count(*) FROM issue WHERE issue.patrol_id = patrol.id)`.as('problems'));
}

type JoinedRow = Awaited<ReturnType<ReturnType<typeof patrolRows>['execute']>>[number];

async function asRows(db: Db, rows: readonly JoinedRow[], now: At): Promise<PatrolRow[]> {
  const names = await findNames(db, { people: rows.flatMap((row) => [row.leaderId, ...row.memberIds]) });
  return rows.map(({ placeId, placeName, leaderId, memberIds, ...row }) => ({
    ...row,
    place: { id: placeId, name: placeName },
    leader: nameOf(names, leaderId),
    members: namesOf(names, memberIds),
    toSign: memberIds.length + (leaderId ? 1 : 0),
    late: isLogLate(row, now),
  }));
}
