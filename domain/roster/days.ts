/** Which days of a month are patrol days: the rule's weekdays, moved within a short week so that the week keeps its number. */
import { isWorkday, type WorkingCalendar } from '../kernel/calendar.ts';
import { addDays, type Day, daysBetween, daysFrom, firstDayOf, lastDayOf, type Month, mondayOf, weekdayOf } from '../kernel/day.ts';

/**
 * A patrol day that falls on a day off moves to the free working day of that week farthest from the others, make-up weekends
 * included; a week without working days has none.
 */
export function patrolDaysOf(month: Month, weekdays: readonly number[], calendar: WorkingCalendar): Day[] {
  const first = firstDayOf(month);
  const last = lastDayOf(month);
  const days: Day[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7))
    days.push(...patrolDaysOfWeek(monday, weekdays, calendar));
  return days.filter((day) => day >= first && day <= last).sort();
}

function patrolDaysOfWeek(monday: Day, weekdays: readonly number[], calendar: WorkingCalendar): Day[] {
  const workdays = daysFrom(monday, addDays(monday, 6)).filter((day) => isWorkday(calendar, day));
  const kept = workdays.filter((day) => weekdays.includes(weekdayOf(day)));
  while (kept.length < weekdays.length) {
    const free = workdays.filter((day) => !kept.includes(day));
    if (free.length === 0) break;
    kept.push(free.reduce((best, day) => (distance(day, kept) > distance(best, kept) ? day : best)));
  }
  return kept.sort().slice(0, weekdays.length);
}

const distance = (day: Day, others: readonly Day[]): number =>
  others.length === 0 ? 0 : Math.min(...others.map((other) => Math.abs(daysBetween(day, other))));
