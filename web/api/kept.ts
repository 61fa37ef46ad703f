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

export function storeName(): string {
  return `chuangcheng-${account}`;
}

const opened = new Map<string, Promise<IDBPDatabase>>();

/** The account's own database: `kept` (last answers), `drafts` (work begun), `photos` (bytes not yet delivered), `outbox` (acts on their way). */
export function deviceStore(): Promise<IDBPDatabase> {
  const name = storeName();
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

/** A full disk must not spoil an answer that has just arrived. */
export async function keepCopy(key: string, value: unknown): Promise<void> {
  heard();
  await deviceStore()
    .then((db) => db.put('kept', { value, at: Date.now() } satisfies Copy, key))
    .catch(() => undefined);
}

/** Asked for when no answer came, so this is also where the phone learns that it is out of reach. */
export async function keptCopy<Value>(key: string): Promise<Value | undefined> {
  const copy = (await (await deviceStore()).get('kept', key)) as Copy | undefined;
  signal.set({ reachable: false, keptAt: Math.min(copy?.at ?? Infinity, signal.get().keptAt ?? Infinity) });
  return copy?.value as Value | undefined;
}
