/**
 * The Chinese working calendar. Statutory holidays and make-up workdays (调休) are announced year by year, so they are data:
 * a calendar is a value made from such data and handed to every rule that counts workdays.
 */
import { addDays, type Day, weekdayOf } from './day.ts';

export interface WorkingCalendar {
  /** Days off on a weekday, with the name of the holiday. */
  readonly holidays: ReadonlyMap<Day, string>;
  /** Saturdays and Sundays worked instead. */
  readonly makeUpDays: ReadonlyMap<Day, string>;
}

export function isWorkday(calendar: WorkingCalendar, day: Day): boolean {
  if (calendar.makeUpDays.has(day)) return true;
  return weekdayOf(day) <= 5 && !calendar.holidays.has(day);
}

/** The name of the holiday or of the holiday a make-up day belongs to, for the calendar on screen. */
export function dayName(calendar: WorkingCalendar, day: Day): string | null {
  return calendar.holidays.get(day) ?? calendar.makeUpDays.get(day) ?? null;
}

export function nextWorkday(calendar: WorkingCalendar, day: Day): Day {
  let next = addDays(day, 1);
  while (!isWorkday(calendar, next)) next = addDays(next, 1);
  return next;
}
