/** A minute in the morning: what is late and whose it is, who is on post, what was found, what lies with me. */
import type { Words } from '#domain/kernel/words.ts';
import type { Reads } from '#web/api/call.ts';
import { useRead } from '#web/api/hooks.ts';
import { Figure, PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { TaskLines } from '#web/modules/duty/TaskLines.tsx';
import { holds, useSignedIn } from '#web/modules/org/session.ts';
import { PatrolLines } from '#web/modules/patrol/PatrolLines.tsx';
import { PresenceNow } from '#web/modules/presence/PresenceNow.tsx';
import { Empty } from '#web/ui/Empty.tsx';
import { sayWeekday } from '#web/ui/say.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { IssueLines } from './IssueLines.tsx';
import './today.css';

type Overview = Reads['overview.today']['output'];

const words = {
  title: { zh: '今日', en: 'Today' },
  stage: { zh: '当前阶段：', en: 'Stage: ' },
  figures: { zh: '待办数字', en: 'Figures' },
  late: { zh: '逾期事项', en: 'Late tasks' },
  today: { zh: '今天到期', en: 'Due today' },
  week: { zh: '七日内', en: 'Within 7 days' },
  waiting: { zh: '待确认', en: 'To confirm' },
  openIssues: { zh: '未销号问题', en: 'Open problems' },
  lateLogs: { zh: '日志迟报', en: 'Logs late' },
  due: { zh: '到期与临近', en: 'Due and near' },
  allDue: { zh: '应办台账', en: 'Due board' },
  noDue: { zh: '没有临近的应办事项。', en: 'Nothing is due soon.' },
  mine: { zh: '等我处理的问题', en: 'Waiting for me' },
  noMine: { zh: '没有等您处理的问题。', en: 'Nothing waits for you.' },
  handed: { zh: '转来的问题', en: 'Handed to you' },
  notBegun: { zh: '创城工作还没有开始', en: 'The campaign has not begun yet' },
  notBegunHint: {
    zh: '创城专员采纳公文后，您的责任和巡查会出现在这里。',
    en: 'Once the campaign clerk adopts a notice, your duties and patrols appear here.',
  },
  onPost: { zh: '今日在岗', en: 'On post today' },
  noPost: { zh: '今天没有排班巡查。', en: 'No patrol is planned today.' },
  roster: { zh: '值班表', en: 'Roster' },
  found: { zh: '最近发现', en: 'Found lately' },
  noFound: { zh: '最近没有发现问题。', en: 'Nothing found lately.' },
  allIssues: { zh: '问题台账', en: 'All problems' },
  month: { zh: '本月巡查', en: 'Patrols this month' },
} satisfies Record<string, Words>;

export default function TodayPage() {
  const t = useWords();
  const me = useSignedIn();
  const { data, error } = useRead('overview.today', {});
  if (!data) return <Waiting error={error} alone />;
  const [, month, date] = data.day.split('-').map(Number);
  const clerk = holds(me, 'campaignClerk');
  const partner = me !== null && me.unit.kind !== 'office';
  const begun = data.setUp.notices && !partner;
  return (
    <>
      <PageHead
        tab={t(words.title)}
        title={
          <>
            {t(words.title)}{' '}
            <span className="today-date">
              {t({ zh: `${month}月${date}日 ${sayWeekday(data.day).zh}`, en: `${sayWeekday(data.day).en}, ${data.day}` })}
            </span>
          </>
        }
        under={
          data.stage && (
            <>
              {t(words.stage)}
              <strong className="stage-name">{data.stage.name}</strong> {stageSpan(data.stage)}
            </>
          )
        }
      />
      {clerk && <FirstSteps setUp={data.setUp} drafts={data.drafts} />}
      {begun && holds(me, 'campaignClerk', 'leaderInCharge', 'topLeader') && <PresenceNow />}
      {begun && <Figures data={data} />}
      {begun && <Answers data={data} />}
      {partner && <ForPartner data={data} />}
      {!begun && !partner && !clerk && (
        <Empty title={t(words.notBegun)}>
          <p>{t(words.notBegunHint)}</p>
        </Empty>
      )}
    </>
  );
}

/** A department, a community, the campaign office: what was handed to them. */
function ForPartner({ data }: { readonly data: Overview }) {
  const t = useWords();
  return (
    <>
      <Panel title={t(words.mine)} aside={data.issues.mine.length}>
        {data.issues.mine.length > 0 ? <IssueLines issues={data.issues.mine} /> : <p className="none">{t(words.noMine)}</p>}
      </Panel>
      {data.issues.latest.length > 0 && (
        <Panel title={t(words.handed)} aside={<a href={to('issues')}>{t(words.allIssues)}</a>}>
          <IssueLines issues={data.issues.latest} />
        </Panel>
      )}
    </>
  );
}

function Figures({ data }: { readonly data: Overview }) {
  const t = useWords();
  return (
    <nav className="figures" aria-label={t(words.figures)}>
      <Figure href={to('board', {}, { band: 'late' })} n={data.tasks.late} label={t(words.late)} tone="late" />
      <Figure href={to('board', {}, { band: 'today' })} n={data.tasks.today} label={t(words.today)} tone="working" />
      <Figure href={to('board', {}, { band: 'week' })} n={data.tasks.week} label={t(words.week)} />
      <Figure href={to('board', {}, { band: 'waiting' })} n={data.tasks.waiting} label={t(words.waiting)} tone="waiting" />
      <Figure href={to('issues', {}, { open: 'true' })} n={data.issues.open} label={t(words.openIssues)} tone="working" />
      <Figure href={to('patrols', {}, { late: 'true' })} n={data.patrols.lateLogs} label={t(words.lateLogs)} tone="late" />
    </nav>
  );
}

function Answers({ data }: { readonly data: Overview }) {
  const t = useWords();
  return (
    <div className="today">
      <div>
        <Panel title={t(words.due)} aside={<a href={to('board')}>{t(words.allDue)}</a>}>
          {data.tasks.next.length > 0 ? <TaskLines tasks={data.tasks.next} acts={false} /> : <p className="none">{t(words.noDue)}</p>}
        </Panel>
        {data.issues.mine.length > 0 && (
          <Panel title={t(words.mine)} aside={data.issues.mine.length}>
            <IssueLines issues={data.issues.mine} />
          </Panel>
        )}
      </div>
      <div>
        <Panel title={t(words.onPost)} aside={<a href={to('roster')}>{t(words.roster)}</a>}>
          {data.patrols.today.length > 0 ? <PatrolLines patrols={data.patrols.today} /> : <p className="none">{t(words.noPost)}</p>}
          <p className="panel-foot second small">
            {t(words.month)} <a href={to('patrols')}>{t({ zh: `${data.patrols.thisMonth} 次`, en: String(data.patrols.thisMonth) })}</a>
            {t({ zh: `，其中 ${data.patrols.nothingFound} 次未发现问题`, en: `, ${data.patrols.nothingFound} of them found nothing` })}
          </p>
        </Panel>
        <Panel title={t(words.found)} aside={<a href={to('issues')}>{t(words.allIssues)}</a>}>
          {data.issues.latest.length > 0 ? (
            <IssueLines issues={data.issues.latest.slice(0, 6)} />
          ) : (
            <p className="none">{t(words.noFound)}</p>
          )}
        </Panel>
      </div>
    </div>
  );
}

function stageSpan(stage: NonNullable<Overview['stage']>): string {
  return stage.from || stage.to ? `${stage.from ?? ''} — ${stage.to ?? ''}` : '';
}
