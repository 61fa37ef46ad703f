import { useState } from 'react';
import { newId } from '#domain/kernel/id.ts';
import type { Section } from '#domain/org/org.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';

const words = {
  title: { zh: '科室', en: 'Sections' },
  none: {
    zh: '采纳公文时会按其中的科室名称建立，也可以在这里添加。',
    en: 'Adopting a notice brings the sections it names; more can be added here.',
  },
  name: { zh: '科室名称', en: 'Name of the section' },
  add: { zh: '新增', en: 'Add' },
};

export function SectionsPanel({ sections, mayManage }: { readonly sections: readonly Section[]; readonly mayManage: boolean }) {
  const t = useWords();
  const add = useAct('section.add');
  const [name, setName] = useState('');
  return (
    <Panel title={t(words.title)} aside={sections.length > 0 ? sections.length : undefined}>
      {sections.length > 0 ? (
        <ul className="tags">
          {sections.map((section) => (
            <li key={section.id}>{section.name}</li>
          ))}
        </ul>
      ) : (
        <p className="none">{t(words.none)}</p>
      )}
      {mayManage && (
        <form
          className="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate({ id: newId(), name }, { onSuccess: () => setName('') });
          }}
        >
          <input
            className="input"
            aria-label={t(words.name)}
            placeholder={t(words.name)}
            maxLength={30}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit" className="btn" disabled={!name.trim() || add.isPending}>
            {t(words.add)}
          </button>
        </form>
      )}
      <ProblemNote error={add.error} />
    </Panel>
  );
}
