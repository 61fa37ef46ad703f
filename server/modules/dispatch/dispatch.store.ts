/** Documents the unit issues, in the database. */
import type { Dispatch, DispatchRow } from '#domain/dispatch/dispatch.model.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { unitsOf } from '#server/platform/scope.ts';

const columns = [
  'id',
  'unitId',
  'kind',
  'revision',
  'state',
  'number',
  'signatory',
  'title',
  'recipients',
  'body',
  'attendance',
  'annexes',
  'copies',
  'day',
  'sealed',
] as const;

/** Newest first; discarded ones not at all. */
export const listDispatches = (db: Db, actor: Actor): Promise<DispatchRow[]> =>
  db
    .selectFrom('dispatch')
    .where('unitId', 'in', unitsOf(actor))
    .where('state', '<>', 'discarded')
    .orderBy('at', 'desc')
    .limit(300)
    .select(['id', 'kind', 'state', 'number', 'title', 'day'])
    .execute();

export async function getDispatch(db: Db, id: string, actor: Actor): Promise<Dispatch> {
  const found = await db
    .selectFrom('dispatch')
    .where('id', '=', id)
    .where('unitId', 'in', unitsOf(actor))
    .select(columns)
    .executeTakeFirst();
  if (!found) throw new Problem('record.notFound');
  return found;
}

export async function lockDispatch(tx: Tx, id: string, actor: Actor): Promise<Dispatch> {
  const found = await tx
    .selectFrom('dispatch')
    .where('id', '=', id)
    .where('unitId', 'in', unitsOf(actor))
    .select(columns)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new Problem('record.notFound');
  return found;
}

export async function insertDispatch(tx: Tx, { id, unitId, kind, state, signatory, day }: Dispatch, at: At): Promise<void> {
  const made = await tx
    .insertInto('dispatch')
    .values({ id, unitId, kind, state, signatory, day, at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) throw new Problem('record.exists');
}

export async function saveDispatch(tx: Tx, { id, unitId: _unit, kind: _kind, annexes, ...rest }: Dispatch): Promise<void> {
  await tx
    .updateTable('dispatch')
    .set({ ...rest, annexes: JSON.stringify(annexes) })
    .where('id', '=', id)
    .execute();
}
