/** The words of the patrol: states, verdicts, help given. Plain constants, small enough for the phone. */
import type { StateTable } from '../kernel/act.ts';
import type { Words } from '../kernel/words.ts';

export const patrolStates = {
  planned: { zh: '待巡查', en: 'Planned', tone: 'todo' },
  underway: { zh: '巡查中', en: 'Under way', tone: 'working' },
  submitted: { zh: '日志待报', en: 'Log to send', tone: 'waiting' },
  reported: { zh: '日志已报', en: 'Log sent', tone: 'done' },
} as const satisfies StateTable;
export type PatrolState = keyof typeof patrolStates;

export const verdicts = {
  fine: { zh: '合格', en: 'Fine' },
  problem: { zh: '问题', en: 'Problem' },
  notApplicable: { zh: '不适用', en: 'Does not apply' },
} as const satisfies Record<string, Words>;
export type Verdict = keyof typeof verdicts;

/** What patrollers do on the way, counted: 劝阻, 清理, 摆放, 宣传. */
export const helpKinds = {
  dissuaded: { zh: '劝阻', en: 'Dissuaded' },
  cleaned: { zh: '清理', en: 'Cleaned' },
  tidied: { zh: '摆放车辆', en: 'Bicycles put in order' },
  explained: { zh: '宣传', en: 'Explained' },
} as const satisfies Record<string, Words>;
export type HelpKind = keyof typeof helpKinds;
