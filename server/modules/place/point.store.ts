/** Point types in the database, and the checklists they make. */
import type { ChecklistItem, Place } from '#domain/place/place.model.ts';
import type { PointBody, PointType } from '#domain/place/point.model.ts';
import { pointOf } from '#domain/place/point.rules.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import type { ActCall } from '#server/platform/endpoint.ts';

/** The types in force: the unit's own latest version of each, else the one delivered. */
export async function listPointTypes(db: Db, unitId: string): Promise<PointType[]> {
  const rows = await db
    .selectFrom('pointType')
    .distinctOn('key')
    .select(['key', 'version', 'body'])
    .where((eb) => eb.or([eb('unitId', '=', unitId), eb('unitId', 'is', null)]))
    .orderBy('key')
    .orderBy((eb) => eb('unitId', 'is', null))
    .orderBy('version', 'desc')
    .execute();
  return rows.map(({ body, ...type }) => ({ ...body, ...type }));
}

export async function insertPointType({ tx, actor, now }: ActCall<unknown>, { key, version, ...body }: PointType): Promise<void> {
  const row = { unitId: actor.unitId, key, version, body: JSON.stringify(body satisfies PointBody), at: now, byId: actor.personId };
  await tx.insertInto('pointType').values(row).execute();
}

export async function savePointType(tx: Tx, placeId: string, pointType: string | null): Promise<void> {
  await tx.updateTable('place').set({ pointType }).where('id', '=', placeId).execute();
}

/** The next version of a place's checklist, made with the point type it has now. Patrols keep the version they are answered on; those nobody has begun take the new one. */
export async function renewChecklist(
  { tx, actor, tell }: ActCall<unknown>,
  place: Pick<Place, 'id' | 'kind' | 'pointType' | 'checklistVersion'>,
  noticeId: string,
  items: readonly ChecklistItem[],
): Promise<void> {
  const version = place.checklistVersion + 1;
  const point = pointOf(await listPointTypes(tx, actor.unitId), place);
  await tx
    .insertInto('checklist')
    .values({ placeId: place.id, version, noticeId, items: JSON.stringify(items), point: point && JSON.stringify(point) })
    .execute();
  await tx.updateTable('place').set({ checklistVersion: version }).where('id', '=', place.id).execute();
  await tx
    .updateTable('patrol')
    .set({ checklistVersion: version })
    .where('placeId', '=', place.id)
    .where('state', '=', 'planned')
    .execute();
  await tell({
    name: 'place.checklistSet',
    subject: { kind: 'place', id: place.id },
    data: { items: items.length, version, noticeId, pointType: point?.key, pointVersion: point?.version },
  });
}

/** The same items of the notice under another point type, or a new version of it. */
export async function remakeChecklist(call: ActCall<unknown>, place: Place): Promise<void> {
  const row = await call.tx
    .selectFrom('checklist')
    .select(['noticeId', 'items'])
    .where('placeId', '=', place.id)
    .where('version', '=', place.checklistVersion)
    .executeTakeFirst();
  if (row) await renewChecklist(call, place, row.noticeId, row.items);
}
