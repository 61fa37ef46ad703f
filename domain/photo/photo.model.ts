/**
 * A photo: the original, kept as it came, and an upright, scaled, metadata-free copy for showing. Both are named by the hash of
 * their bytes and never overwritten. Time and place carry where they come from.
 */
import { z } from 'zod';

export const Position = z.object({
  lat: z.number().min(-90).max(90).describe('WGS-84'),
  lng: z.number().min(-180).max(180).describe('WGS-84'),
  accuracy: z.number().min(0).max(100_000).nullable().describe('metres, as the device states it'),
  source: z.enum(['exif', 'device', 'manual']),
});
export type Position = z.infer<typeof Position>;

export const Photo = z.object({
  id: z.string(),
  width: z.int(),
  height: z.int(),
  takenAt: z.string().nullable(),
  takenSource: z.enum(['exif', 'device', 'unknown']),
  position: Position.nullable(),
  byName: z.string(),
  at: z.string().describe('when it reached the server'),
});
export type Photo = z.infer<typeof Photo>;
