import { z } from 'zod';
import { act, Done, day, FactLine, id, instant, line, Page, read } from '../kernel/contract.ts';
import { Position } from '../photo/photo.model.ts';
import { Coverage } from './coverage.model.ts';
import { LogPage, LogVersion } from './log.model.ts';
import { Answer, Help, PatrolRow, PatrolStateSchema, PatrolView, VerdictSchema } from './patrol.model.ts';
import { Track, TrackPoint } from './track.model.ts';
import { MAX_TRACK_POINTS } from './track.ts';

export const patrolList = read('patrol.list', {
  words: { zh: '巡查台账', en: 'Patrols' },
  input: Page.extend({
    state: PatrolStateSchema.optional(),
    placeId: id.optional(),
    late: z.enum(['true']).optional().describe('only those whose log was not sent on the day'),
    nothingFound: z.enum(['true']).optional().describe('only those submitted without a problem'),
    words: line(60).optional().describe('only those whose log, note or problems hold all of these words'),
    item: z
      .string()
      .regex(/^\d{1,6}\.\d{1,4}$/)
      .optional()
      .describe('checklist version and number of an item of the place, "3.5": only those that answered it'),
    verdict: VerdictSchema.optional().describe('how the item was answered'),
    from: day.optional(),
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
  output: z.object({
    patrol: PatrolView,
    history: z.array(FactLine),
    tracks: z.array(Track).describe('of those who agreed; seen by the crew and the clerk only'),
  }),
});

export const patrolPosts = read('patrol.posts', {
  words: { zh: '今日岗位', en: 'Posts of today' },
  input: z.object({}),
  output: z.object({
    day,
    at: z.string().describe('when this was so'),
    rows: z.array(PatrolRow),
    counts: z.record(z.string(), z.int()).describe('state → how many'),
  }),
});

export const patrolLog = read('patrol.log', {
  words: { zh: '日志页面', en: 'The log as a page' },
  input: z.object({ id, version: z.coerce.number().int().min(1).optional().describe('the present one when absent') }),
  output: z.object({
    id: z.string(),
    place: z.string(),
    text: z.string(),
    page: LogPage.nullable().describe('null: sent before pages were kept'),
    version: LogVersion.nullable().describe('null: the records as they stand, not yet signed or sent'),
    isLatest: z.boolean(),
    late: z.boolean(),
    lateReason: z.string().nullable(),
  }),
});

export const patrolCoverage = read('patrol.coverage', {
  words: { zh: '检查覆盖', en: 'Coverage' },
  input: z.object({
    from: day.optional().describe('eight weeks back when absent; whole weeks are counted'),
    until: day.optional().describe('today when absent'),
    placeId: id.optional(),
  }),
  output: Coverage,
});

export const patrolOpen = act('patrol.open', {
  words: { zh: '临时巡查', en: 'Patrol outside the roster' },
  input: z.object({ id, placeId: id }),
  output: Done,
  problems: ['record.exists', 'issue.unknownPlace'],
});

const position = Position.nullable().default(null).describe('where the phone stood, if it knew');

export const patrolStart = act('patrol.start', {
  words: { zh: '开始巡查', en: 'Start' },
  input: z.object({ id, position }),
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
    position,
  }),
  output: Done,
  problems: ['patrol.notYet', 'patrol.unanswered', 'patrol.unknownItem', 'patrol.measureMissing'],
});

export const patrolReportLog = act('patrol.reportLog', {
  words: { zh: '上报日志', en: 'Send the log' },
  input: z.object({ id, via: line(60).min(1).describe('where it was sent: the name of the group') }),
  output: Done,
});

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('of the text that was read');
const reason = line(300).min(1, { message: '请写明原因 / give a reason' });

export const patrolSign = act('patrol.sign', {
  words: { zh: '签名确认', en: 'Sign the log' },
  input: z.object({ id, sha256 }),
  output: Done,
  problems: ['patrol.logChanged', 'patrol.signed'],
});

export const patrolCountersign = act('patrol.countersign', {
  words: { zh: '带班审签', en: 'Countersign the log' },
  input: z.object({ id, sha256 }),
  output: Done,
  problems: ['patrol.logChanged', 'patrol.signed', 'patrol.notSigned'],
});

export const patrolAmend = act('patrol.amend', {
  words: { zh: '更正日志', en: 'Amend the log' },
  input: z.object({
    id,
    was: z.int().describe('the version the screen showed'),
    answers: z.array(Answer).max(100),
    help: Help,
    note: line(500).default(''),
    reason,
  }),
  output: Done,
  problems: ['record.changed', 'patrol.nothingAmended', 'patrol.unanswered', 'patrol.unknownItem', 'patrol.measureMissing'],
});

export const patrolSendAmended = act('patrol.sendAmended', {
  words: { zh: '上报更正', en: 'Send the amended log' },
  input: z.object({ id, via: line(60).min(1) }),
  output: Done,
  problems: ['patrol.logSent'],
});

export const patrolGiveReason = act('patrol.giveReason', {
  words: { zh: '说明迟报原因', en: 'Say why the log is late' },
  input: z.object({ id, reason }),
  output: Done,
  problems: ['patrol.notLate'],
});

export const patrolKeepTrack = act('patrol.keepTrack', {
  words: { zh: '保存本次轨迹', en: 'Keep the track of this patrol' },
  input: z.object({ id, consentedAt: instant, points: z.array(TrackPoint).max(MAX_TRACK_POINTS) }),
  output: z.object({ id: z.string(), points: z.int() }),
});

export const patrolDropTrack = act('patrol.dropTrack', {
  words: { zh: '删除本次轨迹', en: 'Delete the track of this patrol' },
  input: z.object({ id }),
  output: z.object({ id: z.string() }),
});
