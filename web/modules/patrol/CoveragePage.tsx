/** What was looked at, item by item and week by week; every number opens its cases. */
import { useEffect, useRef } from 'react';
import { addDays, dayOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { CoverageItem, CoveragePlace } from '#domain/patrol/coverage.model.ts';
import { weeksOf } from '#domain/patrol/coverage.ts';
import type { Reads } from '#web/api/call.ts';
import { useRead } from '#web/api/hooks.ts';
import { Choices } from '#web/desk/kit/Choices.tsx';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to, useSearch, withSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { PresenceTabs } from '#web/modules/presence/PresenceTabs.tsx';
import { Empty } from '#web/ui/Empty.tsx';
import './coverage.css';

const words = {
  title: { zh: '检查覆盖', en: 'Coverage' },
  say: {
    zh: '格内是“检查次数/答题次数”，不适用不算检查；红色是发现问题的次数。点数字看对应的巡查。',
    en: 'A cell says checks / answers; what did not apply is no check; red is how often a problem was found. A number opens its patrols.',
  },
  weeks: { zh: '时段', en: 'Span' },
  lastWeeks: (n: number): Words => ({ zh: `近 ${n} 周`, en: `${n} weeks` }),
  item: { zh: '检查项', en: 'Item' },
  total: { zh: '合计', en: 'Total' },
  walked: { zh: '已巡/计划', en: 'Walked / planned' },
  never: { zh: '从未检查', en: 'Never checked' },
  reasons: {
    notPatrolled: { zh: '这段时间没有巡查到', en: 'not patrolled in this time' },
    notApplicable: { zh: '每次都填不适用', en: 'did not apply each time' },
  },
  allChecked: { zh: '这段时间各项都检查过。', en: 'Every item was checked in this time.' },
  former: { zh: '旧项', en: 'former' },
  none: { zh: '还没有地点', en: 'No places yet' },
  noneHint: { zh: '采纳写有巡查地点的公文后，这里按周统计。', en: 'Adopt a notice that names places to patrol.' },
  roster: { zh: '去来文', en: 'To the notices' },
};

const SPANS = [4, 8, 13, 26];

export default function CoveragePage() {
  const t = useWords();
  const search = useSearch();
  const span = SPANS.includes(Number(search.weeks)) ? Number(search.weeks) : 8;
  const today = dayOf(Date.now());
  const from = weeksOf(addDays(today, -7 * (span - 1)), today)[0]!;
  const { data, error } = useRead('patrol.coverage', { from, placeId: search.placeId || undefined });
  return (
    <>
      <PageHead title={t(words.title)} tab={t(words.title)} under={t(words.say)} />
      <PresenceTabs here="coverage" />
      <Choices
        label={t(words.weeks)}
        choices={SPANS.map((n) => ({
          key: String(n),
          label: t(words.lastWeeks(n)),
          href: withSearch({ weeks: String(n) }),
          here: n === span,
        }))}
      />
      {!data ? (
        <Waiting error={error} />
      ) : data.places.length === 0 ? (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHint)}</p>
          <a className="btn btn-main" href={to('notices')}>
            {t(words.roster)}
          </a>
        </Empty>
      ) : (
        data.places.map((covered) => <PlaceCoverage key={covered.place.id} covered={covered} span={data} />)
      )}
    </>
  );
}

type Span = Pick<Reads['patrol.coverage']['output'], 'weeks' | 'from' | 'until'>;

