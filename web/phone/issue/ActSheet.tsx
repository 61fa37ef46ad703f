/** What an act needs, asked in a sheet and put into the queue: a photo, a reason, a taker, or nothing but a remark. */
import { useState } from 'react';
import { LONGEST_SUSPENSION_DAYS } from '#domain/issue/issue.handling.ts';
import type { IssueView } from '#domain/issue/issue.model.ts';
import { type IssueAct, issueWorkflow } from '#domain/issue/issue.rules.ts';
import { whyNot } from '#domain/kernel/act.ts';
import { addDays, dayOf } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Words } from '#domain/kernel/words.ts';
import { useRead } from '#web/api/hooks.ts';
import { actJob, enqueue } from '#web/api/outbox.ts';
import { useWords } from '#web/language.ts';
import { asks, inputOf } from '#web/modules/issue/act.forms.ts';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sentenceOf } from '../kit/said.ts';
import { useDraft } from '../kit/useDraft.ts';
import { PhotoField } from '../photo/PhotoField.tsx';
import type { DraftPhoto } from '../photo/take.ts';
import { useCircumstances } from '../queued.hooks.ts';
import { HandlerField } from '../report/HandlerField.tsx';
import { Phrases } from '../report/Phrases.tsx';
import { photoJobs } from '../report/report.jobs.ts';

const words = {
  after: { zh: '整改后的照片', en: 'Photo after the fix' },
  note: { zh: '说明（可不填）', en: 'Remark (optional)' },
  how: { zh: '怎么解决的', en: 'How it was solved' },
  reason: { zh: '原因', en: 'Reason' },
  until: { zh: '挂账至', en: 'Suspended until' },
  unsent: { zh: '没有网络也可以提交，联网后自动上传。', en: 'Works without a connection; it is sent once there is one.' },
};

interface Given {
  readonly note: string;
  readonly handlerId: string | null;
  readonly until: string;
  readonly photos: readonly DraftPhoto[];
}

const blank = (): Given => ({ note: '', handlerId: null, until: '', photos: [] });

export function ActSheet({ issue, act, onClose }: { readonly issue: IssueView; readonly act: IssueAct; readonly onClose: () => void }) {
  const t = useWords();
  const at = useCircumstances();
  const key = `act:${issue.id}:${act}`;
  const { value: given, change } = useDraft<Given>(key, blank);
  const [problem, setProblem] = useState<Words | null>(null);
  const duty = useRead('patrol.today', {}, { keep: true, enabled: asks(act, 'handler') });
  const title = t(issueWorkflow.acts[act].words);
  if (!given) return null;
  const touch = (part: Partial<Given>) => {
    setProblem(null);
    change(part);
  };
  const send = () => {
    const note = given.note.trim();
    const input = inputOf(act, {
      id: issue.id,
      note,
      handlerId: given.handlerId ?? '',
      photoIds: given.photos.map((photo) => photo.id),
      until: given.until ?? '',
    });
    const refusal =
      asks(act, 'handler') && !given.handlerId ? new Problem('issue.wrongHandler') : whyNot(issueWorkflow, issue, act, at, input as never);
    if (refusal) return setProblem(refusal.words);
    enqueue([...photoJobs(given.photos, issue.text), actJob(`issue.${act}`, input as never, `#${issue.no} ${issue.text}`)], {
      finishedDrafts: [key],
    }).then(onClose, (error: unknown) => setProblem(sentenceOf(error)));
  };
  const isReasoned = asks(act, 'reason');
  const today = dayOf(Date.now());
  return (
    <Sheet closesBeside title={title} onClose={onClose}>
      <p className="second-line">
        #{issue.no} {issue.text}
      </p>
      {asks(act, 'photos') && <PhotoField label={t(words.after)} photos={given.photos} onChange={(photos) => touch({ photos })} />}
      {asks(act, 'handler') && (
        <HandlerField
          act={act === 'escalate' ? 'escalate' : 'coordinate'}
          handlers={duty.data?.handlers ?? []}
          value={given.handlerId}
          onChoose={(handlerId) => touch({ handlerId })}
        />
      )}
      {asks(act, 'until') && (
        <label className="field">
          <span className="field-label">{t(words.until)}</span>
          <input
            type="date"
            min={addDays(today, 1)}
            max={addDays(today, LONGEST_SUSPENSION_DAYS)}
            value={given.until ?? ''}
            onChange={(event) => touch({ until: event.currentTarget.value })}
          />
        </label>
      )}
      <label className="field">
        <span className="field-label">{t(isReasoned ? words.reason : act === 'solve' ? words.how : words.note)}</span>
        <textarea rows={3} maxLength={500} value={given.note} onChange={(event) => touch({ note: event.currentTarget.value })} />
      </label>
      {(act === 'solve' || act === 'fix') && <Phrases of="solving" text={given.note} onPick={(note) => touch({ note })} />}
      <p className="second-line">{t(words.unsent)}</p>
      {problem && (
        <p className="problem-note" role="alert">
          {t(problem)}
        </p>
      )}
      <button type="button" className="button main wide" onClick={send}>
        {title}
      </button>
    </Sheet>
  );
}
