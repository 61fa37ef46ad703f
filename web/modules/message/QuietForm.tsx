import { useState } from 'react';
import type { MessageTerms } from '#domain/message/terms.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';

const words = {
  title: { zh: '免打扰时段', en: 'Quiet hours' },
  use: { zh: '设置免打扰时段', en: 'Keep quiet hours' },
  from: { zh: '开始', en: 'From' },
  to: { zh: '结束', en: 'Until' },
  cancel: { zh: '取消', en: 'Cancel' },
  save: { zh: '保存', en: 'Save' },
};

export function QuietForm({ terms, onClose }: { readonly terms: MessageTerms; readonly onClose: () => void }) {
  const t = useWords();
  const set = useAct('message.setTerms');
  const [use, setUse] = useState(terms.quiet !== null);
  const [quiet, setQuiet] = useState(terms.quiet ?? { from: '21:30', to: '07:30' });
  return (
    <Sheet title={t(words.title)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ was: terms, terms: { ...terms, quiet: use ? quiet : null } }, { onSuccess: onClose });
        }}
      >
        <label className="check-field">
          <input type="checkbox" checked={use} onChange={(event) => setUse(event.currentTarget.checked)} />
          {t(words.use)}
        </label>
        {use && (
          <div className="pair-fields">
            {(['from', 'to'] as const).map((end) => (
              <label key={end} className="field">
                <span>{t(words[end])}</span>
                <input
                  className="input"
                  type="time"
                  required
                  value={quiet[end]}
                  onChange={(event) => setQuiet({ ...quiet, [end]: event.currentTarget.value })}
                />
              </label>
            ))}
          </div>
        )}
        <ProblemNote error={set.error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button type="submit" className="btn btn-main" disabled={set.isPending}>
            {t(words.save)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
