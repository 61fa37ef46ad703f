/** The words of presence on post (到岗到位). Plain constants, small enough for the phone. */
import type { StateTable } from '../kernel/act.ts';
import type { Words } from '../kernel/words.ts';

/** What was said about a person of a patrol so far. */
export const presenceStates = {
  awaited: { zh: '未签到', en: 'Not checked in', tone: 'todo' },
  checkedIn: { zh: '已签到', en: 'Checked in', tone: 'working' },
  confirmed: { zh: '已确认', en: 'Confirmed', tone: 'done' },
  disputed: { zh: '有异议', en: 'Disputed', tone: 'returned' },
} as const satisfies StateTable;
export type PresenceState = keyof typeof presenceStates;

/** What follows from it and from the hours of the patrol. `overdue`: the grace is over, the patrol is not, and nobody has come. */
export const standings = {
  missing: { zh: '未到岗', en: 'Missing', tone: 'late' },
  overdue: { zh: '逾时未到', en: 'Not there yet', tone: 'late' },
  late: { zh: '迟到', en: 'Late', tone: 'waiting' },
  expected: { zh: '待到岗', en: 'Expected', tone: 'todo' },
  present: { zh: '已到岗', en: 'On post', tone: 'done' },
} as const satisfies StateTable;
export type Standing = keyof typeof standings;

/** How a check-in was made. */
export const checkInWays = {
  position: { zh: '定位签到', en: 'by position' },
  code: { zh: '扫码签到', en: 'by the code of the place' },
  started: { zh: '开始时签到', en: 'by starting the patrol' },
  vouched: { zh: '代为登记', en: 'vouched for' },
} as const satisfies Record<string, Words>;
export type CheckInWay = keyof typeof checkInWays;
