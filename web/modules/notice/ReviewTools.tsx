/** How far the review is, in which order it goes, a search in it, undo, and the keys. */
import { useState } from 'react';
import type { NoticeView } from '#domain/notice/notice.model.ts';
import { setSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { keyHelp } from './keys.ts';
import { targetsOf, useReview } from './review.ts';

const words = {
  order: { zh: '顺序', en: 'Order' },
  unsure: { zh: '先看存疑', en: 'Unsure first' },
  text: { zh: '按原文', en: 'As in the text' },
  find: { zh: '查找事项', en: 'Find an item' },
  undo: { zh: '撤销', en: 'Undo' },
  keys: { zh: '键盘', en: 'Keys' },
  checked: { zh: '已核对', en: 'checked' },
  doubtful: { zh: '存疑', en: 'unsure' },
  open: { zh: '需确认', en: 'to settle' },
};

interface ReviewToolsProps {
  readonly unsureFirst: boolean;
  readonly find: string;
  readonly onFind: (words: string) => void;
}

export function ReviewTools({ unsureFirst, find, onFind }: ReviewToolsProps) {
  const t = useWords();
  const [help, setHelp] = useState(false);
  const { notice, accepted, mayEdit, canUndo, undo, error, panel } = useReview();
  const targets = targetsOf(notice);
  const checked = targets.filter((target) => accepted.has(target)).length;
  const doubtful = doubtfulIn(notice, accepted);
  return (
    <div className="review-tools no-print">
      <p className="review-count">
        <span>
          {t(words.checked)} <b>{checked}</b>/{targets.length}
        </span>
        {doubtful > 0 && (
          <span className="count-doubt">
            ▲ {t(words.doubtful)} {doubtful}
          </span>
        )}
        {notice.questions.length > 0 && (
          <span className="count-open">
            {t(words.open)} {notice.questions.length}
          </span>
        )}
        <progress max={Math.max(1, targets.length)} value={checked} aria-label={t(words.checked)} />
      </p>
      <div className="review-controls">
        <fieldset className="seg">
          <legend className="visually-hidden">{t(words.order)}</legend>
          <button type="button" aria-pressed={unsureFirst} onClick={() => setSearch({ order: undefined })}>
            {t(words.unsure)}
          </button>
          <button type="button" aria-pressed={!unsureFirst} onClick={() => setSearch({ order: 'text' })}>
            {t(words.text)}
          </button>
        </fieldset>
        <input
          type="search"
          className="input"
          data-key="/"
          placeholder={t(words.find)}
          aria-label={t(words.find)}
          value={find}
          onChange={(event) => onFind(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
        {mayEdit && (
          <button type="button" className="btn" data-key="u" disabled={!canUndo} onClick={undo}>
            {t(words.undo)}
          </button>
        )}
        <button type="button" className="btn" data-key="?" aria-expanded={help} onClick={() => setHelp(!help)}>
          {t(words.keys)}
        </button>
      </div>
      {help && (
        <dl className="key-help">
          {keyHelp.map((one) => (
            <div key={one.keys}>
              <dt>
                <kbd>{one.keys}</kbd>
              </dt>
              <dd>{t(one.words)}</dd>
            </div>
          ))}
        </dl>
      )}
      {!panel && <ProblemNote error={error} />}
    </div>
  );
}

function doubtfulIn({ draft }: NoticeView, accepted: ReadonlySet<string>): number {
  const duties = draft.lists.flatMap((list) => list.duties);
  return duties.filter((duty) => duty.doubts.length > 0 && !duty.dropped && !accepted.has(`duty:${duty.key}`)).length + draft.doubts.length;
}
