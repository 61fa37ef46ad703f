/** Channels in the database. Secrets come out of here only for sending. */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { At } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Channel, ChannelSecrets, ChannelSettings } from '#domain/message/channel.model.ts';
import type { ChannelKind } from '#domain/message/message.states.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import type { Sealer } from '#server/platform/sealed.ts';

type Secrets = Readonly<Record<string, string>>;

export interface KeptChannel extends Channel {
  readonly placeId: string | null;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly host: string;
  readonly sealed: Buffer | null;
  readonly secretsSet: readonly { readonly name: string; readonly setAt: At }[];
}

export async function listChannels(db: Db, unitId: string) {
  return db
    .selectFrom('messageChannel')
    .leftJoin('place', 'place.id', 'messageChannel.placeId')
    .where('messageChannel.unitId', '=', unitId)
    .where('messageChannel.state', '<>', 'removed')
    .orderBy('messageChannel.at')
    .orderBy('messageChannel.id')
    .select([
      'messageChannel.id',
      'messageChannel.unitId',
      'messageChannel.state',
      'messageChannel.kind',
      'messageChannel.name',
      'messageChannel.placeId',
      'messageChannel.settings',
      'messageChannel.host',
      'messageChannel.secretsSet',
      'messageChannel.restsUntil',
      'place.name as placeName',
    ])
    .select([counted(sql`state IN ('waiting', 'failed')`).as('waiting'), counted(sql`state = 'stuck'`).as('stuck')])
    .select(sql<At | null>`(SELECT max(sent_at) FROM message WHERE channel_id = message_channel.id)`.as('lastSentAt'))
    .execute();
}

const counted = (which: ReturnType<typeof sql>) =>
  sql<number>`(SELECT count(*) FROM message WHERE channel_id = message_channel.id AND ${which})`;

export function findChannel(db: Db, id: string, unitId: string): Promise<KeptChannel | undefined> {
  return db
    .selectFrom('messageChannel')
    .select(['id', 'unitId', 'state', 'kind', 'name', 'placeId', 'settings', 'host', 'sealed', 'secretsSet'])
    .where('id', '=', id)
    .where('unitId', '=', unitId)
    .where('state', '<>', 'removed')
    .executeTakeFirst();
}

export async function lockChannel(tx: Tx, id: string, unitId: string): Promise<KeptChannel> {
  await tx.selectFrom('messageChannel').select('id').where('id', '=', id).where('unitId', '=', unitId).forUpdate().execute();
  const channel = await findChannel(tx, id, unitId);
  if (!channel) throw new Problem('record.notFound');
  return channel;
}

export interface ChannelContent {
  readonly name: string;
  readonly placeId: string | null;
  readonly settings: object;
  readonly host: string;
  readonly secrets: Secrets;
  readonly secretsSet: readonly { readonly name: string; readonly setAt: At }[];
  readonly addressKey: Buffer;
}

export async function insertChannel(tx: Tx, sealer: Sealer, channel: Channel & ChannelContent & { readonly at: At }): Promise<void> {
  const { id, unitId, state, kind, at } = channel;
  await tx
    .insertInto('messageChannel')
    .values({ id, unitId, state, kind, at, busyUntil: null, restsUntil: null, ...written(sealer, id, channel) })
    .execute();
}

export async function changeChannel(tx: Tx, sealer: Sealer, id: string, content: ChannelContent): Promise<void> {
  await tx
    .updateTable('messageChannel')
    .set({ ...written(sealer, id, content), restsUntil: null })
    .where('id', '=', id)
    .execute();
}

function written(sealer: Sealer, id: string, { settings, secrets, secretsSet, name, placeId, host, addressKey }: ChannelContent) {
  return {
    name,
    placeId,
    host,
    addressKey,
    settings: JSON.stringify(settings),
    secretsSet: JSON.stringify(secretsSet),
    sealed: sealer.seal(secrets, id),
  };
}

/** A removed channel keeps its name for the record of what was sent, and nothing that opens it. */
export async function setChannelState(tx: Tx, { id, state }: Channel): Promise<void> {
  const emptied = state === 'removed' ? { sealed: null, secretsSet: '[]', settings: '{}' } : {};
  await tx
    .updateTable('messageChannel')
    .set({ state, ...emptied })
    .where('id', '=', id)
    .execute();
}

/** What has not gone out by a channel that is switched off waits for a decision; by a removed one it never will. */
export async function stopMessages(tx: Tx, channelId: string, to: 'stuck' | 'withdrawn'): Promise<void> {
  const why = to === 'stuck' ? { zh: '渠道已停用', en: 'the channel is off' } : { zh: '渠道已删除', en: 'the channel was removed' };
  await tx
    .updateTable('message')
    .set({ state: to, why: JSON.stringify(why) })
    .where('channelId', '=', channelId)
    .where('state', 'in', to === 'stuck' ? ['waiting', 'failed'] : ['waiting', 'failed', 'stuck'])
    .execute();
}

export function openSecrets(sealer: Sealer, channel: Pick<KeptChannel, 'id' | 'sealed'>): Secrets | null {
  return channel.sealed ? sealer.open<Secrets>(channel.sealed, channel.id) : null;
}

/** The server a channel sends to, and what tells its group or mailbox from another. */
export function addressOf(kind: ChannelKind, settings: object, secrets: Secrets): { readonly url: URL | null; readonly identity: string } {
  if (kind === 'mail') {
    const { host, port, user, from } = settings as ChannelSettings['mail'];
    const literal = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
    return { url: URL.parse(`smtp://${literal}:${port}`), identity: [host, port, user, from].join(' ') };
  }
  if (kind === 'onebot') {
    const { url, group } = settings as ChannelSettings['onebot'];
    return { url: URL.parse(url), identity: `${url.replace(/\/+$/, '')} ${group}` };
  }
  const { webhook } = secrets as ChannelSecrets['wecom'];
  return { url: webhook ? URL.parse(webhook) : null, identity: webhook ?? '' };
}

export const addressKeyOf = (sealKey: string, kind: ChannelKind, identity: string): Buffer =>
  createHmac('sha256', sealKey).update(`${kind} ${identity}`).digest();
