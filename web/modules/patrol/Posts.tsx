/** The posts of today as they stand, looked at anew while the page is visible. */
import { type PatrolState, patrolStates } from '#domain/patrol/patrol.states.ts';
import { useRead } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import { sayAt } from '#web/ui/say.ts';
import { PatrolLines } from './PatrolLines.tsx';

const words = {
  title: { zh: '今日岗位', en: 'Posts of today' },
  asOf: { zh: '截至', en: 'as of' },
};

const EVERY_MS = 15_000;

export function Posts() {
  const t = useWords();
  const { data } = useRead('patrol.posts', {}, { refetchInterval: EVERY_MS });
  if (!data || data.rows.length === 0) return null;
  return (
    <Panel
      title={t(words.title)}
      aside={
        <span className="posts-aside">
          {(Object.keys(patrolStates) as PatrolState[])
            .filter((state) => data.counts[state])
            .map((state) => (
              <span key={state}>
                <StateTag states={patrolStates} state={state} /> {data.counts[state]}
              </span>
            ))}
          <span className="second small">
            {t(words.asOf)} {t(sayAt(data.at))}
          </span>
        </span>
      }
    >
      <PatrolLines patrols={data.rows} />
    </Panel>
  );
}
