/** Problems in the database. */
import { sql } from 'kysely';
import type { Issue, IssuePhoto, IssueRef } from '#domain/issue/issue.model.ts';
import { endedStates } from '#domain/issue/issue.states.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db, Tx } from '#server/platform/database.ts';
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

export async function hasOpenParts(db: Db, wholeId: string): Promise<boolean> {
  const open = db.selectFrom('issue').select('id').where('partOfId', '=', wholeId).where('state', 'not in', endedStates);
  return (await open.limit(1).executeTakeFirst()) !== undefined;
}

export async function findIssueRef(db: Db, id: string | null): Promise<IssueRef | null> {
  if (id === null) return null;
  return (await db.selectFrom('issue').where('id', '=', id).select(['id', 'no', 'text', 'state']).executeTakeFirst()) ?? null;
}

/** The unit's own problems, those that lie with one of the actor's units, and those that it assigned. */
export function visibleTo(actor: Actor) {
  const units = unitsOf(actor);
  return sql<boolean>`(issue.unit_id = ANY(${units}::uuid[]) OR issue.handler_id = ANY(${units}::uuid[])
    OR issue.assigned_by_id = ANY(${units}::uuid[]))`;
}
