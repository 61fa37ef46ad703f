import { z } from 'zod';
import { act, id, read } from '../kernel/contract.ts';
import { PatrolRule, Place } from './place.model.ts';

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
