import { createRouter } from '@nanostores/router';

export const router = createRouter({
  today: '/m',
  patrols: '/m/patrols',
  patrol: '/m/patrols/:id',
  issues: '/m/issues',
  issue: '/m/issues/:id',
  report: '/m/report',
  duties: '/m/duties',
  here: '/m/here/:id',
  inbox: '/m/inbox',
  me: '/m/me',
});

export type RouteName = 'today' | 'patrols' | 'patrol' | 'issues' | 'issue' | 'report' | 'duties' | 'here' | 'inbox' | 'me';

/** Where one comes back to when there is no page before this one: opened from a message, or after a reload. */
const parents: Partial<Record<RouteName, string>> = { patrol: '/m/patrols', issue: '/m/issues', report: '/m/', duties: '/m/' };

let opened = 0;
router.listen(() => {
  opened++;
});

export function goBack(from: RouteName, to: string = parents[from] ?? '/m/'): void {
  if (opened > 0) history.back();
  else router.open(to, true);
}

export function reportHref(patrolId?: string, itemNo?: number): string {
  const search = new URLSearchParams();
  if (patrolId) search.set('patrol', patrolId);
  if (itemNo) search.set('item', String(itemNo));
  return search.size > 0 ? `/m/report?${search}` : '/m/report';
}
