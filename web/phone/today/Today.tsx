/** The day in one look: where I go, what I still owe, what waits for me. */
import { useStore } from '@nanostores/react';
import { dayOf } from '#domain/kernel/day.ts';
import type { PatrolRow } from '#domain/patrol/patrol.model.ts';
import { patrolStates } from '#domain/patrol/patrol.states.ts';
import { now } from '#web/api/clock.ts';
import { useRead } from '#web/api/hooks.ts';
import { queue } from '#web/api/outbox.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { sayDay, sayWeekday } from '#web/ui/say.ts';
import { IssueCard, QueuedIssueCard } from '../issue/IssueCard.tsx';
import { Waiting } from '../kit/Waiting.tsx';
import { queuedIssues } from '../queued.ts';
import { ReportLink } from '../report/ReportLink.tsx';
import { who } from '../session.ts';
import { DutyNote } from './DutyNote.tsx';
import { PatrolCard } from './PatrolCard.tsx';

const words = {
  none: { zh: '今天没有安排您巡查', en: 'You have no patrol today' },
  noneHint: { zh: '路上看到问题，可以随手记录。', en: 'You can still report what you see on the way.' },
  next: { zh: '下次值班', en: 'Next duty' },
  duties: { zh: '我的班次', en: 'My duties' },
  mine: { zh: '等我处理', en: 'Waiting for me' },
  allIssues: { zh: '全部问题', en: 'All problems' },
  others: { zh: '今天其他巡查', en: 'Other patrols today' },
  queued: { zh: '还在手机上', en: 'Still on this phone' },
};

export function Today() {
  const t = useWords();
  const today = useRead('patrol.today', {}, { keep: true });
  const overview = useRead('overview.today', {}, { keep: true });
  const onPhone = queuedIssues(useStore(queue).jobs.filter((job) => job.state !== 'refused'));
  const day = today.data?.day ?? dayOf(now());
  const isOffice = useStore(who)?.unit.kind === 'office';
  const waiting = overview.data?.issues.mine ?? [];
  return (
    <>
      <h1 className="day">
        {t(sayDay(day, '0000-01-01'))} <span>{t(sayWeekday(day))}</span>
      </h1>
      <DutyNote />
      {!today.data && (today.error ? <ProblemNote error={today.error} /> : <Waiting />)}
      {today.data?.mine.map((patrol) => (
        <PatrolCard key={patrol.id} patrol={patrol} today={day} />
      ))}
      {today.data?.mine.length === 0 && (
        <div className="card">
          <Empty title={t(words.none)}>{isOffice && <p>{t(words.noneHint)}</p>}</Empty>
        </div>
      )}
      <ReportLink patrolId={today.data?.mine.find((patrol) => patrol.day === day && patrol.state === 'underway')?.id} />
      {today.data?.next && (
        <section className="card next-duty">
          <h2>{t(words.next)}</h2>
          <p>
            <strong>
              {t(sayDay(today.data.next.day, day))} {t(sayWeekday(today.data.next.day))}
            </strong>{' '}
            {today.data.next.starts}–{today.data.next.ends}
            <br />
            {today.data.next.place.name}
          </p>
          <a className="more" href="/m/duties">
            {t(words.duties)}
          </a>
        </section>
      )}
      {onPhone.length > 0 && (
        <section aria-labelledby="on-phone">
          <h2 id="on-phone">{t(words.queued)}</h2>
          <ul className="rows">
            {onPhone.map((issue) => (
              <QueuedIssueCard key={issue.id} issue={issue} />
            ))}
          </ul>
        </section>
      )}
      {waiting.length > 0 && (
        <section aria-labelledby="for-me">
          <h2 id="for-me">
            {t(words.mine)} <span className="count">{waiting.length}</span>
          </h2>
          <ul className="rows">
            {waiting.slice(0, 5).map((issue) => (
              <IssueCard key={issue.id} issue={issue} />
            ))}
          </ul>
          <a className="more" href="/m/issues">
            {t(words.allIssues)}
          </a>
        </section>
      )}
      {(today.data?.others.length ?? 0) > 0 && <Others rows={today.data!.others} title={t(words.others)} />}
    </>
  );
}

function Others({ rows, title }: { readonly rows: readonly PatrolRow[]; readonly title: string }) {
  return (
    <section aria-labelledby="others">
      <h2 id="others">{title}</h2>
      <ul className="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <a className="row" href={`/m/patrols/${row.id}`}>
              <span className="row-main">
                <strong>{row.place.name}</strong>
                <span className="second-line">
                  {[row.leader?.name, ...row.members.map((member) => member.name)].filter(Boolean).join('、')}
                </span>
              </span>
              <StateTag states={patrolStates} state={row.state} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
