/**
 * A photo: the original, kept as it came, and an upright, scaled, metadata-free copy for showing. Both are named by the hash of
 * their bytes and never overwritten. Time and place carry where they come from.
 */
import { z } from 'zod';
import type { photoStates } from './photo.states.ts';

export const PhotoStateSchema = z.enum(['waiting', 'arrived', 'originalOnly', 'lost'] satisfies (keyof typeof photoStates)[]);

export const Position = z.object({
  lat: z.number().min(-90).max(90).describe('WGS-84'),
  lng: z.number().min(-180).max(180).describe('WGS-84'),
  accuracy: z.number().min(0).max(100_000).nullable().describe('metres, as the device states it'),
  source: z.enum(['exif', 'device', 'manual']),
});
export type Position = z.infer<typeof Position>;

export const Photo = z.object({
  id: z.string(),
  state: PhotoStateSchema,
  width: z.int().nullable(),
  height: z.int().nullable(),
  takenAt: z.string().nullable().describe("corrected by the clock's error, where that was measured"),
  takenSource: z.enum(['exif', 'device', 'unknown']),
  clockOff: z.int().nullable().describe("milliseconds the server's clock was ahead of the device's"),
  fromAlbum: z.boolean(),
  position: Position.nullable(),
  byName: z.string(),
  at: z.string().describe('when the server first heard of it'),
});
export type Photo = z.infer<typeof Photo>;
