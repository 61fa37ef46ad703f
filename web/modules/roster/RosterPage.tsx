/** The roster of a month (值班表): proposed by rule, adjusted by hand, published, printed. */
import { useState } from 'react';
import { addMonths, dayOf, monthOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import type { RosterView, Seat } from '#domain/roster/roster.model.ts';
import { rosterActs } from '#domain/roster/roster.rules.ts';
import { rosterStates } from '#domain/roster/roster.states.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { ActButtons } from '#web/desk/kit/ActButtons.tsx';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { sayMonth } from '#web/ui/say.ts';
import { Timeline } from '#web/ui/Timeline.tsx';
import { Absences } from './Absences.tsx';
import { CalendarDays } from './CalendarDays.tsx';
import { DayList } from './DayList.tsx';
import { Fairness } from './Fairness.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import './roster.css';
import { SeatForm } from './SeatForm.tsx';

const words = {
  title: { zh: '值班表', en: 'Duty roster' },
  before: { zh: '上个月', en: 'Month before' },
  after: { zh: '下个月', en: 'Month after' },
  month: { zh: '月份', en: 'Month' },
  make: { zh: '生成值班表', en: 'Make the roster' },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '这个月还没有值班表', en: 'No roster for this month yet' },
  noneHint: {
    zh: '按采纳的巡查规则自动排出，之后可以逐个调整。',
    en: 'It is proposed by the adopted patrol rules and can then be adjusted seat by seat.',
  },
  noneFor: { zh: '由创城专员排班后，会显示在这里。', en: 'It stands here once the campaign clerk has made it.' },
  noRule: { zh: '还没有巡查规则', en: 'There is no patrol rule yet' },
  noRuleHint: { zh: '先采纳一份写有巡查要求的公文。', en: 'Adopt a notice that orders patrols first.' },
  notices: { zh: '去来文', en: 'To the notices' },
  history: { zh: '历程', en: 'History' },
  anew: { zh: '重新排班保留手工调整过的班次，其余重新分配。', en: 'Seats set by hand stay; all others are assigned anew.' },
  publishSay: {
    zh: '发布后每个巡查日会生成巡查任务，出现在当班人员的手机上。之后仍可逐个调整。',
    en: 'Each patrol day then brings its patrols to the phones of the people on duty. Seats can still be changed.',
  },
};

const offeredHere = { propose: rosterActs.propose, publish: rosterActs.publish };

export default function RosterPage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useWords();
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(params.month ?? '') ? params.month! : monthOf(dayOf(Date.now()));
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
        under={shown?.roster && <StateTag states={rosterStates} state={shown.roster.state} />}
      >
        <nav className="month-nav" aria-label={t(words.month)}>
          <a className="btn" href={to('roster', { month: addMonths(month, -1) })} aria-label={t(words.before)}>
            <Icon name="left" size={16} />
          </a>
          <a className="btn" href={to('roster', { month: addMonths(month, 1) })} aria-label={t(words.after)}>
            <Icon name="right" size={16} />
          </a>
        </nav>
        {shown?.roster && (
          <button type="button" className="btn" onClick={() => print()}>
            {t(words.print)}
          </button>
        )}
      </PageHead>
      {!shown ? (
        <Waiting error={error} />
      ) : shown.roster ? (
        <Made key={month} view={shown} history={shown.history} />
      ) : (
        <>
          <NotMade view={shown} />
          {shown.places.length > 0 && (
            <>
              <Absences month={month} />
              <CalendarDays month={month} />
            </>
          )}
        </>
      )}
    </>
  );
}

function NotMade({ view }: { readonly view: RosterView }) {
  const t = useWords();
  const make = useAct('roster.make');
  const [id] = useState(() => newId());
  if (view.places.length === 0) {
    return (
      <Empty title={t(words.noRule)}>
        <p>{t(words.noRuleHint)}</p>
        <a className="btn btn-main" href={to('notices')}>
          {t(words.notices)}
        </a>
      </Empty>
    );
  }
  return (
    <>
      <ProblemNote error={make.error} />
      <Empty title={t(words.none)}>
        <p>{t(view.mayManage ? words.noneHint : words.noneFor)}</p>
        {view.mayManage && (
          <button type="button" className="btn btn-main" disabled={make.isPending} onClick={() => make.mutate({ id, month: view.month })}>
            {t(words.make)}
          </button>
        )}
      </Empty>
    </>
  );
}

function Made({ view, history }: { readonly view: RosterView; readonly history: Parameters<typeof Timeline>[0]['history'] }) {
  const t = useWords();
  const roster = view.roster!;
  const make = useAct('roster.make');
  const publish = useAct('roster.publish');
  const [doing, setDoing] = useState<string | null>(null);
  const [seat, setSeat] = useState<Seat | null>(null);
  const close = () => {
    make.reset();
    publish.reset();
    setDoing(null);
  };
  const done = { onSuccess: close };
  const onSeat = view.mayManage ? setSeat : undefined;
  return (
    <>
      <div className="roster-bar no-print">
        <Fairness view={view} />
        <ActButtons offered={view.acts} table={offeredHere} main="publish" onAct={setDoing} />
      </div>
      <MonthGrid view={view} onSeat={onSeat} />
      <DayList view={view} onSeat={onSeat} />
      <PrintSheet view={view} />
      <Absences month={view.month} />
      <CalendarDays month={view.month} />
      <div className="no-print">
        <Panel title={t(words.history)}>
          <div className="panel-body">
            <Timeline history={history} />
          </div>
        </Panel>
      </div>
      {seat && <SeatForm view={view} seat={seat} onClose={() => setSeat(null)} />}
      {doing === 'propose' && (
        <ActForm
          title={t(rosterActs.propose.words)}
          send={t(rosterActs.propose.words)}
          say={t(words.anew)}
          error={make.error}
          pending={make.isPending}
          onSend={() => make.mutate({ id: roster.id, month: view.month }, done)}
          onClose={close}
        />
      )}
      {doing === 'publish' && (
        <ActForm
          title={t(rosterActs.publish.words)}
          send={t(rosterActs.publish.words)}
          say={t(words.publishSay)}
          error={publish.error}
          pending={publish.isPending}
          onSend={() => publish.mutate({ id: roster.id }, done)}
          onClose={close}
        />
      )}
    </>
  );
}
