/** The outbox in the database. */
import { sql } from 'kysely';
import type { At } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { Attempt, Message } from '#domain/message/message.model.ts';
import type { MessageState } from '#domain/message/message.states.ts';
import type { RecordRef } from '#domain/message/record.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { after, decodeCursor, pageOf } from '#server/platform/keyset.ts';

export interface NewMessage {
  readonly id: string;
  readonly unitId: string;
  readonly key: string;
  readonly tell: string | null;
  readonly channelId: string | null;
  readonly personId: string | null;
  readonly address: string | null;
  readonly title: Words;
  readonly body: Words;
  readonly text: string | null;
  readonly record: RecordRef | null;
  readonly quiet: boolean;
  readonly at: At;
  readonly dueAt: At;
}

const AT_ONCE = 500;

/** Each once: a message whose key is there already is passed over. What stays in the inbox is sent by that. */
export async function insertMessages(tx: Tx, messages: readonly NewMessage[]): Promise<void> {
  for (let i = 0; i < messages.length; i += AT_ONCE)
    await tx
      .insertInto('message')
      .values(
        messages.slice(i, i + AT_ONCE).map(({ title, body, record, ...row }) => ({
          ...row,
          state: row.channelId === null ? ('sent' as const) : ('waiting' as const),
          title: JSON.stringify(title),
          body: JSON.stringify(body),
          recordKind: record?.kind ?? null,
          recordId: record?.id ?? null,
          sentAt: row.channelId === null ? row.at : null,
          readAt: null,
          why: null,
        })),
      )
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
}

export interface MessageFilter {
  readonly id?: string | undefined;
  readonly state?: MessageState | undefined;
  readonly tell?: string | undefined;
  readonly channelId?: string | undefined;
  readonly personId?: string | undefined;
  readonly way?: 'inbox' | 'out' | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export async function listMessages(db: Db, unitId: string, filter: MessageFilter) {
  let query = db
    .selectFrom('message')
    .leftJoin('messageChannel', 'messageChannel.id', 'message.channelId')
    .leftJoin('person', 'person.id', 'message.personId')
    .where('message.unitId', '=', unitId)
    .selectAll('message')
    .select(['messageChannel.name as channelName', 'messageChannel.kind as channelKind', 'messageChannel.state as channelState'])
    .select(['person.name as personName'])
    .select(sql<number>`(SELECT count(*) FROM message_attempt WHERE message_id = message.id)`.as('attempts'));
  if (filter.id) query = query.where('message.id', '=', filter.id);
  if (filter.state) query = query.where('message.state', '=', filter.state);
  if (filter.tell) query = query.where('message.tell', '=', filter.tell);
  if (filter.channelId) query = query.where('message.channelId', '=', filter.channelId);
  if (filter.personId) query = query.where('message.personId', '=', filter.personId);
  if (filter.way) query = query.where('message.channelId', filter.way === 'inbox' ? 'is' : 'is not', null);
  if (filter.after) {
    const cursor = decodeCursor(filter.after);
    query = query.where((eb) => after(eb, 'message.at', 'message.id', cursor));
  }
  const rows = await query
    .orderBy('message.at', 'desc')
    .orderBy('message.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return pageOf(rows, filter.limit, (row) => row.at);
}

export type ListedMessage = Awaited<ReturnType<typeof listMessages>>['rows'][number];

/** How many of what goes out stand in each state. */
export async function countMessages(db: Db, unitId: string): Promise<Record<MessageState, number>> {
  const rows = await db
    .selectFrom('message')
    .where('unitId', '=', unitId)
    .where('channelId', 'is not', null)
    .groupBy('state')
    .select(['state', (eb) => eb.fn.countAll<number>().as('n')])
    .execute();
  return { waiting: 0, failed: 0, stuck: 0, sent: 0, withdrawn: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
}

export function listAttempts(db: Db, messageId: string): Promise<Attempt[]> {
  return db
    .selectFrom('messageAttempt')
    .select(['n', 'begunAt', 'endedAt', 'outcome', 'why', 'answer'])
    .where('messageId', '=', messageId)
    .orderBy('n')
    .execute();
}

/** A message to the outside, locked for an act. */
export async function lockMessage(tx: Tx, id: string, unitId: string): Promise<Message> {
  const row = await tx
    .selectFrom('message')
    .innerJoin('messageChannel', 'messageChannel.id', 'message.channelId')
    .where('message.id', '=', id)
    .where('message.unitId', '=', unitId)
    .select(['message.id', 'message.unitId', 'message.state', 'message.dueAt', 'message.failures', 'messageChannel.state as channelState'])
    .forUpdate('message')
    .executeTakeFirst();
  if (!row) throw new Problem('record.notFound');
  const { channelState, ...message } = row;
  return { ...message, channelOn: channelState === 'on' };
}

/** What an act changed. A reason that stood there is gone once it is to be tried again. */
export async function saveMessage(tx: Tx, { id, state, dueAt, failures }: Message): Promise<void> {
  const fresh = state === 'waiting' ? { why: null } : {};
  await tx
    .updateTable('message')
    .set({ state, dueAt, failures, ...fresh })
    .where('id', '=', id)
    .execute();
}
