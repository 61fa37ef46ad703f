/** Which time the summary is to speak of. */
import { useState } from 'react';
import { addDays, firstDayOf, monthOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import { periodAt } from '#domain/summary/period.ts';
import { type SummaryKind, summaryKinds } from '#domain/summary/summary.states.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { openPage } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';

const words = {
  title: { zh: '起草总结', en: 'Draft a summary' },
  kind: { zh: '种类', en: 'Kind' },
  time: { zh: '时段', en: 'Time' },
  noStage: { zh: '已采纳的公文没有写明起止时间的阶段。', en: 'No adopted notice names a stage with its months.' },
  cancel: { zh: '取消', en: 'Cancel' },
  draft: { zh: '起草', en: 'Draft' },
};

/** How far back one can look without paging through years. */
const OFFERED = { week: 9, month: 13, year: 3 } as const;

export function DraftSummary({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const [id] = useState(() => newId());
  const [kind, setKind] = useState<SummaryKind>('month');
  const [chosen, setChosen] = useState('');
  const { data, error } = useRead('summary.list', {});
  const draft = useAct('summary.draft');
  const options = data ? optionsOf(kind, data.today, data.stages) : [];
  const value = options.some((option) => option.value === chosen) ? chosen : (options[0]?.value ?? '');
  return (
    <Sheet title={t(words.title)} onClose={onClose}>
      {!data ? (
        <Waiting error={error} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const time = kind === 'stage' ? { kind, stageId: value } : { kind, day: value };
            draft.mutate({ id, time }, { onSuccess: () => openPage('summary', { id }) });
          }}
        >
          <label className="field">
            <span>{t(words.kind)}</span>
            <select className="input" value={kind} onChange={(event) => setKind(event.currentTarget.value as SummaryKind)}>
              {(Object.keys(summaryKinds) as SummaryKind[]).map((one) => (
                <option key={one} value={one}>
                  {t(summaryKinds[one])}
                </option>
              ))}
            </select>
          </label>
          {options.length === 0 ? (
            <p className="second">{t(words.noStage)}</p>
          ) : (
            <label className="field">
              <span>{t(words.time)}</span>
              <select className="input" value={value} onChange={(event) => setChosen(event.currentTarget.value)}>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            </label>
          )}
          <ProblemNote error={draft.error} />
          <div className="form-foot">
            <button type="button" className="btn" onClick={onClose}>
              {t(words.cancel)}
            </button>
            <button type="submit" className="btn btn-main" disabled={draft.isPending || value === ''}>
              {t(words.draft)}
            </button>
          </div>
        </form>
      )}
    </Sheet>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The present time first, then those before it. */
function optionsOf(kind: SummaryKind, today: string, stages: readonly { readonly id: string; readonly name: string }[]): Option[] {
  if (kind === 'stage') return stages.map(({ id, name }) => ({ value: id, label: name }));
  const days: string[] = [];
  for (let day = today; days.length < OFFERED[kind]; day = addDays(periodAt(kind, day).from, -1)) days.push(day);
  return days.map((day) => ({ value: kind === 'month' ? firstDayOf(monthOf(day)) : day, label: periodAt(kind, day).name }));
}
