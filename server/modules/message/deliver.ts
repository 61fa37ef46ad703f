/**
 * Sends what stands in the outbox, outside of any request. Each channel is served on its own, so that one that hangs delays no other; what
 * is written in the database before and after each attempt lets any server go on where another ended.
 */

import type { Outcome } from '#domain/message/attempt.ts';
import type { ChannelSecrets, ChannelSettings } from '#domain/message/channel.model.ts';
import { markOf } from '#domain/message/message.rules.ts';
import type { ChannelKind } from '#domain/message/message.states.ts';
import type { Db } from '#server/platform/database.ts';
import type { Sealer } from '#server/platform/sealed.ts';
import { openSecrets } from './channel.store.ts';
import { type Attempt, beginAttempt, endAttempt, LEASE_MS, type Lease, leaveChannel, takeChannel } from './delivery.store.ts';
import type { Outside } from './send/post.ts';
import { send } from './send/send.ts';

export interface PostmanDeps {
  readonly db: Db;
  readonly clock: () => number;
  readonly sealer: Sealer;
  readonly outside: Outside;
  /** How often the outbox is looked at besides when it is told to. */
  readonly everyMs: number;
  readonly leaseMs?: number;
  /** Brings up what the clock brings up. */
  readonly remind: () => Promise<void>;
}

export interface Postman {
  /** Something is to go out: look now. */
  wake(): void;
  close(): Promise<void>;
}

/** So many channels at the same time. */
const MOST = 16;

export function openPostman({ db, clock, sealer, outside, everyMs, leaseMs = LEASE_MS, remind }: PostmanDeps): Postman {
  const serving = new Set<Promise<void>>();
  let looking: Promise<void> | null = null;
  let again = false;
  let closed = false;
  const now = (): string => new Date(clock()).toISOString();
  const complain = (error: unknown): void => {
    // The database may be away for a moment: the next look tries again.
    if (!closed) console.error('outbox', error instanceof Error ? error.message : error);
  };

  async function serve(taken: Lease): Promise<void> {
    let lease = taken;
    try {
      while (!closed) {
        const attempt = await beginAttempt(db, lease, now(), leaseMs);
        if (!attempt) break;
        lease = attempt.lease;
        await endAttempt(db, attempt, await outcomeOf(attempt), now());
      }
    } finally {
      await leaveChannel(db, lease);
    }
  }

  async function outcomeOf({ messageId, title, text, address, mayHaveArrived, lease }: Attempt): Promise<Outcome> {
    const secrets = openSecrets(sealer, lease);
    if (!secrets) return UNOPENED;
    // The schemas of the kind checked both when they were kept.
    const way = { settings: lease.settings as ChannelSettings[ChannelKind], secrets: secrets as ChannelSecrets[ChannelKind] };
    try {
      return await send(lease.kind, way, { id: messageId, mark: markOf(messageId), title, text, address, mayHaveArrived }, outside);
    } catch (error) {
      return { kind: 'unanswered', answer: String(error).slice(0, 500), why: { zh: '发送时出错', en: 'sending failed' } };
    }
  }

  async function look(): Promise<void> {
    // What cannot be brought up must not keep back what is to go out.
    await remind().catch(complain);
    while (!closed && serving.size < MOST) {
      const lease = await takeChannel(db, now(), leaseMs);
      if (!lease) return;
      const service: Promise<void> = serve(lease)
        .catch(complain)
        .finally(() => serving.delete(service));
      serving.add(service);
    }
  }

  function wake(): void {
    if (closed) return;
    if (looking) {
      again = true;
      return;
    }
    looking = look()
      .catch(complain)
      .finally(() => {
        looking = null;
        if (!again) return;
        again = false;
        wake();
      });
  }

  const timer = setInterval(wake, everyMs);
  wake();
  return {
    wake,
    async close() {
      closed = true;
      clearInterval(timer);
      await looking;
      await Promise.all(serving);
    },
  };
}

const UNOPENED: Outcome = {
  kind: 'unreached',
  lasting: true,
  answer: '',
  why: {
    zh: '密钥打不开：服务器的 CHANNEL_KEY 换过，请重新填写密钥',
    en: 'its secret does not open: CHANNEL_KEY of the server changed; enter the secret again',
  },
};
