/** Searches for fairer rosters in the database: how far each is, and whether somebody asked it to stop. */
import { sql } from 'kysely';
import type { SolvingState } from '#domain/roster/roster.model.ts';
import type { Db, Tx } from '#server/platform/database.ts';

/** Longer without a word, and the server that ran a search is taken for ended. */
const SILENT_SECONDS = 20;

export interface Mark {
  readonly cost: number;
  readonly bound: number;
  readonly steps: number;
}

/** Takes the place of an earlier search for the same roster, which thereby ends. */
export async function beginSolving(
  tx: Tx,
  search: { readonly rosterId: string; readonly id: string; readonly personId: string } & Mark,
): Promise<void> {
  const row = { ...search, state: 'running' as const, stopAsked: false };
  await tx
    .insertInto('rosterSolving')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('rosterId').doUpdateSet({ ...row, beganAt: sql`clock_timestamp()`, seenAt: sql`clock_timestamp()` }),
    )
    .execute();
}

/** Says how far a search is and hears whether to go on: `ended` when another took its place. */
export async function markSolving(db: Db, rosterId: string, id: string, mark: Mark): Promise<'goOn' | 'stop' | 'ended'> {
  const row = await db
    .updateTable('rosterSolving')
    .set({ ...mark, seenAt: sql`clock_timestamp()` })
    .where('rosterId', '=', rosterId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('stopAsked')
    .executeTakeFirst();
  if (!row) return 'ended';
  return row.stopAsked ? 'stop' : 'goOn';
}

/** False when another search took its place. */
export async function endSolving(tx: Tx, rosterId: string, id: string, state: 'done' | 'stopped', mark: Mark): Promise<boolean> {
  const ended = await tx
    .updateTable('rosterSolving')
    .set({ ...mark, state, seenAt: sql`clock_timestamp()` })
    .where('rosterId', '=', rosterId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

export async function askToStop(tx: Tx, rosterId: string): Promise<void> {
  await tx.updateTable('rosterSolving').set({ stopAsked: true }).where('rosterId', '=', rosterId).where('state', '=', 'running').execute();
}

export async function findSolving(db: Db, rosterId: string): Promise<SolvingState | null> {
  const row = await db
    .selectFrom('rosterSolving')
    .where('rosterId', '=', rosterId)
    .select(['state', 'cost', 'bound', 'steps'])
    .select([
      sql<number>`EXTRACT(EPOCH FROM seen_at - began_at)::float8`.as('seconds'),
      sql<boolean>`state = 'running' AND seen_at < clock_timestamp() - make_interval(secs => ${SILENT_SECONDS})`.as('silent'),
    ])
    .executeTakeFirst();
  if (!row) return null;
  const { silent, ...known } = row;
  return silent ? { ...known, state: 'interrupted' } : known;
}
