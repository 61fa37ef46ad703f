/** One row of the tell table: on or off, whom, by which ways, in which words; with the words as they would have read lately. */
import { useState } from 'react';
import type { Ref } from '#domain/kernel/contract.ts';
import { type Way, ways } from '#domain/message/message.states.ts';
import { type Audience, audiences, type Tell } from '#domain/message/tell.ts';
import { type TellName, tells } from '#domain/message/tells.ts';
import type { MessageTerms, TellTerms } from '#domain/message/terms.model.ts';
import { fieldsFor, termsOf } from '#domain/message/terms.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { TellPreview } from './TellPreview.tsx';
import { WordingFields } from './WordingFields.tsx';

const words = {
  on: { zh: '通知', en: 'Tell this' },
  to: { zh: '告诉谁', en: 'Whom' },
  ways: { zh: '怎么告诉', en: 'By which way' },
  others: { zh: '另外发到', en: 'Also to' },
  night: { zh: '免打扰时段也发', en: 'In quiet hours too' },
  own: { zh: '用本单位的文字', en: 'Use our own words' },
  mailHint: { zh: '邮件只发给填写了邮箱的人。', en: 'Mail goes to those who gave an address.' },
  usual: { zh: '恢复默认', en: 'Back to the delivered row' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  save: { zh: '保存', en: 'Save' },
};

interface TellFormProps {
  readonly name: TellName;
  readonly terms: MessageTerms;
  readonly channels: readonly Ref[];
  readonly mayChange: boolean;
  readonly onClose: () => void;
}

const toggled = <T,>(all: readonly T[], one: T, on: boolean): T[] => (on ? [...all, one] : all.filter((other) => other !== one));

export function TellForm({ name, terms, channels, mayChange, onClose }: TellFormProps) {
  const t = useWords();
  const tell: Tell = tells[name];
  const set = useAct('message.setTerms');
  const [row, setRow] = useState<TellTerms>(() => termsOf(terms, name));
  const change = (changes: Partial<TellTerms>) => setRow({ ...row, ...changes });
  const send = (tellsNow: MessageTerms['tells']) =>
    set.mutate({ was: terms, terms: { ...terms, tells: tellsNow } }, { onSuccess: onClose });
  const { [name]: own, ...others } = terms.tells;
  const possible = (Object.keys(ways) as Way[]).filter((way) => way !== 'group' || tell.mayGroup);
  return (
    <Sheet title={t(tell.words)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send({ ...others, [name]: row });
        }}
      >
        <fieldset className="tell-form" disabled={!mayChange}>
          <label className="check-field">
            <input type="checkbox" checked={row.on} onChange={(event) => change({ on: event.currentTarget.checked })} />
            {t(words.on)}
          </label>
          <Checks<Audience>
            legend={t(words.to)}
            options={tell.to.map((key) => ({ key, label: t(audiences[key]) }))}
            chosen={row.to}
            onChange={(to) => change({ to })}
          />
          <Checks<Way>
            legend={t(words.ways)}
            options={possible.map((key) => ({ key, label: t(ways[key]) }))}
            chosen={row.ways}
            onChange={(chosen) => change({ ways: chosen })}
          />
          <p className="second small">{t(words.mailHint)}</p>
          {tell.mayGroup && channels.length > 0 && (
            <Checks
              legend={t(words.others)}
              options={channels.map(({ id, name: label }) => ({ key: id, label }))}
              chosen={row.channelIds}
              onChange={(channelIds) => change({ channelIds })}
            />
          )}
          <label className="check-field">
            <input type="checkbox" checked={row.passesQuiet} onChange={(event) => change({ passesQuiet: event.currentTarget.checked })} />
            {t(words.night)}
          </label>
          <label className="check-field">
            <input
              type="checkbox"
              checked={row.title !== null}
              onChange={(event) =>
                change(event.currentTarget.checked ? { title: tell.title, body: tell.body } : { title: null, body: null })
              }
            />
            {t(words.own)}
          </label>
          {row.title && row.body && <WordingFields fields={fieldsFor(name)} title={row.title} body={row.body} onChange={change} />}
        </fieldset>
        <TellPreview name={name} title={row.title ?? tell.title} body={row.body ?? tell.body} />
        <ProblemNote error={set.error} />
        <div className="form-foot">
          {mayChange && own && (
            <button type="button" className="btn btn-quiet" disabled={set.isPending} onClick={() => send(others)}>
              {t(words.usual)}
            </button>
          )}
          <button type="button" className="btn" onClick={onClose}>
            {t(mayChange ? words.cancel : words.close)}
          </button>
          {mayChange && (
            <button type="submit" className="btn btn-main" disabled={set.isPending}>
              {t(words.save)}
            </button>
          )}
        </div>
      </form>
    </Sheet>
  );
}

interface ChecksProps<Key extends string> {
  readonly legend: string;
  readonly options: readonly { readonly key: Key; readonly label: string }[];
  readonly chosen: readonly Key[];
  readonly onChange: (chosen: Key[]) => void;
}

function Checks<Key extends string>({ legend, options, chosen, onChange }: ChecksProps<Key>) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="checks">
        {options.map(({ key, label }) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={chosen.includes(key)}
              onChange={(event) => onChange(toggled(chosen, key, event.currentTarget.checked))}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
