/** Mending a log that has been sent: the checklist again, the help, the note, and why. What was sent stays readable. */
import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { whatIsMissing } from '#domain/patrol/patrol.rules.ts';
import { useWords } from '#web/language.ts';
import { sentenceOf } from '../kit/said.ts';
import { useDraft } from '../kit/useDraft.ts';
import { Waiting } from '../kit/Waiting.tsx';
import { reportHref } from '../routes.ts';
import { amendLog } from './acts.ts';
import { HelpCounters } from './HelpCounters.tsx';
import { ItemRow } from './ItemRow.tsx';
import { answerOf, answersOf, type DraftAnswer, draftOf, type PatrolDraft, tapped, typed } from './patrol.draft.ts';

const words = {
  title: { zh: '更正日志', en: 'Amend the log' },
  hint: {
    zh: '更正会成为新的一版，写明改了什么、为什么；原来发出的一版保留，签名要重新签。',
    en: 'An amendment is a new version that says what changed and why. What was sent is kept; it is signed anew.',
  },
  note: { zh: '情况说明', en: 'Remarks' },
  reason: { zh: '更正原因', en: 'Why it is amended' },
  cancel: { zh: '不改了', en: 'Leave it' },
  send: { zh: '提交更正', en: 'Amend' },
  why: { zh: '请写明更正原因。', en: 'Say why it is amended.' },
};

interface AmendDraft extends PatrolDraft {
  readonly reason: string;
}

export function Amend({ patrol, onClose }: { readonly patrol: PatrolView; readonly onClose: () => void }) {
  const t = useWords();
  const key = `amend:${patrol.id}:${patrol.versions.at(-1)?.version ?? 0}`;
  const { value: draft, change, forget } = useDraft<AmendDraft>(key, () => ({ ...draftOf(patrol), reason: '' }));
  const [problem, setProblem] = useState<Words | null>(null);
  if (!draft) return <Waiting />;
  const { checklist } = patrol;
  const touch = (part: Partial<AmendDraft>) => {
    setProblem(null);
    change(part);
  };
  const answer = (no: number, next: DraftAnswer) => touch({ answers: { ...draft.answers, [no]: next } });
  const send = () => {
    const answers = answersOf(checklist, draft);
    const missing = whatIsMissing({ checklist, answers })?.words ?? (draft.reason.trim() ? null : words.why);
    if (missing) return setProblem(missing);
    amendLog(patrol, { answers, help: draft.help, note: draft.note, reason: draft.reason.trim() }, key).then(
      () => {
        scrollTo(0, 0);
        onClose();
      },
      (error: unknown) => setProblem(sentenceOf(error)),
    );
  };
  return (
    <>
      <section aria-labelledby="amend">
        <h2 id="amend">{t(words.title)}</h2>
        <p className="hint-note">{t(words.hint)}</p>
        <ol className="items">
          {checklist.map((item) => {
            const given = answerOf(draft, item.no);
            return (
              <ItemRow
                key={item.no}
                item={item}
                answer={given}
                issues={patrol.issues.filter(({ itemNo }) => itemNo === item.no)}
                reportHref={reportHref(patrol.id, item.no)}
                onTap={(verdict) => answer(item.no, tapped(item, given, verdict))}
                onType={(metric, text) => answer(item.no, typed(item, given, metric, text))}
                onGrade={(grade) => answer(item.no, { ...given, grade })}
              />
            );
          })}
        </ol>
      </section>
      <HelpCounters help={draft.help} onChange={(help) => touch({ help })} />
      <label className="field">
        <span className="field-label">{t(words.note)}</span>
        <textarea rows={2} maxLength={500} value={draft.note} onChange={(event) => touch({ note: event.currentTarget.value })} />
      </label>
      <label className="field">
        <span className="field-label">{t(words.reason)}</span>
        <textarea rows={2} maxLength={300} value={draft.reason} onChange={(event) => touch({ reason: event.currentTarget.value })} />
      </label>
      <div className="foot">
        {problem && (
          <p className="foot-note" role="alert">
            {t(problem)}
          </p>
        )}
        <div className="foot-acts">
          <button
            type="button"
            className="button second"
            onClick={() => {
              forget();
              onClose();
            }}
          >
            {t(words.cancel)}
          </button>
          <button type="button" className="button main grow" onClick={send}>
            {t(words.send)}
          </button>
        </div>
      </div>
    </>
  );
}
