import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { sentenceOf } from '../kit/said.ts';
import { checkIn } from './acts.ts';
import { usePresence } from './usePresence.ts';

const words = {
  checkIn: { zh: '签到', en: 'Check in' },
  asking: { zh: '正在定位…', en: 'Looking where you are…' },
};

/** The one large act of arriving; gone once it is done. */
export function CheckInButton({ patrol }: { readonly patrol: Pick<PatrolView, 'id' | 'place'> }) {
  const t = useWords();
  const crew = usePresence(patrol.id);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Words | null>(null);
  if (!crew?.awaitsMe) return null;
  const press = () => {
    setAsking(true);
    setProblem(null);
    checkIn(patrol)
      .catch((error: unknown) => setProblem(sentenceOf(error)))
      .finally(() => setAsking(false));
  };
  return (
    <>
      {problem && <p className="problem-note">{t(problem)}</p>}
      <button type="button" className="button main wide check-in" disabled={asking} onClick={press}>
        <Icon name="patrol" size={22} />
        {t(asking ? words.asking : words.checkIn)}
      </button>
    </>
  );
}
