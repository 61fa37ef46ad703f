import { useState } from 'react';
import { postKinds } from '#domain/kernel/actor.ts';
import type { Person, Section } from '#domain/org/org.model.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { AccountForm } from './AccountForm.tsx';
import { PersonForm } from './PersonForm.tsx';

const words = {
  people: { zh: '人员', en: 'People' },
  add: { zh: '新增人员', en: 'Add a person' },
  edit: { zh: '调整职务', en: 'Change posts' },
  give: { zh: '开通账号', en: 'Give an account' },
  noAccount: { zh: '无账号', en: 'no account' },
};

/** Who works here, in which posts, and whether they can sign in. */
export function PeoplePanel({
  people,
  sections,
  mayManage,
}: {
  readonly people: readonly Person[];
  readonly sections: readonly Section[];
  readonly mayManage: boolean;
}) {
  const t = useWords();
  const [form, setForm] = useState<{ readonly kind: 'add' } | { readonly kind: 'edit' | 'give'; readonly person: Person } | null>(null);
  const close = () => setForm(null);
  return (
    <Panel
      title={`${t(words.people)} ${people.length}`}
      aside={
        mayManage && (
          <button type="button" className="btn btn-small" onClick={() => setForm({ kind: 'add' })}>
            {t(words.add)}
          </button>
        )
      }
    >
      <ul className="rows">
        {people.map((person) => (
          <li key={person.id} className="person-line">
            <strong>{person.name}</strong>
            <Posts person={person} sections={sections} />
            <span className="person-account">
              {person.username ? (
                <span className="second small">{person.username}</span>
              ) : mayManage ? (
                <button
                  type="button"
                  className="btn btn-small"
                  aria-label={`${t(words.give)} ${person.name}`}
                  onClick={() => setForm({ kind: 'give', person })}
                >
                  {t(words.give)}
                </button>
              ) : (
                <span className="second small">{t(words.noAccount)}</span>
              )}
              {mayManage && (
                <button
                  type="button"
                  className="btn btn-small btn-quiet"
                  aria-label={`${t(words.edit)} ${person.name}`}
                  onClick={() => setForm({ kind: 'edit', person })}
                >
                  {t(words.edit)}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {form?.kind === 'add' && <PersonForm sections={sections} onClose={close} />}
      {form?.kind === 'edit' && <PersonForm person={form.person} sections={sections} onClose={close} />}
      {form?.kind === 'give' && <AccountForm person={form.person} onClose={close} />}
    </Panel>
  );
}

export function Posts({ person, sections }: { readonly person: Person; readonly sections: readonly Section[] }) {
  const t = useWords();
  return (
    <span className="second">
      {person.posts
        .map((post) => {
          const section = sections.find(({ id }) => id === post.sectionId)?.name;
          const kind = t(postKinds[post.kind]);
          return post.title ? (post.title === kind ? kind : `${post.title}（${kind}）`) : [section, kind].filter(Boolean).join(' ');
        })
        .join('、')}
    </span>
  );
}
