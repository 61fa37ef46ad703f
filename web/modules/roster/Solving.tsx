/** The roster stands and is being made fairer: how far it is, and a button for whoever has waited enough. */
import { useEffect, useRef } from 'react';
import type { RosterView } from '#domain/roster/roster.model.ts';
import { rosterActs } from '#domain/roster/roster.rules.ts';
import { queryClient, useAct, useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';

const words = {
  stop: { zh: '停止，采用目前最好的', en: 'Stop and keep the best so far' },
  interrupted: {
    zh: `服务器中途停过，排匀没有做完。班次是完整的；要更匀，请“${rosterActs.propose.words.zh}”。`,
    en: 'The server stopped before it was done. The roster is complete; propose anew to make it more even.',
  },
};

/** Long enough to read, short enough to feel alive. */
const ASK_MS = 500;

export function Solving({ view }: { readonly view: RosterView }) {
  const t = useWords();
  const id = view.roster!.id;
  const stop = useAct('roster.stop');
  const isRunning = view.solving?.state === 'running';
  const { data } = useRead('roster.progress', { id }, { enabled: isRunning, refetchInterval: ASK_MS });
  const now = isRunning ? (data ?? view.solving) : view.solving;
  const ended = isRunning && now?.state !== 'running';
  const told = useRef(false);
  useEffect(() => {
    if (ended && !told.current) {
      told.current = true;
      void queryClient.invalidateQueries({ queryKey: ['roster.get'] });
    }
    if (!ended) told.current = false;
  }, [ended]);
  if (now?.state === 'interrupted') return <p className="solving second no-print">{t(words.interrupted)}</p>;
  if (!isRunning || !now) return null;
  const above = Math.max(0, now.cost - now.bound);
  return (
    <div className="solving no-print" role="status">
      <progress aria-label={t({ zh: '正在排匀', en: 'Evening it out' })} />
      <span>
        {t({
          zh: `班次已排满，正在排匀：已比较 ${now.steps.toLocaleString('zh-CN')} 种换法，与最公平的最多相差 ${above.toFixed(0)} 分`,
          en: `Complete; evening it out: ${now.steps.toLocaleString('en')} exchanges tried, at most ${above.toFixed(0)} points from the fairest`,
        })}
      </span>
      <button type="button" className="btn btn-small" disabled={stop.isPending} onClick={() => stop.mutate({ id })}>
        {t(words.stop)}
      </button>
      <ProblemNote error={stop.error} />
    </div>
  );
}
