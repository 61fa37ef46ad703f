/** One tap under the text that was read: signed by the members, countersigned by the leader, each on their own phone. */
import { useStore } from '@nanostores/react';
import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { useWords } from '#web/language.ts';
import { Signatures } from '#web/ui/Signatures.tsx';
import { sentenceOf } from '../kit/said.ts';
import { who } from '../session.ts';
import { signLog } from './acts.ts';
import { mayOf } from './offered.ts';

const words = {
  title: { zh: '签名', en: 'Signatures' },
  sign: { zh: '以上属实，签名确认', en: 'It is as it says: sign' },
  countersign: { zh: '已阅，带班审签', en: 'Read: countersign' },
  after: { zh: '巡查人员签名后，带班领导可以审签。', en: 'The leader countersigns once a member has signed.' },
  again: { zh: '内容更新后要重新签名。', en: 'The text has changed since it was last signed.' },
};

export function SignCard({ patrol, onTheWay }: { readonly patrol: PatrolView; readonly onTheWay: ReadonlySet<string> }) {
  const t = useWords();
  const me = useStore(who)?.person.id ?? null;
  const [problem, setProblem] = useState<Words | null>(null);
  const isQueued = onTheWay.has('sign') || onTheWay.has('countersign');
  const act = mayOf(patrol, 'sign') ? 'sign' : mayOf(patrol, 'countersign') ? 'countersign' : null;
  const wasSigned = patrol.versions.some(({ signatures }) => signatures.length > 0) && patrol.toSign.every(({ at }) => at === null);
  const leaderWaits = me === patrol.leaderId && patrol.toSign.every(({ at }) => at === null);
  return (
    <section className="card" aria-labelledby="log-signatures">
      <h2 id="log-signatures">{t(words.title)}</h2>
      <Signatures lines={patrol.toSign} queuedBy={isQueued ? me : null} />
      {wasSigned && <p className="second-line">{t(words.again)}</p>}
      {leaderWaits && <p className="second-line">{t(words.after)}</p>}
      {problem && (
        <p className="problem-note" role="alert">
          {t(problem)}
        </p>
      )}
      {act && !isQueued && (
        <button
          type="button"
          className="button main wide"
          onClick={() => signLog(patrol, act).catch((error: unknown) => setProblem(sentenceOf(error)))}
        >
          {t(words[act])}
        </button>
      )}
    </section>
  );
}
