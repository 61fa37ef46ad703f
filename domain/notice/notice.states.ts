import type { StateTable } from '../kernel/act.ts';

export const noticeStates = {
  draft: { zh: '待采纳', en: 'Draft', tone: 'todo' },
  adopted: { zh: '已采纳', en: 'Adopted', tone: 'done' },
  replaced: { zh: '已被替代', en: 'Replaced', tone: 'returned' },
  discarded: { zh: '已作废', en: 'Discarded', tone: 'returned' },
} as const satisfies StateTable;
