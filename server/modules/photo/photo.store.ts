import type { Insertable, Selectable } from 'kysely';
import type { Actor } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Database, Db } from '#server/platform/database.ts';

type PhotoRow = Selectable<Database['photo']>;

/** The same id with the same bytes is the same photo; with other bytes it is a conflict. */
export async function insertPhoto(db: Db, photo: Insertable<Database['photo']>): Promise<void> {
  const made = await db
    .insertInto('photo')
    .values(photo)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return;
  const known = await findPhoto(db, photo.id);
  if (known?.sha256 !== photo.sha256 || known.byId !== photo.byId) throw new Problem('record.exists');
}

export function findPhoto(db: Db, id: string): Promise<PhotoRow | undefined> {
  return db.selectFrom('photo').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The own unit's people see its photos; a partner sees those of problems that lie with it. */
export async function maySeePhoto(db: Db, photo: PhotoRow, actor: Actor): Promise<boolean> {
  const units = actor.posts.map((post) => post.unitId);
  if (units.includes(photo.unitId)) return true;
  const shared = await db
    .selectFrom('issuePhoto')
    .innerJoin('issue', 'issue.id', 'issuePhoto.issueId')
    .where('issuePhoto.photoId', '=', photo.id)
    .where((eb) => eb.or([eb('issue.handlerId', 'in', units), eb('issue.unitId', 'in', units)]))
    .select('issue.id')
    .limit(1)
    .executeTakeFirst();
  return shared !== undefined;
}

/** Photos that this person may attach: known, and brought by somebody of a unit they work for. */
export async function requirePhotos(db: Db, ids: readonly string[], actor: Actor): Promise<void> {
  if (ids.length === 0) return;
  const units = actor.posts.map((post) => post.unitId);
  const known = await db.selectFrom('photo').select('id').where('id', 'in', ids).where('unitId', 'in', units).execute();
  if (new Set(known.map((photo) => photo.id)).size !== new Set(ids).size) throw new Problem('record.notFound');
}
