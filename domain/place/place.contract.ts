import { z } from 'zod';
import { act, id, Ref, read } from '../kernel/contract.ts';
import { Centre, KeptApart, PatrolRule, Place, RestDays } from './place.model.ts';
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
    was: PatrolRule.pick({
      weekdays: true,
      people: true,
      leaderOnDuty: true,
      leaders: true,
      rest: true,
      apart: true,
      starts: true,
      ends: true,
    })
      .nullable()
      .describe('the rule the screen showed, null where the place had none'),
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
    people: z.int().min(1).max(50),
    leaderOnDuty: z.boolean(),
    leaders: z.array(id).min(1).max(50).nullable().default(null),
    rest: RestDays.default(null),
    apart: KeptApart.refine((pairs) => pairs.every(([one, other]) => one !== other)).default([]),
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

export const placeSetCentre = act('place.setCentre', {
  words: { zh: '设置地点位置', en: 'Set where the place is' },
  input: z.object({
    id,
    was: Centre.nullable().describe('the centre the screen showed, null where the place had none'),
    centre: Centre.nullable().describe('null takes it away'),
  }),
  output: Place,
  problems: ['record.changed'],
});

const Poster = z
  .object({ place: Ref, code: z.string(), version: z.int().describe('raised each time the code is renewed') })
  .describe('what the poster of a place carries');

export const placePosters = read('place.posters', {
  words: { zh: '签到海报', en: 'Check-in posters' },
  input: z.object({}),
  output: z.object({ posters: z.array(Poster) }),
});

export const placeRenewCode = act('place.renewCode', {
  words: { zh: '更换签到码', en: 'Renew the check-in code' },
  input: z.object({ id }),
  output: Poster,
});
