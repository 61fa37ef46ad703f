import { z } from 'zod';
import { act, Done, day, id, line, month, Ref, read } from '../kernel/contract.ts';
import { Position } from '../photo/photo.model.ts';
import { PatrolPresence, PresenceLine, StandingSchema, Tally } from './presence.model.ts';

/** Everybody's for the clerk and the leaders; for the others the patrols they are on themselves. */
export const presenceDay = read('presence.day', {
  words: { zh: '当日到岗', en: 'Presence on a day' },
  input: z.object({ day: day.optional().describe('today when absent') }),
  output: z.object({
    day,
    at: z.string().describe('the instant for which the standings hold'),
    patrols: z.array(PatrolPresence),
    counts: z.record(StandingSchema, z.int()).describe('people of patrols on the roster, by where they stand'),
  }),
});

const Duty = PresenceLine.pick({ person: true, standing: true, saidAt: true, excuse: true, absence: true }).extend({
  patrolId: z.string(),
  place: Ref,
  starts: z.string(),
});

/** Everybody's for the clerk and the leaders, one's own for the others. */
export const presenceMonth = read('presence.month', {
  words: { zh: '到岗月报', en: 'Presence in a month' },
  input: z.object({ month }),
  output: z.object({
    month,
    at: z.string().describe('duties whose hours were over at this instant are counted'),
    total: Tally,
    people: z.array(z.object({ person: Ref, tally: Tally })),
    days: z.array(z.object({ day, tally: Tally, notInTime: z.array(Duty).describe('who was late, and who should have come and did not') })),
  }),
});

export const presenceCheckIn = act('presence.checkIn', {
  words: { zh: '签到', en: 'Check in' },
  input: z.object({
    patrolId: id,
    how: z.enum(['position', 'code']),
    position: Position.omit({ source: true }).nullable().default(null).describe('null where the device does not give it'),
    code: line(40).default('').describe('what the poster of the place carries'),
  }),
  output: Done,
  problems: ['presence.notThatDay', 'presence.wrongCode', 'presence.oldCode'],
});

const somebody = z.object({ patrolId: id, personId: id });

export const presenceConfirm = act('presence.confirm', {
  words: { zh: '确认到岗', en: 'Confirm' },
  input: somebody,
  output: Done,
  problems: ['presence.own'],
});

export const presenceDispute = act('presence.dispute', {
  words: { zh: '不在岗', en: 'Not there' },
  input: somebody.extend({ reason: line(200) }),
  output: Done,
  problems: ['presence.own', 'presence.reasonNeeded'],
});

export const presenceVouch = act('presence.vouch', {
  words: { zh: '代为登记到岗', en: 'Vouch' },
  input: somebody.extend({
    since: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .describe('HH:MM on the day of the patrol'),
    note: line(200).default(''),
  }),
  output: Done,
  problems: ['presence.own', 'presence.ahead'],
});

export const presenceExcuse = act('presence.excuse', {
  words: { zh: '说明原因', en: 'Excuse' },
  input: somebody.extend({ reason: line(200) }),
  output: Done,
  problems: ['presence.own', 'presence.reasonNeeded', 'presence.nothingToExcuse'],
});
