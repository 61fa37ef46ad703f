import { z } from 'zod';
import { act, id, read } from '../kernel/contract.ts';
import { PatrolRule, Place } from './place.model.ts';
import { PointBody, PointType } from './point.model.ts';

export const placeList = read('place.list', {
  words: { zh: '包保地点', en: 'Places' },
  input: z.object({}),
  output: z.object({ places: z.array(Place), mayManage: z.boolean() }),
});

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const placeSetRule = act('place.setRule', {
  words: { zh: '调整巡查规则', en: 'Change the patrol rule' },
  input: z.object({
    id,
    was: PatrolRule.pick({ weekdays: true, people: true, leaderOnDuty: true, leaders: true, starts: true, ends: true })
      .nullable()
      .describe('the rule the screen showed, null where the place had none'),
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
    people: z.int().min(1).max(50),
    leaderOnDuty: z.boolean(),
    leaders: z.array(id).min(1).max(50).nullable().default(null),
    starts: time,
    ends: time,
  }),
  output: Place,
  problems: ['record.changed'],
});

export const placeSetPointType = act('place.setPointType', {
  words: { zh: '选择点位类型', en: 'Choose the point type' },
  input: z.object({
    id,
    was: z.string().nullable().describe('the choice the screen showed'),
    pointType: z.string().max(60).nullable().describe('null: by the kind of the place'),
  }),
  output: Place,
  problems: ['record.changed', 'point.unknown'],
});

export const pointList = read('point.list', {
  words: { zh: '点位类型', en: 'Point types' },
  input: z.object({}),
  output: z.object({ types: z.array(PointType), mayManage: z.boolean() }),
});

export const pointAmend = act('point.amend', {
  words: { zh: '修改点位类型', en: 'Change a point type' },
  input: PointBody.extend({
    key: z.string().regex(/^[A-Za-z0-9-]{1,60}$/),
    was: z.int().nullable().describe('the version the screen showed; null for a new type'),
  }),
  output: PointType,
  problems: ['record.changed', 'record.exists', 'point.badScale', 'point.metricTwice'],
});
