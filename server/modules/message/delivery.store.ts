/**
 * Whose turn it is, in the database: a channel is served by one server at a time, and each attempt is written down before its first byte
 * leaves. A server that ends in between leaves an open attempt and a lease that runs out.
 */
import { sql } from 'kysely';
import type { At } from '#domain/kernel/day.ts';
import { afterAttempt, isFailure, mayHaveArrived, type Outcome } from '#domain/message/attempt.ts';
import { LOOK_BACK, nextSlot, paces } from '#domain/message/pace.ts';
import type { QuietHours } from '#domain/message/quiet.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import type { KeptChannel } from './channel.store.ts';
import { readMessageTerms } from './terms.store.ts';

/** Longer than an attempt can take; after it another server goes on. */
export const LEASE_MS = 45_000;

export interface Lease extends KeptChannel {
  /** The instant the lease runs to, by the clock of the database; it names the holder. */
  readonly busyUntil: At;
}

const until = (ms: number) => sql<string>`date_trunc('milliseconds', clock_timestamp() + make_interval(secs => ${ms / 1000}))`;

/** A channel with something due that nobody serves and that need not rest, taken for a while; null when there is none. */
export async function takeChannel(db: Db, now: At, leaseMs: number): Promise<Lease | null> {
  const row = await db
    .updateTable('messageChannel')
    .set({ busyUntil: until(leaseMs) })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('messageChannel as free')
        .select('free.id')
        .where('free.state', '=', 'on')
        .where(sql<boolean>`(free.busy_until IS NULL OR free.busy_until < clock_timestamp())`)
        .where((e) => e.or([e('free.restsUntil', 'is', null), e('free.restsUntil', '<=', now)]))
        .where((e) =>
          e.exists(
            e
              .selectFrom('message')
              .select('message.id')
              .whereRef('message.channelId', '=', 'free.id')
              .where('message.state', 'in', ['waiting', 'failed'])
              .where('message.dueAt', '<=', now),
          ),
        )
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'unitId', 'state', 'kind', 'name', 'placeId', 'settings', 'host', 'sealed', 'secretsSet', 'busyUntil'])
    .executeTakeFirst();
  return row?.busyUntil ? { ...row, busyUntil: row.busyUntil } : null;
}

/** Gives the channel back, unless another took it meanwhile. */
export async function leaveChannel(db: Db, { id, busyUntil }: Lease): Promise<void> {
  await db.updateTable('messageChannel').set({ busyUntil: null }).where('id', '=', id).where('busyUntil', '=', busyUntil).execute();
}

export interface Attempt {
  readonly messageId: string;
  readonly n: number;
  readonly title: string;
  readonly text: string;
  readonly address: string | null;
  readonly mayHaveArrived: boolean;
  readonly lease: Lease;
}

const ENDED = { zh: '发送途中服务器中断，可能已经送达', en: 'the server ended while sending; it may have arrived' };

/** The next message of the channel, its attempt written down; null when nothing may go now. */
export function beginAttempt(db: Db, held: Lease, now: At, leaseMs: number): Promise<Attempt | null> {
  return db.transaction().execute(async (tx) => {
    if (!(await holds(tx, held)) || (await mustRest(tx, held, now))) return null;
    const message = await tx
      .selectFrom('message')
      .select(['id', 'title', 'text', 'address'])
      .where('channelId', '=', held.id)
      .where('state', 'in', ['waiting', 'failed'])
      .where('dueAt', '<=', now)
      .orderBy('dueAt')
      .orderBy('seq')
      .limit(1)
      .forUpdate()
      .executeTakeFirst();
    if (!message) return null;
    const lease = await renew(tx, held, leaseMs);
    await closeOpen(tx, message.id, now);
    const earlier = await tx.selectFrom('messageAttempt').select('outcome').where('messageId', '=', message.id).execute();
    const n = earlier.length + 1;
    await tx
      .insertInto('messageAttempt')
      .values({ messageId: message.id, n, channelId: lease.id, begunAt: now, endedAt: null, outcome: null, why: null, answer: '' })
      .execute();
    return {
      messageId: message.id,
      n,
      title: message.title.zh,
      text: message.text ?? '',
      address: message.address,
      mayHaveArrived: earlier.some(({ outcome }) => mayHaveArrived(outcome)),
      lease,
    };
  });
}

