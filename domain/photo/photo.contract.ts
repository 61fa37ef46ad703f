/** The one call whose body is no JSON: the bytes of a picture. */
import { z } from 'zod';
import { id, instant } from '../kernel/contract.ts';

/** A number in a query string; an empty one is no zero. */
const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform(Number);

export const PhotoUpload = z.object({
  id: id.describe('made by the client; the same id and bytes again are answered the same'),
  takenAt: instant.optional().describe('the clock of the device when the picture was taken; the picture’s own EXIF time goes before it'),
  lat: number.pipe(z.number().min(-90).max(90)).optional(),
  lng: number.pipe(z.number().min(-180).max(180)).optional(),
  accuracy: number.pipe(z.number().min(0).max(100_000)).optional(),
});
export type PhotoUpload = z.infer<typeof PhotoUpload>;
