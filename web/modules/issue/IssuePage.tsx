/** One problem: before and after side by side, what the notice says about it, what comes next, what happened so far. */
import type { IssueRef, IssueView } from '#domain/issue/issue.model.ts';
import { disposals, issueStates } from '#domain/issue/issue.states.ts';
import { sayLimit } from '#domain/kernel/limit.ts';
import type { Words } from '#domain/kernel/words.ts';
import { useRead } from '#web/api/hooks.ts';
import { Download } from '#web/desk/kit/Download.tsx';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { sourceHref, to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { useSignedIn } from '#web/modules/org/session.ts';
import { Photos } from '#web/ui/Photos.tsx';
import { SourceMark } from '#web/ui/SourceMark.tsx';
import { StateTag, ToneTag } from '#web/ui/StateTag.tsx';
import { exactAt, sayAt } from '#web/ui/say.ts';
import { Timeline } from '#web/ui/Timeline.tsx';
import { dueOf } from './due.ts';
import './issue.css';
import { IssueActs } from './IssueActs.tsx';

const words = {
  notice: { zh: '整改通知书', en: 'Notice to rectify' },
  issues: { zh: '问题台账', en: 'Problems' },
  issue: { zh: '问题', en: 'Problem' },
  photos: { zh: '整改对比', en: 'Before and after' },
  before: { zh: '整改前', en: 'Before' },
  after: { zh: '整改后', en: 'After' },
  noBefore: { zh: '记录时没有照片', en: 'No photo was taken' },
  noAfter: { zh: '整改后照片待拍', en: 'Photo after the fix to come' },
  details: { zh: '情况', en: 'Details' },
  place: { zh: '地点', en: 'Place' },
  item: { zh: '检查项', en: 'Checklist item' },
  finder: { zh: '发现人', en: 'Found by' },
  patrol: { zh: '所属巡查', en: 'Patrol' },
  openPatrol: { zh: '打开巡查', en: 'Open the patrol' },
  disposal: { zh: '处置方式', en: 'Disposal' },
  handler: { zh: '承办单位', en: 'Handler' },
  fixer: { zh: '整改人', en: 'Fixed by' },
  verifier: { zh: '核查人', en: 'Verified by' },
  position: { zh: '定位', en: 'Position' },
  assigner: { zh: '指定单位', en: 'Assigned by' },
  limit: { zh: '办理时限', en: 'Limit' },
  extensions: (n: number): Words => ({ zh: `已延期${n}次`, en: `extended ${n}×` }),
  asked: { zh: '等待决定', en: 'To be decided' },
  joinedTo: { zh: '并入', en: 'Joined to' },
  joined: { zh: '并入本问题', en: 'Joined to this one' },
  partOf: { zh: '拆分自', en: 'Part of' },
  parts: { zh: '拆分为', en: 'Parts' },
  goTo: { zh: '应到何处反映', en: 'Where to go' },
  history: { zh: '历程', en: 'History' },
};

export default function IssuePage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useWords();
  const me = useSignedIn();
  const { data, error } = useRead('issue.get', { id: params.id! });
  if (!data) return <Waiting error={error} alone />;
  const { issue, history, handlers } = data;
  const due = dueOf(issue);
  const before = issue.photos.filter((photo) => photo.role === 'before');
  const about = { place: [issue.place?.name, issue.spot].filter(Boolean).join('，'), theme: issue.text, unit: issue.unit.name };
  const after = issue.photos.filter((photo) => photo.role === 'after');
  return (
    <>
      <PageHead
        title={`#${issue.no} ${issue.text}`}
        tab={`${t(words.issue)} #${issue.no}`}
        above={<a href={to('issues')}>{t(words.issues)}</a>}
        under={
          <>
            <StateTag states={issueStates} state={issue.state} /> {due && <ToneTag tone={due.tone} words={due.words} />}
          </>
        }
      >
        {issue.unitId === me?.unit.id && (
          <Download of="form.paper" input={{ form: 'rectification', of: issue.id }}>
            {t(words.notice)}
          </Download>
        )}
      </PageHead>
      <div className="two">
        <div>
          <Panel title={t(words.photos)}>
            <div className="sides">
              <div className="side">
                <h3>{t(words.before)}</h3>
                {before.length > 0 ? (
                  <Photos photos={before} size={before.length === 1 ? 'shown' : 'thumb'} about={about} />
                ) : (
                  <p className="side-none">{t(words.noBefore)}</p>
                )}
              </div>
              <div className="side">
                <h3>{t(words.after)}</h3>
                {after.length > 0 ? (
                  <Photos photos={after} size={after.length === 1 ? 'shown' : 'thumb'} about={about} />
                ) : (
                  <p className="side-none">{t(words.noAfter)}</p>
                )}
                {issue.fixNote && <p className="task-note">{issue.fixNote}</p>}
              </div>
            </div>
          </Panel>
          <Panel title={t(words.history)}>
            <div className="panel-body">
              <Timeline history={history} />
            </div>
            <div className="history-foot no-print">
              <IssueActs issue={issue} handlers={handlers} />
            </div>
          </Panel>
        </div>
        <Panel title={t(words.details)}>
          <div className="panel-body">
            <Details issue={issue} />
          </div>
        </Panel>
      </div>
    </>
  );
}

