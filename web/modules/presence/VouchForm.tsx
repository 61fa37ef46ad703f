import { useState } from 'react';
import { presenceActs } from '#domain/presence/presence.rules.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';

const words = {
  since: { zh: '几点到的', en: 'There since' },
  note: { zh: '说明', en: 'Note' },
  cancel: { zh: '取消', en: 'Cancel' },
};

interface VouchFormProps {
  readonly title: string;
  /** 'HH:MM' to begin with. */
  readonly since: string;
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSend: (said: { readonly since: string; readonly note: string }) => void;
  readonly onClose: () => void;
}

/** Since when somebody is there whose own phone did not say so. */
export function VouchForm({ title, since: first, error, pending, onSend, onClose }: VouchFormProps) {
  const t = useWords();
  const [since, setSince] = useState(first);
  const [note, setNote] = useState('');
  return (
    <Sheet title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend({ since, note: note.trim() });
        }}
      >
        <label className="field">
          <span>{t(words.since)}</span>
          <input className="input" type="time" required value={since} onChange={(event) => setSince(event.currentTarget.value)} />
        </label>
        <label className="field">
          <span>{t(words.note)}</span>
          <input className="input" maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </label>
        <ProblemNote error={error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button type="submit" className="btn btn-main" disabled={pending}>
            {t(presenceActs.vouch.words)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
