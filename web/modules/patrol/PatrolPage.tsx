/** One patrol: the log first, then what was checked, what was found, what happened so far. */
import { disposals, issueStates } from '#domain/issue/issue.states.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { helpKinds, patrolStates } from '#domain/patrol/patrol.states.ts';
import type { Track } from '#domain/patrol/track.model.ts';
import { useRead } from '#web/api/hooks.ts';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { CrewPanel } from '#web/modules/presence/CrewPanel.tsx';
import { LogVersions } from '#web/ui/LogVersions.tsx';
import { PlaceMap } from '#web/ui/map/PlaceMap.tsx';
import { Photos, type ShownPhoto } from '#web/ui/Photos.tsx';
import { StateTag, ToneTag } from '#web/ui/StateTag.tsx';
import { sayAt, sayDay, sayWeekday } from '#web/ui/say.ts';
import { Timeline } from '#web/ui/Timeline.tsx';
import { Checklist } from './Checklist.tsx';
import { LogPanel } from './LogPanel.tsx';
import './patrol.css';

const words = {
  patrols: { zh: '巡查台账', en: 'Patrols' },
  late: { zh: '日志迟报', en: 'Log late' },
  crew: { zh: '当班', en: 'On duty' },
  leads: { zh: '带班', en: 'leads' },
  hours: { zh: '时间', en: 'Hours' },
  began: { zh: '开始', en: 'Began' },
  submitted: { zh: '提交', en: 'Submitted' },
  due: { zh: '日志期限', en: 'Log due' },
  dueSay: { zh: '当天 24:00 前', en: 'by midnight of the day' },
  requirements: { zh: '要求', en: 'Requirements' },
  help: { zh: '帮助', en: 'Help given' },
  note: { zh: '说明', en: 'Note' },
  facts: { zh: '情况', en: 'Details' },
  problems: { zh: '发现的问题', en: 'Problems found' },
  nothing: { zh: '本次巡查未发现问题。', en: 'Nothing was found on this patrol.' },
  notYet: { zh: '巡查在手机上进行，提交后这里会有检查结果。', en: 'The patrol is done on the phone; its results appear here.' },
  history: { zh: '历程', en: 'History' },
  versions: { zh: '各版日志', en: 'Versions of the log' },
  openVersion: { zh: '看这一版', en: 'Open it' },
  map: { zh: '位置示意', en: 'Where' },
  trackUntil: (day: string): Words => ({
    zh: `轨迹经本人同意记录，仅同组和创城专员可见，${day} 后删除。`,
    en: `The way was recorded with consent, is seen by the crew and the clerk, and is deleted after ${day}.`,
  }),
  reason: { zh: '迟报原因', en: 'Why late' },
};

const hasPlace = (patrol: PatrolView, tracks: readonly Track[]): boolean =>
  Boolean(patrol.startPosition || patrol.submitPosition || tracks.length > 0 || patrol.issues.some(({ position }) => position));

export default function PatrolPage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useWords();
  const { data, error } = useRead('patrol.get', { id: params.id! });
  if (!data) return <Waiting error={error} alone />;
  const { patrol, history, tracks } = data;
  return (
    <div className="print-plain">
      <PageHead
        title={patrol.place.name}
        tab={`${patrol.place.name} ${patrol.day}`}
        above={<a href={to('patrols')}>{t(words.patrols)}</a>}
        under={
          <>
            <span title={patrol.day}>
              {t(sayDay(patrol.day))} {t(sayWeekday(patrol.day))}
            </span>{' '}
            <StateTag states={patrolStates} state={patrol.state} /> {patrol.late && <ToneTag tone="late" words={words.late} />}
          </>
        }
      />
      <div className="two">
        <div>
          {(patrol.submittedAt || patrol.startedAt) && <LogPanel patrol={patrol} />}
          {patrol.versions.length > 1 && (
            <Panel title={t(words.versions)} className="no-print">
              <div className="panel-body">
                <LogVersions
                  versions={patrol.versions}
                  open={(version) => <a href={to('patrolLog', { id: patrol.id }, { version: String(version) })}>{t(words.openVersion)}</a>}
                />
              </div>
            </Panel>
          )}
          <CrewPanel patrolId={patrol.id} day={patrol.day} />
          <Panel title={t(words.problems)} aside={patrol.issues.length > 0 ? patrol.issues.length : undefined}>
            {patrol.issues.length > 0 ? (
              <Found patrol={patrol} />
            ) : (
              <p className="none">{t(patrol.submittedAt ? words.nothing : words.notYet)}</p>
            )}
          </Panel>
          <Checklist patrol={patrol} />
        </div>
        <div className="no-print">
          <Panel title={t(words.facts)}>
            <div className="panel-body">
              <Facts patrol={patrol} />
            </div>
          </Panel>
          {hasPlace(patrol, tracks) && (
            <Panel title={t(words.map)}>
              <div className="panel-body">
                <PlaceMap patrol={patrol} tracks={tracks} />
                {tracks[0] && <p className="second small">{t(words.trackUntil(tracks[0].until))}</p>}
              </div>
            </Panel>
          )}
          <Panel title={t(words.history)}>
            <div className="panel-body">
              <Timeline history={history} />
            </div>
          </Panel>
        </div>
      </div>
    </div>
  );
}

