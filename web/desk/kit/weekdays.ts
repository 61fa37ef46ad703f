import { addDays } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import { sayWeekday } from '#web/ui/say.ts';

export const weekdayNumbers = [1, 2, 3, 4, 5, 6, 7] as const;

/** 1 → 周一. The first of January 2024 was a Monday. */
export function weekdayWords(n: number): Words {
  return sayWeekday(addDays('2024-01-01', n - 1));
}
