/** Brings the items of an exported queue to the server, one after the other; each under the id it was given on the phone. */
import type { ProblemBody } from '#domain/kernel/problem.ts';
import { MAX_PART_BYTES } from '#domain/photo/photo.sizes.ts';
import type { QueueFile, QueueItem } from '#domain/queue/queue.file.ts';
import { Refused, readCall, sendAct, sendPart } from '#web/api/call.ts';

export type Brought =
  | { readonly state: 'waiting' | 'sending' | 'done' | 'noBytes' | 'noAnswer' }
  | { readonly state: 'refused'; readonly problem: ProblemBody };

/** `note` hears how each item fares. One that is refused does not stop the others: what depended on it is refused with its own reason. */
export async function bringAll(file: QueueFile, note: (index: number, brought: Brought) => void): Promise<void> {
  for (const [i, item] of file.items.entries()) {
    note(i, { state: 'sending' });
    try {
      note(i, await bringOne(file, item));
    } catch (error) {
      note(i, error instanceof Refused ? { state: 'refused', problem: error.problem } : { state: 'noAnswer' });
    }
  }
}

async function bringOne({ person, photos }: QueueFile, { name, body, seal, photoId }: QueueItem): Promise<Brought> {
  await sendAct('queue.bring', { personId: person.id, name, body, seal });
  if (!photoId) return { state: 'done' };
  const bytes = photos[photoId];
  if (!bytes) return { state: 'noBytes' };
  await bringPhoto(photoId, Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)).buffer);
  return { state: 'done' };
}

/** A photo the phone has half sent goes on from there. */
async function bringPhoto(id: string, bytes: ArrayBuffer): Promise<void> {
  for (let { offset, state } = await readCall('photo.progress', { id }); state === 'waiting' || state === 'lost'; )
    ({ offset, state } = await sendPart(id, offset, bytes.slice(offset, offset + MAX_PART_BYTES)));
}
