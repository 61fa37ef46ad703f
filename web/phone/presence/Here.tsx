/** Where the poster of a place leads: opening it at the place is checking in for today's patrol there, also without signal. */
import { useStore } from '@nanostores/react';
import { useEffect, useRef, useState } from 'react';
import { timeOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { standings } from '#domain/presence/presence.states.ts';
import { useRead } from '#web/api/hooks.ts';
import { queue } from '#web/api/outbox.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { StateTag, ToneTag } from '#web/ui/StateTag.tsx';
import { sentenceOf } from '../kit/said.ts';
import { Waiting } from '../kit/Waiting.tsx';
import { who } from '../session.ts';
import { checkInByCode } from './acts.ts';
import { CheckInButton } from './CheckInButton.tsx';
import { usePresence } from './usePresence.ts';
import './presence.css';

const words = {
  none: { zh: '今天您在这里没有巡查。', en: 'You have no patrol here today.' },
  today: { zh: '今天的安排', en: 'My day' },
  asking: { zh: '正在签到…', en: 'Checking in…' },
  done: { zh: '已签到', en: 'Checked in' },
  toSend: { zh: '待上传', en: 'to send' },
  open: { zh: '打开这次巡查', en: 'Open the patrol' },
};

export function Here({ placeId, code }: { readonly placeId: string; readonly code: string }) {
  const t = useWords();
  const today = useRead('patrol.today', {}, { keep: true });
  if (!today.data) return today.error ? <ProblemNote error={today.error} /> : <Waiting />;
  const { day, mine, places } = today.data;
  const patrol = mine.find((one) => one.place.id === placeId && one.day === day);
  if (patrol) return <Arrival key={patrol.id} patrol={patrol} code={code} />;
  return (
    <div className="card">
      <h1>{places.find((place) => place.id === placeId)?.name}</h1>
      <p>{t(words.none)}</p>
      <a className="button second wide" href="/m/">
        {t(words.today)}
      </a>
    </div>
  );
}

function Arrival({ patrol, code }: { readonly patrol: PatrolView; readonly code: string }) {
  const t = useWords();
  const me = useStore(who)?.person.id;
  const crew = usePresence(patrol.id);
  const [problem, setProblem] = useState<Words | null>(null);
  const [asking, setAsking] = useState(false);
  const begun = useRef(false);
  const refused = useStore(queue).jobs.find(
    (job) =>
      job.problem && job.kind === 'act' && job.name === 'presence.checkIn' && job.input.patrolId === patrol.id && job.input.code === code,
  );
  const isDue = crew?.awaitsMe === true && !refused;
  useEffect(() => {
    if (!isDue || begun.current) return;
    begun.current = true;
    setAsking(true);
    checkInByCode(patrol, code)
      .catch((error: unknown) => setProblem(sentenceOf(error)))
      .finally(() => setAsking(false));
  }, [isDue, patrol, code]);
  const line = crew?.people.find((one) => one.person.id === me);
  const why = problem ?? refused?.problem;
  return (
    <div className="card arrival">
      <h1>{patrol.place.name}</h1>
      <p className="hours">
        {patrol.starts}–{patrol.ends}
      </p>
      {why && (
        <p className="problem-note" role="alert">
          {t(why)}
        </p>
      )}
      <p className="tags" role="status">
        {asking && t(words.asking)}
        {!asking && line?.saidAt && !crew?.awaitsMe && (
          <>
            <strong>
              {t(words.done)} {timeOf(line.saidAt)}
            </strong>
            <StateTag states={standings} state={line.standing} />
            {line.queued && <ToneTag tone="waiting" words={words.toSend} />}
          </>
        )}
      </p>
      {why && <CheckInButton patrol={patrol} />}
      <a className="button second wide" href={`/m/patrols/${patrol.id}`}>
        {t(words.open)}
      </a>
    </div>
  );
}
