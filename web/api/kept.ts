/** The last answers kept on the device, one store for each account, so that a shared phone mixes nobody's work. */
import { type IDBPDatabase, openDB } from 'idb';
import { atom } from 'nanostores';

let account = 'nobody';

/** Whether the server answered last time it was asked, and since when the screen shows a kept copy instead. */
export const signal = atom<{ readonly reachable: boolean; readonly keptAt: number | null }>({ reachable: navigator.onLine, keptAt: null });

export function heard(): void {
  const now = signal.get();
  if (!now.reachable || now.keptAt !== null) signal.set({ reachable: true, keptAt: null });
}

export function unheard(): void {
  if (signal.get().reachable) signal.set({ ...signal.get(), reachable: false });
}

export function keepFor(personId: string): void {
  account = personId;
}

export function storeName(personId: string = account): string {
  return `chuangcheng-${personId}`;
}

const opened = new Map<string, Promise<IDBPDatabase>>();

/** The account's own database: `kept` (last answers), `drafts` (work begun), `photos` (bytes not yet delivered), `outbox` (acts on their way). */
export function deviceStore(personId: string = account): Promise<IDBPDatabase> {
  const name = storeName(personId);
  let database = opened.get(name);
  if (!database) {
    database = openDB(name, 1, {
      upgrade(db) {
        db.createObjectStore('kept');
        db.createObjectStore('drafts');
        db.createObjectStore('photos');
        db.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true });
      },
      terminated: () => opened.delete(name),
      // A page of an older version must not keep a newer one from opening the store in a shape of its own.
      blocking: (_current, _next, event) => {
        opened.delete(name);
        (event.target as IDBDatabase).close();
      },
    });
    // A browser that refuses storage once (private window, full disk) may allow it the next time.
    database.catch(() => opened.delete(name));
    opened.set(name, database);
  }
  return database;
}

interface Copy {
  readonly value: unknown;
  readonly at: number;
}

const KEEP_MS = 14 * 86_400_000;
/** Entries of `kept` that are no copies of answers. */
const OURS = ['delivered', 'queueKey'];

/** A full disk must not spoil an answer that has just arrived. */
export async function keepCopy(key: string, value: unknown): Promise<void> {
  heard();
  await deviceStore()
    .then((db) => db.put('kept', { value, at: Date.now() } satisfies Copy, key))
    .catch(() => undefined);
}

/** The key that seals what this person exports; every answer to who is there brings it. */
export async function keepQueueKey(personId: string, key: string | null): Promise<void> {
  if (key)
    await deviceStore(personId)
      .then((db) => db.put('kept', key, 'queueKey'))
      .catch(() => undefined);
}

export async function queueKeyOf(personId: string): Promise<string | undefined> {
  return (await (await deviceStore(personId)).get('kept', 'queueKey')) as string | undefined;
}

/** Drops copies of answers older than `since`; all of them when the phone is full. */
export async function dropCopies(db: IDBPDatabase, since: number = Date.now() - KEEP_MS): Promise<void> {
  const tx = db.transaction('kept', 'readwrite');
  for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue())
    if (!OURS.includes(String(cursor.key)) && !((cursor.value as Copy).at >= since)) await cursor.delete();
  await tx.done;
}

/** Work of the person goes before copies of answers: when the phone is full those make room, and the write is tried once more. */
export async function withRoom<Value>(db: IDBPDatabase, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    if ((error as DOMException)?.name !== 'QuotaExceededError') throw error;
    await dropCopies(db, Infinity);
    return write();
  }
}

/** Asked for when no answer came, so this is also where the phone learns that it is out of reach. */
export async function keptCopy<Value>(key: string): Promise<Value | undefined> {
  const copy = (await (await deviceStore()).get('kept', key)) as Copy | undefined;
  signal.set({ reachable: false, keptAt: Math.min(copy?.at ?? Infinity, signal.get().keptAt ?? Infinity) });
  return copy?.value as Value | undefined;
}
