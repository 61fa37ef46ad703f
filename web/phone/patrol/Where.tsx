import { useStore } from '@nanostores/react';
import { useEffect } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { useWords } from '#web/language.ts';
import { followPosition, whereabouts } from '../photo/position.ts';
import { whereHint } from './whereHint.ts';

const words = {
  found: (metres: number | null): Words => ({ zh: `已定位，误差约 ${metres ?? '?'} 米`, en: `Located, within about ${metres ?? '?'} m` }),
  asking: { zh: '正在定位，不用等', en: 'Finding the position; no need to wait' },
  unknown: { zh: '没有定位，不影响巡查', en: 'No position; the patrol goes on without it' },
  refused: { zh: '未允许定位，不影响巡查', en: 'Position not allowed; the patrol goes on without it' },
  impossible: { zh: '此网址不能定位，不影响巡查', en: 'No position at this address; the patrol goes on without it' },
};

/** Where the phone stands, as it goes into start and submission; a hint where that is not the place. */
export function Where({ patrol }: { readonly patrol: Pick<PatrolView, 'centre'> }) {
  const t = useWords();
  const where = useStore(whereabouts);
  useEffect(followPosition, []);
  const hint = whereHint(patrol.centre, where.state === 'found' ? where.place : null);
  return (
    <p className={hint ? 'hint-note' : 'second-line where'} role={hint ? 'status' : undefined}>
      {t(hint ?? (where.state === 'found' ? words.found(where.place.accuracy) : words[where.state]))}
    </p>
  );
}
