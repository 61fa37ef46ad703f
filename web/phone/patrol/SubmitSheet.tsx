import { useState } from 'react';
import { whyNot } from '#domain/kernel/act.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { patrolWorkflow } from '#domain/patrol/patrol.rules.ts';
import { type Verdict, verdicts } from '#domain/patrol/patrol.states.ts';
import { useWords } from '#web/language.ts';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sentenceOf } from '../kit/said.ts';
import { useCircumstances } from '../queued.hooks.ts';
import { submitPatrol } from './acts.ts';
import { answersOf, type PatrolDraft } from './patrol.draft.ts';
import type { TrackDraft } from './track.ts';

const words = {
  title: { zh: '提交本次巡查', en: 'Submit this patrol' },
  problems: { zh: '问题记录', en: 'Problems reported' },
  unwritten: (nos: string): Words => ({
    zh: `第 ${nos} 项标为问题，还没有写下问题内容。`,
    en: `Item ${nos} is marked a problem, but no problem is described.`,
  }),
  nothing: { zh: '没有发现问题，也是一次结果。', en: 'Nothing found is a result, too.' },
  final: {
    zh: '提交后生成当天的巡查日志，两人签名、带班审签；发出后再改要写明原因。',
    en: 'The log of the day follows, to be signed by both and countersigned; once sent, a change needs a reason.',
  },
  submit: { zh: '提交', en: 'Submit' },
};

/** The last look before it is final. */
export function SubmitSheet({
  patrol,
  draft,
  track,
  found,
  onClose,
}: {
  readonly patrol: PatrolView;
  readonly draft: PatrolDraft;
  readonly track: TrackDraft | undefined;
  readonly found: readonly { readonly itemNo: number | null }[];
  readonly onClose: () => void;
}) {
  const t = useWords();
  const at = useCircumstances();
  const [problem, setProblem] = useState<Words | null>(null);
  const answers = answersOf(patrol.checklist, draft);
  const unwritten = answers
    .filter((answer) => answer.verdict === 'problem' && !found.some((issue) => issue.itemNo === answer.no))
    .map((answer) => answer.no);
  const submission = { checklist: patrol.checklist, answers, help: draft.help, note: draft.note };
  const submit = () => {
    const refusal = whyNot(patrolWorkflow, patrol, 'submit', at, submission);
    if (refusal) return setProblem(refusal.words);
    submitPatrol(patrol, submission, track).then(
      () => scrollTo(0, 0),
      (error: unknown) => setProblem(sentenceOf(error)),
    );
  };
  return (
    <Sheet closesBeside title={t(words.title)} onClose={onClose}>
      <dl className="sums">
        {(Object.keys(verdicts) as Verdict[]).map((verdict) => (
          <div key={verdict}>
            <dt>{t(verdicts[verdict])}</dt>
            <dd>{answers.filter((answer) => answer.verdict === verdict).length}</dd>
          </div>
        ))}
        <div>
          <dt>{t(words.problems)}</dt>
          <dd>{found.length}</dd>
        </div>
      </dl>
      {unwritten.length > 0 && <p className="hint-note">{t(words.unwritten(unwritten.join('、')))}</p>}
      {found.length === 0 && unwritten.length === 0 && <p>{t(words.nothing)}</p>}
      <p className="second-line">{t(words.final)}</p>
      {problem && <p className="problem-note">{t(problem)}</p>}
      <button type="button" className="button main wide" onClick={submit}>
        {t(words.submit)}
      </button>
    </Sheet>
  );
}
