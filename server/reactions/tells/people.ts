/** Whom the words of the tell table mean. */
import type { PostKind } from '#domain/kernel/actor.ts';
import type { Db } from '#server/platform/database.ts';

export async function holdersOf(db: Db, unitId: string, ...kinds: readonly PostKind[]): Promise<string[]> {
  let query = db.selectFrom('post').where('unitId', '=', unitId).select('personId').distinct();
  if (kinds.length > 0) query = query.where('kind', 'in', kinds);
  return (await query.execute()).map(({ personId }) => personId);
}

export const clerksOf = (db: Db, unitId: string): Promise<string[]> => holdersOf(db, unitId, 'campaignClerk');

interface Owned {
  readonly unitId: string;
  readonly sectionIds: readonly string[];
  readonly forAll: boolean;
}

/** Who answers for a task in its sections: their heads, and everybody of a section that has none. */
export async function ownersOf(db: Db, task: Owned): Promise<string[]> {
  if (!task.forAll && task.sectionIds.length === 0) return [];
  let query = db.selectFrom('post').where('unitId', '=', task.unitId).where('sectionId', 'is not', null);
  query = query.where('kind', 'in', ['sectionHead', 'officer']);
  if (!task.forAll) query = query.where('sectionId', 'in', task.sectionIds);
  const posts = await query.select(['personId', 'kind', 'sectionId']).execute();
  return [...Map.groupBy(posts, (post) => post.sectionId).values()].flatMap((section) => {
    const heads = section.filter(({ kind }) => kind === 'sectionHead');
    return (heads.length > 0 ? heads : section).map(({ personId }) => personId);
  });
}

export async function namesFor(db: Db, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', known).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