function Found({ patrol }: { readonly patrol: PatrolView }) {
  const t = useWords();
  return (
    <ul className="found">
      {patrol.issues.map((issue) => {
        const photos: ShownPhoto[] = [];
        if (issue.beforeId) photos.push({ id: issue.beforeId, role: 'before' });
        if (issue.afterId) photos.push({ id: issue.afterId, role: 'after' });
        const way = issue.disposal && issue.disposal in disposals ? disposals[issue.disposal as keyof typeof disposals] : null;
        return (
          <li key={issue.id}>
            <Photos photos={photos} />
            <div>
              <a className="row-link" href={to('issue', { id: issue.id })}>
                #{issue.no} {issue.text}
              </a>{' '}
              <StateTag states={issueStates} state={issue.state} />
              <div className="second small">
                {[issue.spot, way && t(way), issue.itemNo && t({ zh: `检查项 ${issue.itemNo}`, en: `item ${issue.itemNo}` })]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Facts({ patrol }: { readonly patrol: PatrolView }) {
  const t = useWords();
  const help = (Object.keys(helpKinds) as (keyof typeof helpKinds)[]).filter((kind) => patrol.help[kind] > 0);
  return (
    <dl className="facts">
      <dt>{t(words.crew)}</dt>
      <dd>
        {[patrol.leader && `${patrol.leader.name}（${t(words.leads)}）`, ...patrol.members.map(({ name }) => name)]
          .filter(Boolean)
          .join('、') || '—'}
      </dd>
      <dt>{t(words.hours)}</dt>
      <dd>
        {patrol.starts}–{patrol.ends}
      </dd>
      {patrol.startedAt && (
        <>
          <dt>{t(words.began)}</dt>
          <dd>{t(sayAt(patrol.startedAt))}</dd>
        </>
      )}
      {patrol.submittedAt && (
        <>
          <dt>{t(words.submitted)}</dt>
          <dd>
            {patrol.submittedBy?.name} · {t(sayAt(patrol.submittedAt))}
          </dd>
        </>
      )}
      {!patrol.reportedAt && (
        <>
          <dt>{t(words.due)}</dt>
          <dd>{t(words.dueSay)}</dd>
        </>
      )}
      {patrol.lateReason && (
        <>
          <dt>{t(words.reason)}</dt>
          <dd>
            {patrol.lateReason} <span className="second">{patrol.lateReasonBy?.name}</span>
          </dd>
        </>
      )}
      {help.length > 0 && (
        <>
          <dt>{t(words.help)}</dt>
          <dd>{help.map((kind) => `${t(helpKinds[kind])} ${patrol.help[kind]}`).join('，')}</dd>
        </>
      )}
      {patrol.note && (
        <>
          <dt>{t(words.note)}</dt>
          <dd>{patrol.note}</dd>
        </>
      )}
      {patrol.requirements.length > 0 && (
        <>
          <dt>{t(words.requirements)}</dt>
          <dd className="quote">{patrol.requirements.join('；')}</dd>
        </>
      )}
    </dl>
  );
}
