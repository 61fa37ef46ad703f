/** The duty roster (值班表): proposed by rule for some months, looked at by month or week, adjusted by hand, published, printed. */
import { useState } from 'react';
import {
  addDays,
  addMonths,
  dayOf,
  daysFrom,
  firstDayOf,
  lastDayOf,
  type Month,
  mondayOf,
  monthOf,
  weekdayOf,
} from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { Roster, RosterView, Seat } from '#domain/roster/roster.model.ts';
import { rosterStates } from '#domain/roster/roster.states.ts';
import { useRead } from '#web/api/hooks.ts';
import { Download } from '#web/desk/kit/Download.tsx';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to, useSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { CalendarLink } from '#web/modules/swap/CalendarLink.tsx';
import { OwnDuties } from '#web/modules/swap/OwnDuties.tsx';
import { SwapList } from '#web/modules/swap/SwapList.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { sayMonth } from '#web/ui/say.ts';
import { Timeline } from '#web/ui/Timeline.tsx';
import { Absences } from './Absences.tsx';
import { CalendarDays } from './CalendarDays.tsx';
import { ChangeList } from './ChangeList.tsx';
import { DayList } from './DayList.tsx';
import { Fairness } from './Fairness.tsx';
import { Loads } from './Loads.tsx';
import { MakeForm } from './MakeForm.tsx';
import { useMoving } from './moving.ts';
import { PrintSheet } from './PrintSheet.tsx';
import { RepairSheet } from './RepairSheet.tsx';
import { RosterActs } from './RosterActs.tsx';
import { RosterGrid } from './RosterGrid.tsx';
import './roster.css';
import { SeatForm } from './SeatForm.tsx';
import { Solving } from './Solving.tsx';
import { nameOf } from './seats.ts';
import { Terms } from './Terms.tsx';

const words = {
  title: { zh: '值班表', en: 'Duty roster' },
  before: { zh: '上个月', en: 'Month before' },
  after: { zh: '下个月', en: 'Month after' },
  weekBefore: { zh: '上一周', en: 'Week before' },
  weekAfter: { zh: '下一周', en: 'Week after' },
  period: { zh: '日期', en: 'Period' },
  look: { zh: '视图', en: 'View' },
  month: { zh: '月', en: 'Month' },
  week: { zh: '周', en: 'Week' },
  print: { zh: '打印', en: 'Print' },
  history: { zh: '历程', en: 'History' },
  undo: { zh: '撤销', en: 'Undo' },
} satisfies Record<string, Words>;

export default function RosterPage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useWords();
  const search = useSearch();
  const week = search.view === 'week' ? mondayOf(isDay(search.week) ? search.week! : dayOf(Date.now())) : null;
  const month = monthShown(params.month, week);
  const { data, error } = useRead('roster.get', { month });
  const shown = data?.month === month ? data : null;
  return (
    <>
      <PageHead
        title={
          <>
            {t(words.title)} <span className="roster-month">{t(sayMonth(month))}</span>
          </>
        }
        tab={`${t(words.title)} ${t(sayMonth(month))}`}
        under={shown?.roster && <RosterState roster={shown.roster} />}
      >
        <Steps month={month} week={week} />
        <nav className="seg" aria-label={t(words.look)}>
          <a href={to('roster', { month })} aria-current={week === null ? 'true' : undefined}>
            {t(words.month)}
          </a>
          <a href={weekHref(week ?? weekToShow(month))} aria-current={week ? 'true' : undefined}>
            {t(words.week)}
          </a>
        </nav>
        {shown?.roster && (
          <>
            <Download of="roster.table" input={{ month }}>
              Excel
            </Download>
            <Download of="form.paper" input={{ form: 'roster', of: month }}>
              Word
            </Download>
            <button type="button" className="btn" onClick={() => print()}>
              {t(words.print)}
            </button>
          </>
        )}
      </PageHead>
      {!shown ? <Waiting error={error} /> : <Shown key={month} view={shown} week={week} history={shown.history} />}
    </>
  );
}

function Shown({
  view,
  week,
  history,
}: {
  readonly view: RosterView;
  readonly week: string | null;
  readonly history: Parameters<typeof Timeline>[0]['history'];
}) {
  return (
    <>
      <OwnDuties />
      {view.roster ? <Made view={view} week={week} history={history} /> : <MakeForm view={view} />}
      {view.places.length > 0 && (
        <div className="roster-beside">
          <Absences month={view.month} rosterId={view.roster?.state === 'published' ? view.roster.id : null} />
          <Terms view={view} />
          <CalendarDays month={view.month} />
          <CalendarLink />
        </div>
      )}
    </>
  );
}

