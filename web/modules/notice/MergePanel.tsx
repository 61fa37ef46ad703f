/** Two sentences that order one thing become one duty: this one joins another of its list, most often its neighbour. */
import { useId, useState } from 'react';
import type { DutyDraft } from '#domain/notice/draft.model.ts';
import { useWords } from '#web/language.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { useReview } from './review.ts';

const words = {
  hint: { zh: '这一项并入：', en: 'This one joins:' },
  label: { zh: '并入哪一项', en: 'Which one' },
  save: { zh: '合并', en: 'Merge' },
};

export function MergePanel({ duty }: { readonly duty: DutyDraft }) {
  const t = useWords();
  const id = useId();
  const { notice, correct, openPanel } = useReview();
  const duties = notice.draft.lists.find((list) => list.duties.some((one) => one.key === duty.key))?.duties ?? [];
  const others = duties.filter((one) => one.key !== duty.key && !one.dropped);
  const at = duties.findIndex((one) => one.key === duty.key);
  const [into, setInto] = useState((duties[at - 1] ?? duties[at + 1])?.key ?? '');
  return (
    <EntryPanel
      hint={t(words.hint)}
      save={t(words.save)}
      saveable={others.some((one) => one.key === into)}
      onSave={() => correct({ target: `duty:${duty.key}`, field: 'mergedInto', value: into }, null)}
      onClose={() => openPanel(null)}
    >
      <label className="visually-hidden" htmlFor={id}>
        {t(words.label)}
      </label>
      {/* biome-ignore lint/a11y/noAutofocus: the panel was opened to choose */}
      <select id={id} className="input" autoFocus value={into} onChange={(event) => setInto(event.currentTarget.value)}>
        {others.map((one) => (
          <option key={one.key} value={one.key}>
            {one.number} {one.title}
          </option>
        ))}
      </select>
    </EntryPanel>
  );
}
