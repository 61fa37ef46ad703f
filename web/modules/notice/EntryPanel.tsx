/** The small form under an entry; Escape leaves it. */
import type { ReactNode } from 'react';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { useReview } from './review.ts';

interface EntryPanelProps {
  readonly hint: string;
  readonly save: string;
  readonly saveable: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const cancel = { zh: '取消', en: 'Cancel' };

export function EntryPanel({ hint, save, saveable, onSave, onClose, children }: EntryPanelProps) {
  const t = useWords();
  const { error } = useReview();
  return (
    <form
      className="entry-panel"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <p className="second small">{hint}</p>
      {children}
      <ProblemNote error={error} />
      <div className="acts-row">
        <button type="submit" className="btn btn-main" disabled={!saveable}>
          {save}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t(cancel)}
        </button>
      </div>
    </form>
  );
}
