/** The patrols up to today: how each went, and which logs were not sent on their day. */
import { type PatrolState, patrolStates, type Verdict, verdicts } from '#domain/patrol/patrol.states.ts';
import type { Reads } from '#web/api/call.ts';
import { useRead } from '#web/api/hooks.ts';
import { Choices } from '#web/desk/kit/Choices.tsx';
import { Download } from '#web/desk/kit/Download.tsx';
import { More } from '#web/desk/kit/More.tsx';
import { Figure, PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to, useSearch, withSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { PresenceTabs } from '#web/modules/presence/PresenceTabs.tsx';
import { Empty } from '#web/ui/Empty.tsx';
import { Narrowed } from './Narrowed.tsx';
import { PatrolLines } from './PatrolLines.tsx';
import { Posts } from './Posts.tsx';
import { Search } from './Search.tsx';

const words = {
  title: { zh: '巡查台账', en: 'Patrols' },
  figures: { zh: '数字', en: 'Figures' },
  total: { zh: '巡查次数', en: 'Patrols' },
  late: { zh: '日志迟报', en: 'Logs late' },
  problems: { zh: '发现问题', en: 'Problems found' },
  nothing: { zh: '未发现问题', en: 'Nothing found' },
  state: { zh: '按状态', en: 'By state' },
  all: { zh: '全部', en: 'All' },
  list: { zh: '到今天为止', en: 'Up to today' },
  none: { zh: '还没有巡查', en: 'No patrols yet' },
  noneHint: { zh: '发布值班表后，每个巡查日会自动生成巡查任务。', en: 'Once a roster is published, each patrol day brings its patrols.' },
  roster: { zh: '去排班', en: 'To the roster' },
  noneHere: { zh: '这个条件下没有巡查。', en: 'No patrol matches this filter.' },
};

export default function PatrolsPage() {
  const t = useWords();
  const search = useSearch();
  const filter: Reads['patrol.list']['input'] = {
    state: search.state && search.state in patrolStates ? (search.state as PatrolState) : undefined,
    late: search.late === 'true' ? 'true' : undefined,
    nothingFound: search.nothingFound === 'true' ? 'true' : undefined,
    placeId: search.placeId || undefined,
    words: search.words || undefined,
    item: search.item || undefined,
    verdict: search.verdict && search.verdict in verdicts ? (search.verdict as Verdict) : undefined,
    from: search.from || undefined,
    until: search.until || undefined,
  };
  const { data, error } = useRead('patrol.list', filter);
  const filtered = Object.values(filter).some(Boolean);
  return (
    <>
      <PageHead title={t(words.title)} tab={t(words.title)}>
        <Download of="patrol.table" input={filter}>
          Excel
        </Download>
      </PageHead>
      <PresenceTabs here="patrols" />
      {!filtered && <Posts />}
      {data && (
        <nav className="figures" aria-label={t(words.figures)}>
          <Figure href={to('patrols')} n={data.counts.total} label={t(words.total)} here={!filtered} />
          <Figure
            href={withSearch({ late: filter.late ? undefined : 'true' })}
            n={data.counts.late}
            label={t(words.late)}
            tone="late"
            here={Boolean(filter.late)}
          />
          <Figure href={to('issues')} n={data.counts.problems} label={t(words.problems)} />
          <Figure
            href={withSearch({ nothingFound: filter.nothingFound ? undefined : 'true' })}
            n={data.counts.nothingFound}
            label={t(words.nothing)}
            tone="done"
            here={Boolean(filter.nothingFound)}
          />
        </nav>
      )}
      <Choices
        label={t(words.state)}
        choices={[
          { key: '', label: t(words.all), href: withSearch({ state: undefined }), here: !filter.state },
          ...(Object.keys(patrolStates) as PatrolState[]).map((state) => ({
            key: state,
            label: t(patrolStates[state]),
            href: withSearch({ state }),
            here: filter.state === state,
          })),
        ]}
      />
      <Search words={filter.words ?? ''} placeId={filter.placeId ?? ''} />
      <Narrowed filter={filter} />
      {!data ? (
        <Waiting error={error} />
      ) : data.rows.length === 0 && !filtered ? (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHint)}</p>
          <a className="btn btn-main" href={to('roster')}>
            {t(words.roster)}
          </a>
        </Empty>
      ) : (
        <Panel title={t(words.list)}>
          {data.rows.length > 0 ? <PatrolLines patrols={data.rows} /> : <p className="none">{t(words.noneHere)}</p>}
          <More
            key={JSON.stringify(filter)}
            call="patrol.list"
            input={filter}
            next={data.next}
            render={(rows) => <PatrolLines patrols={rows} />}
          />
        </Panel>
      )}
    </>
  );
}
