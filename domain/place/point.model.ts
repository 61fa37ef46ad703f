/**
 * A type of inspection point (考察点位): 社区, 主次干道, 背街小巷 … It brings thresholds that a notice leaves out, and the states (A, B, C)
 * in which an assessment scores an item. Data of the unit, in versions; a checklist keeps the version it was made with.
 */
import { z } from 'zod';
import { line } from '../kernel/contract.ts';
import { grades, placeKinds } from './point.states.ts';

export const PlaceKind = z.enum(placeKinds);
export type PlaceKind = z.infer<typeof PlaceKind>;

export const Grade = z.enum(grades);
export type Grade = z.infer<typeof Grade>;

const about = z.array(line(20).min(1)).max(20).describe('words of the items it belongs to; none: every item');

export const Threshold = z.object({
  metric: line(20).min(1),
  atLeast: z.number().min(0).max(100),
  unit: z.literal('%'),
  about,
});
export type Threshold = z.infer<typeof Threshold>;

export const GradeStep = z.object({
  grade: Grade,
  share: z.number().min(0).max(100).describe('per cent of the score of the item'),
  upTo: z.int().min(0).max(999).nullable().describe('faults up to which this state holds; null: any number'),
});
export type GradeStep = z.infer<typeof GradeStep>;

export const Scale = z.object({ about, steps: z.array(GradeStep).min(1).max(4) });
export type Scale = z.infer<typeof Scale>;

export const PointBody = z.object({
  name: z.object({ zh: line(30).min(1), en: line(60).min(1) }),
  kinds: z.array(PlaceKind).max(3).describe('kinds of place that take this type by themselves'),
  thresholds: z.array(Threshold).max(20),
  scales: z.array(Scale).max(20).describe('the first one whose words an item holds; one without words holds for the rest'),
});
export type PointBody = z.infer<typeof PointBody>;

export const PointType = PointBody.extend({ key: z.string(), version: z.int() });
export type PointType = z.infer<typeof PointType>;
