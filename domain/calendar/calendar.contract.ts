/** The working calendar of a month as a unit sees it, and the clerk's corrections of single days. */
import { z } from 'zod';
import { act, day, line, month, read } from '../kernel/contract.ts';

export const CalendarDay = z.object({
  day: z.string(),
  workday: z.boolean(),
  name: z.string().describe('the holiday, or the one a make-up day belongs to'),
  source: z.enum(['announced', 'expected', 'unit']).describe('expected: by the statutory rule, before the year is announced'),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

export const calendarGet = read('calendar.get', {
  words: { zh: '工作日历', en: 'Working calendar' },
  input: z.object({ month }),
  output: z.object({
    announced: z.boolean().describe('the State Council has published the days off of this year'),
    days: z.array(CalendarDay).describe('days that are not what their weekday says'),
    mayManage: z.boolean(),
  }),
});

export const calendarSet = act('calendar.set', {
  words: { zh: '更正工作日历', en: 'Correct the calendar' },
  input: z.object({ day, kind: z.enum(['off', 'work', 'usual']).describe('usual takes the correction back'), name: line(30) }),
  output: z.object({ day: z.string(), workday: z.boolean() }),
});
