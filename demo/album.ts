/** Photos of the demo, drawn two at a time while the campaign goes on. */
import { photograph, type Shot, type TakenAt } from './scenes/photo.ts';

const AT_ONCE = 2;

export interface Album {
  /** Begins to draw; the photo is there when it is awaited. */
  order(shot: Shot, taken: TakenAt): () => Promise<Buffer>;
  readonly size: () => number;
}

export function openAlbum(): Album {
  const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve());
  let ordered = 0;
  return {
    order(shot, taken) {
      const lane = ordered++ % AT_ONCE;
      const photo = lanes[lane]!.then(() => photograph(shot, taken));
      lanes[lane] = photo.catch(() => undefined);
      return () => photo;
    },
    size: () => ordered,
  };
}
