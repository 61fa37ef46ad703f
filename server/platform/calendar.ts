/** The Chinese working calendar from the kept data of the chinese-days package (announcements of the State Council, year by year). */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkingCalendar } from '#domain/kernel/calendar.ts';

interface ChineseDays {
  /** day → 'National Day,国庆节,3' */
  readonly holidays: Record<string, string>;
  readonly workdays: Record<string, string>;
}

let loaded: WorkingCalendar | undefined;

export function workingCalendar(): WorkingCalendar {
  loaded ??= load();
  return loaded;
}

function load(): WorkingCalendar {
  const data = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('chinese-days/dist/chinese-days.json')), 'utf8')) as ChineseDays;
  const named = (days: Record<string, string>): Map<string, string> =>
    new Map(Object.entries(days).map(([day, names]) => [day, names.split(',')[1] ?? names]));
  return { holidays: named(data.holidays), makeUpDays: named(data.workdays) };
}
