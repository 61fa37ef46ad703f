/** A due day that the notice does not print in a way that could be read. */
import { useId, useState } from 'react';
import { newId } from '#domain/kernel/id.ts';
import type { AddedTask, DutyDraft } from '#domain/notice/draft.model.ts';
import { useWords } from '#web/language.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { useReview } from './review.ts';

const words = {
  hint: { zh: '补一个期限', en: 'Add a due day' },
  title: { zh: '要办的事', en: 'What is due' },
  due: { zh: '期限', en: 'Due' },
  save: { zh: '补上', en: 'Add' },
};

export function AddDay({ duty }: { readonly duty: DutyDraft }) {
  const t = useWords();
  const id = useId();
  const { correct, openPanel } = useReview();
  const [title, setTitle] = useState(duty.title);
  const [due, setDue] = useState('');
  const known: AddedTask[] = duty.tasks.flatMap((task) =>
    task.basis === 'clerk' && task.due ? [{ key: task.key, title: task.title, due: task.due }] : [],
  );
  return (
    <EntryPanel
      hint={t(words.hint)}
      save={t(words.save)}
      saveable={title.trim() !== '' && due !== ''}
      onSave={() =>
        correct({ target: `duty:${duty.key}`, field: 'addedTasks', value: [...known, { key: newId(), title: title.trim(), due }] }, known)
      }
      onClose={() => openPanel(null)}
    >
      <div className="panel-fields">
        <label htmlFor={`${id}title`}>{t(words.title)}</label>
        <input
          id={`${id}title`}
          className="input"
          maxLength={200}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <label htmlFor={`${id}due`}>{t(words.due)}</label>
        <input
          id={`${id}due`}
          className="input"
          type="date"
          // biome-ignore lint/a11y/noAutofocus: the panel was opened to give a day
          autoFocus
          value={due}
          onChange={(event) => setDue(event.currentTarget.value)}
        />
      </div>
    </EntryPanel>
  );
}
