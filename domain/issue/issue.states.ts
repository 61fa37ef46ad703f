/** The words of the problem loop: states, ways of disposal. Plain constants, small enough for the phone. */
import type { StateTable } from '../kernel/act.ts';
import type { Words } from '../kernel/words.ts';

export const issueStates = {
  found: { zh: '待处置', en: 'Found', tone: 'todo' },
  coordinated: { zh: '协调中', en: 'Coordinated', tone: 'working' },
  escalated: { zh: '已上报', en: 'Escalated', tone: 'waiting' },
  returned: { zh: '退回重办', en: 'Returned', tone: 'returned' },
  fixed: { zh: '待核查', en: 'Fixed', tone: 'waiting' },
  verified: { zh: '待销号', en: 'Verified', tone: 'working' },
  closed: { zh: '已销号', en: 'Closed', tone: 'done' },
} as const satisfies StateTable;
export type IssueState = keyof typeof issueStates;

/** The three ways of the notice: solve what is within power, coordinate the competent department, otherwise report up. */
export const disposals = {
  onTheSpot: { zh: '当场解决', en: 'Solved on the spot' },
  coordinated: { zh: '协调部门', en: 'Coordinated' },
  escalated: { zh: '上报', en: 'Escalated' },
} as const satisfies Record<string, Words>;
export type Disposal = keyof typeof disposals;
