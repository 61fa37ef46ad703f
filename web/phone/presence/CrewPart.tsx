import { useEffect, useState } from 'react';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { later } from '../kit/Later.tsx';
import { Crew } from '../patrol/Crew.tsx';

const crewNow = later(async () => (await import('./CrewNow.tsx')).CrewNow);

export interface CrewPartProps {
  readonly patrol: Pick<PatrolView, 'id' | 'place' | 'leader' | 'members'>;
  /** Whether one may still arrive: checking in is offered. */
  readonly open: boolean;
}

/** The names at once; who is there, and checking in, as soon as that part is on the phone: it would weigh on the first page. */
export function CrewPart(props: CrewPartProps) {
  const [, loaded] = useState(crewNow.loaded !== null);
  useEffect(() => {
    crewNow.fetch().then(
      () => loaded(true),
      () => undefined,
    );
  }, []);
  return crewNow.loaded ? <crewNow.loaded {...props} /> : <Crew patrol={props.patrol} />;
}
