/** A place under contracted responsibility (包保): a grid with its community, or one side of a road, with the checklist the notice gave it. */
import { z } from 'zod';
import { GradeStep, PlaceKind, PointType } from './point.model.ts';

export const Source = z.object({ noticeId: z.string(), start: z.int(), end: z.int() }).describe('the sentence that ordered it');
export type Source = z.infer<typeof Source>;

export const ChecklistItem = z.object({
  no: z.int().positive(),
  text: z.string(),
  measures: z
    .array(
      z.object({
        metric: z.string(),
        atLeast: z.number(),
        unit: z.literal('%'),
        byType: z.boolean().optional().describe('from the point type, not from the notice'),
      }),
    )
    .describe('numbers the patroller fills in, with their thresholds'),
  scale: z.array(GradeStep).optional().describe('assessment states of the item by number of faults, where its point type has them'),
  source: Source,
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

export const KeptApart = z
  .array(z.tuple([z.string(), z.string()]))
  .max(50)
  .describe('pairs of people who do not serve together');
export type KeptApart = z.infer<typeof KeptApart>;

export const RestDays = z.int().min(0).max(10).nullable();

export const PatrolRule = z.object({
  daysAWeek: z.int().min(1).max(7),
  weekdays: z.array(z.int().min(1).max(7)).describe('1 = Monday'),
  people: z.int().min(1).max(50).describe('patrollers beside the leader on duty'),
  leaderOnDuty: z.boolean(),
  leaders: z.array(z.string()).nullable().default(null).describe('ids of those who may lead here; null: every deputy'),
  rest: RestDays.default(null).describe(
    'patrol days free before and after a duty here, for leaders and patrollers alike; null: as the unit agreed',
  ),
  apart: KeptApart.default([]).describe('who does not serve together here, besides those the unit keeps apart'),
  starts: z.string().describe('HH:MM'),
  ends: z.string().describe('HH:MM'),
  requirements: z.array(z.string()),
  sources: z.record(z.string(), Source).describe('field → the sentence it stands in'),
  settlement: z
    .object({ zh: z.string(), en: z.string(), byName: z.string() })
    .nullable()
    .describe('the contradiction that was settled, and how'),
});
export type PatrolRule = z.infer<typeof PatrolRule>;

export const Centre = z
  .object({
    lat: z.number().min(-90).max(90).describe('WGS-84'),
    lng: z.number().min(-180).max(180).describe('WGS-84'),
    radius: z.int().min(20).max(5_000).describe('metres'),
  })
  .describe('where the place is: a point and how far it reaches around it');
export type Centre = z.infer<typeof Centre>;

export const Place = z.object({
  id: z.string(),
  kind: PlaceKind,
  name: z.string(),
  community: z.object({ id: z.string(), name: z.string() }).nullable(),
  pointType: z.string().nullable().describe('chosen by the clerk; null: by the kind of the place'),
  point: PointType.nullable().describe('the type its checklist was made with'),
  checklistVersion: z.int(),
  checklist: z.array(ChecklistItem),
  rule: PatrolRule.nullable(),
  centre: Centre.nullable().describe('null until the clerk has set it'),
  source: Source,
});
export type Place = z.infer<typeof Place>;
