/** The clerk's pencil: some fields of one entry. Only what was changed is sent, each with the value the screen showed. */
import { DatePicker, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { useAct } from '#web/api/hooks.ts';
import { AntdFrame } from '#web/desk/theme.tsx';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';

type Value = string | number | boolean | null | string[];

export interface Field {
  readonly target: string;
  readonly field: string;
  readonly label: string;
  readonly kind: 'text' | 'long' | 'names' | 'day' | 'number' | 'yesNo';
  readonly value: Value;
  /** Names to choose from; others can be typed. */
  readonly known?: readonly string[];
}

export interface CorrectFormProps {
  readonly noticeId: string;
  readonly title: string;
  readonly fields: readonly Field[];
  readonly onClose: () => void;
}

const words = {
  title: { zh: '更正', en: 'Correct' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unsaid: { zh: '公文未写', en: 'not said' },
};

export default function CorrectForm(props: CorrectFormProps) {
  return (
    <AntdFrame>
      <CorrectModal {...props} />
    </AntdFrame>
  );
}

function CorrectModal({ noticeId, title, fields, onClose }: CorrectFormProps) {
  const t = useWords();
  const correct = useAct('notice.correct');
  const [values, setValues] = useState<readonly Value[]>(fields.map((field) => field.value));
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      for (const [i, field] of fields.entries()) {
        const value = values[i] ?? null;
        if (same(value, field.value)) continue;
        await correct.mutateAsync({ id: noticeId, correction: { target: field.target, field: field.field, value }, was: field.value });
      }
      onClose();
    } catch {
      setBusy(false); // the sentence stands in the form
    }
  };
  return (
    <Modal
      open
      title={`${t(words.title)} · ${title}`}
      okText={t(words.save)}
      cancelText={t(words.cancel)}
      onOk={() => void save()}
      onCancel={onClose}
      confirmLoading={busy}
      destroyOnHidden
    >
      {fields.map((field, i) => (
        <FieldInput
          key={`${field.target} ${field.field}`}
          field={field}
          value={values[i] ?? null}
          onChange={(value) => setValues(values.map((known, n) => (n === i ? value : known)))}
        />
      ))}
      <ProblemNote error={correct.error} />
    </Modal>
  );
}

function same(a: Value, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function FieldInput({
  field,
  value,
  onChange,
}: {
  readonly field: Field;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  const t = useWords();
  const id = useId();
  const input = () => {
    switch (field.kind) {
      case 'names':
        return <Names id={id} known={field.known ?? []} value={value as string[]} onChange={onChange} />;
      case 'day':
        return (
          <DatePicker
            id={id}
            style={{ width: '100%' }}
            value={value ? dayjs(value as string) : null}
            onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
          />
        );
      case 'number':
        return (
          <input
            id={id}
            className="input"
            type="number"
            min={1}
            max={50}
            value={value === null ? '' : String(value)}
            onChange={(event) => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
          />
        );
      case 'yesNo':
        return (
          <select
            id={id}
            className="input"
            value={value === null ? '' : String(value)}
            onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value === 'true')}
          >
            <option value="">{t(words.unsaid)}</option>
            <option value="true">{t(words.yes)}</option>
            <option value="false">{t(words.no)}</option>
          </select>
        );
      case 'long':
        return (
          <textarea
            id={id}
            className="input"
            rows={3}
            value={String(value ?? '')}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        );
      case 'text':
        return (
          <input
            id={id}
            className="input"
            value={String(value ?? '')}
            onChange={(event) => onChange(event.currentTarget.value || (field.value === null ? null : ''))}
          />
        );
    }
  };
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {field.label}
      </label>
      {input()}
    </div>
  );
}

/** Several names, from those the notices know or typed. The list closes after each choice, so that it never covers the button below. */
function Names({
  id,
  known,
  value,
  onChange,
}: {
  readonly id: string;
  readonly known: readonly string[];
  readonly value: string[];
  readonly onChange: (names: string[]) => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Select
      id={id}
      mode="tags"
      style={{ width: '100%' }}
      value={value}
      onChange={(names: string[]) => onChange(names)}
      options={[...new Set([...known, ...value])].map((name) => ({ value: name, label: name }))}
      tokenSeparators={['、', ',', '，']}
      open={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      onBlur={() => setOpen(false)}
    />
  );
}
