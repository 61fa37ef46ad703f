/** Names of people and units for a view, in at most two queries. */
import type { Ref } from '#domain/kernel/contract.ts';
import type { Db } from '#server/platform/database.ts';

export type Names = ReadonlyMap<string, string>;

export async function findNames(
  db: Db,
  wanted: { readonly people?: readonly (string | null)[]; readonly units?: readonly (string | null)[] },
): Promise<Names> {
  const ids = (list: readonly (string | null)[] | undefined): string[] => [...new Set((list ?? []).filter((id) => id !== null))];
  const people = ids(wanted.people);
  const units = ids(wanted.units);
  const rows = [
    ...(people.length > 0 ? await db.selectFrom('person').select(['id', 'name']).where('id', 'in', people).execute() : []),
    ...(units.length > 0 ? await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', units).execute() : []),
  ];
  return new Map(rows.map((row) => [row.id, row.name]));
}

export function nameOf(names: Names, id: string | null): Ref | null {
  const name = id === null ? undefined : names.get(id);
  return id !== null && name !== undefined ? { id, name } : null;
}

export function namesOf(names: Names, ids: readonly string[]): Ref[] {
  return ids.flatMap((id) => nameOf(names, id) ?? []);
}
