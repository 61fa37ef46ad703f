/** The words of the problem loop: states, ways of disposal. Plain constants, small enough for the phone. */
import type { StateTable, Tone } from '../kernel/act.ts';
import type { Words } from '../kernel/words.ts';

export const issueStates = {
  found: { zh: '待处置', en: 'Found', tone: 'todo' },
  coordinated: { zh: '协调中', en: 'Coordinated', tone: 'working' },
  escalated: { zh: '已上报', en: 'Escalated', tone: 'waiting' },
  accepted: { zh: '已受理', en: 'Accepted', tone: 'working' },
  declined: { zh: '承办退回', en: 'Declined', tone: 'returned' },
  returned: { zh: '退回重办', en: 'Returned', tone: 'returned' },
  suspended: { zh: '挂账', en: 'Suspended', tone: 'waiting' },
  split: { zh: '已拆分', en: 'Split', tone: 'working' },
  fixed: { zh: '待核查', en: 'Fixed', tone: 'waiting' },
  verified: { zh: '待销号', en: 'Verified', tone: 'working' },
  reopenAsked: { zh: '申请重开', en: 'Reopening asked', tone: 'waiting' },
  closed: { zh: '已销号', en: 'Closed', tone: 'done' },
  duplicate: { zh: '已并案', en: 'Joined', tone: 'done' },
  dismissed: { zh: '不予立案', en: 'Dismissed', tone: 'done' },
} as const satisfies StateTable;
export type IssueState = keyof typeof issueStates;

/** What people outside the office need to know: few stages over the many inner states. */
export const issueStages = {
  found: { zh: '待处置', en: 'To dispose of', tone: 'todo', states: ['found', 'declined'] },
  handling: {
    zh: '办理中',
    en: 'Being handled',
    tone: 'working',
    states: ['coordinated', 'escalated', 'accepted', 'returned', 'suspended', 'split'],
  },
  checking: { zh: '待核查销号', en: 'To verify and close', tone: 'waiting', states: ['fixed', 'verified', 'reopenAsked'] },
  ended: { zh: '已办结', en: 'Ended', tone: 'done', states: ['closed', 'duplicate', 'dismissed'] },
} as const satisfies Record<string, Words & { readonly tone: Tone; readonly states: readonly IssueState[] }>;
export type IssueStage = keyof typeof issueStages;

export const endedStates: readonly IssueState[] = issueStages.ended.states;
export const isEnded = (state: IssueState): boolean => endedStates.includes(state);

/** The three ways of the notice: solve what is within power, coordinate the competent department, otherwise report up. */
export const disposals = {
  onTheSpot: { zh: '当场解决', en: 'Solved on the spot' },
  coordinated: { zh: '协调部门', en: 'Coordinated' },
  escalated: { zh: '上报', en: 'Escalated' },
} as const satisfies Record<string, Words>;
export type Disposal = keyof typeof disposals;
