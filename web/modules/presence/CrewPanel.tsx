import { useRead } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { CrewTable } from './CrewTable.tsx';

const words = { title: { zh: '到岗', en: 'On post' } };

/** Who of one patrol's crew was there; nothing for readers who see the presence of their own patrols only. */
export function CrewPanel({ patrolId, day }: { readonly patrolId: string; readonly day: string }) {
  const t = useWords();
  const { data } = useRead('presence.day', { day });
  const patrol = data?.patrols.find((one) => one.patrolId === patrolId);
  if (!patrol || patrol.people.length === 0) return null;
  return (
    <Panel title={t(words.title)}>
      <CrewTable patrols={[patrol]} place={false} />
    </Panel>
  );
}
