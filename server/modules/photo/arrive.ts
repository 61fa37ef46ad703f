/** The bytes of a photo are here: are they the announced ones, what is in them, and the copies that are shown. */
import { createHash } from 'node:crypto';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db } from '#server/platform/database.ts';
import type { FileStore } from '#server/platform/files.ts';
import { forgetParts, markArrived, type PhotoRow } from './photo.store.ts';
import { readPicture } from './picture.ts';

export interface ArriveDeps {
  readonly db: Db;
  readonly files: FileStore;
  readonly clock: () => number;
}

/** Answers when the photo has arrived; throws `photo.bytesDiffer` or what is wrong with the picture, and lets the sender begin anew. */
export async function arrive({ db, files, clock }: ArriveDeps, photo: PhotoRow, bytes: Buffer): Promise<void> {
  if (createHash('sha256').update(bytes).digest('hex') !== photo.sha256) {
    await forgetParts(db, photo.id, null);
    throw new Problem('photo.bytesDiffer');
  }
  const picture = await readPicture(bytes).catch(async (error: unknown) => {
    await forgetParts(db, photo.id, 'notPicture');
    throw error;
  });
  // Files first, the row after them: a row never names a file that is not there.
  await files.put(bytes);
  const [shownSha256, thumbSha256] = picture.shown
    ? await Promise.all([files.put(picture.shown.image), files.put(picture.shown.thumb)])
    : [null, null];
  const position = photo.position ?? (picture.position ? { ...picture.position, accuracy: null, source: 'exif' as const } : null);
  await markArrived(db, photo.id, {
    mime: picture.mime,
    width: picture.shown?.width ?? null,
    height: picture.shown?.height ?? null,
    shownSha256,
    thumbSha256,
    arrivedAt: new Date(clock()).toISOString(),
    takenAt: picture.takenAt ? correctedBy(photo, picture.takenAt) : photo.takenAt,
    takenSource: picture.takenAt ? 'exif' : photo.takenSource,
    position: position && JSON.stringify(position),
  });
}

/** The clock's error counts for what this phone took just now; when and by which clock a picture of the album was taken, nobody knows. */
export function correctedBy(
  { fromAlbum, clockOff }: { readonly fromAlbum: boolean; readonly clockOff: number | null },
  at: string,
): string {
  return fromAlbum || clockOff === null ? at : new Date(Date.parse(at) + clockOff).toISOString();
}
