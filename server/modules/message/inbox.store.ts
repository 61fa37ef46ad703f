/** A person's inbox in the database. */
import type { At } from '#domain/kernel/day.ts';
import type { InboxRow } from '#domain/message/message.model.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { after, decodeCursor, pageOf } from '#server/platform/keyset.ts';

interface InboxPage {
  readonly unread?: 'true' | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export async function listInbox(db: Db, personId: string, page: InboxPage) {
  let query = db.selectFrom('message').where('personId', '=', personId).where('channelId', 'is', null);
  if (page.unread) query = query.where('readAt', 'is', null);
  if (page.after) {
    const cursor = decodeCursor(page.after);
    query = query.where((eb) => after(eb, 'at', 'id', cursor));
  }
  const rows = await query
    .select(['id', 'at', 'title', 'body', 'recordKind', 'recordId', 'readAt'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const said = rows.map(
    ({ recordKind, recordId, ...row }): InboxRow => ({
      ...row,
      record: recordKind && recordId ? { kind: recordKind, id: recordId } : null,
    }),
  );
  return pageOf(said, page.limit, (row) => row.at);
}

export async function countUnread(db: Db, personId: string): Promise<number> {
  const { n } = await db
    .selectFrom('message')
    .where('personId', '=', personId)
    .where('channelId', 'is', null)
    .where('readAt', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** Only what is the person's own, and only once: the first reading counts. */
export async function markRead(
  tx: Tx,
  personId: string,
  which: { readonly ids?: readonly string[] | undefined; readonly until?: At | undefined },
  now: At,
): Promise<void> {
  let query = tx.updateTable('message').set({ readAt: now }).where('personId', '=', personId).where('channelId', 'is', null);
  query = query.where('readAt', 'is', null);
  if (which.until) query = query.where('at', '<=', which.until);
  else if (which.ids?.length) query = query.where('id', 'in', which.ids);
  else return;
  await query.execute();
}
