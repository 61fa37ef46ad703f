/**
 * The part of TanStack Query that the shared hooks use, for the phone: 1 KB instead of 10. The phone's build puts this in its place
 * (vite.config.ts), as it puts Preact in the place of React; drop the alias to go back. What `web/api/hooks.ts` asks for is all there is.
 */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';

type Key = readonly unknown[];
type Retry = (count: number, error: Error) => boolean;

interface QueryOptions<Data> {
  readonly queryKey: Key;
  readonly queryFn: () => Promise<Data>;
  readonly enabled?: boolean;
  readonly refetchInterval?: number | false;
  readonly placeholderData?: (previous: Data | undefined) => Data | undefined;
}

interface Defaults {
  readonly defaultOptions: { readonly queries: { readonly staleTime: number; readonly retry: Retry } };
}

interface Entry {
  readonly queryKey: Key;
  data: unknown;
  error: Error | null;
  /** When it was last answered; 0 never, -1 no longer to be trusted. */
  at: number;
  running: Promise<void> | null;
  fetch: (() => Promise<unknown>) | null;
  readonly watchers: Set<() => void>;
}

export class QueryClient {
  private readonly entries = new Map<string, Entry>();
  private readonly staleTime: number;
  private readonly retry: Retry;

  constructor({ defaultOptions: { queries } }: Defaults) {
    this.staleTime = queries.staleTime;
    this.retry = queries.retry;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible')
        for (const entry of this.entries.values()) if (entry.watchers.size > 0) this.freshen(entry);
    });
  }

  entry(queryKey: Key): Entry {
    const hash = JSON.stringify(queryKey);
    let entry = this.entries.get(hash);
    if (!entry) {
      entry = { queryKey, data: undefined, error: null, at: 0, running: null, fetch: null, watchers: new Set() };
      this.entries.set(hash, entry);
    }
    return entry;
  }

  /** Asks again unless the answer is fresh or on its way. */
  freshen(entry: Entry): void {
    if (Date.now() - entry.at >= this.staleTime) void this.ask(entry);
  }

  ask(entry: Entry): Promise<void> {
    if (!entry.fetch) return Promise.resolve();
    entry.running ??= this.answer(entry).finally(() => {
      entry.running = null;
      tellWatchers(entry);
    });
    return entry.running;
  }

  private async answer(entry: Entry): Promise<void> {
    for (let count = 0; ; count++) {
      try {
        const data = await entry.fetch!();
        // The same answer stays the same object, so that nothing is drawn or fetched ahead anew for it.
        if (JSON.stringify(data) !== JSON.stringify(entry.data)) entry.data = data;
        entry.error = null;
        entry.at = Date.now();
        return;
      } catch (error) {
        if (!this.retry(count, error as Error)) {
          entry.error = error as Error;
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 1_000 * 2 ** count));
      }
    }
  }

  /** Every answer is old now; those on the screen, or with `all` every one, are asked anew. */
  async invalidateQueries({ refetchType = 'active' }: { readonly refetchType?: 'active' | 'all' } = {}): Promise<void> {
    const asked: Promise<void>[] = [];
    for (const entry of this.entries.values()) {
      entry.at = -1;
      if (refetchType === 'all' || entry.watchers.size > 0) asked.push((entry.running ?? Promise.resolve()).then(() => this.ask(entry)));
    }
    await Promise.all(asked);
  }

  removeQueries({ predicate }: { readonly predicate: (query: { readonly queryKey: Key }) => boolean }): void {
    for (const [hash, entry] of this.entries) if (predicate(entry)) this.entries.delete(hash);
  }
}

function tellWatchers(entry: Entry): void {
  for (const watcher of entry.watchers) watcher();
}

const Client = createContext<QueryClient | null>(null);

export function QueryClientProvider({ client, children }: { readonly client: QueryClient; readonly children: ReactNode }) {
  return <Client.Provider value={client}>{children}</Client.Provider>;
}

export function useQueryClient(): QueryClient {
  return useContext(Client)!;
}

export function useQuery<Data>({ queryKey, queryFn, enabled = true, refetchInterval = false, placeholderData }: QueryOptions<Data>) {
  const client = useQueryClient();
  const [, redraw] = useState(0);
  const entry = client.entry(queryKey);
  const before = useRef<Data>(undefined);
  const ask = useRef(queryFn);
  ask.current = queryFn;
  useEffect(() => {
    if (!enabled) return;
    entry.fetch = () => ask.current();
    const watcher = () => redraw((n) => n + 1);
    entry.watchers.add(watcher);
    client.freshen(entry);
    if (entry.running) watcher();
    const timer = refetchInterval ? setInterval(() => void client.ask(entry), refetchInterval) : undefined;
    return () => {
      entry.watchers.delete(watcher);
      clearInterval(timer);
    };
  }, [client, entry, enabled, refetchInterval]);
  const answered = entry.data as Data | undefined;
  if (answered !== undefined) before.current = answered;
  return {
    data: answered ?? placeholderData?.(before.current),
    error: entry.error,
    isFetched: entry.at !== 0 || entry.error !== null,
    isLoading: answered === undefined && entry.running !== null,
  };
}

interface MutationOptions<Data, Input> {
  readonly mutationFn: (input: Input) => Promise<Data>;
  readonly onSuccess?: (data: Data) => unknown;
  readonly onError?: (error: Error) => unknown;
}

export function useMutation<Data, Failure extends Error, Input>(options: MutationOptions<Data, Input>) {
  const latest = useRef(options);
  latest.current = options;
  const [state, setState] = useState<{ readonly isPending: boolean; readonly error: Failure | null }>({ isPending: false, error: null });
  const mutate = useCallback((input: Input, then: { readonly onSuccess?: (data: Data) => unknown } = {}) => {
    setState({ isPending: true, error: null });
    latest.current.mutationFn(input).then(
      (data) => {
        setState({ isPending: false, error: null });
        void latest.current.onSuccess?.(data);
        then.onSuccess?.(data);
      },
      (error: Failure) => {
        setState({ isPending: false, error });
        latest.current.onError?.(error);
      },
    );
  }, []);
  return { ...state, mutate };
}
