/** Photos in rows of three, as the forms have them. */
import type { Db } from '#server/platform/database.ts';
import type { FileStore } from '#server/platform/files.ts';
import { loadPhotos, type WantedPhoto } from '../../papers/photos.ts';
import type { Row } from '../../papers/word/fill.ts';
import type { Box } from '../../papers/word/picture.ts';

const names = ['一', '二', '三'] as const;

export async function photoRows(db: Db, files: FileStore, photos: readonly WantedPhoto[], box: Box): Promise<Row[]> {
  const pictures = await loadPhotos(db, files, photos);
  return Array.from({ length: Math.ceil(photos.length / names.length) }, (_, row) =>
    Object.fromEntries(
      names.flatMap((name, at) => {
        const photo = photos[row * names.length + at];
        return [
          [`图${name}`, photo ? { picture: pictures[row * names.length + at] ?? null, box } : ''],
          [`说明${name}`, photo?.alt ?? ''],
        ];
      }),
    ),
  );
}
