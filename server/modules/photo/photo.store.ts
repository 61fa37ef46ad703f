import { type Insertable, type Selectable, sql } from 'kysely';
import type { Actor } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { PhotoProgress } from '#domain/photo/photo.contract.ts';
import type { PhotoState } from '#domain/photo/photo.states.ts';
import type { Database, Db, Tx } from '#server/platform/database.ts';
import { unitsOf } from '#server/platform/scope.ts';

export type PhotoRow = Selectable<Database['photo']>;
/** What arriving adds to an announced photo. */
export type Arrival = Pick<
  PhotoRow,
  'mime' | 'width' | 'height' | 'shownSha256' | 'thumbSha256' | 'arrivedAt' | 'takenAt' | 'takenSource'
> & {
  readonly position: string | null;
};

/** The same id with the same bytes is the same photo; with other bytes it is a conflict. */
export async function announcePhoto(db: Db, photo: Insertable<Database['photo']>): Promise<PhotoRow> {
  await db
    .insertInto('photo')
    .values(photo)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const known = await findPhoto(db, photo.id);
  if (!known || known.sha256 !== photo.sha256 || known.byId !== photo.byId) throw new Problem('record.exists');
  return known;
}

export function findPhoto(db: Db, id: string): Promise<PhotoRow | undefined> {
  return db.selectFrom('photo').selectAll().where('id', '=', id).executeTakeFirst();
}

/** An announced photo of one of the actor's units. Anybody there may bring its bytes: the hash says whether they are the right ones. */
export async function getOwnPhoto(db: Db, id: string, actor: Actor): Promise<PhotoRow> {
  const photo = await findPhoto(db, id);
  if (!photo || !unitsOf(actor).includes(photo.unitId)) throw new Problem('record.notFound');
  return photo;
}

export async function lockPhoto(tx: Tx, id: string): Promise<PhotoRow> {
  return tx.selectFrom('photo').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
}

/** Keeps a part behind those that are here; `photo` is locked. */
export async function keepPart(tx: Tx, photo: PhotoRow, part: Buffer): Promise<void> {
  await tx.insertInto('photoPart').values({ photoId: photo.id, start: photo.received, bytes: part }).execute();
  await tx
    .updateTable('photo')
    .set({ received: photo.received + part.length, lostWhy: null })
    .where('id', '=', photo.id)
    .execute();
}

export async function readParts(db: Db, photoId: string): Promise<Buffer> {
  const parts = await db.selectFrom('photoPart').select('bytes').where('photoId', '=', photoId).orderBy('start').execute();
  return Buffer.concat(parts.map((part) => part.bytes));
}

/** A photo that has arrived stays as it is, whoever comes second. */
export async function markArrived(db: Db, photoId: string, arrival: Arrival): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('photo')
      .set({ ...arrival, received: sql`bytes`, lostWhy: null })
      .where('id', '=', photoId)
      .where('arrivedAt', 'is', null)
      .execute();
    await tx.deleteFrom('photoPart').where('photoId', '=', photoId).execute();
  });
}

/** Its parts are no use any more; the sender may begin anew. */
export async function forgetParts(db: Db, photoId: string, lostWhy: PhotoRow['lostWhy']): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('photo').set({ received: 0, lostWhy }).where('id', '=', photoId).where('arrivedAt', 'is', null).execute();
    await tx.deleteFrom('photoPart').where('photoId', '=', photoId).execute();
  });
}

export const progressOf = (photo: PhotoRow): PhotoProgress => ({ offset: photo.received, bytes: photo.bytes, state: stateOf(photo) });

export function stateOf({ arrivedAt, lostWhy, shownSha256 }: Pick<PhotoRow, 'arrivedAt' | 'lostWhy' | 'shownSha256'>): PhotoState {
  if (!arrivedAt) return lostWhy ? 'lost' : 'waiting';
  return shownSha256 ? 'arrived' : 'originalOnly';
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

/** Photos that this person may attach: announced at least, and brought by somebody of a unit they work for. */
export async function requirePhotos(db: Db, ids: readonly string[], actor: Actor): Promise<void> {
  if (ids.length === 0) return;
  const units = actor.posts.map((post) => post.unitId);
  const known = await db.selectFrom('photo').select('id').where('id', 'in', ids).where('unitId', 'in', units).execute();
  if (new Set(known.map((photo) => photo.id)).size !== new Set(ids).size) throw new Problem('record.notFound');
}
