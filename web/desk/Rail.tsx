/** The way round: a rail on the desk, a bar within the thumb's reach on a narrow screen. */
import { useRef } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { useWords } from '#web/language.ts';
import { useSignedIn } from '#web/modules/org/session.ts';
import { Icon, type IconName } from '#web/ui/Icon.tsx';
import { type RouteName, to } from './routes.ts';

type Place = 'today' | 'notices' | 'duties' | 'board' | 'roster' | 'patrols' | 'issues' | 'papers' | 'inbox' | 'org';

const places: Record<Place, { readonly words: Words; readonly icon: IconName; readonly pages: readonly RouteName[] }> = {
  today: { words: { zh: '今日', en: 'Today' }, icon: 'today', pages: ['today'] },
  notices: { words: { zh: '来文', en: 'Notices' }, icon: 'notice', pages: ['notices', 'notice', 'importNotice'] },
  duties: { words: { zh: '责任', en: 'Duties' }, icon: 'duty', pages: ['duties', 'duty'] },
  board: { words: { zh: '应办', en: 'Due' }, icon: 'board', pages: ['board'] },
  roster: { words: { zh: '值班', en: 'Roster' }, icon: 'roster', pages: ['roster'] },
  patrols: {
    words: { zh: '巡查', en: 'Patrols' },
    icon: 'patrol',
    pages: ['patrols', 'patrol', 'patrolLog', 'coverage', 'presence', 'presenceMonth', 'queue'],
  },
  issues: { words: { zh: '问题', en: 'Problems' }, icon: 'issue', pages: ['issues', 'issue'] },
  papers: { words: { zh: '公文', en: 'Papers' }, icon: 'paper', pages: ['papers', 'summary', 'dispatch'] },
  inbox: { words: { zh: '消息', en: 'Messages' }, icon: 'bell', pages: ['inbox', 'outbox', 'tells', 'channels'] },
  org: { words: { zh: '单位', en: 'Unit' }, icon: 'org', pages: ['org', 'posters'] },
};
const order = Object.keys(places) as Place[];
/** A partner unit comes for the problems handed to it; the rest is the office's own. */
const forPartners: readonly Place[] = ['today', 'issues', 'inbox'];
const inReach: readonly Place[] = ['today', 'board', 'patrols', 'issues'];

const words = {
  main: { zh: '主导航', en: 'Main' },
  more: { zh: '更多', en: 'More' },
  close: { zh: '关闭', en: 'Close' },
};

/** The places this person has something to find at. */
function usePlaces(): readonly Place[] {
  const me = useSignedIn();
  return me && me.unit.kind !== 'office' ? forPartners : order;
}

export function Rail({ now }: { readonly now: RouteName | undefined }) {
  const t = useWords();
  const shown = usePlaces();
  return (
    <nav className="rail" aria-label={t(words.main)}>
      <ul>
        {shown.map((place) => (
          <li key={place}>
            <Way place={place} now={now} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function BottomBar({ now }: { readonly now: RouteName | undefined }) {
  const t = useWords();
  const sheet = useRef<HTMLDialogElement>(null);
  const close = () => sheet.current?.close();
  const shown = usePlaces();
  const further = shown.filter((place) => !inReach.includes(place));
  return (
    <nav className="bottom-bar" aria-label={t(words.main)}>
      <ul>
        {inReach
          .filter((place) => shown.includes(place))
          .map((place) => (
            <li key={place}>
              <Way place={place} now={now} />
            </li>
          ))}
        {further.length > 0 && (
          <li>
            <button
              type="button"
              className={further.some((place) => now && places[place].pages.includes(now)) ? 'way here' : 'way'}
              onClick={() => sheet.current?.showModal()}
            >
              <Icon name="menu" />
              {t(words.more)}
            </button>
          </li>
        )}
      </ul>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog already; the click is for its backdrop */}
      <dialog ref={sheet} className="sheet more" aria-label={t(words.more)} onClick={close}>
        <ul>
          {further.map((place) => (
            <li key={place}>
              <Way place={place} now={now} />
            </li>
          ))}
        </ul>
        <button type="button" className="btn" onClick={close}>
          {t(words.close)}
        </button>
      </dialog>
    </nav>
  );
}

function Way({ place, now }: { readonly place: Place; readonly now: RouteName | undefined }) {
  const t = useWords();
  const here = now !== undefined && places[place].pages.includes(now);
  return (
    <a className={here ? 'way here' : 'way'} href={to(place)} aria-current={here ? 'page' : undefined}>
      <Icon name={places[place].icon} />
      {t(places[place].words)}
    </a>
  );
}
