/**
 * Work begun, kept on the device. The device's store answers a little later than the screen, and the page may be gone by then: what was
 * written last is also noted in the same moment, and the note stands only until the store has it.
 */
import { deviceStore, storeName, withRoom } from './kept.ts';

/** The newest of what the store has and what was only noted, which goes into the store with that. */
export async function readDraft<Value>(key: string): Promise<Partial<Value> | undefined> {
  const noted = readNote<Value>(key);
  const saved = await deviceStore()
    .then((db) => db.get('drafts', key) as Promise<Partial<Value> | undefined>)
    .catch(() => undefined);
  if (!noted) return saved;
  const newest = { ...saved, ...noted };
  void saveDraft(key, newest).catch(() => undefined);
  return newest;
}

/** Rejects when the phone is full or refuses storage. */
export async function saveDraft(key: string, value: object): Promise<void> {
  const text = note(key, value);
  const db = await deviceStore();
  await withRoom(db, () => db.put('drafts', value, key));
  if (text !== null && noteOf(key) === text) dropNote(key);
}

export async function dropDraft(key: string): Promise<void> {
  dropNote(key);
  await (await deviceStore()).delete('drafts', key);
}

const nameOf = (key: string): string => `${storeName()}:draft:${key}`;

/** Answers what was noted; null when the browser keeps no notes. */
function note(key: string, value: object): string | null {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(nameOf(key), text);
    return text;
  } catch {
    // An older note must not pass for the newest.
    dropNote(key);
    return null;
  }
}

function noteOf(key: string): string | null {
  try {
    return localStorage.getItem(nameOf(key));
  } catch {
    return null;
  }
}

function readNote<Value>(key: string): Partial<Value> | undefined {
  const text = noteOf(key);
  return text === null ? undefined : (JSON.parse(text) as Partial<Value>);
}

/** The queue has taken the draft over. */
export function dropNote(key: string): void {
  try {
    localStorage.removeItem(nameOf(key));
  } catch {
    // Without notes there is nothing to drop.
  }
}
