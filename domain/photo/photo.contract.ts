/** The one call whose body is no JSON: the bytes of a picture. */
import { z } from 'zod';
import { id } from '../kernel/contract.ts';

export const PhotoUpload = z.object({
  id: id.describe('made by the client; the same id and bytes again are answered the same'),
  takenAt: z.iso
    .datetime({ offset: true })
    .optional()
    .describe('the clock of the device when the picture was taken; the picture’s own EXIF time goes before it'),
  lat: z.coerce.number().min(-90).max(90).optional(),
  lng: z.coerce.number().min(-180).max(180).optional(),
  accuracy: z.coerce.number().min(0).max(100_000).optional(),
});
export type PhotoUpload = z.infer<typeof PhotoUpload>;
