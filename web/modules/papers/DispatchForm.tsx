/** The parts of a document, in the order in which they stand on paper. */
import type { ReactNode } from 'react';
import type { DispatchText } from '#domain/dispatch/dispatch.model.ts';
import type { DispatchKind } from '#domain/dispatch/dispatch.states.ts';
import type { Words } from '#domain/kernel/words.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';

const words = {
  number: { zh: '发文字号', en: 'Number' },
  numberHint: { zh: '如：青外办〔2026〕5号', en: 'as 青外办〔2026〕5号' },
  signatory: { zh: '签发人', en: 'Signatory' },
  title: { zh: '标题', en: 'Title' },
  recipients: { zh: '主送机关', en: 'Recipients' },
  body: { zh: '正文', en: 'Body' },
  bodyHint: {
    zh: '一行一段；以 一、 （一） 1. （1） 开头的成为各级标题',
    en: 'a line is a paragraph; 一、 （一） 1. （1） begin headings',
  },
  attendance: { zh: '出席、请假、列席', en: 'Attendance' },
  attendanceHint: { zh: '一行一类，如：出席：张三、李四', en: 'a line each, as 出席：张三、李四' },
  annexes: { zh: '附件', en: 'Annexes' },
  annexTitle: { zh: '附件名称', en: 'Name of the annex' },
  annexText: { zh: '附件内容', en: 'Text of the annex' },
  addAnnex: { zh: '添加附件', en: 'Add an annex' },
  remove: { zh: '删除', en: 'Remove' },
  copies: { zh: '抄送', en: 'Copies to' },
  day: { zh: '成文日期', en: 'Date' },
  sealed: { zh: '加盖印章', en: 'with a seal' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
} satisfies Record<string, Words>;

interface DispatchFormProps {
  readonly kind: DispatchKind;
  readonly text: DispatchText;
  readonly onChange: (text: DispatchText) => void;
  readonly onSave: () => void;
  readonly write: { readonly error: unknown; readonly isPending: boolean };
  readonly isSaved: boolean;
}

export function DispatchForm({ kind, text, onChange, onSave, write, isSaved }: DispatchFormProps) {
  const t = useWords();
  const change = (part: Partial<DispatchText>) => onChange({ ...text, ...part });
  const isMinutes = kind === 'minutes';
  return (
    <form
      className="dispatch-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <div className="pair-fields">
        <Field label={words.number} hint={words.numberHint}>
          <input className="input" maxLength={40} value={text.number} onChange={(event) => change({ number: event.currentTarget.value })} />
        </Field>
        {kind === 'report' && (
          <Field label={words.signatory}>
            <input
              className="input"
              maxLength={40}
              value={text.signatory}
              onChange={(event) => change({ signatory: event.currentTarget.value })}
            />
          </Field>
        )}
      </div>
      <Field label={words.title}>
        <input className="input" maxLength={200} value={text.title} onChange={(event) => change({ title: event.currentTarget.value })} />
      </Field>
      {!isMinutes && (
        <Field label={words.recipients}>
          <input
            className="input"
            maxLength={300}
            value={text.recipients}
            onChange={(event) => change({ recipients: event.currentTarget.value })}
          />
        </Field>
      )}
      <Field label={words.body} hint={words.bodyHint}>
        <textarea
          className="input"
          rows={14}
          maxLength={60_000}
          value={text.body}
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
      </Field>
      {isMinutes && (
        <Field label={words.attendance} hint={words.attendanceHint}>
          <textarea
            className="input"
            rows={4}
            maxLength={2_000}
            value={text.attendance}
            onChange={(event) => change({ attendance: event.currentTarget.value })}
          />
        </Field>
      )}
      <Annexes annexes={text.annexes} onChange={(annexes) => change({ annexes })} />
      <Field label={words.copies}>
        <input className="input" maxLength={500} value={text.copies} onChange={(event) => change({ copies: event.currentTarget.value })} />
      </Field>
      <div className="pair-fields">
        <Field label={words.day}>
          <input
            className="input"
            type="date"
            value={text.day ?? ''}
            onChange={(event) => change({ day: event.currentTarget.value || null })}
          />
        </Field>
        {!isMinutes && (
          <label className="check-field dispatch-seal">
            <input type="checkbox" checked={text.sealed} onChange={(event) => change({ sealed: event.currentTarget.checked })} />
            {t(words.sealed)}
          </label>
        )}
      </div>
      <ProblemNote error={write.error} />
      <div className="form-foot">
        <span role="status" className="second">
          {isSaved && t(words.saved)}
        </span>
        <button type="submit" className="btn btn-main" disabled={write.isPending}>
          {t(words.save)}
        </button>
      </div>
    </form>
  );
}

function Annexes({
  annexes,
  onChange,
}: {
  readonly annexes: DispatchText['annexes'];
  readonly onChange: (annexes: DispatchText['annexes']) => void;
}) {
  const t = useWords();
  const change = (at: number, part: Partial<DispatchText['annexes'][number]>) =>
    onChange(annexes.map((annex, i) => (i === at ? { ...annex, ...part } : annex)));
  return (
    <fieldset className="field">
      <legend>{t(words.annexes)}</legend>
      {annexes.map((annex, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: annexes have no name of their own but their place
        <div key={at} className="annex-fields">
          <Field label={words.annexTitle}>
            <input
              className="input"
              required
              maxLength={100}
              value={annex.title}
              onChange={(event) => change(at, { title: event.currentTarget.value })}
            />
          </Field>
          <Field label={words.annexText}>
            <textarea
              className="input"
              rows={4}
              maxLength={20_000}
              value={annex.text}
              onChange={(event) => change(at, { text: event.currentTarget.value })}
            />
          </Field>
          <button type="button" className="btn btn-small" onClick={() => onChange(annexes.filter((_, i) => i !== at))}>
            {t(words.remove)} {at + 1}
          </button>
        </div>
      ))}
      {annexes.length < 20 && (
        <button type="button" className="btn btn-small" onClick={() => onChange([...annexes, { title: '', text: '' }])}>
          {t(words.addAnnex)}
        </button>
      )}
    </fieldset>
  );
}

function Field({ label, hint, children }: { readonly label: Words; readonly hint?: Words; readonly children: ReactNode }) {
  const t = useWords();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child
    <label className="field">
      <span>
        {t(label)} {hint && <span className="hint">{t(hint)}</span>}
      </span>
      {children}
    </label>
  );
}