/** False when the lease ran out and the channel is another's, or it was switched off. */
async function holds(tx: Tx, { id, busyUntil }: Lease): Promise<boolean> {
  const row = await tx
    .selectFrom('messageChannel')
    .select('id')
    .where('id', '=', id)
    .where('busyUntil', '=', busyUntil)
    .where('state', '=', 'on')
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** A full lease for the attempt, with the channel as it is set up now. */
async function renew(tx: Tx, held: Lease, leaseMs: number): Promise<Lease> {
  const row = await tx
    .updateTable('messageChannel')
    .set({ busyUntil: until(leaseMs) })
    .where('id', '=', held.id)
    .returning(['settings', 'sealed', 'busyUntil'])
    .executeTakeFirstOrThrow();
  return { ...held, ...row, busyUntil: row.busyUntil! };
}

/** The rate of the service is used up, or it asked for a rest meanwhile. */
async function mustRest(tx: Tx, { id, kind }: Lease, now: At): Promise<boolean> {
  const latest = await tx
    .selectFrom('messageAttempt')
    .select('begunAt')
    .where('channelId', '=', id)
    .orderBy('begunAt', 'desc')
    .limit(LOOK_BACK)
    .execute();
  const slot = nextSlot(
    paces[kind],
    latest.map(({ begunAt }) => begunAt),
    now,
  );
  const { restsUntil } = await tx.selectFrom('messageChannel').select('restsUntil').where('id', '=', id).executeTakeFirstOrThrow();
  if (restsUntil !== null && restsUntil > now) return true;
  if (slot <= now) return false;
  await tx.updateTable('messageChannel').set({ restsUntil: slot }).where('id', '=', id).execute();
  return true;
}

/** An attempt that never ended belongs to a server that did. It may have arrived, and it counts. */
async function closeOpen(tx: Tx, messageId: string, now: At): Promise<void> {
  const closed = await tx
    .updateTable('messageAttempt')
    .set({ outcome: 'unanswered', endedAt: now, why: JSON.stringify(ENDED) })
    .where('messageId', '=', messageId)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  if (closed.numUpdatedRows === 0n) return;
  await tx.updateTable('message').set({ failures: sql`failures + 1` }).where('id', '=', messageId).execute();
}

/** Writes down what became of an attempt, and what follows. */
export function endAttempt(db: Db, { messageId, n, lease }: Attempt, outcome: Outcome, now: At): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const why = 'why' in outcome ? JSON.stringify(outcome.why) : null;
    const ended = await tx
      .updateTable('messageAttempt')
      .set({ outcome: outcome.kind, endedAt: now, why, answer: outcome.answer })
      .where('messageId', '=', messageId)
      .where('n', '=', n)
      .where('outcome', 'is', null)
      .executeTakeFirst();
    // Taken for ended meanwhile: another server has the word now.
    if (ended.numUpdatedRows === 0n) return;
    const message = await tx
      .selectFrom('message')
      .select(['state', 'failures', 'quiet', 'unitId'])
      .where('id', '=', messageId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const failures = message.failures + (isFailure(outcome) ? 1 : 0);
    const quiet: QuietHours | null = message.quiet ? (await readMessageTerms(tx, message.unitId)).quiet : null;
    const next = afterAttempt(outcome, { attempts: n, failures, now, quiet });
    // What was withdrawn while it was underway stays so, unless it arrived.
    const decided = message.state === 'withdrawn' || message.state === 'stuck';
    if (next.state === 'sent' || !decided)
      await tx
        .updateTable('message')
        .set({
          state: next.state,
          dueAt: next.dueAt,
          failures,
          why: next.why && JSON.stringify(next.why),
          sentAt: next.state === 'sent' ? now : null,
        })
        .where('id', '=', messageId)
        .execute();
    if (next.restsUntil) await tx.updateTable('messageChannel').set({ restsUntil: next.restsUntil }).where('id', '=', lease.id).execute();
  });
}
