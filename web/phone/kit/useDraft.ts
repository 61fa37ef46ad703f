/** Work begun, saved at every touch: a reload or a killed browser costs nothing that was seen on the screen, a flat battery at most the last letters. */
import { useEffect, useRef, useState } from 'react';
import { dropDraft, readDraft, saveDraft } from '#web/api/drafts.ts';

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
    latest.current = undefined;
    setValue(undefined);
    void readDraft<Value>(key).then((found) => {
      if (!current) return;
      latest.current = { ...beginning(), ...found };
      setValue(latest.current);
    });
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
      saveDraft(key, next).then(
        () => setUnsaved(false),
        () => setUnsaved(true),
      );
    },
    forget: () => void dropDraft(key),
  };
}
