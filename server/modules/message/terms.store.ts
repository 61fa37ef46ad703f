/** How a unit wants to be told, in the database. */
import type { MessageTerms } from '#domain/message/terms.model.ts';
import { usualTerms } from '#domain/message/terms.ts';
import type { Db, Tx } from '#server/platform/database.ts';

export async function readMessageTerms(db: Db, unitId: string): Promise<MessageTerms> {
  const row = await db.selectFrom('messageTerms').select('terms').where('unitId', '=', unitId).executeTakeFirst();
  return row?.terms ?? usualTerms;
}

export async function saveMessageTerms(tx: Tx, unitId: string, terms: MessageTerms): Promise<void> {
  const json = JSON.stringify(terms);
  await tx
    .insertInto('messageTerms')
    .values({ unitId, terms: json })
    .onConflict((conflict) => conflict.column('unitId').doUpdateSet({ terms: json }))
    .execute();
}
