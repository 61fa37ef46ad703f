/** Places, their checklists and patrol rules in the database. */
import { Problem } from '#domain/kernel/problem.ts';
import type { Centre, ChecklistItem, PatrolRule, Place } from '#domain/place/place.model.ts';
import type { PointType } from '#domain/place/point.model.ts';
import { withPoint } from '#domain/place/point.rules.ts';
import type { Db, Tx } from '#server/platform/database.ts';

export async function listPlaces(db: Db, unitId: string): Promise<Place[]> {
  const rows = await db
    .selectFrom('place')
    .leftJoin('checklist', (join) =>
      join.onRef('checklist.placeId', '=', 'place.id').onRef('checklist.version', '=', 'place.checklistVersion'),
    )
    .leftJoin('unit as community', 'community.id', 'place.communityId')
    .where('place.unitId', '=', unitId)
    .orderBy('place.sort')
    .orderBy('place.id')
    .select([
      'place.id',
      'place.kind',
      'place.name',
      'place.checklistVersion',
      'place.pointType',
      'place.rule',
      'place.centre',
      'place.source',
      'checklist.items',
      'checklist.point',
      'community.id as communityId',
      'community.name as communityName',
    ])
    .execute();
  return rows.map(({ items, communityId, communityName, rule, ...place }) => ({
    ...place,
    // Rules written before a place could name its leaders, its rest and its pairs.
    rule: rule && { ...rule, leaders: rule.leaders ?? null, rest: rule.rest ?? null, apart: rule.apart ?? [] },
    checklist: withPoint(items ?? [], place.point),
    community: communityId && communityName ? { id: communityId, name: communityName } : null,
  }));
}

export async function getPlace(db: Db, id: string, unitId: string): Promise<Place> {
  const place = (await listPlaces(db, unitId)).find((one) => one.id === id);
  if (!place) throw new Problem('record.notFound');
  return place;
}

export async function findPlaceName(db: Db, id: string, unitId: string): Promise<string | null> {
  return (await db.selectFrom('place').select('name').where('id', '=', id).where('unitId', '=', unitId).executeTakeFirst())?.name ?? null;
}

/** A version of a checklist as a patrol is answered on it: the items of the notice with what their point type adds. */
export async function getChecklist(db: Db, placeId: string, version: number): Promise<ChecklistItem[]> {
  return (await getChecklistVersion(db, placeId, version)).items;
}

export async function getChecklistVersion(
  db: Db,
  placeId: string,
  version: number,
): Promise<{ readonly items: ChecklistItem[]; readonly point: PointType | null }> {
  const row = await db
    .selectFrom('checklist')
    .select(['items', 'point'])
    .where('placeId', '=', placeId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? { items: withPoint(row.items, row.point), point: row.point } : { items: [], point: null };
}

/** The checklist item a problem fails, of the version the patrol was answered on, with the sentence it comes from. */
export async function findChecklistItem(
  db: Db,
  { placeId, patrolId, itemNo }: { readonly placeId: string; readonly patrolId: string | null; readonly itemNo: number },
): Promise<{ no: number; text: string; noticeId: string; start: number; end: number } | null> {
  const version = patrolId
    ? await db.selectFrom('patrol').select('checklistVersion').where('id', '=', patrolId).executeTakeFirst()
    : await db.selectFrom('place').select('checklistVersion').where('id', '=', placeId).executeTakeFirst();
  const item = (await getChecklist(db, placeId, version?.checklistVersion ?? 0)).find((one) => one.no === itemNo);
  return item ? { no: itemNo, text: item.text, ...item.source } : null;
}

export async function saveRule(tx: Tx, placeId: string, rule: PatrolRule | null): Promise<void> {
  await tx
    .updateTable('place')
    .set({ rule: rule && JSON.stringify(rule) })
    .where('id', '=', placeId)
    .execute();
}

export async function saveCentre(tx: Tx, placeId: string, centre: Centre | null): Promise<void> {
  await tx
    .updateTable('place')
    .set({ centre: centre && JSON.stringify(centre) })
    .where('id', '=', placeId)
    .execute();
}

/** Where each place is and which code its poster carries. */
export function listCodes(db: Db, unitId: string) {
  return db
    .selectFrom('place')
    .where('unitId', '=', unitId)
    .orderBy('sort')
    .orderBy('id')
    .select(['id', 'name', 'centre', 'codeVersion'])
    .execute();
}

/** Answers with the new version. */
export async function renewCode(tx: Tx, placeId: string): Promise<number> {
  const { codeVersion } = await tx
    .updateTable('place')
    .set((eb) => ({ codeVersion: eb('codeVersion', '+', 1) }))
    .where('id', '=', placeId)
    .returning('codeVersion')
    .executeTakeFirstOrThrow();
  return codeVersion;
}

export async function addChecklist(
  tx: Tx,
  placeId: string,
  version: number,
  noticeId: string,
  items: readonly ChecklistItem[],
): Promise<void> {
  await tx
    .insertInto('checklist')
    .values({ placeId, version, noticeId, items: JSON.stringify(items) })
    .execute();
  await tx.updateTable('place').set({ checklistVersion: version }).where('id', '=', placeId).execute();
}
