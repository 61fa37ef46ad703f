/** Pages that are fetched when they are first opened; by then `fetchAll` has usually brought them. */
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '#web/language.ts';
import { Waiting } from './Waiting.tsx';

const words = {
  failed: { zh: '这个页面还没有存到手机上，请联网后再打开。', en: 'This page is not on the phone yet; open it again with a connection.' },
};

type Page<Props> = (props: Props) => ReactNode;

export interface LaterPage<Props> {
  loaded: Page<Props> | null;
  readonly fetch: () => Promise<void>;
}

const all: { readonly fetch: () => Promise<void> }[] = [];

export function later<Props>(load: () => Promise<Page<Props>>): LaterPage<Props> {
  const page: LaterPage<Props> = {
    loaded: null,
    fetch: async () => {
      page.loaded ??= await load();
    },
  };
  all.push(page);
  return page;
}

/** The other pages come while the first one is being read, so that they open without signal later. */
export function fetchAll(): void {
  for (const page of all) void page.fetch().catch(() => undefined);
}

export function Later<Props extends object>({ page, props }: { readonly page: LaterPage<Props>; readonly props: Props }) {
  const t = useWords();
  const [state, setState] = useState<'loading' | 'loaded' | 'failed'>('loading');
  useEffect(() => {
    page.fetch().then(
      () => setState('loaded'),
      () => setState('failed'),
    );
  }, [page]);
  if (page.loaded) return <page.loaded {...props} />;
  return state === 'failed' ? <p className="problem-note">{t(words.failed)}</p> : <Waiting />;
}
