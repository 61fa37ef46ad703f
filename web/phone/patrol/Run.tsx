/** Walking through the checklist. Every touch is on the phone before the next one. */
import { useStore } from '@nanostores/react';
import { useEffect, useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { whatIsMissing } from '#domain/patrol/patrol.rules.ts';
import type { Verdict } from '#domain/patrol/patrol.states.ts';
import type { ChecklistItem } from '#domain/place/place.model.ts';
import type { Grade } from '#domain/place/point.model.ts';
import { now } from '#web/api/clock.ts';
import { queue } from '#web/api/outbox.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { sentenceOf } from '../kit/said.ts';
import { useDraft } from '../kit/useDraft.ts';
import { Waiting } from '../kit/Waiting.tsx';
import type { QueuedIssue } from '../queued.ts';
import { reportHref, router } from '../routes.ts';
import { draftKey, handInPart, refusedSubmission } from './acts.ts';
import { HelpCounters } from './HelpCounters.tsx';
import { ItemRow } from './ItemRow.tsx';
import {
  allFine,
  answerOf,
  answersOf,
  draftOf,
  isAnswered,
  type PatrolDraft,
  progressOf,
  tapped,
  typed,
  withKnown,
} from './patrol.draft.ts';
import { SubmitSheet } from './SubmitSheet.tsx';
import { TrackSwitch } from './TrackSwitch.tsx';
import { useTrack } from './track.ts';
import { Where } from './Where.tsx';

const words = {
  items: { zh: '检查内容', en: 'What to check' },
  report: { zh: '记录', en: 'Report' },
  reportFull: { zh: '记录问题', en: 'Report a problem' },
  allFine: { zh: '其余合格', en: 'Rest fine' },
  undo: { zh: '撤销', en: 'Undo' },
  submit: { zh: '提交', en: 'Submit' },
  note: { zh: '情况说明（可不填）', en: 'Remarks (optional)' },
  unsaved: {
    zh: '手机没有存下刚才的填写，请清理空间，填完前不要关闭页面。',
    en: 'The phone could not save the last entry; free some space and keep this page open.',
  },
  part: (n: number): Words => ({ zh: `先交我查的 ${n} 项`, en: `Hand in my ${n} items` }),
  handedIn: {
    zh: '已交出，同组补齐其余项后自动成为完整记录；也可以继续查。',
    en: 'Handed in. Once your partner brings the rest the patrol is whole; you may also go on.',
  },
  other: { zh: '路上发现的其他问题', en: 'Other problems on the way' },
};

/** Where the eye was, so that coming back from a problem lands on its item. */
const lastTouched = new Map<string, number>();

export function Run({ patrol, queuedIssues }: { readonly patrol: PatrolView; readonly queuedIssues: readonly QueuedIssue[] }) {
  const t = useWords();
  const { jobs } = useStore(queue);
  const {
    value: saved,
    change,
    unsaved,
  } = useDraft<PatrolDraft>(draftKey(patrol.id), () => draftOf(refusedSubmission(jobs, patrol.id) ?? patrol));
  const track = useTrack(patrol.id);
  const [undo, setUndo] = useState<PatrolDraft['answers'] | null>(null);
  const [missing, setMissing] = useState<Words | null>(null);
  const [isSubmitting, setSubmitting] = useState(false);
  const isReady = saved !== undefined;

  useEffect(() => {
    const no = lastTouched.get(patrol.id);
    if (isReady && no) document.getElementById(`item-${no}`)?.scrollIntoView({ block: 'center' });
  }, [isReady, patrol.id]);

  if (!saved) return <Waiting />;
  const draft = withKnown(saved, patrol);
  const { checklist } = patrol;
  const progress = progressOf(checklist, draft);
  const untouched = checklist.filter((item) => answerOf(draft, item.no).verdict === null).length;
  const found = [...patrol.issues, ...queuedIssues];

  const touch = (part: Partial<PatrolDraft>) => {
    setUndo(null);
    setMissing(null);
    change(part);
  };
  const tap = (item: ChecklistItem, verdict: Verdict) => {
    lastTouched.set(patrol.id, item.no);
    touch({ answers: { ...draft.answers, [item.no]: { ...tapped(item, answerOf(draft, item.no), verdict), at: now() } } });
    if (verdict === 'problem' && !found.some((issue) => issue.itemNo === item.no)) router.open(reportHref(patrol.id, item.no));
  };
  const grade = (item: ChecklistItem, chosen: Grade | undefined) =>
    touch({ answers: { ...draft.answers, [item.no]: { ...answerOf(draft, item.no), grade: chosen, at: now() } } });
  const measure = (item: ChecklistItem, metric: string, text: string) => {
    touch({ answers: { ...draft.answers, [item.no]: { ...typed(item, answerOf(draft, item.no), metric, text), at: now() } } });
  };
  const submit = () => {
    const problem = whatIsMissing({ checklist, answers: answersOf(checklist, draft) });
    setMissing(problem?.words ?? null);
    if (!problem) return setSubmitting(true);
    const row = document.getElementById(`item-${progress.openNo}`);
    row?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    row?.querySelector('input')?.focus({ preventScroll: true });
  };

  const mine = checklist.filter((item) => isAnswered(item, answerOf(draft, item.no)));
  const handIn = () => {
    const answers = answersOf(mine, draft);
    handInPart(patrol, { answers, help: draft.help, note: draft.note }).then(
      () => setMissing(words.handedIn),
      (error: unknown) => setMissing(sentenceOf(error)),
    );
  };

  return (
    <>
      {unsaved && <p className="problem-note">{t(words.unsaved)}</p>}
      <Where patrol={patrol} />
      <TrackSwitch track={track} />
      <section aria-labelledby="to-check">
        <h2 id="to-check">{t(words.items)}</h2>
        <ol className="items">
          {checklist.map((item) => (
            <ItemRow
              key={item.no}
              item={item}
              answer={answerOf(draft, item.no)}
              issues={found.filter((issue) => issue.itemNo === item.no)}
              reportHref={reportHref(patrol.id, item.no)}
              onTap={(verdict) => tap(item, verdict)}
              onType={(metric, text) => measure(item, metric, text)}
              onGrade={(chosen) => grade(item, chosen)}
            />
          ))}
        </ol>
      </section>
      {found.some((issue) => issue.itemNo === null) && (
        <section className="card" aria-labelledby="other-issues">
          <h2 id="other-issues">{t(words.other)}</h2>
          <ul className="bring">
            {found
              .filter((issue) => issue.itemNo === null)
              .map((issue) => (
                <li key={issue.id}>{[issue.spot, issue.text].filter(Boolean).join('，')}</li>
              ))}
          </ul>
        </section>
      )}
      <HelpCounters help={draft.help} onChange={(help) => touch({ help })} />
      <label className="field">
        <span className="field-label">{t(words.note)}</span>
        <textarea rows={2} maxLength={500} value={draft.note} onChange={(event) => touch({ note: event.currentTarget.value })} />
      </label>
      <div className="foot">
        <progress className="progress" max={progress.total} value={progress.done} aria-label={`${progress.done}/${progress.total}`} />
        {missing && (
          <p className="foot-note" role="alert">
            {t(missing)}
          </p>
        )}
        {missing && missing !== words.handedIn && mine.length > 0 && patrol.members.length + (patrol.leader ? 1 : 0) > 1 && (
          <button type="button" className="button second wide" onClick={handIn}>
            {t(words.part(mine.length))}
          </button>
        )}
        <div className="foot-acts">
          <a className="button second square" href={reportHref(patrol.id)} aria-label={t(words.reportFull)}>
            <Icon name="camera" size={22} />
            <span>{t(words.report)}</span>
          </a>
          {untouched > 0 && (
            <button
              type="button"
              className="button second"
              onClick={() => {
                const before = draft.answers;
                touch({ answers: allFine(checklist, draft, now()) });
                setUndo(before);
              }}
            >
              {t(words.allFine)} {untouched}
            </button>
          )}
          {undo && (
            <button type="button" className="button second" onClick={() => touch({ answers: undo })}>
              {t(words.undo)}
            </button>
          )}
          <button type="button" className="button main grow" onClick={submit}>
            {t(words.submit)}{' '}
            <span className="of">
              {progress.done}/{progress.total}
            </span>
          </button>
        </div>
      </div>
      {isSubmitting && <SubmitSheet patrol={patrol} draft={draft} track={track.value} found={found} onClose={() => setSubmitting(false)} />}
    </>
  );
}
