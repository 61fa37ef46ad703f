/** Reading and acting from a component. One cache; an act that went through makes every open screen read anew. */
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { newId } from '#domain/kernel/id.ts';
import { type Acts, type Reads, Refused, readCall, sendAct, Unreachable } from './call.ts';
import { keepCopy, keptCopy } from './kept.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => error instanceof Unreachable && count < 2,
      refetchOnWindowFocus: true,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

export interface ReadOptions {
  /** Keep the last answer on the device and show it when there is no signal. */
  readonly keep?: boolean;
  readonly enabled?: boolean;
  readonly refetchInterval?: number;
}

export function useRead<Name extends keyof Reads>(name: Name, input: Reads[Name]['input'], options: ReadOptions = {}) {
  return useQuery<Reads[Name]['output'], Error>({
    queryKey: [name, input],
    queryFn: async () => {
      try {
        const answer = await readCall(name, input);
        if (options.keep) await keepCopy(keyOf(name, input), answer);
        return answer;
      } catch (error) {
        const kept = options.keep && error instanceof Unreachable ? await keptCopy<Reads[Name]['output']>(keyOf(name, input)) : undefined;
        if (kept !== undefined) return kept;
        throw error;
      }
    },
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchInterval ?? false,
    placeholderData: (previous) => previous,
  });
}

/** `send(input)` keeps one id until it is answered, so a second tap or a retry is the same act. */
export function useAct<Name extends keyof Acts>(name: Name) {
  const client = useQueryClient();
  return useMutation<Acts[Name]['output'], Error, Acts[Name]['input']>({
    mutationFn: (input) => {
      const actId = newId();
      return sendAct(name, input, { actId }).catch((error: unknown) => {
        if (error instanceof Unreachable) return sendAct(name, input, { actId });
        throw error;
      });
    },
    onSuccess: () => client.invalidateQueries(),
    onError: (error) => {
      if (error instanceof Refused && (error.problem.status === 409 || error.problem.status === 401)) void client.invalidateQueries();
    },
  });
}

/** Asked now, so that it can be shown later without signal. Failing is no harm: it was asked ahead of need. */
export function keepAhead<Name extends keyof Reads>(name: Name, input: Reads[Name]['input']): Promise<void> {
  return readCall(name, input).then(
    (answer) => keepCopy(keyOf(name, input), answer),
    () => undefined,
  );
}

const keyOf = (name: string, input: object): string => `${name}?${JSON.stringify(input)}`;
