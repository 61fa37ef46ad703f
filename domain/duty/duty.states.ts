import type { StateTable } from '../kernel/act.ts';

/** Two steps end a task: who did it says so, the office confirms. */
export const taskStates = {
  todo: { zh: '待办', en: 'To do', tone: 'todo' },
  returned: { zh: '退回', en: 'Returned', tone: 'returned' },
  reported: { zh: '待确认', en: 'Reported', tone: 'waiting' },
  done: { zh: '已办结', en: 'Done', tone: 'done' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn', tone: 'returned' },
} as const satisfies StateTable;
