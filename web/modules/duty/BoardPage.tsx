/** The due board (应办台账): what is due, by when, whose it is, what comes next. */
import type { Reads } from '#web/api/call.ts';
import { useRead } from '#web/api/hooks.ts';
import { Figure, PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to, useSearch, withSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { TaskLines } from './TaskLines.tsx';

type Board = Reads['task.board']['output'];
type Band = keyof Board['counts'];

const bands = {
  late: { words: { zh: '逾期', en: 'Late' }, tone: 'late' },
  today: { words: { zh: '今天', en: 'Today' }, tone: 'working' },
  week: { words: { zh: '七日内', en: 'Within 7 days' }, tone: '' },
  later: { words: { zh: '以后', en: 'Later' }, tone: '' },
  waiting: { words: { zh: '待确认', en: 'To confirm' }, tone: 'waiting' },
  done: { words: { zh: '已办结', en: 'Done' }, tone: 'done' },
} as const satisfies Record<Band, unknown>;
const bandNames = Object.keys(bands) as Band[];

const words = {
  title: { zh: '应办台账', en: 'Due board' },
  all: { zh: '全部', en: 'All' },
  everybody: { zh: '全单位', en: 'Whole unit' },
  mine: { zh: '与我有关', en: 'Mine' },
  whose: { zh: '范围', en: 'Whose' },
  counters: { zh: '按期限', en: 'By due day' },
  none: { zh: '还没有应办事项', en: 'Nothing is due yet' },
  noneHint: { zh: '采纳一份公文后，其中的时限会出现在这里。', en: 'Once a notice is adopted, its due days appear here.' },
  notices: { zh: '去来文', en: 'To the notices' },
  noneHere: { zh: '这一栏没有事项。', en: 'Nothing in this column.' },
};

export default function BoardPage() {
  const t = useWords();
  const search = useSearch();
  const band = bandNames.find((name) => name === search.band);
  const asked = band === 'waiting' ? undefined : band;
  const mine = search.mine === 'true' ? ('true' as const) : undefined;
  const { data, error } = useRead('task.board', { band: asked, mine });
  const rows = band === 'waiting' ? data?.rows.filter((task) => task.state === 'reported') : data?.rows;
  const total = data ? bandNames.reduce((sum, name) => sum + data.counts[name], 0) : 0;
  return (
    <>
      <PageHead title={t(words.title)} tab={t(words.title)}>
        <nav className="seg" aria-label={t(words.whose)}>
          <a href={withSearch({ mine: undefined })} aria-current={mine ? undefined : 'true'}>
            {t(words.everybody)}
          </a>
          <a href={withSearch({ mine: 'true' })} aria-current={mine ? 'true' : undefined}>
            {t(words.mine)}
          </a>
        </nav>
      </PageHead>
      {!data || !rows ? (
        <Waiting error={error} />
      ) : (
        <>
          <nav className="figures" aria-label={t(words.counters)}>
            {bandNames.map((name) => (
              <Figure
                key={name}
                href={withSearch({ band: band === name ? undefined : name })}
                n={data.counts[name]}
                label={t(bands[name].words)}
                tone={bands[name].tone}
                here={band === name}
              />
            ))}
          </nav>
          {total === 0 && !mine ? (
            <Empty title={t(words.none)}>
              <p>{t(words.noneHint)}</p>
              <a className="btn btn-main" href={to('notices')}>
                {t(words.notices)}
              </a>
            </Empty>
          ) : (
            <Panel title={band ? t(bands[band].words) : t(words.all)} aside={rows.length}>
              {rows.length > 0 ? <TaskLines tasks={rows} /> : <p className="none">{t(words.noneHere)}</p>}
            </Panel>
          )}
        </>
      )}
    </>
  );
}
