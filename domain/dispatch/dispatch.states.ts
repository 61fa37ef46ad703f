/** The words of what a unit issues (发文). Plain constants. */
import type { StateTable } from '../kernel/act.ts';
import type { Words } from '../kernel/words.ts';

export const dispatchStates = {
  draft: { zh: '草稿', en: 'Draft', tone: 'working' },
  issued: { zh: '已印发', en: 'Issued', tone: 'done' },
  discarded: { zh: '已作废', en: 'Discarded', tone: 'returned' },
} as const satisfies StateTable;
export type DispatchState = keyof typeof dispatchStates;

/** Four of the fifteen kinds of 公文 (党政机关公文处理工作条例): those a campaign needs. */
export const dispatchKinds = {
  notification: { zh: '通知', en: 'Notification' },
  report: { zh: '报告', en: 'Report' },
  letter: { zh: '函', en: 'Letter' },
  minutes: { zh: '会议纪要', en: 'Minutes' },
} as const satisfies Record<string, Words>;
export type DispatchKind = keyof typeof dispatchKinds;
