/** Who is on post: the missing first, renewed by itself while somebody looks. For a day gone by it is that day's report. */
import { addDays, dayOf, timeOf } from '#domain/kernel/day.ts';
import { GRACE_MINUTES } from '#domain/presence/presence.rules.ts';
import { type Standing, standings } from '#domain/presence/presence.states.ts';
import { useRead } from '#web/api/hooks.ts';
import { Figure, PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to, useSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { useSignedIn } from '#web/modules/org/session.ts';
import { Empty } from '#web/ui/Empty.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { sayDay, sayWeekday } from '#web/ui/say.ts';
import { CrewTable } from './CrewTable.tsx';
import { PresenceTabs } from './PresenceTabs.tsx';

const words = {
  title: { zh: '到岗', en: 'On post' },
  figures: { zh: '到岗数字', en: 'Figures of presence' },
  before: { zh: '前一天', en: 'Day before' },
  after: { zh: '后一天', en: 'Day after' },
  today: { zh: '今天', en: 'Today' },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '这一天没有巡查', en: 'No patrol on this day' },
  noneHint: {
    zh: '发布值班表后，每个巡查日的当班人员会列在这里。',
    en: 'Once a roster is published, the crews of each patrol day stand here.',
  },
  roster: { zh: '去排班', en: 'To the roster' },
};

/** Longer than a glance away, shorter than a walk to the window. */
const EVERY_MS = 15_000;
const order = Object.keys(standings) as Standing[];

export default function PresencePage() {
  const t = useWords();
  const me = useSignedIn();
  const wanted = useSearch().day;
  const day = wanted && /^\d{4}-\d\d-\d\d$/.test(wanted) ? wanted : undefined;
  const { data, error } = useRead('presence.day', { day }, { refetchInterval: EVERY_MS });
  const shown = data?.day ?? day ?? dayOf(Date.now());
  const today = data ? dayOf(data.at) : shown;
  const dayHref = (n: number) => to('presence', {}, { day: addDays(shown, n) });
  return (
    <div className="presence">
      <PageHead
        title={
          <>
            <span className="print-only">{me?.unit.name} </span>
            {t(words.title)}
          </>
        }
        tab={t(words.title)}
        under={
          <>
            <strong className="ink">
              {t(sayDay(shown, today))} {t(sayWeekday(shown))}
            </strong>{' '}
            <span className="print-only">{shown}</span>
            {data && t({ zh: ` · ${timeOf(data.at)} 的情况，`, en: ` · as of ${timeOf(data.at)}; ` })}
            {t({ zh: `开始后 ${GRACE_MINUTES} 分钟内到为按时`, en: `in time until ${GRACE_MINUTES} minutes after the start` })}
          </>
        }
      >
        <a className="btn" href={dayHref(-1)} aria-label={t(words.before)}>
          <Icon name="left" size={16} />
        </a>
        <a className="btn" href={to('presence')} aria-current={shown === today ? 'date' : undefined}>
          {t(words.today)}
        </a>
        <a className="btn" href={dayHref(1)} aria-label={t(words.after)}>
          <Icon name="right" size={16} />
        </a>
        <button type="button" className="btn" onClick={() => print()}>
          {t(words.print)}
        </button>
      </PageHead>
      <PresenceTabs here="presence" />
      {!data ? (
        <Waiting error={error} />
      ) : data.patrols.length === 0 ? (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHint)}</p>
          <a className="btn" href={to('roster')}>
            {t(words.roster)}
          </a>
        </Empty>
      ) : (
        <>
          {data.patrols.some((patrol) => patrol.rostered) && (
            <section className="figures" aria-label={t(words.figures)}>
              {order.map((standing) => (
                <Figure key={standing} n={data.counts[standing]} label={t(standings[standing])} tone={standings[standing].tone} />
              ))}
            </section>
          )}
          <Panel>
            <CrewTable patrols={data.patrols} />
          </Panel>
        </>
      )}
    </div>
  );
}
