/** Problems in the database. */
import { sql } from 'kysely';
import type { Issue, IssuePhoto, IssueRef, IssueRow } from '#domain/issue/issue.model.ts';
import { endedStates, type IssueStage, type IssueState, issueStages } from '#domain/issue/issue.states.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { after, decodeCursor, pageOf } from '#server/platform/keyset.ts';
import { unitsOf } from '#server/platform/scope.ts';
import { stateOf } from '../photo/photo.store.ts';

/** The next number of the unit's own count. The row is locked until the act commits, so numbers have no gaps and no doubles. */
export async function nextIssueNo(tx: Tx, unitId: string): Promise<number> {
  const row = await tx
    .insertInto('issueCounter')
    .values({ unitId, last: 1 })
    .onConflict((conflict) => conflict.column('unitId').doUpdateSet({ last: sql`issue_counter.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

export async function insertIssue(tx: Tx, issue: Issue): Promise<void> {
  await tx.insertInto('issue').values(written(issue)).execute();
}

/** The problem, locked for an act, if it is the actor's unit's or lies with it. */
export async function findAndLockIssue(tx: Tx, id: string, actor: Actor): Promise<Issue | undefined> {
  return tx.selectFrom('issue').selectAll().where('id', '=', id).where(visibleTo(actor)).forUpdate().executeTakeFirst();
}

export async function lockIssue(tx: Tx, id: string, actor: Actor): Promise<Issue> {
  const issue = await findAndLockIssue(tx, id, actor);
  if (!issue) throw new Problem('record.notFound');
  return issue;
}

export async function findIssue(db: Db, id: string, actor: Actor): Promise<Issue | undefined> {
  return db.selectFrom('issue').selectAll().where('id', '=', id).where(visibleTo(actor)).executeTakeFirst();
}

export async function saveIssue(tx: Tx, issue: Issue): Promise<void> {
  const { id, unitId: _unit, no: _no, ...rest } = written(issue);
  await tx.updateTable('issue').set(rest).where('id', '=', id).execute();
}

function written(issue: Issue) {
  const { position, extensionAsked, reopenAsked, clock, ...plain } = issue;
  return {
    ...plain,
    position: position && JSON.stringify(position),
    extensionAsked: extensionAsked && JSON.stringify(extensionAsked),
    reopenAsked: reopenAsked && JSON.stringify(reopenAsked),
    clock: clock && JSON.stringify(clock),
  };
}

/** A photo shows one moment of one problem: a second use is refused, and so the photo of the finding never passes for that of the fix. */
export async function attachPhotos(tx: Tx, issueId: string, photoIds: readonly string[], role: 'before' | 'after'): Promise<void> {
  if (photoIds.length === 0) return;
  const used = await tx.selectFrom('issuePhoto').select('photoId').where('photoId', 'in', photoIds).limit(1).executeTakeFirst();
  if (used) throw new Problem('issue.photoUsed');
  const { n } = await tx
    .selectFrom('issuePhoto')
    .where('issueId', '=', issueId)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('issuePhoto')
    .values([...new Set(photoIds)].map((photoId, i) => ({ issueId, photoId, role, n: n + i })))
    .execute();
}

export async function listIssuePhotos(db: Db, issueId: string): Promise<IssuePhoto[]> {
  const rows = await db
    .selectFrom('issuePhoto')
    .innerJoin('photo', 'photo.id', 'issuePhoto.photoId')
    .innerJoin('person', 'person.id', 'photo.byId')
    .where('issuePhoto.issueId', '=', issueId)
    .orderBy('issuePhoto.n')
    .select([
      'photo.id',
      'photo.width',
      'photo.height',
      'photo.takenAt',
      'photo.takenSource',
      'photo.clockOff',
      'photo.fromAlbum',
      'photo.position',
      'person.name as byName',
      'photo.at',
      'photo.arrivedAt',
      'photo.lostWhy',
      'photo.shownSha256',
      'issuePhoto.role',
    ])
    .execute();
  return rows.map(({ arrivedAt, lostWhy, shownSha256, ...row }) => ({ ...row, state: stateOf({ arrivedAt, lostWhy, shownSha256 }) }));
}

/** Open problems with all that the rules ask for, newest first. */
export async function listOpenIssues(db: Db, actor: Actor, limit: number): Promise<Issue[]> {
  return filtered(db, actor, { open: 'true', limit })
    .selectAll('issue')
    .orderBy('issue.foundAt', 'desc')
    .orderBy('issue.id', 'desc')
    .limit(limit)
    .execute();
}

export interface IssueFilter {
  readonly ids?: readonly string[] | undefined;
  readonly state?: IssueState | undefined;
  readonly stage?: IssueStage | undefined;
  readonly late?: 'true' | undefined;
  readonly search?: string | undefined;
  readonly open?: 'true' | 'false' | undefined;
  readonly disposal?: Issue['disposal'] | undefined;
  readonly placeId?: string | undefined;
  readonly patrolId?: string | undefined;
  readonly mine?: 'true' | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function listIssues(
  db: Db,
  actor: Actor,
  filter: IssueFilter,
  now: At,
): Promise<{ readonly rows: IssueRow[]; readonly next: string | null }> {
  let query = filtered(db, actor, filter);
  if (filter.stage) query = query.where('issue.state', 'in', issueStages[filter.stage].states);
  if (filter.late) query = query.where(isLate(now));
  if (filter.state) query = query.where('issue.state', '=', filter.state);
  if (filter.after) {
    const cursor = decodeCursor(filter.after);
    query = query.where((eb) => after(eb, 'issue.foundAt', 'issue.id', cursor));
  }
  const rows = await query
    .leftJoin('place', 'place.id', 'issue.placeId')
    .leftJoin('unit as handler', 'handler.id', 'issue.handlerId')
    .innerJoin('person as finder', 'finder.id', 'issue.finderId')
    .select([
      'issue.id',
      'issue.no',
      'issue.state',
      'issue.disposal',
      'issue.text',
      'issue.spot',
      'issue.itemNo',
      'issue.foundAt',
      'issue.returns',
      'issue.dueAt',
      'issue.lateSince',
      'issue.suspendedUntil',
    ])
    .select([
      'place.id as placeId',
      'place.name as placeName',
      'handler.id as handlerId',
      'handler.name as handlerName',
      'finder.id as finderId',
      'finder.name as finderName',
    ])
    .select([firstPhoto('before').as('beforeId'), firstPhoto('after').as('afterId'), photosWaiting().as('photosWaiting')])
    .orderBy('issue.foundAt', 'desc')
    .orderBy('issue.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return pageOf(rows.map(asRow), filter.limit, (row) => row.foundAt);
}

export async function countIssues(db: Db, actor: Actor, filter: IssueFilter): Promise<Record<string, number>> {
  const rows = await filtered(db, actor, filter)
    .select(['issue.state', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('issue.state')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

/** How many under the filter have missed a limit, over all states. */
export async function countLate(db: Db, actor: Actor, filter: IssueFilter, now: At): Promise<number> {
  const { n } = await filtered(db, actor, filter)
    .where(isLate(now))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

const isLate = (now: At) => sql<boolean>`(issue.late_since IS NOT NULL OR issue.due_at < ${now}::timestamptz)`;

/** Problems joined to this one, and the parts it was split into. */
export async function listRelated(db: Db, id: string): Promise<{ readonly joined: IssueRef[]; readonly parts: IssueRef[] }> {
  const rows = await db
    .selectFrom('issue')
    .where((eb) => eb.or([eb('duplicateOfId', '=', id), eb('partOfId', '=', id)]))
    .orderBy('no')
    .select(['id', 'no', 'text', 'state', 'partOfId'])
    .execute();
  const refs = (isPart: boolean) => rows.filter((row) => (row.partOfId === id) === isPart).map(({ partOfId: _, ...ref }) => ref);
  return { joined: refs(false), parts: refs(true) };
}

export async function findIssueRef(db: Db, id: string | null): Promise<IssueRef | null> {
  if (id === null) return null;
  return (await db.selectFrom('issue').where('id', '=', id).select(['id', 'no', 'text', 'state']).executeTakeFirst()) ?? null;
}

function filtered(db: Db, actor: Actor, filter: IssueFilter) {
  let query = db.selectFrom('issue').where(visibleTo(actor));
  if (filter.ids) query = query.where('issue.id', 'in', filter.ids);
  if (filter.open === 'true') query = query.where('issue.state', 'not in', endedStates);
  if (filter.open === 'false') query = query.where('issue.state', 'in', endedStates);
  if (filter.disposal) query = query.where('issue.disposal', '=', filter.disposal);
  if (filter.placeId) query = query.where('issue.placeId', '=', filter.placeId);
  if (filter.patrolId) query = query.where('issue.patrolId', '=', filter.patrolId);
  if (filter.search) query = query.where(saysWords(filter.search));
  if (filter.mine)
    query = query.where((eb) => eb.or([eb('issue.finderId', '=', actor.personId), eb('issue.handlerId', 'in', unitsOf(actor))]));
  return query;
}

/** Each word is in the problem, its spot or its place; '#12' and '12' are its number. */
function saysWords(search: string) {
  const words = search.trim().split(/\s+/u);
  const each = words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    const no = /^#?\d{1,9}$/.test(word) ? Number(word.replace('#', '')) : -1;
    return sql<boolean>`(issue.text ILIKE ${like} OR issue.spot ILIKE ${like} OR issue.no = ${no}
      OR EXISTS (SELECT FROM place WHERE place.id = issue.place_id AND place.name ILIKE ${like}))`;
  });
  return sql<boolean>`(${sql.join(each, sql` AND `)})`;
}

/** The unit's own problems, those that lie with one of the actor's units, and those that it assigned. */
function visibleTo(actor: Actor) {
  const units = unitsOf(actor);
  return sql<boolean>`(issue.unit_id = ANY(${units}::uuid[]) OR issue.handler_id = ANY(${units}::uuid[])
    OR issue.assigned_by_id = ANY(${units}::uuid[]))`;
}

/** The first photo of the finding or of the fix that can be shown, for a row of a list. */
export function firstPhoto(role: 'before' | 'after') {
  return sql<string | null>`(SELECT photo_id FROM issue_photo JOIN photo ON photo.id = photo_id
    WHERE issue_id = issue.id AND role = ${role} AND thumb_sha256 IS NOT NULL ORDER BY n LIMIT 1)`;
}

/** How many of its photos have been announced and are still on their way. */
export function photosWaiting() {
  return sql<number>`(SELECT count(*) FROM issue_photo JOIN photo ON photo.id = photo_id
    WHERE issue_id = issue.id AND arrived_at IS NULL AND lost_why IS NULL)`;
}

interface JoinedRow extends Omit<IssueRow, 'place' | 'handler' | 'finder'> {
  readonly placeId: string | null;
  readonly placeName: string | null;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly finderId: string;
  readonly finderName: string;
}

function asRow({ placeId, placeName, handlerId, handlerName, finderId, finderName, ...row }: JoinedRow): IssueRow {
  return {
    ...row,
    place: placeId && placeName ? { id: placeId, name: placeName } : null,
    handler: handlerId && handlerName ? { id: handlerId, name: handlerName } : null,
    finder: { id: finderId, name: finderName },
  };
}
