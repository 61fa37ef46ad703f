import type { StateTable } from '../kernel/act.ts';

export const rosterStates = {
  draft: { zh: '草稿', en: 'Draft', tone: 'working' },
  published: { zh: '已发布', en: 'Published', tone: 'done' },
  discarded: { zh: '已作废', en: 'Discarded', tone: 'returned' },
} as const satisfies StateTable;
