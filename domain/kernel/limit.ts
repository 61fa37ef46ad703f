/**
 * Limits (办理时限) as the campaign counts them: working hours and workdays on the office's calendar, urgent hours through nights and
 * holidays. A workday is as long as the office is open, so that n workdays never depend on the hour at which they begin.
 */
import { isWorkday, type WorkingCalendar } from './calendar.ts';
import { type At, addDays, type Day, dayOf, instantOf } from './day.ts';
import type { Words } from './words.ts';

export const limitUnits = {
  workHours: { zh: '个工作时', en: 'working hours' },
  workdays: { zh: '个工作日', en: 'workdays' },
  urgentHours: { zh: '小时（含夜间和节假日）', en: 'hours, nights and holidays included' },
} as const satisfies Record<string, Words>;

export interface Limit {
  readonly n: number;
  readonly unit: keyof typeof limitUnits;
}

/** When the office is open on a workday, on the office's clock. */
const OFFICE_HOURS = [
  ['08:00', '12:00'],
  ['14:00', '18:00'],
] as const;
const HOUR_MS = 3600_000;
const WORKDAY_MS = 8 * HOUR_MS;
/** No limit of the field is longer than a year; a calendar without workdays must not make us search for ever. */
const MOST_DAYS = 3 * 366;

export function lengthOf({ n, unit }: Limit): number {
  return unit === 'workdays' ? n * WORKDAY_MS : n * HOUR_MS;
}

export function sayLimit({ n, unit }: Limit): Words {
  return { zh: `${n}${limitUnits[unit].zh}`, en: `${n} ${n === 1 ? limitUnits[unit].en.replace(/s\b/, '') : limitUnits[unit].en}` };
}

/** Milliseconds between two instants that count; 0 when `to` is not after `from`. */
export function countedBetween(unit: Limit['unit'], from: At, to: At, calendar: WorkingCalendar): number {
  const start = Date.parse(from);
  const end = Date.parse(to);
  if (end <= start) return 0;
  if (unit === 'urgentHours') return end - start;
  let sum = 0;
  const last = dayOf(to);
  for (let day = dayOf(from); day <= last; day = addDays(day, 1))
    for (const [opens, closes] of openHours(day, calendar)) sum += Math.max(0, Math.min(end, closes) - Math.max(start, opens));
  return sum;
}

/** The instant at which `ms` counted milliseconds have passed since `from`. */
export function reached(unit: Limit['unit'], from: At, ms: number, calendar: WorkingCalendar): At {
  const start = Date.parse(from);
  if (unit === 'urgentHours' || ms <= 0) return new Date(start + Math.max(0, ms)).toISOString();
  let left = ms;
  let day = dayOf(from);
  for (let n = 0; n < MOST_DAYS; n += 1, day = addDays(day, 1)) {
    for (const [opens, closes] of openHours(day, calendar)) {
      const begins = Math.max(start, opens);
      if (begins >= closes) continue;
      if (left <= closes - begins) return new Date(begins + left).toISOString();
      left -= closes - begins;
    }
  }
  return instantOf(day);
}

function openHours(day: Day, calendar: WorkingCalendar): (readonly [number, number])[] {
  if (!isWorkday(calendar, day)) return [];
  return OFFICE_HOURS.map(([opens, closes]) => [Date.parse(instantOf(day, opens)), Date.parse(instantOf(day, closes))] as const);
}
