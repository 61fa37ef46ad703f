/** The forms: made out here or from their records, each with the template it is filled into. */
import { useState } from 'react';
import type { FormRow } from '#domain/form/form.contract.ts';
import { termsOf } from '#domain/form/forms.ts';
import { dayOf, monthOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { Download } from '#web/desk/kit/Download.tsx';
import { Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { sayAt } from '#web/ui/say.ts';
import { ReplaceTemplate } from './ReplaceTemplate.tsx';

const words = {
  title: { zh: '表格', en: 'Forms' },
  house: { zh: '默认模板', en: 'form of the house' },
  own: { zh: '本单位模板', en: 'own template' },
  template: { zh: '下载模板', en: 'Download the template' },
  replace: { zh: '换用本单位模板', en: 'Use a template of our own' },
  restore: { zh: '恢复默认', en: 'Back to the form of the house' },
  made: { zh: '生成', en: 'Make' },
  blank: { zh: '空白表', en: 'blank' },
  person: { zh: '填写谁的', en: 'For whom' },
} satisfies Record<string, Words>;

/** Where the others are made: beside their records. */
const elsewhere = {
  patrol: { words: { zh: '在巡查详情中生成', en: 'made at the patrol' }, page: 'patrols' },
  issue: { words: { zh: '在问题详情中生成', en: 'made at the problem' }, page: 'issues' },
  task: { words: { zh: '在应办事项中生成', en: 'made at the due task' }, page: 'board' },
} as const;

export function FormList() {
  const t = useWords();
  const { data, error } = useRead('form.list', {});
  const [replacing, setReplacing] = useState<FormRow['form'] | null>(null);
  const restore = useAct('form.restore');
  if (!data) return <Waiting error={error} />;
  return (
    <Panel title={t(words.title)} aside={data.rows.length}>
      <ProblemNote error={restore.error} />
      <ul className="rows">
        {data.rows.map(({ form, own }) => (
          <li key={form} className="form-line">
            <div>
              <strong>{t(termsOf(form).words)}</strong>
              <div className="second small">
                {own ? `${t(words.own)} · ${own.fileName} · ${own.byName} ${t(sayAt(own.at))}` : t(words.house)}
              </div>
            </div>
            <Make form={form} people={data.people} />
            <div className="form-acts">
              <Download of="form.template" input={{ form }} className="btn btn-small">
                {t(words.template)}
              </Download>
              {data.mayReplace && (
                <button type="button" className="btn btn-small" onClick={() => setReplacing(form)}>
                  {t(words.replace)}
                </button>
              )}
              {data.mayReplace && own && (
                <button type="button" className="btn btn-small" disabled={restore.isPending} onClick={() => restore.mutate({ form })}>
                  {t(words.restore)}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {replacing && <ReplaceTemplate form={replacing} onClose={() => setReplacing(null)} />}
    </Panel>
  );
}

function Make({
  form,
  people,
}: {
  readonly form: FormRow['form'];
  readonly people: readonly { readonly id: string; readonly name: string }[];
}) {
  const t = useWords();
  const [person, setPerson] = useState('');
  const { from } = termsOf(form);
  if (from === 'patrol' || from === 'issue' || from === 'task') {
    const place = elsewhere[from];
    return (
      <a className="btn btn-quiet btn-small" href={to(place.page)}>
        {t(place.words)}
      </a>
    );
  }
  const of = from === 'month' ? monthOf(dayOf(Date.now())) : from === 'person' ? person : '';
  return (
    <div className="form-make">
      {from === 'person' && (
        <label>
          <span className="visually-hidden">{t(words.person)}</span>
          <select className="input" value={person} onChange={(event) => setPerson(event.currentTarget.value)}>
            <option value="">{t(words.blank)}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Download of="form.paper" input={{ form, of }} className="btn btn-small">
        {t(words.made)} Word
      </Download>
    </div>
  );
}
