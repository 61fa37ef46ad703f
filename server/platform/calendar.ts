/**
 * The Chinese working calendar from the kept data of the chinese-days package (announcements of the State Council, year by year). For a
 * year that is not announced yet the statutory days of the rule of 2024 are expected: they will be off, only the days moved around them
 * are unknown (全国年节及纪念日放假办法, State Council order 795).
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import lunar from 'chinese-days';
import type { WorkingCalendar } from '#domain/kernel/calendar.ts';
import { addDays, type Day } from '#domain/kernel/day.ts';

interface ChineseDays {
  /** day → 'National Day,国庆节,3' */
  readonly holidays: Record<string, string>;
  readonly workdays: Record<string, string>;
}

/** A day that a unit itself says is off or worked. */
export interface CalendarCorrection {
  readonly day: Day;
  readonly kind: 'off' | 'work';
  readonly name: string;
}

/** Years beyond the announced ones for which the statutory days are worked out. */
const YEARS_AHEAD = 3;

interface Kept extends WorkingCalendar {
  readonly lastAnnounced: number;
}

let loaded: Kept | undefined;

/** Announced and expected days, with the unit's corrections on top. */
export function workingCalendar(corrections: readonly CalendarCorrection[] = []): WorkingCalendar {
  loaded ??= load();
  if (corrections.length === 0) return loaded;
  const holidays = new Map(loaded.holidays);
  const makeUpDays = new Map(loaded.makeUpDays);
  for (const { day, kind, name } of corrections) {
    holidays.delete(day);
    makeUpDays.delete(day);
    (kind === 'off' ? holidays : makeUpDays).set(day, name);
  }
  return { holidays, makeUpDays };
}

export function isAnnounced(year: number): boolean {
  loaded ??= load();
  return year <= loaded.lastAnnounced;
}

function load(): Kept {
  const data = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('chinese-days/dist/chinese-days.json')), 'utf8')) as ChineseDays;
  const named = (days: Record<string, string>): [Day, string][] =>
    Object.entries(days).map(([day, names]) => [day, names.split(',')[1] ?? names]);
  const announced = named(data.holidays);
  const lastAnnounced = Math.max(...announced.map(([day]) => Number(day.slice(0, 4))));
  const ahead = Array.from({ length: YEARS_AHEAD }, (_, n) => statutoryDays(lastAnnounced + 1 + n)).flat();
  return { holidays: new Map([...announced, ...ahead]), makeUpDays: new Map(named(data.workdays)), lastAnnounced };
}

/** Spring Festival begins with New Year's Eve since 2025; Labour Day has two days. */
function statutoryDays(year: number): [Day, string][] {
  const lunarDay = (monthAndDay: string): Day => lunar.getSolarDateFromLunar(`${year}-${monthAndDay}`).date;
  const run = (first: Day, length: number, name: string): [Day, string][] =>
    Array.from({ length }, (_, n) => [addDays(first, n), `${name}（预计）`]);
  return [
    ...run(`${year}-01-01`, 1, '元旦'),
    ...run(addDays(lunarDay('01-01'), -1), 4, '春节'),
    ...run(lunar.getSolarTermDate(year, 4, 'pure_brightness'), 1, '清明'),
    ...run(`${year}-05-01`, 2, '劳动节'),
    ...run(lunarDay('05-05'), 1, '端午'),
    ...run(lunarDay('08-15'), 1, '中秋'),
    ...run(`${year}-10-01`, 3, '国庆节'),
  ];
}
