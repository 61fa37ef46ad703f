import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { isLogLate } from '#domain/patrol/patrol.rules.ts';
import { patrolStates } from '#domain/patrol/patrol.states.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { StateTag, ToneTag } from '#web/ui/StateTag.tsx';
import { sayDay } from '#web/ui/say.ts';
import { sentenceOf } from '../kit/said.ts';
import { startPatrol } from '../patrol/acts.ts';
import { CrewPart } from '../presence/CrewPart.tsx';
import { useCircumstances, useQueuedJobs } from '../queued.hooks.ts';
import { patrolAsQueued } from '../queued.ts';
import { router } from '../routes.ts';
import './today.css';

const words = {
  start: { zh: '开始巡查', en: 'Start the patrol' },
  goOn: { zh: '继续巡查', en: 'Go on' },
  sendLog: { zh: '发送日志', en: 'Send the log' },
  sign: { zh: '看日志并签名', en: 'Read and sign the log' },
  read: { zh: '查看日志', en: 'Read the log' },
  unfinished: { zh: '未完成', en: 'Unfinished' },
  late: { zh: '日志逾期', en: 'Log is late' },
  bring: { zh: '要求', en: 'Wear and bring' },
  onPhone: { zh: '待上传', en: 'To send' },
};

/** One patrol of mine, with the one thing to do about it now. */
export function PatrolCard({ patrol: asSaid, today }: { readonly patrol: PatrolView; readonly today: string }) {
  const t = useWords();
  const at = useCircumstances();
  const { patrol, queued } = patrolAsQueued(asSaid, useQueuedJobs(), at);
  const [problem, setProblem] = useState<Words | null>(null);
  const href = `/m/patrols/${patrol.id}`;
  const isEarlier = patrol.day < today;
  // The red button is for today; what is left over stands below it, quieter.
  const act = isEarlier ? 'button second wide' : 'button main wide';
  const isOpen = patrol.state === 'planned' || patrol.state === 'underway';
  const waitsForSignature = patrol.acts.some(({ act: offered, allowed }) => allowed && (offered === 'sign' || offered === 'countersign'));
  const start = () =>
    startPatrol(patrol).then(
      () => router.open(href),
      (error: unknown) => setProblem(sentenceOf(error)),
    );
  return (
    <article className={isOpen && !isEarlier ? 'card patrol-card now' : 'card patrol-card'}>
      <header>
        <h2>
          <a href={href}>{patrol.place.name}</a>
        </h2>
        <div className="tags">
          {isEarlier && isOpen ? <ToneTag tone="late" words={words.unfinished} /> : <StateTag states={patrolStates} state={patrol.state} />}
          {patrol.state === 'submitted' && isLogLate(patrol, at.now) && <ToneTag tone="late" words={words.late} />}
          {queued && <ToneTag tone="waiting" words={words.onPhone} />}
        </div>
      </header>
      <p className="hours">
        {patrol.day !== today && <>{t(sayDay(patrol.day, today))} </>}
        {patrol.starts}–{patrol.ends}
      </p>
      <CrewPart patrol={patrol} open={isOpen} />
      {isOpen && patrol.requirements.length > 0 && (
        <ul className="bring" aria-label={t(words.bring)}>
          {patrol.requirements.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {problem && <p className="problem-note">{t(problem)}</p>}
      {patrol.state === 'planned' && (
        <button type="button" className={act} onClick={start}>
          {t(words.start)}
        </button>
      )}
      {patrol.state === 'underway' && (
        <a className={act} href={href}>
          {t(words.goOn)}
        </a>
      )}
      {patrol.state === 'submitted' && (
        <a className={act} href={href}>
          <Icon name="send" size={20} />
          {t(words.sendLog)}
        </a>
      )}
      {patrol.state === 'reported' &&
        (waitsForSignature ? (
          <a className="button second wide" href={href}>
            {t(words.sign)}
          </a>
        ) : (
          <a className="more" href={href}>
            {t(words.read)}
          </a>
        ))}
    </article>
  );
}
