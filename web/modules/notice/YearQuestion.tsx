/** A notice of a past year: its dates stay as printed or move to a year of choice. The record keeps both. */
import { useState } from 'react';
import { dayOf } from '#domain/kernel/day.ts';
import type { NoticeView } from '#domain/notice/notice.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';

const words = {
  kind: { zh: '年份', en: 'Year' },
  other: { zh: '其他年份', en: 'Another year' },
  apply: { zh: '确定', en: 'Apply' },
  change: { zh: '更改', en: 'Change' },
};

export function YearQuestion({ notice, mayChoose }: { readonly notice: NoticeView; readonly mayChoose: boolean }) {
  const t = useWords();
  const choose = useAct('notice.chooseYear');
  const [again, setAgain] = useState(false);
  const [other, setOther] = useState('');
  const printed = notice.noticeYear;
  const choice = notice.yearChoice;
  if (printed === null || notice.state === 'discarded') return null;
  if (!notice.askYear && !again) {
    if (!choice) return null;
    return (
      <p className="year-chosen">
        {choice.applied === choice.printed
          ? t({ zh: `日期按公文所写的 ${choice.printed} 年。`, en: `Dates stay in ${choice.printed}, as printed.` })
          : t({
              zh: `日期由公文的 ${choice.printed} 年移到 ${choice.applied} 年，原日期同时保留。`,
              en: `Dates moved from ${choice.printed} to ${choice.applied}; the printed ones are kept beside them.`,
            })}{' '}
        {mayChoose && notice.state === 'draft' && (
          <button type="button" className="link-button" onClick={() => setAgain(true)}>
            {t(words.change)}
          </button>
        )}
      </p>
    );
  }
  const present = Number(dayOf(Date.now()).slice(0, 4));
  const apply = (year: number) => choose.mutate({ id: notice.id, applied: year }, { onSuccess: () => setAgain(false) });
  return (
    <section className="plan-part">
      <div className="question question-blank">
        <p className="question-head">
          <span className="question-kind">▲ {t(words.kind)}</span>{' '}
          {t({ zh: `这份公文是 ${printed} 年的，其中的日期怎么办？`, en: `This notice is of ${printed}. What about its dates?` })}
        </p>
        <ProblemNote error={choose.error} />
        <div className="options">
          <button type="button" className="option" disabled={!mayChoose || choose.isPending} onClick={() => apply(printed)}>
            <i aria-hidden="true" />
            {t({ zh: `保留 ${printed} 年`, en: `Keep ${printed}` })}
          </button>
          {present !== printed && (
            <button type="button" className="option" disabled={!mayChoose || choose.isPending} onClick={() => apply(present)}>
              <i aria-hidden="true" />
              {t({ zh: `移到 ${present} 年`, en: `Move to ${present}` })}
            </button>
          )}
          <form
            className="option-form"
            onSubmit={(event) => {
              event.preventDefault();
              apply(Number(other));
            }}
          >
            <input
              className="input"
              type="number"
              min={1949}
              max={2100}
              required
              aria-label={t(words.other)}
              placeholder={t(words.other)}
              value={other}
              onChange={(event) => setOther(event.currentTarget.value)}
            />
            <button type="submit" className="btn" disabled={!mayChoose || choose.isPending || other.length !== 4}>
              {t(words.apply)}
            </button>
          </form>
        </div>
      </div>
    </section>
  );
}
