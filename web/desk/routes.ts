/** Every address of the desk, typed. Filters stand in the search part, so that a list remembers them and a link can carry them. */
import { useStore } from '@nanostores/react';
import { createRouter, getPagePath, type ParamsArg, type Router } from '@nanostores/router';
import type { SourceRef } from '#web/ui/SourceMark.tsx';

export const router = createRouter({
  today: '/',
  notices: '/notices',
  importNotice: '/notices/import',
  notice: '/notices/:id',
  duties: '/duties',
  duty: '/duties/:id',
  board: '/board',
  roster: '/roster/:month?',
  patrols: '/patrols',
  coverage: '/patrols/coverage',
  patrol: '/patrols/:id',
  patrolLog: '/patrols/:id/log',
  presence: '/presence',
  presenceMonth: '/presence/month/:month?',
  issues: '/issues',
  issue: '/issues/:id',
  papers: '/papers',
  summary: '/papers/summaries/:id',
  dispatch: '/papers/documents/:id',
  queue: '/queue',
  inbox: '/inbox',
  outbox: '/messages',
  tells: '/messages/rules',
  channels: '/messages/channels',
  org: '/org',
  posters: '/org/posters',
});

type Config = typeof router extends Router<infer C> ? C : never;
export type RouteName = keyof Config & string;

/** `to('issue', { id })`, `to('issues', {}, { open: 'true' })` */
export function to<Name extends RouteName>(name: Name, ...args: ParamsArg<Config, Name>): string {
  return getPagePath(router, name, ...args);
}

export function openPage<Name extends RouteName>(name: Name, ...args: ParamsArg<Config, Name>): void {
  router.open(to(name, ...args));
}

export function useSearch(): Readonly<Record<string, string>> {
  return useStore(router)?.search ?? {};
}

/** The present page under a changed filter: what a filter link points at. `undefined` takes a filter away. */
export function withSearch(changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === '') query.delete(key);
    else query.set(key, value);
  }
  return query.size > 0 ? `${location.pathname}?${query}` : location.pathname;
}

/** Changes a filter in place; going back leaves the list instead of undoing filters one by one. */
export function setSearch(changes: Readonly<Record<string, string | undefined>>): void {
  router.open(withSearch(changes), true);
}

/** The page that shows a sentence in its notice. */
export function sourceHref(source: SourceRef): string {
  return to('notice', { id: source.noticeId }, { at: `${source.start}-${source.end}` });
}
