import { useStore } from '@nanostores/react';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { useWords } from '#web/language.ts';
import { who } from '../session.ts';

const words = {
  leader: { zh: '带班', en: 'Leader' },
  crew: { zh: '同组', en: 'With' },
  alone: { zh: '没有其他人', en: 'nobody else' },
};

/** Who leads and who walks along; the reader knows that they are there themselves. */
export function Crew({ patrol }: { readonly patrol: Pick<PatrolView, 'leader' | 'members'> }) {
  const t = useWords();
  const me = useStore(who)?.person.id;
  const others = patrol.members.filter((member) => member.id !== me);
  return (
    <dl className="crew">
      {patrol.leader && (
        <div>
          <dt>{t(words.leader)}</dt>
          <dd>{patrol.leader.name}</dd>
        </div>
      )}
      <div>
        <dt>{t(words.crew)}</dt>
        <dd>{others.map((member) => member.name).join('、') || t(words.alone)}</dd>
      </div>
    </dl>
  );
}
