/** The time a summary speaks of, and the time it is held against. */
import { addDays, type Day, daysBetween, firstDayOf, lastDayOf, type Month, mondayOf, monthOf, writtenDay } from '../kernel/day.ts';
import type { SummaryKind } from './summary.states.ts';

export interface Period {
  readonly kind: SummaryKind;
  readonly from: Day;
  readonly to: Day;
  /** 2026年5月; 2026年5月4日—10日; the name of the stage. */
  readonly name: string;
}

/** The week, month or year a day lies in. A stage has its days from its notice. */
export function periodAt(kind: Exclude<SummaryKind, 'stage'>, day: Day): Period {
  const year = day.slice(0, 4);
  if (kind === 'year') return { kind, from: `${year}-01-01`, to: `${year}-12-31`, name: `${year}年` };
  if (kind === 'month') {
    const month = monthOf(day);
    return { kind, from: firstDayOf(month), to: lastDayOf(month), name: `${year}年${Number(month.slice(5))}月` };
  }
  const from = mondayOf(day);
  return { kind, from, to: addDays(from, 6), name: spanName(from, addDays(from, 6)) };
}

/** The same length of time right before. */
export function periodBefore(period: Period): Period {
  if (period.kind !== 'stage') return periodAt(period.kind, addDays(period.from, -1));
  const to = addDays(period.from, -1);
  return { kind: 'stage', from: addDays(to, -daysBetween(period.from, period.to)), to, name: '前一同等时段' };
}

/** A stage of a notice begins and ends with a month or with a day; one that names no end lasts as long as the month it begins in. */
export function stagePeriod(name: string, begins: Month | Day, ends: Month | Day): Period {
  const from = begins.length === 7 ? firstDayOf(begins) : begins;
  const to = ends.length === 7 ? lastDayOf(ends) : ends;
  return {
    kind: 'stage',
    from,
    to: to < from ? lastDayOf(monthOf(from)) : to,
    name: `${from.slice(0, 4)}年${name}阶段`.replace('阶段阶段', '阶段'),
  };
}

/** How the time before is called in a sentence. */
export const beforeWords: Readonly<Record<SummaryKind, string>> = { week: '上周', month: '上月', stage: '前一同等时段', year: '上年' };

function spanName(from: Day, to: Day): string {
  const end = monthOf(from) === monthOf(to) ? `${Number(to.slice(8))}日` : writtenDay(to, from.slice(0, 4));
  return `${writtenDay(from)}—${end}`;
}