function Details({ issue }: { readonly issue: IssueView }) {
  const t = useWords();
  return (
    <dl className="facts">
      <dt>{t(words.place)}</dt>
      <dd>
        {issue.place ? <a href={to('issues', {}, { placeId: issue.place.id })}>{issue.place.name}</a> : '—'} {issue.spot}
      </dd>
      {issue.item && (
        <>
          <dt>{t(words.item)}</dt>
          <dd>
            <span className="quote">
              {issue.item.no}. {issue.item.text}
            </span>{' '}
            <SourceMark source={issue.item} href={sourceHref} />
          </dd>
        </>
      )}
      <dt>{t(words.finder)}</dt>
      <dd title={exactAt(issue.foundAt)}>
        {issue.finder.name} · {t(sayAt(issue.foundAt))}
      </dd>
      {issue.patrolId && (
        <>
          <dt>{t(words.patrol)}</dt>
          <dd>
            <a href={to('patrol', { id: issue.patrolId })}>{t(words.openPatrol)}</a>
          </dd>
        </>
      )}
      {issue.disposal && (
        <>
          <dt>{t(words.disposal)}</dt>
          <dd>{t(disposals[issue.disposal])}</dd>
        </>
      )}
      {issue.handler && (
        <>
          <dt>{t(words.handler)}</dt>
          <dd>{issue.handler.name}</dd>
        </>
      )}
      {issue.assigner && (
        <>
          <dt>{t(words.assigner)}</dt>
          <dd>{issue.assigner.name}</dd>
        </>
      )}
      {issue.clock && (
        <>
          <dt>{t(words.limit)}</dt>
          <dd>
            {[t(sayLimit(issue.clock.limit)), issue.extensions > 0 && t(words.extensions(issue.extensions))].filter(Boolean).join('，')}
          </dd>
        </>
      )}
      {(issue.extensionAsked ?? issue.reopenAsked) && (
        <>
          <dt>{t(words.asked)}</dt>
          <dd>{(issue.extensionAsked ?? issue.reopenAsked)!.reason}</dd>
        </>
      )}
      <Ties title={t(words.joinedTo)} issues={issue.duplicateOf ? [issue.duplicateOf] : []} />
      <Ties title={t(words.joined)} issues={issue.joined} />
      <Ties title={t(words.partOf)} issues={issue.partOf ? [issue.partOf] : []} />
      <Ties title={t(words.parts)} issues={issue.parts} />
      {issue.goTo && (
        <>
          <dt>{t(words.goTo)}</dt>
          <dd>{issue.goTo}</dd>
        </>
      )}
      {issue.fixer && (
        <>
          <dt>{t(words.fixer)}</dt>
          <dd title={issue.fixedAt ? exactAt(issue.fixedAt) : undefined}>
            {issue.fixer.name}
            {issue.fixedAt && ` · ${t(sayAt(issue.fixedAt))}`}
          </dd>
        </>
      )}
      {issue.verifier && (
        <>
          <dt>{t(words.verifier)}</dt>
          <dd>{issue.verifier.name}</dd>
        </>
      )}
      {issue.position && (
        <>
          <dt>{t(words.position)}</dt>
          <dd>
            {issue.position.lat.toFixed(5)}, {issue.position.lng.toFixed(5)}
            {issue.position.accuracy !== null && ` ± ${Math.round(issue.position.accuracy)} m`}
          </dd>
        </>
      )}
    </dl>
  );
}

/** Problems this one is tied to, each with where it stands. */
function Ties({ title, issues }: { readonly title: string; readonly issues: readonly IssueRef[] }) {
  if (issues.length === 0) return null;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <ul className="ties">
          {issues.map(({ id, no, text, state }) => (
            <li key={id}>
              <a href={to('issue', { id })}>
                #{no} {text}
              </a>{' '}
              <StateTag states={issueStates} state={state} />
            </li>
          ))}
        </ul>
      </dd>
    </>
  );
}
