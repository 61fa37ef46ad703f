/** One patrol, by where it stands: to be started, being walked, or a log to send and to keep. */
import { useState } from 'react';
import { whyNot } from '#domain/kernel/act.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { patrolWorkflow } from '#domain/patrol/patrol.rules.ts';
import { patrolStates } from '#domain/patrol/patrol.states.ts';
import { useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { StateTag, ToneTag } from '#web/ui/StateTag.tsx';
import { sayDay, sayWeekday } from '#web/ui/say.ts';
import { sentenceOf } from '../kit/said.ts';
import { Waiting } from '../kit/Waiting.tsx';
import { CrewPart } from '../presence/CrewPart.tsx';
import { useCircumstances, useQueuedJobs } from '../queued.hooks.ts';
import { patrolAsQueued, queuedIssues } from '../queued.ts';
import { startPatrol } from './acts.ts';
import { ChecklistRead } from './ChecklistRead.tsx';
import { LogView } from './LogView.tsx';
import { Run } from './Run.tsx';
import { Where } from './Where.tsx';
import './patrol.css';

const words = {
  start: { zh: '开始巡查', en: 'Start the patrol' },
  onPhone: { zh: '待上传', en: 'To send' },
  requirements: { zh: '巡查要求', en: 'What the notice asks of patrollers' },
};

export function PatrolPage({ id }: { readonly id: string }) {
  const at = useCircumstances();
  const jobs = useQueuedJobs();
  const read = useRead('patrol.get', { id }, { keep: true });
  const today = useRead('patrol.today', {}, { keep: true });
  const said = read.data?.patrol ?? today.data?.mine.find((each) => each.id === id);
  if (!said) return read.error ? <ProblemNote error={read.error} /> : <Waiting />;
  const { patrol, queued } = patrolAsQueued(said, jobs, at);
  const found = queuedIssues(jobs).filter((issue) => issue.patrolId === id && !patrol.issues.some((known) => known.id === issue.id));
  const refused = patrol.state === 'planned' ? whyNot(patrolWorkflow, patrol, 'start', at) : whyNot(patrolWorkflow, patrol, 'submit', at);
  return (
    <>
      <PatrolHead patrol={patrol} today={today.data?.day} queued={queued} />
      {patrol.state === 'planned' && <Planned patrol={patrol} why={refused?.words ?? null} />}
      {patrol.state === 'underway' && (refused ? <ChecklistRead patrol={patrol} /> : <Run patrol={patrol} queuedIssues={found} />)}
      {(patrol.state === 'submitted' || patrol.state === 'reported') && (
        <LogView
          patrol={patrol}
          queuedIssues={found}
          queued={queued}
          handlers={today.data?.handlers ?? []}
          tracks={read.data?.tracks ?? []}
        />
      )}
    </>
  );
}

function PatrolHead({
  patrol,
  today,
  queued,
}: {
  readonly patrol: PatrolView;
  readonly today: string | undefined;
  readonly queued: boolean;
}) {
  const t = useWords();
  return (
    <header className="patrol-head">
      <div className="title">
        <h1>{patrol.place.name}</h1>
        <div className="tags">
          <StateTag states={patrolStates} state={patrol.state} />
          {queued && <ToneTag tone="waiting" words={words.onPhone} />}
        </div>
      </div>
      <p className="hours">
        {t(sayDay(patrol.day, today))} {t(sayWeekday(patrol.day))} {patrol.starts}–{patrol.ends}
      </p>
      <CrewPart patrol={patrol} open={patrol.state === 'planned' || patrol.state === 'underway'} />
      {patrol.requirements.length > 0 && (
        <details>
          <summary>{t(words.requirements)}</summary>
          <ul className="bring">
            {patrol.requirements.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </header>
  );
}

function Planned({ patrol, why }: { readonly patrol: PatrolView; readonly why: Words | null }) {
  const t = useWords();
  const [problem, setProblem] = useState<Words | null>(why);
  return (
    <>
      {why === null && <Where patrol={patrol} />}
      <ChecklistRead patrol={patrol} />
      <div className="foot">
        {problem && <p className="foot-note">{t(problem)}</p>}
        <button
          type="button"
          className="button main wide"
          disabled={why !== null}
          onClick={() => startPatrol(patrol).catch((error: unknown) => setProblem(sentenceOf(error)))}
        >
          {t(words.start)}
        </button>
      </div>
    </>
  );
}
