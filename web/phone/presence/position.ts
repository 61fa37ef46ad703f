import { devicePosition, followPosition, whereabouts } from '../photo/position.ts';

/** Good enough to stop waiting for a better one, metres. */
const GOOD = 40;

/** The best position of the next moments; null where the phone does not give one. */
export function positionWithin(ms: number): Promise<ReturnType<typeof devicePosition>> {
  return new Promise((resolve) => {
    const stop = followPosition();
    const end = (): void => {
      clearTimeout(timer);
      unlisten();
      stop();
      resolve(devicePosition());
    };
    const timer = setTimeout(end, ms);
    const unlisten = whereabouts.listen((now) => {
      if (
        now.state === 'refused' ||
        now.state === 'impossible' ||
        (now.state === 'found' && now.place.accuracy !== null && now.place.accuracy <= GOOD)
      )
        end();
    });
    const known = devicePosition();
    if (whereabouts.get().state === 'impossible' || (known?.accuracy != null && known.accuracy <= GOOD)) end();
  });
}
