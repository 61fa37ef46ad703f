import { useId, useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { useRead } from '#web/api/hooks.ts';
import { enqueue, type Job } from '#web/api/outbox.ts';
import { useWords } from '#web/language.ts';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sentenceOf } from '../kit/said.ts';
import { fieldsOf, type MendableField, mendedJob, type Values } from './mend.ts';

const words: Record<'title' | 'hint' | 'send' | 'none' | 'choose' | MendableField, Words> = {
  title: { zh: '修改后重发', en: 'Mend and send again' },
  hint: {
    zh: '作为新的一次操作发送，时间按现在算；被退回的那一份留在列表里。',
    en: 'It is sent as a new act with the present time; the refused version stays in the list.',
  },
  send: { zh: '重新发送', en: 'Send again' },
  choose: { zh: '请选择', en: 'Choose' },
  none: { zh: '不在包保地点', en: 'Outside our places' },
  text: { zh: '发现了什么', en: 'What was found' },
  placeId: { zh: '地点', en: 'Place' },
  spot: { zh: '具体位置', en: 'Where exactly' },
  handlerId: { zh: '交给谁', en: 'Who takes it over' },
  note: { zh: '说明', en: 'Remark' },
  reason: { zh: '原因', en: 'Reason' },
  via: { zh: '发到哪个群', en: 'Which group' },
};
const longest: Partial<Record<MendableField, number>> = { spot: 100, via: 60 };

/** The refused act with its reason and its fields; sent again under an id of its own. */
export function MendSheet({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const t = useWords();
  const id = useId();
  const today = useRead('patrol.today', {}, { keep: true });
  const fields = fieldsOf(job);
  const before = job.kind === 'act' ? (job.input as Values) : {};
  const [values, setValues] = useState<Values>(() => Object.fromEntries(fields.map((field) => [field, before[field] ?? null])));
  const [problem, setProblem] = useState<Words | null>(job.problem);
  const choices = (field: MendableField) => (field === 'placeId' ? today.data?.places : today.data?.handlers) ?? [];
  /** What was refused may be no choice at all any more. */
  const chosen = (field: MendableField) => choices(field).find(({ id }) => id === values[field])?.id ?? null;
  const set = (field: MendableField, value: string | null) => setValues({ ...values, [field]: value });
  const send = () => {
    const picked = fields.filter((field) => field === 'placeId' || field === 'handlerId').map((field) => [field, chosen(field)]);
    const mended = mendedJob(job, { ...values, ...Object.fromEntries(picked) });
    enqueue([mended], { mends: { refused: job, by: mended.actId } }).then(onClose, (error: unknown) => setProblem(sentenceOf(error)));
  };
  return (
    <Sheet closesBeside title={t(words.title)} onClose={onClose}>
      {problem && <p className="problem-note">{t(problem)}</p>}
      {fields.map((field) => (
        <div key={field} className="field">
          <label className="field-label" htmlFor={`${id}-${field}`}>
            {t(words[field])}
          </label>
          {field === 'placeId' || field === 'handlerId' ? (
            <select id={`${id}-${field}`} value={chosen(field) ?? ''} onChange={(event) => set(field, event.currentTarget.value || null)}>
              <option value="">{t(field === 'placeId' ? words.none : words.choose)}</option>
              {choices(field).map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {choice.name}
                </option>
              ))}
            </select>
          ) : (
            <textarea
              id={`${id}-${field}`}
              rows={2}
              maxLength={longest[field] ?? 500}
              value={values[field] ?? ''}
              onChange={(event) => set(field, event.currentTarget.value)}
            />
          )}
        </div>
      ))}
      <p className="second-line">{t(words.hint)}</p>
      <button type="button" className="button main wide" onClick={send}>
        {t(words.send)}
      </button>
    </Sheet>
  );
}
