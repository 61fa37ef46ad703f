/** The pages, each loaded when first opened. antd comes only with the forms that use it. */
import { type ComponentType, lazy } from 'react';
import type { RouteName } from './routes.ts';

type Params = Readonly<Record<string, string>>;
type Page = ComponentType<{ readonly params: Params }>;

const page = (load: () => Promise<{ readonly default: Page }>): Page => lazy(load);

export const pages: Record<RouteName, Page> = {
  today: page(() => import('#web/modules/overview/TodayPage.tsx')),
  notices: page(() => import('#web/modules/notice/NoticesPage.tsx')),
  importNotice: page(() => import('#web/modules/notice/ImportPage.tsx')),
  notice: page(() => import('#web/modules/notice/NoticePage.tsx')),
  duties: page(() => import('#web/modules/duty/DutiesPage.tsx')),
  duty: page(() => import('#web/modules/duty/DutyPage.tsx')),
  board: page(() => import('#web/modules/duty/BoardPage.tsx')),
  roster: page(() => import('#web/modules/roster/RosterPage.tsx')),
  patrols: page(() => import('#web/modules/patrol/PatrolsPage.tsx')),
  coverage: page(() => import('#web/modules/patrol/CoveragePage.tsx')),
  patrolLog: page(() => import('#web/modules/patrol/LogPage.tsx')),
  patrol: page(() => import('#web/modules/patrol/PatrolPage.tsx')),
  presence: page(() => import('#web/modules/presence/PresencePage.tsx')),
  presenceMonth: page(() => import('#web/modules/presence/MonthPage.tsx')),
  issues: page(() => import('#web/modules/issue/IssuesPage.tsx')),
  papers: page(() => import('#web/modules/papers/PapersPage.tsx')),
  summary: page(() => import('#web/modules/papers/SummaryPage.tsx')),
  dispatch: page(() => import('#web/modules/papers/DispatchPage.tsx')),
  issue: page(() => import('#web/modules/issue/IssuePage.tsx')),
  queue: page(() => import('#web/modules/queue/BringQueuePage.tsx')),
  inbox: page(() => import('#web/modules/message/InboxPage.tsx')),
  outbox: page(() => import('#web/modules/message/OutboxPage.tsx')),
  tells: page(() => import('#web/modules/message/TellsPage.tsx')),
  channels: page(() => import('#web/modules/message/ChannelsPage.tsx')),
  org: page(() => import('#web/modules/org/OrgPage.tsx')),
  posters: page(() => import('#web/modules/place/PostersPage.tsx')),
};