function PlaceCoverage({ covered, span }: { readonly covered: CoveragePlace; readonly span: Span }) {
  const t = useWords();
  const never = covered.items.filter((item) => item.isCurrent && item.never);
  const walked = sum(covered.walked);
  const table = useRef<HTMLElement>(null);
  // The latest weeks are what one comes for; on a narrow screen the earlier ones lie to the left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another span is another table
  useEffect(() => {
    if (table.current) table.current.scrollLeft = table.current.scrollWidth;
  }, [span.weeks.length]);
  return (
    <Panel
      title={covered.place.name}
      aside={t({ zh: `已巡 ${walked} / 计划 ${sum(covered.planned)} 次`, en: `${walked} of ${sum(covered.planned)} patrols walked` })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section ref={table} className="coverage-scroll" tabIndex={0} aria-label={covered.place.name}>
        <table className="coverage">
          <thead>
            <tr>
              <th scope="col">{t(words.item)}</th>
              {span.weeks.map((week) => (
                <th scope="col" key={week} title={`${week} — ${addDays(week, 6)}`}>
                  {Number(week.slice(5, 7))}/{Number(week.slice(8))}
                </th>
              ))}
              <th scope="col">{t(words.total)}</th>
            </tr>
            <tr className="coverage-walked">
              <th scope="row">{t(words.walked)}</th>
              {span.weeks.map((week, i) => (
                <td key={week}>
                  <CasesLink
                    covered={covered}
                    from={week}
                    until={addDays(week, 6)}
                    said={`${covered.walked[i]}/${covered.planned[i]}`}
                    empty={covered.planned[i] === 0}
                  />
                </td>
              ))}
              <td>
                <CasesLink covered={covered} from={span.from} until={span.until} said={`${walked}/${sum(covered.planned)}`} empty={false} />
              </td>
            </tr>
          </thead>
          <tbody>
            {covered.items.map((item) => (
              <ItemRow key={`${item.version}.${item.no}`} item={item} covered={covered} span={span} />
            ))}
          </tbody>
        </table>
      </section>
      <div className="coverage-foot">
        {never.length === 0 ? (
          <p className="second">{t(words.allChecked)}</p>
        ) : (
          <>
            <strong>{t(words.never)}</strong>
            <ul className="coverage-never">
              {never.map((item) => (
                <li key={item.no}>
                  {item.no}. <span className="quote">{short(item.text)}</span>{' '}
                  <span className="late-words small">{t(words.reasons[item.never!])}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Panel>
  );
}

function ItemRow({ item, covered, span }: { readonly item: CoverageItem; readonly covered: CoveragePlace; readonly span: Span }) {
  const t = useWords();
  return (
    <tr className={item.never ? 'coverage-gap' : undefined}>
      <th scope="row" title={item.text}>
        <span className="second">{item.no}</span> {short(item.text)} {!item.isCurrent && <span className="pill">{t(words.former)}</span>}
      </th>
      {[
        ...item.cells.map((cell, i) => ({ cell, from: span.weeks[i]!, until: addDays(span.weeks[i]!, 6) })),
        { cell: item.total, from: span.from, until: span.until },
      ].map(({ cell, from, until }, i) => (
        <td key={i === item.cells.length ? 'total' : from}>
          <CasesLink
            covered={covered}
            item={item}
            from={from}
            until={until}
            said={`${cell.checked}/${cell.answered}`}
            empty={cell.answered === 0}
          />
          {cell.problems > 0 && (
            <CasesLink
              covered={covered}
              item={item}
              verdict="problem"
              from={from}
              until={until}
              said={String(cell.problems)}
              empty={false}
            />
          )}
        </td>
      ))}
    </tr>
  );
}

interface Cases {
  readonly covered: CoveragePlace;
  readonly item?: CoverageItem;
  readonly verdict?: 'problem';
  readonly from: string;
  readonly until: string;
  readonly said: string;
  readonly empty: boolean;
}

function CasesLink({ covered, item, verdict, from, until, said, empty }: Cases) {
  const t = useWords();
  if (empty) return <span className="second">–</span>;
  const query = {
    placeId: covered.place.id,
    from,
    until,
    ...(item ? { item: `${item.version}.${item.no}` } : {}),
    ...(verdict ? { verdict } : {}),
  };
  const about = [item ? `${t(words.item)} ${item.no}` : t(words.walked), from, verdict && t({ zh: '问题', en: 'problems' }), said].filter(
    Boolean,
  );
  return (
    <a className={verdict ? 'coverage-problem' : undefined} href={to('patrols', {}, query)} aria-label={about.join(' ')}>
      {said}
    </a>
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const LONGEST = 22;
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
