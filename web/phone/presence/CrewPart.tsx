import { useEffect, useState } from 'react';
import { later } from '../kit/Later.tsx';
import { Crew } from '../patrol/Crew.tsx';
import type { CrewNowProps } from './CrewNow.tsx';

const crewNow = later(async () => (await import('./CrewNow.tsx')).CrewNow);

/** The names at once; who is there, and checking in, as soon as that part is on the phone: it would weigh on the first page. */
export function CrewPart(props: CrewNowProps) {
  const [, loaded] = useState(crewNow.loaded !== null);
  useEffect(() => {
    crewNow.fetch().then(
      () => loaded(true),
      () => undefined,
    );
  }, []);
  return crewNow.loaded ? <crewNow.loaded {...props} /> : <Crew patrol={props.patrol} />;
}
