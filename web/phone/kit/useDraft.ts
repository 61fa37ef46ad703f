/** Work begun, saved at every touch: a reload or a killed browser costs nothing that was seen on the screen, a flat battery at most the last letters. */
import { useEffect, useRef, useState } from 'react';
import { dropAhead, noteAhead, readAhead, settleAhead } from '#web/api/ahead.ts';
import { deviceStore, withRoom } from '#web/api/kept.ts';

export interface Draft<Value> {
  /** Undefined until the device has been asked. */
  readonly value: Value | undefined;
  readonly change: (part: Partial<Value>) => void;
  readonly forget: () => void;
  /** Saving failed: the phone is full or refuses storage. */
  readonly unsaved: boolean;
}

export function useDraft<Value extends object>(key: string, beginning: () => Value): Draft<Value> {
  const [value, setValue] = useState<Value>();
  const [unsaved, setUnsaved] = useState(false);
  const latest = useRef<Value | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the beginning counts only when there is no draft yet
  useEffect(() => {
    let current = true;
    const begin = (saved: Partial<Value> | undefined) => {
      if (!current) return;
      const ahead = readAhead<Value>(key);
      latest.current = { ...beginning(), ...saved, ...ahead };
      setValue(latest.current);
      if (ahead) void save(key, latest.current).catch(() => undefined);
    };
    latest.current = undefined;
    setValue(undefined);
    deviceStore()
      .then((db) => db.get('drafts', key) as Promise<Partial<Value> | undefined>)
      .then(begin, () => begin(undefined));
    return () => {
      current = false;
    };
  }, [key]);
  return {
    value,
    unsaved,
    change: (part) => {
      const next = { ...(latest.current ?? beginning()), ...part };
      latest.current = next;
      setValue(next);
      save(key, next).then(
        () => setUnsaved(false),
        () => setUnsaved(true),
      );
    },
    forget: () => {
      dropAhead(key);
      void deviceStore().then((db) => db.delete('drafts', key));
    },
  };
}

async function save(key: string, value: object): Promise<void> {
  const noted = noteAhead(key, value);
  const db = await deviceStore();
  await withRoom(db, () => db.put('drafts', value, key));
  settleAhead(key, noted);
}
