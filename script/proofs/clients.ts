/** Clients that do not give up, as the phone's queue does: each sends its acts one after another, and each act until it is acknowledged. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '#domain/kernel/id.ts';

export interface Sent {
  readonly actId: string;
  readonly id: string;
  readonly photoId: string | null;
  /** Every answer of status 200 it got. */
  readonly answers: string[];
}

export interface Clients {
  readonly sent: readonly Sent[];
  readonly acknowledged: () => number;
  /** How often nothing came back, or an error of the server, and it was sent again. */
  readonly retries: () => number;
  /** No new acts; resolves when every act under way has been acknowledged. */
  finish(): Promise<void>;
}

const PAUSE_MS = 40;
/** Every so many acts carry a photo. */
const PHOTO_EVERY = 4;

interface Options {
  readonly many: number;
  /** Where the server is at this moment. */
  readonly url: () => string;
  readonly cookie: string;
  readonly jpeg: Buffer;
}

export function startClients({ many, url, cookie, jpeg }: Options): Clients {
  const sent: Sent[] = [];
  let isOver = false;
  let acknowledged = 0;
  let retries = 0;

  const deliver = async (path: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<string> => {
    for (;;) {
      const answer = await ask(url() + path, { 'content-type': type, cookie }, body);
      if (answer?.status === 200) return answer.text;
      if (answer && answer.status < 500) throw new Error(`refused: ${answer.status} ${answer.text}`);
      retries++;
      await sleep(PAUSE_MS);
    }
  };

  const work = async (): Promise<void> => {
    for (let n = 0; !isOver; n++) {
      const one: Sent = { actId: newId(), id: newId(), photoId: n % PHOTO_EVERY === 0 ? newId() : null, answers: [] };
      sent.push(one);
      if (one.photoId) await deliver(`/api/photo.upload?id=${one.photoId}`, 'image/jpeg', unlike(jpeg));
      const body = { actId: one.actId, id: one.id, text: `第 ${n} 件`, photoIds: one.photoId ? [one.photoId] : [] };
      one.answers.push(await deliver('/api/issue.report', 'application/json', JSON.stringify(body)));
      acknowledged++;
      // The answer may have been lost on the way as well: then it comes again.
      if (n % 3 === 0) one.answers.push(await deliver('/api/issue.report', 'application/json', JSON.stringify(body)));
    }
  };
  const working = Promise.all(Array.from({ length: many }, work));
  working.catch(() => undefined);
  return {
    sent,
    acknowledged: () => acknowledged,
    retries: () => retries,
    async finish() {
      isOver = true;
      await working;
    },
  };
}

/** Null when nothing came back, or only half of it. */
async function ask(url: string, headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>) {
  try {
    const answer = await fetch(url, { method: 'POST', headers, body });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return null;
  }
}

/** The same picture with a comment of its own, so that every photo is a file of its own. */
function unlike(jpeg: Buffer): Uint8Array<ArrayBuffer> {
  const comment = Buffer.from(`\xff\xfe\x00\x26${randomUUID()}`, 'latin1');
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]));
}
