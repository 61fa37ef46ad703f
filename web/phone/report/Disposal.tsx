import { disposals } from '#domain/issue/issue.states.ts';
import type { Reads } from '#web/api/call.ts';
import { useWords } from '#web/language.ts';
import { Choice } from '../kit/Choice.tsx';
import { PhotoField } from '../photo/PhotoField.tsx';
import { HandlerField } from './HandlerField.tsx';
import { Phrases } from './Phrases.tsx';
import type { ReportDraft } from './report.jobs.ts';

const words = {
  what: { zh: '怎么处理的', en: 'What was done about it' },
  recorded: { zh: '先记录', en: 'Just record' },
  how: { zh: '怎么解决的', en: 'How it was solved' },
  after: { zh: '解决后的照片', en: 'Photo of the result' },
  note: { zh: '补充说明（可不填）', en: 'Remark (optional)' },
};

interface Props {
  readonly draft: ReportDraft;
  readonly handlers: Reads['patrol.today']['output']['handlers'];
  readonly onChange: (part: Partial<ReportDraft>) => void;
}

/** The three ways of the notice, and the honest fourth: nothing yet. */
export function Disposal({ draft, handlers, onChange }: Props) {
  const t = useWords();
  const isHandedOver = draft.way === 'coordinated' || draft.way === 'escalated';
  return (
    <>
      <Choice
        legend={t(words.what)}
        value={draft.way}
        onChoose={(way) => onChange({ way, handlerId: null })}
        options={[
          { value: 'recorded', label: t(words.recorded) },
          { value: 'onTheSpot', label: t(disposals.onTheSpot) },
          { value: 'coordinated', label: t(disposals.coordinated) },
          { value: 'escalated', label: t(disposals.escalated) },
        ]}
      />
      {isHandedOver && (
        <HandlerField
          act={draft.way === 'coordinated' ? 'coordinate' : 'escalate'}
          handlers={handlers}
          value={draft.handlerId}
          onChoose={(handlerId) => onChange({ handlerId })}
        />
      )}
      {draft.way === 'onTheSpot' && <PhotoField label={t(words.after)} photos={draft.after} onChange={(after) => onChange({ after })} />}
      {draft.way !== 'recorded' && (
        <label className="field">
          <span className="field-label">{t(draft.way === 'onTheSpot' ? words.how : words.note)}</span>
          <textarea rows={2} maxLength={500} value={draft.note} onChange={(event) => onChange({ note: event.currentTarget.value })} />
        </label>
      )}
      {draft.way === 'onTheSpot' && <Phrases of="solving" text={draft.note} onPick={(note) => onChange({ note })} />}
    </>
  );
}
