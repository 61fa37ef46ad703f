import type { StateTable } from '../kernel/act.ts';

export const swapStates = {
  asked: { zh: '待对方答复', en: 'Asked', tone: 'waiting' },
  accepted: { zh: '已同意', en: 'Accepted', tone: 'done' },
  declined: { zh: '已婉拒', en: 'Declined', tone: 'returned' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn', tone: 'returned' },
} as const satisfies StateTable;
export type SwapState = keyof typeof swapStates;
