/** The partner submitted first: what this phone has filled in beside that is offered to be put together with it, never dropped. */
import { useEffect, useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { dropDraft, readDraft } from '#web/api/drafts.ts';
import { useWords } from '#web/language.ts';
import { sentenceOf } from '../kit/said.ts';
import { draftKey, submitPatrol } from './acts.ts';
import { answersOf, notIn, type PatrolDraft } from './patrol.draft.ts';

const words = {
  left: (n: number): Words => ({
    zh: `同组已经提交。这台手机上您还填了 ${n} 项与之不同，可以并入：同一项以后填的为准，两种结果都留在历程里。`,
    en: `Your partner has submitted. On this phone ${n} of your answers differ. Add them: of one item the later answer counts, and both stay in the history.`,
  }),
  join: { zh: '并入我的结果', en: 'Add my results' },
  forget: { zh: '不用了', en: 'Not needed' },
};

export function OwnDraft({ patrol }: { readonly patrol: PatrolView }) {
  const t = useWords();
  const [draft, setDraft] = useState<PatrolDraft | null>(null);
  const [problem, setProblem] = useState<Words | null>(null);
  const { id } = patrol;
  useEffect(() => {
    let current = true;
    void readDraft<PatrolDraft>(draftKey(id)).then((found) => current && setDraft(found ? (found as PatrolDraft) : null));
    return () => {
      current = false;
    };
  }, [id]);
  const n = draft ? notIn(patrol, draft) : 0;
  if (!draft || n === 0) return null;
  const forget = () => {
    void dropDraft(draftKey(id));
    setDraft(null);
  };
  const join = () => {
    const answers = answersOf(patrol.checklist, draft);
    submitPatrol(patrol, { answers, help: draft.help, note: draft.note }, undefined).then(
      () => setDraft(null),
      (error: unknown) => setProblem(sentenceOf(error)),
    );
  };
  return (
    <section className="hint-note">
      <p>{t(problem ?? words.left(n))}</p>
      <div className="foot-acts">
        <button type="button" className="button main grow" onClick={join}>
          {t(words.join)}
        </button>
        <button type="button" className="button second grow" onClick={forget}>
          {t(words.forget)}
        </button>
      </div>
    </section>
  );
}
