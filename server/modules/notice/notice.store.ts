/** Notices in the database. */
import type { Actor } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Notice } from '#domain/notice/notice.model.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { unitsOf } from '#server/platform/scope.ts';

export interface NewNotice extends Notice {
  readonly textSha256: string;
  readonly fileSha256: string | null;
}

/** Throws `notice.imported` when the same text is here already. */
export async function insertNotice(tx: Tx, notice: NewNotice): Promise<void> {
  const same = await tx
    .selectFrom('notice')
    .select(['id', 'title'])
    .where('unitId', '=', notice.unitId)
    .where('textSha256', '=', notice.textSha256)
    .where('state', '<>', 'discarded')
    .executeTakeFirst();
  if (same) throw new Problem('notice.imported', { id: same.id, title: same.title });
  await tx
    .insertInto('notice')
    .values({
      ...notice,
      tables: JSON.stringify(notice.tables),
      plan: JSON.stringify(notice.plan),
      corrections: '[]',
      settlements: '[]',
      yearChoice: null,
    })
    .execute();
}

async function findNotice(db: Db, id: string, actor: Actor): Promise<Notice | undefined> {
  return db.selectFrom('notice').selectAll().where('id', '=', id).where('unitId', 'in', unitsOf(actor)).executeTakeFirst();
}

export async function getNotice(db: Db, id: string, actor: Actor): Promise<Notice> {
  const notice = await findNotice(db, id, actor);
  if (!notice) throw new Problem('record.notFound');
  return notice;
}

export async function lockNotice(tx: Tx, id: string, actor: Actor): Promise<Notice> {
  const notice = await tx
    .selectFrom('notice')
    .selectAll()
    .where('id', '=', id)
    .where('unitId', 'in', unitsOf(actor))
    .forUpdate()
    .executeTakeFirst();
  if (!notice) throw new Problem('record.notFound');
  return notice;
}

/** What can change of a notice; its text and plan never do. */
export async function saveNotice(tx: Tx, notice: Notice): Promise<void> {
  await tx
    .updateTable('notice')
    .set({
      state: notice.state,
      corrections: JSON.stringify(notice.corrections),
      settlements: JSON.stringify(notice.settlements),
      yearChoice: notice.yearChoice && JSON.stringify(notice.yearChoice),
      adoptedAt: notice.adoptedAt,
    })
    .where('id', '=', notice.id)
    .execute();
}

/** Everything in force or waiting, newest first: what a notice is held against. */
export async function listNotices(db: Db, unitId: string, withDiscarded = false): Promise<Notice[]> {
  let query = db.selectFrom('notice').selectAll().where('unitId', '=', unitId);
  if (!withDiscarded) query = query.where('state', '<>', 'discarded');
  return query.orderBy('importedAt', 'desc').orderBy('id', 'desc').execute();
}
