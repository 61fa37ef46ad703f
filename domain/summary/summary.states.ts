/** The words of summaries. Plain constants. */
import type { StateTable } from '../kernel/act.ts';
import type { Words } from '../kernel/words.ts';

export const summaryStates = {
  draft: { zh: '草稿', en: 'Draft', tone: 'working' },
  issued: { zh: '已定稿', en: 'Final', tone: 'done' },
  discarded: { zh: '已作废', en: 'Discarded', tone: 'returned' },
} as const satisfies StateTable;
export type SummaryState = keyof typeof summaryStates;

export const summaryKinds = {
  week: { zh: '周报', en: 'Week' },
  month: { zh: '月度总结', en: 'Month' },
  stage: { zh: '阶段总结', en: 'Stage' },
  year: { zh: '年度总结', en: 'Year' },
} as const satisfies Record<string, Words>;
export type SummaryKind = keyof typeof summaryKinds;

/** The parts of a summary, in their order. */
export const summaryParts = {
  opening: { zh: '', en: 'Opening' },
  patrols: { zh: '一、巡查开展情况', en: '1 Patrols' },
  problems: { zh: '二、问题发现和整改情况', en: '2 Problems and what became of them' },
  ahead: { zh: '三、不足和下一步打算', en: '3 What is lacking, what comes next' },
} as const satisfies Record<string, Words>;
export type SummaryPart = keyof typeof summaryParts;

export const sentenceKeys = {
  opening: 'opening',
  patrols: 'patrols',
  logs: 'patrols',
  items: 'patrols',
  help: 'patrols',
  found: 'problems',
  disposal: 'problems',
  outcome: 'problems',
  places: 'problems',
  kinds: 'problems',
  comparison: 'problems',
  lacks: 'ahead',
  next: 'ahead',
} as const satisfies Record<string, SummaryPart>;
export type SentenceKey = keyof typeof sentenceKeys;
