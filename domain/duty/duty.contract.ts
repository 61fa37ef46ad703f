import { z } from 'zod';
import { act, Done, FactLine, id, line, read } from '../kernel/contract.ts';
import { Duty, ResponsibilityList, Stage, TaskRow } from './duty.model.ts';

export const dutyLists = read('duty.lists', {
  words: { zh: '责任清单', en: 'Responsibility lists' },
  input: z.object({}),
  output: z.object({
    lists: z.array(ResponsibilityList),
    ended: z.array(Duty).describe('ended by a later notice, newest first'),
    stages: z.array(Stage),
  }),
});

export const dutyGet = read('duty.get', {
  words: { zh: '责任事项', en: 'One duty' },
  input: z.object({ id }),
  output: z.object({
    duty: Duty,
    listTitle: z.string(),
    tasks: z.array(TaskRow),
    issues: z.array(z.object({ id: z.string(), no: z.int(), state: z.string(), text: z.string(), foundAt: z.string() })),
    history: z.array(FactLine),
  }),
});

export const taskBoard = read('task.board', {
  words: { zh: '应办台账', en: 'Due board' },
  input: z.object({ band: z.enum(['late', 'today', 'week', 'later', 'done']).optional(), mine: z.enum(['true']).optional() }),
  output: z.object({
    today: z.string(),
    rows: z.array(TaskRow),
    counts: z.object({
      late: z.int(),
      today: z.int(),
      week: z.int(),
      later: z.int(),
      waiting: z.int().describe('reported, not yet confirmed'),
      done: z.int(),
    }),
  }),
});

export const taskGet = read('task.get', {
  words: { zh: '应办事项', en: 'One due task' },
  input: z.object({ id }),
  output: z.object({ task: TaskRow, history: z.array(FactLine) }),
});

export const taskReport = act('task.report', {
  words: { zh: '上报办理结果', en: 'Report the result' },
  input: z.object({ id, result: line(2000).min(1, { message: '请写明办理结果 / say what was done' }) }),
  output: Done,
  problems: ['task.resultNeeded'],
});
export const taskConfirm = act('task.confirm', {
  words: { zh: '确认办结', en: 'Confirm' },
  input: z.object({ id }),
  output: Done,
  problems: ['task.sameReporter'],
});
export const taskReturn = act('task.return', {
  words: { zh: '退回', en: 'Return' },
  input: z.object({ id, reason: line(500).min(1) }),
  output: Done,
  problems: ['task.sameReporter', 'issue.reasonNeeded'],
});
export const taskWithdraw = act('task.withdraw', {
  words: { zh: '撤销', en: 'Withdraw' },
  input: z.object({ id, reason: line(500).min(1) }),
  output: Done,
  problems: ['issue.reasonNeeded'],
});
