/**
 * Days and instants. A `Day` is a date on the wall calendar of the office, without a zone ('2026-11-22'); an `At` is an
 * instant, ISO 8601 with Z. The office lives in China Standard Time: UTC+8 all year, no summer time since 1992.
 */
export type Day = string;
export type At = string;
/** A month on the wall calendar: '2026-11'. */
export type Month = string;

/** A device's clock this far from the server's is wrong, not merely inexact. */
export const CLOCK_WRONG_MS = 2 * 60_000;

const CHINA_OFFSET_MS = 8 * 3600_000;
const DAY_MS = 86_400_000;

export function dayOf(at: At | number): Day {
  return new Date((typeof at === 'number' ? at : Date.parse(at)) + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** 'HH:MM' on the office's clock. */
export function timeOf(at: At | number): string {
  return new Date((typeof at === 'number' ? at : Date.parse(at)) + CHINA_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant of a wall-clock time on a day: `instantOf('2026-11-22', '09:00')`. */
export function instantOf(day: Day, time = '00:00'): At {
  return new Date(Date.parse(`${day}T${time}:00Z`) - CHINA_OFFSET_MS).toISOString();
}

export function addDays(day: Day, n: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY_MS);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekdayOf(day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The Monday of the week a day lies in. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function addMonths(month: Month, n: number): Month {
  const [year, index] = month.split('-').map(Number) as [number, number];
  const total = year * 12 + index - 1 + n;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}

export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

export function lastDayOf(month: Month): Day {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}

/** Every day from `from` to `to`, both included. */
export function daysFrom(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** As it is written in papers, in Arabic digits without leading zeros: 2018年4月20日; without the year within `year`. */
export function writtenDay(day: Day, year?: string): string {
  const [y, m, d] = day.split('-').map(Number);
  return year === day.slice(0, 4) ? `${m}月${d}日` : `${y}年${m}月${d}日`;
}
