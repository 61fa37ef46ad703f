/** The sentences of a summary, part by part. One is edited at a time; what a clerk wrote stays, and says when the figures behind it changed. */
import { useState } from 'react';
import type { SummarySentence, SummaryView } from '#domain/summary/summary.model.ts';
import { type SummaryPart, summaryParts } from '#domain/summary/summary.states.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';

const words = {
  edit: { zh: '修改', en: 'Edit' },
  edited: { zh: '已修改', en: 'edited' },
  changed: { zh: '数字有变', en: 'figures changed' },
  leftOut: { zh: '（此句不用）', en: '(left out)' },
  now: { zh: '按现在的数字：', en: 'The figures now say: ' },
  nothing: { zh: '（不再有这一句）', en: '(nothing any more)' },
  keep: { zh: '保留我的文字', en: 'Keep my words' },
  take: { zh: '采用新数字', en: 'Take the new figures' },
  restore: { zh: '恢复原句', en: 'Back to the draft' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  sentence: { zh: '句子', en: 'Sentence' },
  hint: { zh: '清空即不用这一句', en: 'empty it to leave the sentence out' },
};

export function Sentences({ summary }: { readonly summary: SummaryView }) {
  const t = useWords();
  const mayEdit = summary.acts.some(({ act, allowed }) => act === 'edit' && allowed);
  return (
    <div className="sentences">
      {(Object.keys(summaryParts) as SummaryPart[]).map((part) => {
        const sentences = summary.sentences.filter((sentence) => sentence.part === part);
        if (sentences.length === 0) return null;
        return (
          <section key={part}>
            {summaryParts[part].zh && <h3>{t(summaryParts[part])}</h3>}
            <ul>
              {sentences.map((sentence) => (
                <Sentence key={sentence.key} id={summary.id} sentence={sentence} mayEdit={mayEdit} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface SentenceProps {
  readonly id: string;
  readonly sentence: SummarySentence;
  readonly mayEdit: boolean;
}

function Sentence({ id, sentence, mayEdit }: SentenceProps) {
  const t = useWords();
  const [writing, setWriting] = useState<string | null>(null);
  const edit = useAct('summary.edit');
  const { key, text, drafted, edited, changed } = sentence;
  const send = (words: string | null) => edit.mutate({ id, key, text: words }, { onSuccess: () => setWriting(null) });
  if (writing !== null)
    return (
      <li>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send(writing);
          }}
        >
          <label className="field">
            <span>
              {t(words.sentence)} <span className="hint">{t(words.hint)}</span>
            </span>
            <textarea
              className="input"
              rows={Math.min(12, Math.max(3, Math.ceil(writing.length / 38)))}
              maxLength={3000}
              value={writing}
              onChange={(event) => setWriting(event.currentTarget.value)}
            />
          </label>
          <ProblemNote error={edit.error} />
          <div className="acts-row">
            <button type="submit" className="btn btn-main btn-small" disabled={edit.isPending}>
              {t(words.save)}
            </button>
            <button type="button" className="btn btn-small" onClick={() => setWriting(null)}>
              {t(words.cancel)}
            </button>
          </div>
        </form>
      </li>
    );
  return (
    <li className={changed ? 'sentence-changed' : undefined} data-key={key}>
      <p>{text || <span className="second">{t(words.leftOut)}</span>}</p>
      {changed && (
        <p className="sentence-now">
          <strong>{t(words.now)}</strong>
          {drafted || t(words.nothing)}
        </p>
      )}
      <div className="sentence-foot">
        {edited && <span className={changed ? 'late-words small' : 'second small'}>{t(changed ? words.changed : words.edited)}</span>}
        {mayEdit && (
          <>
            {changed && (
              <button type="button" className="btn btn-quiet btn-small" onClick={() => send(text)}>
                {t(words.keep)}
              </button>
            )}
            {edited && (
              <button type="button" className="btn btn-quiet btn-small" onClick={() => send(null)}>
                {t(changed ? words.take : words.restore)}
              </button>
            )}
            <button type="button" className="btn btn-quiet btn-small" onClick={() => setWriting(text)}>
              {t(words.edit)}
            </button>
          </>
        )}
      </div>
      <ProblemNote error={edit.error} />
    </li>
  );
}
