/** People of crews in a table: where they stand, since when, by what sign, what may be done. */

import { absenceKinds } from '#domain/absence/absence.states.ts';
import { timeOf } from '#domain/kernel/day.ts';
import type { PatrolPresence, PresenceLine } from '#domain/presence/presence.model.ts';
import { checkInWays, presenceStates, type Standing, standings } from '#domain/presence/presence.states.ts';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import { exactAt } from '#web/ui/say.ts';
import { PresenceActs } from './PresenceActs.tsx';
import './presence.css';

const words = {
  standing: { zh: '状态', en: 'State' },
  person: { zh: '人员', en: 'Person' },
  post: { zh: '地点', en: 'Post' },
  since: { zh: '到岗', en: 'There since' },
  acts: { zh: '办理', en: 'Acts' },
  leads: { zh: '带班', en: 'leads' },
  outside: { zh: '不在地点附近', en: 'away from the place' },
  noPosition: { zh: '没有定位', en: 'no position' },
  cameLate: { zh: '离线补传', en: 'sent later' },
  extra: { zh: '临时', en: 'extra' },
};

const order = Object.keys(standings) as Standing[];

/** `place` off where all of one patrol is shown beside its own name. */
export function CrewTable({ patrols, place = true }: { readonly patrols: readonly PatrolPresence[]; readonly place?: boolean }) {
  const t = useWords();
  const lines = patrols
    .flatMap((patrol) => patrol.people.map((line) => ({ patrol, line })))
    .sort((a, b) => order.indexOf(a.line.standing) - order.indexOf(b.line.standing));
  return (
    <table className="plain crew-table">
      <thead>
        <tr>
          <th scope="col">{t(words.standing)}</th>
          <th scope="col">{t(words.person)}</th>
          {place && <th scope="col">{t(words.post)}</th>}
          <th scope="col">{t(words.since)}</th>
          <th scope="col" className="no-print">
            {t(words.acts)}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ patrol, line }) => (
          <tr key={`${patrol.patrolId}${line.person.id}`}>
            <td className="crew-standing">
              <StateTag states={standings} state={line.standing} />
              {(line.state === 'confirmed' || line.state === 'disputed') && (
                <>
                  {' '}
                  <StateTag states={presenceStates} state={line.state} />
                </>
              )}
            </td>
            <td className="crew-person">
              <strong>{line.person.name}</strong> {line.leads && <span className="pill">{t(words.leads)}</span>}
              <Remarks line={line} />
            </td>
            {place && (
              <td>
                <a className="row-link" href={to('patrol', { id: patrol.patrolId })}>
                  {patrol.place.name}
                </a>{' '}
                {!patrol.rostered && <span className="pill">{t(words.extra)}</span>}
                <div className="second small">
                  {patrol.starts}–{patrol.ends}
                </div>
              </td>
            )}
            <td className={line.saidAt ? undefined : 'crew-none'}>
              <Since line={line} />
            </td>
            <td className="no-print">
              <PresenceActs patrol={patrol} line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Since({ line }: { readonly line: PresenceLine }) {
  const t = useWords();
  if (!line.saidAt || !line.how) return <span className="second">—</span>;
  return (
    <>
      <span title={exactAt(line.saidAt)}>{timeOf(line.saidAt)}</span> <span className="second">{t(checkInWays[line.how])}</span>
      <div className="second small">
        {line.distance !== null && (
          <span className={line.outside ? 'late-words' : undefined}>
            {t({ zh: `距中心 ${line.distance} 米`, en: `${line.distance} m from the centre` })}
            {line.accuracy !== null && t({ zh: `（误差 ${Math.round(line.accuracy)} 米）`, en: ` (± ${Math.round(line.accuracy)} m)` })}
            {line.outside && ` · ${t(words.outside)}`}
          </span>
        )}
        {line.how === 'position' && line.accuracy === null && line.distance === null && t(words.noPosition)}
        {line.cameLate && line.arrivedAt && (
          <div title={exactAt(line.arrivedAt)}>
            {t(words.cameLate)} {timeOf(line.arrivedAt)}
          </div>
        )}
      </div>
    </>
  );
}

function Remarks({ line }: { readonly line: PresenceLine }) {
  const t = useWords();
  const by = line.judgedBy?.name ?? '';
  const said = [
    line.absence &&
      t({
        zh: `登记了${absenceKinds[line.absence].zh}，仍在班次上`,
        en: `recorded as away (${absenceKinds[line.absence].en}), still on the roster`,
      }),
    line.excuse && t({ zh: `原因：${line.excuse}`, en: `Excuse: ${line.excuse}` }),
    line.state === 'disputed' && t({ zh: `${by}：${line.judgement}`, en: `${by}: ${line.judgement}` }),
    line.saidBy && t({ zh: `${line.saidBy.name}代为登记`, en: `${line.saidBy.name} vouched` }) + (line.note && `：${line.note}`),
    line.state === 'confirmed' && !line.saidBy && t({ zh: `${by}确认`, en: `confirmed by ${by}` }),
  ].filter(Boolean);
  return said.length > 0 ? <div className="second small">{said.join('；')}</div> : null;
}
