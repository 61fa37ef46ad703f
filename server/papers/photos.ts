/** Photos on their way into a paper: sharp enough to print, small enough to send; one whose file is gone is null and said so on the paper. */
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import type { Db } from '#server/platform/database.ts';
import type { FileStore } from '#server/platform/files.ts';
import type { Picture } from './word/picture.ts';

/** 8 cm at 300 dots to the inch. */
const EDGE = 1000;

export interface WantedPhoto {
  readonly id: string;
  readonly alt: string;
}

/** In the order they were asked for. Whether the actor may see them was decided when they were chosen. */
export async function loadPhotos(db: Db, files: FileStore, wanted: readonly WantedPhoto[]): Promise<(Picture | null)[]> {
  if (wanted.length === 0) return [];
  const rows = await db
    .selectFrom('photo')
    .where(
      'id',
      'in',
      wanted.map(({ id }) => id),
    )
    .select(['id', 'shownSha256'])
    .execute();
  const names = new Map(rows.map(({ id, shownSha256 }) => [id, shownSha256]));
  const pictures: (Picture | null)[] = [];
  for (const { id, alt } of wanted) pictures.push(await loadPicture(files, names.get(id) ?? null, alt));
  return pictures;
}

async function loadPicture(files: FileStore, sha256: string | null, alt: string): Promise<Picture | null> {
  if (!sha256) return null;
  try {
    const { data, info } = await sharp(await buffer(files.read(sha256)))
      .resize(EDGE, EDGE, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, width: info.width, height: info.height, alt };
  } catch {
    return null;
  }
}
