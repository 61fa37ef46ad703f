/** My own duties ahead, what changed in them, and who wants to swap; the same on desk and phone. */
import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { Reads } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { sayDay, sayWeekday } from '#web/ui/say.ts';
import { SwapForm } from './SwapForm.tsx';
import { SwapLine } from './SwapLine.tsx';
import './swap.css';

type Mine = Reads['roster.mine']['output'];
type Duty = Mine['duties'][number];
type Change = Mine['changes'][number];

const words = {
  title: { zh: '我的班次', en: 'My duties' },
  leads: { zh: '带班', en: 'leading' },
  changed: { zh: '有变动', en: 'changed' },
  swap: { zh: '换班', en: 'Swap' },
  noted: { zh: '知道了', en: 'Noted' },
  changes: { zh: '值班有变动', en: 'Your duties have changed' },
  asked: { zh: '同事请您换班', en: 'Colleagues ask you' },
  asking: { zh: '您发出的换班请求', en: 'Your requests' },
  more: { zh: '全部', en: 'All' },
  none: { zh: '近期没有您的班次。', en: 'No duty of yours ahead.' },
} satisfies Record<string, Words>;

const FIRST = 4;

/** Nothing at all for whoever has no duties; `empty` says so instead. */
export function OwnDuties({ empty = false }: { readonly empty?: boolean }) {
  const t = useWords();
  const { data } = useRead('roster.mine', {}, { keep: true });
  const [all, setAll] = useState(false);
  const [swapping, setSwapping] = useState<Duty | null>(null);
  if (!data) return null;
  const { duties, changes, asked, asking } = data;
  if (duties.length + changes.length + asked.length + asking.length === 0) return empty ? <p className="second">{t(words.none)}</p> : null;
  const shown = all ? duties : duties.slice(0, FIRST);
  return (
    <section className="own-duties no-print" aria-label={t(words.title)}>
      {changes.length > 0 && <Changes changes={changes} />}
      {asked.length > 0 && (
        <div className="own-asked">
          <h3>{t(words.asked)}</h3>
          <ul>
            {asked.map((swap) => (
              <SwapLine key={swap.id} swap={swap} />
            ))}
          </ul>
        </div>
      )}
      {duties.length > 0 && <h3>{t(words.title)}</h3>}
      <ul className="own-list">
        {shown.map((duty) => (
          <DutyCard key={`${duty.day}${duty.placeId}`} duty={duty} onSwap={() => setSwapping(duty)} />
        ))}
      </ul>
      {duties.length > FIRST && !all && (
        <button type="button" className="swap-button" onClick={() => setAll(true)}>
          {t(words.more)} {duties.length}
        </button>
      )}
      {asking.length > 0 && (
        <div className="own-asked">
          <h3>{t(words.asking)}</h3>
          <ul>
            {asking.map((swap) => (
              <SwapLine key={swap.id} swap={swap} />
            ))}
          </ul>
        </div>
      )}
      {swapping && <SwapForm duty={swapping} onClose={() => setSwapping(null)} />}
    </section>
  );
}

function DutyCard({ duty, onSwap }: { readonly duty: Duty; readonly onSwap: () => void }) {
  const t = useWords();
  const mates = duty.crew.filter((one) => !one.me).map((one) => (one.leads ? `${one.name}（${t(words.leads)}）` : one.name));
  return (
    <li className={duty.changed ? 'own-duty own-duty-changed' : 'own-duty'}>
      <div className="own-when">
        <strong>{t(sayDay(duty.day))}</strong> {t(sayWeekday(duty.day))}{' '}
        <span className="second">
          {duty.starts}–{duty.ends}
        </span>
        {duty.changed && <span className="pill">{t(words.changed)}</span>}
      </div>
      <div>
        {duty.place}
        {duty.n === 0 && ` · ${t(words.leads)}`}
      </div>
      <div className="second small">{mates.join('、')}</div>
      {duty.asked ? (
        <span className="second small">{t({ zh: `已请 ${duty.asked} 换班，待答复`, en: `${duty.asked} has been asked` })}</span>
      ) : (
        <button type="button" className="swap-button" onClick={onSwap} aria-label={`${t(words.swap)} ${duty.day}`}>
          {t(words.swap)}
        </button>
      )}
    </li>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const t = useWords();
  const note = useAct('roster.acknowledge');
  const newest = new Map<string, number>();
  for (const { rosterId, version } of changes) newest.set(rosterId, Math.max(version, newest.get(rosterId) ?? 0));
  return (
    <div className="own-changes" role="status">
      <h3>{t(words.changes)}</h3>
      <ul>
        {changes.map((change) => (
          <li key={`${change.rosterId}${change.version}${change.day}${change.placeId}${change.n}`}>{t(changeWords(change, t))}</li>
        ))}
      </ul>
      <ProblemNote error={note.error} />
      <button
        type="button"
        className="swap-button"
        disabled={note.isPending}
        onClick={() => {
          for (const [id, version] of newest) note.mutate({ id, version });
        }}
      >
        {t(words.noted)}
      </button>
    </div>
  );
}

function changeWords({ day, place, how, was, now, byName }: Change, t: ReturnType<typeof useWords>): Words {
  const when = t(sayDay(day));
  if (how === 'came') return { zh: `${when} ${place}：改由您值班（${byName} 调整）`, en: `${when} ${place}: now your duty (by ${byName})` };
  if (how === 'left' && now === null) return { zh: `${when} ${place}：您的这次值班取消了`, en: `${when} ${place}: your duty is off` };
  if (how === 'left')
    return {
      zh: `${when} ${place}：改由${now}值班，您不用去了`,
      en: `${when} ${place}: ${now} serves, you need not go`,
    };
  return {
    zh: `${when} ${place}：同班由${was ?? '空缺'}换成${now ?? '空缺'}`,
    en: `${when} ${place}: with you ${now ?? 'nobody'} instead of ${was ?? 'nobody'}`,
  };
}
