/** Presence in a month, to read and to print: by person, and by day who was late and who should have come and did not. */
import { absenceKinds } from '#domain/absence/absence.states.ts';
import { addMonths, dayOf, monthOf, timeOf } from '#domain/kernel/day.ts';
import type { Tally } from '#domain/presence/presence.model.ts';
import { standings } from '#domain/presence/presence.states.ts';
import type { Reads } from '#web/api/call.ts';
import { useRead } from '#web/api/hooks.ts';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { useSignedIn } from '#web/modules/org/session.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { sayAt, sayMonth, sayWeekday } from '#web/ui/say.ts';
import { PresenceTabs } from './PresenceTabs.tsx';
import './presence.css';

const words = {
  title: { zh: '到岗月报', en: 'Month of presence' },
  before: { zh: '上个月', en: 'Month before' },
  after: { zh: '下个月', en: 'Month after' },
  print: { zh: '打印', en: 'Print' },
  people: { zh: '按人员', en: 'By person' },
  days: { zh: '按日期', en: 'By day' },
  person: { zh: '人员', en: 'Person' },
  duties: { zh: '应到', en: 'Duties' },
  onTime: { zh: '按时', en: 'In time' },
  late: { zh: '迟到', en: 'Late' },
  missing: { zh: '未到', en: 'Missing' },
  excused: { zh: '有原因', en: 'Excused' },
  total: { zh: '合计', en: 'Total' },
  day: { zh: '日期', en: 'Day' },
  who: { zh: '迟到和未到', en: 'Late and missing' },
  all: { zh: '全部按时', en: 'all in time' },
  none: { zh: '这个月还没有结束的班次', en: 'No duty of this month is over yet' },
  noneHint: { zh: '值班表上的巡查时段结束后，到岗情况计入月报。', en: 'A duty of the roster is counted once its hours are over.' },
};
const columns = ['duties', 'onTime', 'late', 'missing', 'excused'] as const satisfies readonly (keyof Tally)[];

export default function MonthPage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useWords();
  const me = useSignedIn();
  const month = params.month && /^\d{4}-\d\d$/.test(params.month) ? params.month : monthOf(dayOf(Date.now()));
  const { data, error } = useRead('presence.month', { month });
  return (
    <div className="presence">
      <PageHead
        title={
          <>
            <span className="print-only">{me?.unit.name} </span>
            {t(sayMonth(month))} {t(words.title)}
          </>
        }
        tab={t(words.title)}
        under={
          data &&
          t({
            zh: `只计值班表上、截至${sayAt(data.at).zh} 时段已结束的班次；一人一班为一次，应到 = 按时 + 迟到 + 未到`,
            en: `Duties of the roster whose hours were over ${sayAt(data.at).en}; one person on one patrol is one duty = in time + late + missing`,
          })
        }
      >
        <a className="btn" href={to('presenceMonth', { month: addMonths(month, -1) })} aria-label={t(words.before)}>
          <Icon name="left" size={16} />
        </a>
        <a className="btn" href={to('presenceMonth', { month: addMonths(month, 1) })} aria-label={t(words.after)}>
          <Icon name="right" size={16} />
        </a>
        <button type="button" className="btn" onClick={() => print()}>
          {t(words.print)}
        </button>
      </PageHead>
      <PresenceTabs here="month" />
      {!data ? (
        <Waiting error={error} />
      ) : data.people.length === 0 ? (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHint)}</p>
        </Empty>
      ) : (
        <div className="month-two">
          <ByPerson data={data} />
          <ByDay data={data} />
        </div>
      )}
    </div>
  );
}

type Month = Reads['presence.month']['output'];

function ByPerson({ data }: { readonly data: Month }) {
  const t = useWords();
  return (
    <Panel title={t(words.people)}>
      <table className="plain tally">
        <thead>
          <tr>
            <th scope="col">{t(words.person)}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(words[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.people.map(({ person, tally }) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <Cells tally={tally} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(words.total)}</th>
            <Cells tally={data.total} />
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}

function Cells({ tally }: { readonly tally: Tally }) {
  return columns.map((column) => (
    <td key={column} className={column === 'missing' && tally.missing > 0 ? 'late-words' : undefined}>
      {tally[column] || <span className="second">0</span>}
    </td>
  ));
}

function ByDay({ data }: { readonly data: Month }) {
  const t = useWords();
  return (
    <Panel title={t(words.days)}>
      <table className="plain by-day">
        <thead>
          <tr>
            <th scope="col">{t(words.day)}</th>
            <th scope="col">{t(words.duties)}</th>
            <th scope="col">{t(words.who)}</th>
          </tr>
        </thead>
        <tbody>
          {data.days.map(({ day, tally, notInTime }) => (
            <tr key={day}>
              <th scope="row">
                <a href={to('presence', {}, { day })}>
                  {t({ zh: `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, en: day.slice(5) })}
                </a>{' '}
                <span className="second">{t(sayWeekday(day))}</span>
              </th>
              <td>{tally.duties}</td>
              <td>
                {notInTime.length === 0 && <span className="second">{t(words.all)}</span>}
                <ul className="not-in-time">
                  {notInTime.map(({ patrolId, person, place, standing, saidAt, excuse, absence }) => (
                    <li key={`${patrolId}${person.id}`}>
                      <StateTag states={standings} state={standing} /> <strong>{person.name}</strong>{' '}
                      {saidAt && standing === 'late' && timeOf(saidAt)}{' '}
                      <span className="second small">
                        {[place.name, absence && t(absenceKinds[absence]), excuse].filter(Boolean).join(' · ')}
                      </span>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
