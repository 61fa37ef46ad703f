/** The words of a photo on its way. Plain constants, small enough for the phone. */
import type { Words } from '../kernel/words.ts';

export const photoStates = {
  waiting: { zh: '待上传', en: 'On its way' },
  arrived: { zh: '已收到', en: 'Here' },
  originalOnly: { zh: '仅原图', en: 'Original only' },
  lost: { zh: '未收到', en: 'Not received' },
} as const satisfies Record<string, Words>;
export type PhotoState = keyof typeof photoStates;

/** '3/4': how many of the announced photos are here; null when all are. */
export function arrivedOf(photos: readonly { readonly state: PhotoState }[]): { readonly here: number; readonly all: number } | null {
  const here = photos.filter((photo) => photo.state === 'arrived' || photo.state === 'originalOnly').length;
  return here < photos.length ? { here, all: photos.length } : null;
}
