/** Summaries in the database. */
import type { Actor } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Summary } from '#domain/summary/summary.model.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { unitsOf } from '#server/platform/scope.ts';

function summaries(db: Db, actor: Actor) {
  return db
    .selectFrom('summary')
    .where('unitId', 'in', unitsOf(actor))
    .select(['id', 'unitId', 'kind', 'state', 'fromDay as from', 'toDay as to', 'name', 'figures', 'drafted', 'edits'])
    .select(['photoIds', 'photosChosen', 'countedAt', 'issuedAt', 'issuedById']);
}

/** The newest time first; discarded ones not at all. */
export const listSummaries = (db: Db, actor: Actor): Promise<Summary[]> =>
  summaries(db, actor).where('state', '<>', 'discarded').orderBy('toDay', 'desc').orderBy('fromDay', 'desc').limit(300).execute();

export async function getSummary(db: Db, id: string, actor: Actor): Promise<Summary> {
  const found = await summaries(db, actor).where('id', '=', id).executeTakeFirst();
  if (!found) throw new Problem('record.notFound');
  return found;
}

export async function lockSummary(tx: Tx, id: string, actor: Actor): Promise<Summary> {
  const found = await summaries(tx, actor).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!found) throw new Problem('record.notFound');
  return found;
}

/** Throws `summary.exists` where this time has one already. */
export async function insertSummary(tx: Tx, summary: Summary): Promise<void> {
  const made = await tx
    .insertInto('summary')
    .values({
      id: summary.id,
      unitId: summary.unitId,
      kind: summary.kind,
      name: summary.name,
      fromDay: summary.from,
      toDay: summary.to,
      ...changing(summary),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) return;
  const same = await tx.selectFrom('summary').select('id').where('id', '=', summary.id).executeTakeFirst();
  throw new Problem(same ? 'record.exists' : 'summary.exists');
}

export async function saveSummary(tx: Tx, summary: Summary): Promise<void> {
  await tx.updateTable('summary').set(changing(summary)).where('id', '=', summary.id).execute();
}

const changing = ({ state, figures, drafted, edits, photoIds, photosChosen, countedAt, issuedAt, issuedById }: Summary) => ({
  state,
  figures: JSON.stringify(figures),
  drafted: JSON.stringify(drafted),
  edits: JSON.stringify(edits),
  photoIds,
  photosChosen,
  countedAt,
  issuedAt,
  issuedById,
});