function Made({ view, week, history }: Parameters<typeof Shown>[0]) {
  const t = useWords();
  const moving = useMoving(view);
  const [seat, setSeat] = useState<Seat | null>(null);
  const [repairing, setRepairing] = useState<Seat | null>(null);
  const mayMove = view.mayManage ? moving : undefined;
  const onOpen = (opened: Seat) => view.mayManage && setSeat(opened);
  return (
    <>
      <div className="roster-bar no-print">
        <Fairness view={view} />
        <RosterActs view={view} />
      </div>
      <Solving view={view} />
      <div className="moving-said no-print" aria-live="polite">
        {moving.said && <span>{t(moving.said)}</span>}
        {moving.undo && (
          <button type="button" className="btn btn-small" onClick={moving.undo} disabled={moving.pending}>
            {t(words.undo)}
          </button>
        )}
      </div>
      <ProblemNote error={moving.error} />
      <div className="roster-main">
        <RosterGrid view={view} weeks={week ? [week] : weeksOf(view.month)} moving={mayMove} onOpen={onOpen} />
        <DayList view={view} week={week} moving={mayMove} onOpen={onOpen} />
        <Loads view={view} moving={mayMove} />
      </div>
      <PrintSheet view={view} />
      <ChangeList view={view} />
      <SwapList />
      <div className="no-print">
        <Panel title={t(words.history)}>
          <div className="panel-body">
            <Timeline history={history} />
          </div>
        </Panel>
      </div>
      {seat && (
        <SeatForm
          view={view}
          seat={seat}
          onRepair={(absent) => {
            setSeat(null);
            setRepairing(absent);
          }}
          onClose={() => setSeat(null)}
        />
      )}
      {repairing?.personId && (
        <RepairSheet
          rosterId={view.roster!.id}
          person={{ id: repairing.personId, name: nameOf(view, repairing.personId) ?? '' }}
          from={repairing.day}
          to={repairing.day}
          onClose={() => setRepairing(null)}
        />
      )}
    </>
  );
}

/** 已发布 第 3 版 · 2026年4月—12月 */
function RosterState({ roster }: { readonly roster: Roster }) {
  const t = useWords();
  const [first, last] = [t(sayMonth(monthOf(roster.from))), t(sayMonth(monthOf(roster.to)))];
  return (
    <>
      <StateTag states={rosterStates} state={roster.state} />{' '}
      {roster.version > 0 && t({ zh: `第 ${roster.version} 版 `, en: `version ${roster.version} ` })}
      {first !== last && `${first}—${last}`}
    </>
  );
}

function Steps({ month, week }: { readonly month: Month; readonly week: string | null }) {
  const t = useWords();
  const [before, after] = week
    ? [weekHref(addDays(week, -7)), weekHref(addDays(week, 7))]
    : [to('roster', { month: addMonths(month, -1) }), to('roster', { month: addMonths(month, 1) })];
  return (
    <nav className="month-nav" aria-label={t(words.period)}>
      <a className="btn" href={before} aria-label={t(week ? words.weekBefore : words.before)}>
        <Icon name="left" size={16} />
      </a>
      <a className="btn" href={after} aria-label={t(week ? words.weekAfter : words.after)}>
        <Icon name="right" size={16} />
      </a>
    </nav>
  );
}

/** A week belongs to the month of its Thursday (ISO 8601). */
const monthOfWeek = (monday: string): Month => monthOf(addDays(monday, 3));
const weekHref = (monday: string): string => to('roster', { month: monthOfWeek(monday) }, { view: 'week', week: monday });

function monthShown(wanted: string | undefined, week: string | null): Month {
  if (week) return monthOfWeek(week);
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(wanted ?? '') ? wanted! : monthOf(dayOf(Date.now()));
}

/** This week where it lies in the month, else the month's first. */
function weekToShow(month: Month): string {
  const now = mondayOf(dayOf(Date.now()));
  return monthOfWeek(now) === month ? now : mondayOf(addDays(firstDayOf(month), 3));
}

const weeksOf = (month: Month): string[] => daysFrom(mondayOf(firstDayOf(month)), lastDayOf(month)).filter((day) => weekdayOf(day) === 1);

const isDay = (text: string | undefined): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text!));
