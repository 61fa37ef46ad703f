import { z } from 'zod';
import { act, Done, day, FactLine, id, line, Page, read } from '../kernel/contract.ts';
import { Answer, Help, PatrolRow, PatrolStateSchema, PatrolView } from './patrol.model.ts';

export const patrolList = read('patrol.list', {
  words: { zh: '巡查台账', en: 'Patrols' },
  input: Page.extend({
    state: PatrolStateSchema.optional(),
    placeId: id.optional(),
    late: z.enum(['true']).optional().describe('only those whose log was not sent on the day'),
    nothingFound: z.enum(['true']).optional().describe('only those submitted without a problem'),
    until: day.optional().describe('up to this day; today when absent'),
  }),
  output: z.object({
    rows: z.array(PatrolRow),
    next: z.string().nullable(),
    counts: z.object({ total: z.int(), late: z.int(), problems: z.int(), nothingFound: z.int() }),
  }),
});

/** Everything the phone needs to work through the day without signal. */
export const patrolToday = read('patrol.today', {
  words: { zh: '今日巡查', en: "Today's patrols" },
  input: z.object({}),
  output: z.object({
    day,
    mine: z.array(PatrolView).describe('where I am on duty today, and what I have not finished from earlier days'),
    others: z.array(PatrolRow).describe('the other patrols of the unit today'),
    next: PatrolRow.nullable().describe('my next duty after today'),
    handlers: z.array(z.object({ id: z.string(), kind: z.string(), name: z.string() })).describe('partners that can take over a problem'),
    places: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
});

export const patrolGet = read('patrol.get', {
  words: { zh: '巡查详情', en: 'One patrol' },
  input: z.object({ id }),
  output: z.object({ patrol: PatrolView, history: z.array(FactLine) }),
});

export const patrolOpen = act('patrol.open', {
  words: { zh: '临时巡查', en: 'Patrol outside the roster' },
  input: z.object({ id, placeId: id }),
  output: Done,
  problems: ['record.exists', 'issue.unknownPlace'],
});

export const patrolStart = act('patrol.start', {
  words: { zh: '开始巡查', en: 'Start' },
  input: z.object({ id }),
  output: Done,
  problems: ['patrol.notYet'],
});

export const patrolSubmit = act('patrol.submit', {
  words: { zh: '提交巡查', en: 'Submit' },
  input: z.object({
    id,
    answers: z.array(Answer).max(100),
    help: Help,
    note: line(500).default(''),
    part: z.boolean().default(false).describe('only what this person checked; somebody else of the crew brings the rest'),
  }),
  output: Done,
  problems: ['patrol.notYet', 'patrol.unanswered', 'patrol.unknownItem', 'patrol.measureMissing'],
});

export const patrolReportLog = act('patrol.reportLog', {
  words: { zh: '上报日志', en: 'Send the log' },
  input: z.object({ id, via: line(60).min(1).describe('where it was sent: the name of the group') }),
  output: Done,
});
