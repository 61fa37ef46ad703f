/** Who of the crew is there, since when; the leader confirms with one tap. Other days show the names alone. */
import { useStore } from '@nanostores/react';
import { useState } from 'react';
import { timeOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { presenceActs } from '#domain/presence/presence.rules.ts';
import { checkInWays, presenceStates, standings } from '#domain/presence/presence.states.ts';
import { useWords } from '#web/language.ts';
import { StateTag, ToneTag } from '#web/ui/StateTag.tsx';
import { Later, later } from '../kit/Later.tsx';
import { sentenceOf } from '../kit/said.ts';
import { Crew } from '../patrol/Crew.tsx';
import { who } from '../session.ts';
import { confirmPresence } from './acts.ts';
import { CheckInButton } from './CheckInButton.tsx';
import type { LineAsQueued } from './queued.ts';
import { usePresence } from './usePresence.ts';
import './presence.css';

const words = {
  crew: { zh: '当班到岗', en: 'Crew' },
  leads: { zh: '带班', en: 'leads' },
  me: { zh: '我', en: 'me' },
  toSend: { zh: '待上传', en: 'to send' },
  outside: { zh: '不在地点附近', en: 'away from the place' },
  more: { zh: '办理', en: 'More' },
};

const crewSheet = later(async () => (await import('./CrewSheet.tsx')).CrewSheet);

export interface CrewNowProps {
  readonly patrol: Pick<PatrolView, 'id' | 'place' | 'leader' | 'members'>;
  /** Whether one may still arrive: checking in is offered. */
  readonly open: boolean;
}

export function CrewNow({ patrol, open }: CrewNowProps) {
  const t = useWords();
  const me = useStore(who)?.person.id;
  const crew = usePresence(patrol.id);
  const [asked, setAsked] = useState<string | null>(null);
  const [problem, setProblem] = useState<Words | null>(null);
  if (!crew) return <Crew patrol={patrol} />;
  const may = (line: LineAsQueued, act: string) => line.acts.some((one) => one.act === act && one.allowed);
  const chosen = crew.people.find((line) => line.person.id === asked);
  return (
    <>
      <ul className="crew-now" aria-label={t(words.crew)}>
        {crew.people.map((line) => (
          <li key={line.person.id}>
            <div className="crew-line">
              <strong>{line.person.name}</strong>
              {(line.leads || line.person.id === me) && (
                <span className="second-line">
                  {[line.leads && t(words.leads), line.person.id === me && t(words.me)].filter(Boolean).join(' · ')}
                </span>
              )}
              <span className="tags">
                <StateTag states={standings} state={line.standing} />
                {(line.state === 'confirmed' || line.state === 'disputed') && <StateTag states={presenceStates} state={line.state} />}
                {line.queued && <ToneTag tone="waiting" words={words.toSend} />}
              </span>
            </div>
            {line.saidAt && (
              <div className="second-line">
                {timeOf(line.saidAt)} {line.how && t(checkInWays[line.how])}
                {line.distance !== null && t({ zh: ` · 距中心 ${line.distance} 米`, en: ` · ${line.distance} m from the centre` })}
                {line.outside && <span className="outside"> · {t(words.outside)}</span>}
              </div>
            )}
            {(may(line, 'confirm') || may(line, 'vouch') || may(line, 'dispute')) && (
              <div className="crew-acts">
                {may(line, 'confirm') && line.state === 'checkedIn' && (
                  <button
                    type="button"
                    className="button second grow"
                    aria-label={`${t(presenceActs.confirm.words)} ${line.person.name}`}
                    onClick={() => confirmPresence(patrol.id, line.person).catch((error: unknown) => setProblem(sentenceOf(error)))}
                  >
                    {t(presenceActs.confirm.words)}
                  </button>
                )}
                <button
                  type="button"
                  className="button second"
                  aria-label={`${t(words.more)} ${line.person.name}`}
                  onClick={() => setAsked(line.person.id)}
                >
                  {t(words.more)}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {problem && <p className="problem-note">{t(problem)}</p>}
      {open && <CheckInButton patrol={patrol} />}
      {chosen && <Later page={crewSheet} props={{ patrol: crew.patrol, line: chosen, onClose: () => setAsked(null) }} />}
    </>
  );
}
