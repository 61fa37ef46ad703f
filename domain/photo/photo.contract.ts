/** Photos on their way: announced, sent in parts, given up. The calls whose body is no JSON have their address described here. */
import { z } from 'zod';
import { act, id, instant, read } from '../kernel/contract.ts';
import { PhotoStateSchema, Position } from './photo.model.ts';
import { MAX_PHOTO_BYTES } from './photo.sizes.ts';

/** A number in a query string; an empty one is no zero. */
const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform(Number);

/** A hundred years either way. */
const clockOff = z
  .int()
  .min(-3.2e12)
  .max(3.2e12)
  .describe("milliseconds the server's clock is ahead of the device's, as the device last measured it");

/** Address of `POST /api/photo.upload`: the whole photo in one body. */
export const PhotoUpload = z.object({
  id: id.describe('made by the client; the same id and bytes again are answered the same'),
  takenAt: instant.optional().describe('the clock of the device when the picture was taken; the picture’s own EXIF time goes before it'),
  lat: number.pipe(z.number().min(-90).max(90)).optional(),
  lng: number.pipe(z.number().min(-180).max(180)).optional(),
  accuracy: number.pipe(z.number().min(0).max(100_000)).optional(),
});
export type PhotoUpload = z.infer<typeof PhotoUpload>;

/** Address of `POST /api/photo.part`: some bytes of an announced photo. */
export const PhotoPart = z.object({ id, offset: number.pipe(z.int().min(0).max(MAX_PHOTO_BYTES)) });
export type PhotoPart = z.infer<typeof PhotoPart>;

export const PhotoProgress = z.object({
  offset: z.int().describe('bytes that are here: where to go on'),
  bytes: z.int(),
  state: PhotoStateSchema,
});
export type PhotoProgress = z.infer<typeof PhotoProgress>;

export const photoAnnounce = act('photo.announce', {
  words: { zh: '登记照片', en: 'Announce a photo' },
  input: z.object({
    id,
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('of the bytes that will come: other bytes are not this photo'),
    bytes: z.int().min(1).max(MAX_PHOTO_BYTES),
    takenAt: instant.nullable().default(null).describe('the clock of the device; the picture’s own EXIF time goes before it'),
    position: Position.nullable().default(null),
    fromAlbum: z.boolean().default(false).describe('picked from the album, not taken for this record'),
    clockOff: clockOff.nullable().default(null),
  }),
  output: z.object({ id: z.string() }),
  problems: ['record.exists'],
});

export const photoProgress = read('photo.progress', {
  words: { zh: '照片上传进度', en: 'How far a photo has come' },
  input: z.object({ id }),
  output: PhotoProgress,
});

export const photoWithdraw = act('photo.withdraw', {
  words: { zh: '放弃照片', en: 'Give up a photo' },
  input: z.object({ id }),
  output: z.object({ id: z.string() }),
});
