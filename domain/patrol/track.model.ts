/** A track: where one person walked on one patrol, kept with their consent and for a short time. */
import { z } from 'zod';
import { instant, Ref } from '../kernel/contract.ts';

export const TrackPoint = z.object({
  lat: z.number().min(-90).max(90).describe('WGS-84'),
  lng: z.number().min(-180).max(180).describe('WGS-84'),
  accuracy: z.number().min(0).max(100_000).nullable().describe('metres'),
  at: instant,
});
export type TrackPoint = z.infer<typeof TrackPoint>;

export const Track = z.object({ person: Ref, points: z.array(TrackPoint), until: z.string().describe('the last day it is kept') });
export type Track = z.infer<typeof Track>;
