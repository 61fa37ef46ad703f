/** Where the people of the unit are reached by mail. */
import { useState } from 'react';
import type { Reads } from '#web/api/call.ts';
import { useAct } from '#web/api/hooks.ts';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';

const words = {
  title: { zh: '人员邮箱', en: 'Mail addresses' },
  hint: { zh: '没有邮箱的人只在站内收到消息。', en: 'Who has none is told in the system only.' },
  none: { zh: '未填写', en: 'none' },
  set: { zh: '设置', en: 'Set' },
  label: { zh: '邮箱', en: 'Mail address' },
  empty: { zh: '留空则不再发邮件。', en: 'Leave it empty for no mail.' },
  save: { zh: '保存', en: 'Save' },
};

type Person = Reads['channel.list']['output']['people'][number];

export function PeopleMail({ people }: { readonly people: readonly Person[] }) {
  const t = useWords();
  const set = useAct('person.setMail');
  const [opened, setOpened] = useState<Person | null>(null);
  return (
    <Panel title={t(words.title)} aside={t(words.hint)}>
      <ul className="rows mail-rows">
        {people.map((person) => (
          <li key={person.id}>
            <span>{person.name}</span>
            <span className="second">{person.mail ?? t(words.none)}</span>
            <button type="button" className="btn btn-small" aria-label={`${t(words.set)} ${person.name}`} onClick={() => setOpened(person)}>
              {t(words.set)}
            </button>
          </li>
        ))}
      </ul>
      {opened && (
        <ActForm
          title={`${t(words.label)} · ${opened.name}`}
          send={t(words.save)}
          text={{ label: t(words.label), initial: opened.mail ?? '', single: true, hint: t(words.empty) }}
          error={set.error}
          pending={set.isPending}
          onSend={({ text }) => set.mutate({ id: opened.id, mail: text || null }, { onSuccess: () => setOpened(null) })}
          onClose={() => setOpened(null)}
        />
      )}
    </Panel>
  );
}
