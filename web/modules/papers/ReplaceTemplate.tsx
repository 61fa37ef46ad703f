/** A unit's own Word file for a form: checked first, each fault named with its paragraph, then put in place. */
import { useState } from 'react';
import { type FormKind, termsOf } from '#domain/form/forms.ts';
import { newId } from '#domain/kernel/id.ts';
import type { Words } from '#domain/kernel/words.ts';
import { useAct } from '#web/api/hooks.ts';
import { Download } from '#web/desk/kit/Download.tsx';
import { useWords } from '#web/language.ts';
import { base64 } from '#web/ui/base64.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';

const words = {
  title: { zh: '换用本单位模板', en: 'Use a template of our own' },
  say: {
    zh: '在 Word 里排好版面，需要填写的地方写占位符，例如 {{单位}}；要重复的行用 {{#列表}} 和 {{/列表}} 括起来。可先下载现有模板修改。',
    en: 'Lay it out in Word and write placeholders such as {{单位}}; put {{#列表}} and {{/列表}} around what is repeated. The present template is a good beginning.',
  },
  template: { zh: '下载默认模板', en: 'Download the form of the house' },
  names: { zh: '可用的占位符', en: 'Placeholders there are' },
  file: { zh: 'Word 文件（.docx）', en: 'Word file (.docx)' },
  faults: { zh: '需要改正的地方', en: 'What is wrong' },
  paragraph: { zh: '所在段落：', en: 'In the paragraph: ' },
  fine: { zh: '模板没有问题，可以换用。', en: 'Nothing is wrong with it.' },
  cancel: { zh: '取消', en: 'Cancel' },
  put: { zh: '换用', en: 'Use it' },
} satisfies Record<string, Words>;

export function ReplaceTemplate({ form, onClose }: { readonly form: FormKind; readonly onClose: () => void }) {
  const t = useWords();
  const [id] = useState(() => newId());
  const [file, setFile] = useState<{ readonly name: string; readonly bytes: string } | null>(null);
  const check = useAct('form.check');
  const replace = useAct('form.replace');
  const choose = async (chosen: File | undefined) => {
    replace.reset();
    if (!chosen) return;
    const bytes = base64(new Uint8Array(await chosen.arrayBuffer()));
    setFile({ name: chosen.name, bytes });
    check.mutate({ form, file: bytes });
  };
  const faults = check.data?.faults ?? [];
  return (
    <Sheet title={`${t(words.title)} · ${t(termsOf(form).words)}`} onClose={onClose}>
      <p className="second">{t(words.say)}</p>
      <p>
        <Download of="form.template" input={{ form, house: 'true' }} className="btn btn-small">
          {t(words.template)}
        </Download>
      </p>
      <Names form={form} />
      <label className="field">
        <span>{t(words.file)}</span>
        <input className="input" type="file" accept=".docx" onChange={(event) => void choose(event.currentTarget.files?.[0])} />
      </label>
      <ProblemNote error={check.error ?? replace.error} />
      {check.data && faults.length === 0 && <p className="good-note">{t(words.fine)}</p>}
      {faults.length > 0 && (
        <section className="template-faults" role="alert">
          <h3>
            {t(words.faults)} {faults.length}
          </h3>
          <ul>
            {faults.map((fault, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may stand in two paragraphs alike
              <li key={at}>
                <strong>{fault.placeholder}</strong> {t(fault)}
                <div className="second small">
                  {t(words.paragraph)}
                  {fault.paragraph}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="form-foot">
        <button type="button" className="btn" onClick={onClose}>
          {t(words.cancel)}
        </button>
        <button
          type="button"
          className="btn btn-main"
          disabled={!file || !check.data || faults.length > 0 || replace.isPending}
          onClick={() => file && replace.mutate({ id, form, fileName: file.name.slice(0, 100), file: file.bytes }, { onSuccess: onClose })}
        >
          {t(words.put)}
        </button>
      </div>
    </Sheet>
  );
}

function Names({ form }: { readonly form: FormKind }) {
  const t = useWords();
  const terms = termsOf(form);
  return (
    <details className="template-names">
      <summary>{t(words.names)}</summary>
      <dl className="facts">
        {Object.entries(terms.values).map(([name, said]) => (
          <Name key={name} mark={`{{${name}}}`} said={said} />
        ))}
        {Object.entries(terms.lists).flatMap(([list, { words: said, values, pictures }]) => [
          <Name key={list} mark={`{{#${list}}} … {{/${list}}}`} said={said} />,
          ...Object.entries({ ...values, ...pictures }).map(([name, words]) => (
            <Name key={`${list}${name}`} mark={`　{{${name}}}`} said={words} />
          )),
        ])}
      </dl>
    </details>
  );
}

function Name({ mark, said }: { readonly mark: string; readonly said: Words }) {
  const t = useWords();
  return (
    <>
      <dt>{mark}</dt>
      <dd>{t(said)}</dd>
    </>
  );
}
