/** The page, the queue's state at the top, four ways at the bottom. */
import { useStore } from '@nanostores/react';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '#web/language.ts';
import { Icon, type IconName } from '#web/ui/Icon.tsx';
import { useAtHand } from './atHand.ts';
import { Bell } from './Bell.tsx';
import { KeptNote } from './KeptNote.tsx';
import { fetchAll, Later, later } from './kit/Later.tsx';
import { QueueChip } from './QueueChip.tsx';
import { goBack, type RouteName, router } from './routes.ts';
import { who } from './session.ts';
import { Today } from './today/Today.tsx';

const words = {
  today: { zh: '今日', en: 'Today' },
  patrols: { zh: '巡查', en: 'Patrols' },
  issues: { zh: '问题', en: 'Problems' },
  me: { zh: '我的', en: 'Me' },
  patrol: { zh: '巡查', en: 'Patrol' },
  issue: { zh: '问题', en: 'Problem' },
  duties: { zh: '我的班次', en: 'My duties' },
  report: { zh: '记录问题', en: 'Report a problem' },
  ways: { zh: '主要页面', en: 'Main pages' },
  back: { zh: '返回', en: 'Back' },
  here: { zh: '签到', en: 'Check in' },
  inbox: { zh: '消息', en: 'Messages' },
  nowhere: { zh: '没有这个页面。', en: 'There is no such page.' },
  home: { zh: '回到今日', en: 'To today' },
};

const patrolsPage = later(async () => (await import('./patrol/Patrols.tsx')).Patrols);
const patrolPage = later(async () => (await import('./patrol/PatrolPage.tsx')).PatrolPage);
const issuesPage = later(async () => (await import('./issue/Issues.tsx')).Issues);
const issuePage = later(async () => (await import('./issue/IssuePage.tsx')).IssuePage);
const reportPage = later(async () => (await import('./report/Report.tsx')).Report);
const herePage = later(async () => (await import('./presence/Here.tsx')).Here);
const dutiesPage = later(async () => (await import('./roster/Duties.tsx')).Duties);
const inboxPage = later(async () => (await import('./inbox/Inbox.tsx')).Inbox);
const mePage = later(async () => (await import('./me/Me.tsx')).Me);

const tabs: readonly { readonly route: RouteName; readonly href: string; readonly icon: IconName; readonly holds: readonly RouteName[] }[] =
  [
    { route: 'today', href: '/m/', icon: 'today', holds: ['today', 'duties'] },
    { route: 'patrols', href: '/m/patrols', icon: 'patrol', holds: ['patrols', 'patrol'] },
    { route: 'issues', href: '/m/issues', icon: 'issue', holds: ['issues', 'issue'] },
    { route: 'me', href: '/m/me', icon: 'org', holds: ['me'] },
  ];

/** Pages with one large act of their own at the foot; the tabs would stand between it and the thumb. */
const withoutTabs: readonly RouteName[] = ['patrol', 'issue', 'report'];

export function Shell() {
  const t = useWords();
  const page = useStore(router);
  const route = page?.route ?? 'today';
  const path = page?.path;
  useAtHand(useStore(who)!.person.id);
  useEffect(() => {
    if (path) scrollTo(0, 0);
  }, [path]);
  useEffect(() => {
    const timer = setTimeout(fetchAll, 1_500);
    return () => clearTimeout(timer);
  }, []);
  const isTab = tabs.some((tab) => tab.route === route);
  return (
    <>
      <header className="top-bar">
        {isTab || !page ? (
          <span className="top-title">{t(words[route])}</span>
        ) : (
          <button type="button" className="back" onClick={() => goBack(route)} aria-label={t(words.back)}>
            <Icon name="left" size={24} />
            <span className="top-title">{t(words[route])}</span>
          </button>
        )}
        <Bell />
        <QueueChip />
      </header>
      <main className={withoutTabs.includes(route) ? 'page with-foot' : 'page'}>
        <KeptNote onTab={isTab} />
        {pageOf(page) ?? (
          <div className="card">
            <p>{t(words.nowhere)}</p>
            <a href="/m/">{t(words.home)}</a>
          </div>
        )}
      </main>
      {!withoutTabs.includes(route) && (
        <nav className="tabs" aria-label={t(words.ways)}>
          {tabs.map((tab) => (
            <a key={tab.route} href={tab.href} aria-current={page && tab.holds.includes(route) ? 'page' : undefined}>
              <Icon name={tab.icon} size={24} />
              {t(words[tab.route])}
            </a>
          ))}
        </nav>
      )}
    </>
  );
}

function pageOf(page: ReturnType<typeof router.get>): ReactNode {
  switch (page?.route) {
    case 'today':
      return <Today />;
    case 'patrols':
      return <Later key="patrols" page={patrolsPage} props={{}} />;
    case 'patrol':
      return <Later key={page.path} page={patrolPage} props={{ id: page.params.id }} />;
    case 'issues':
      return <Later key="issues" page={issuesPage} props={{ show: page.search.show ?? null }} />;
    case 'issue':
      return <Later key={page.path} page={issuePage} props={{ id: page.params.id }} />;
    case 'report':
      return (
        <Later
          key="report"
          page={reportPage}
          props={{ patrolId: page.search.patrol ?? null, itemNo: page.search.item ? Number(page.search.item) : null }}
        />
      );
    case 'here':
      return <Later key={page.path} page={herePage} props={{ placeId: page.params.id, code: page.search.c ?? '' }} />;
    case 'duties':
      return <Later key="duties" page={dutiesPage} props={{}} />;
    case 'inbox':
      return <Later key="inbox" page={inboxPage} props={{}} />;
    case 'me':
      return <Later key="me" page={mePage} props={{}} />;
    default:
      return null;
  }
}
