/** Where the outbox lies: the account's own IndexedDB. Every write that must survive a pulled battery is `strict`. */
import type { IDBPDatabase } from 'idb';
import { clockOff } from './clock.ts';
import { withRoom } from './kept.ts';
import { inLine, type Job, type NewJob } from './outbox.rules.ts';

const strict = { durability: 'strict' } as const;

/** In line. */
export async function readJobs(db: IDBPDatabase): Promise<Job[]> {
  return inLine((await db.getAll('outbox')) as Job[]);
}

export interface Queued {
  /** The drafts they were made from: they go in the same breath. */
  readonly finishedDrafts?: readonly string[];
  /** A refused job, and the id of the act among these that is sent instead of it. */
  readonly mends?: { readonly refused: Job; readonly by: string } | undefined;
}

/** All of them or none. */
export function addJobs(db: IDBPDatabase, jobs: readonly NewJob[], { finishedDrafts = [], mends }: Queued = {}): Promise<void> {
  return withRoom(db, async () => {
    const tx = db.transaction(['outbox', 'drafts'], 'readwrite', strict);
    const done = tx.done;
    const place = mends ? { order: mends.refused.order ?? mends.refused.seq } : {};
    const writes: Promise<unknown>[] = jobs.map((job) =>
      tx
        .objectStore('outbox')
        .add({ ...job, ...place, clockOff: clockOff.get(), queuedAt: Date.now(), state: 'waiting', tries: 0, problem: null }),
    );
    if (mends) writes.push(tx.objectStore('outbox').put({ ...mends.refused, mendedBy: mends.by }));
    for (const key of finishedDrafts) writes.push(tx.objectStore('drafts').delete(key));
    await Promise.all([...writes, done]);
  });
}

/** Changes jobs only if they are still there: another tab may have delivered them. */
export async function changeJobs(db: IDBPDatabase, jobs: readonly Job[]): Promise<void> {
  const tx = db.transaction('outbox', 'readwrite', strict);
  for (const job of jobs) if (await tx.store.getKey(job.seq)) void tx.store.put(job);
  await tx.done;
}

/** Drops jobs and the bytes of their photos, and rewrites those that named them. */
export async function dropJobs(db: IDBPDatabase, gone: readonly Job[], changed: readonly Job[] = []): Promise<void> {
  const tx = db.transaction(['outbox', 'photos'], 'readwrite', strict);
  for (const job of gone) {
    void tx.objectStore('outbox').delete(job.seq);
    if (job.kind === 'photo') void tx.objectStore('photos').delete(job.photoId);
  }
  for (const job of changed) void tx.objectStore('outbox').put(job);
  await tx.done;
}

/** Delivered jobs whose outcome the kept answers may not show yet. */
const DELIVERED = 'delivered';

export async function readDelivered(db: IDBPDatabase): Promise<Job[]> {
  return ((await db.get('kept', DELIVERED)) as Job[] | undefined) ?? [];
}

export async function keepDelivered(db: IDBPDatabase, jobs: readonly Job[]): Promise<void> {
  await db.put('kept', jobs, DELIVERED);
}

export interface PhotoBytes {
  /** An ArrayBuffer and not a Blob: old WebKit loses Blobs in IndexedDB. */
  readonly bytes: ArrayBuffer;
  readonly mime: string;
}

export function keepPhoto(db: IDBPDatabase, id: string, photo: PhotoBytes): Promise<void> {
  return withRoom(db, async () => {
    const tx = db.transaction('photos', 'readwrite', strict);
    await Promise.all([tx.store.put(photo, id), tx.done]);
  });
}

export async function photoBytes(db: IDBPDatabase, id: string): Promise<PhotoBytes | undefined> {
  return (await db.get('photos', id)) as PhotoBytes | undefined;
}

export async function dropPhoto(db: IDBPDatabase, id: string): Promise<void> {
  await db.delete('photos', id);
}
