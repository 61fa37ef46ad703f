/** The pair of notices of the demo, dated around the day the demo is made. */
import { readFile } from 'node:fs/promises';
import { addDays, type Day, daysBetween, weekdayOf } from '#domain/kernel/day.ts';

export interface DemoNotice {
  readonly fileName: string;
  readonly text: string;
}

/** The day both notices are at hand: about five weeks before the demo is made. */
export function issueDay(today: Day): Day {
  return weekdayBefore(addDays(today, -35));
}

export async function demoNotices(today: Day): Promise<{ readonly lists: DemoNotice; readonly plan: DemoNotice }> {
  const words = wordsAround(today);
  const [lists, plan] = await Promise.all([filled('responsibility-lists.txt', words), filled('implementation-plan.txt', words)]);
  return {
    lists: { fileName: '文明城市创建工作责任清单.txt', text: lists },
    plan: { fileName: '文明城市创建工作实施方案.txt', text: plan },
  };
}

/** One filing day two weeks past, one within the week, one some weeks ahead; the second stage is the present one. */
function wordsAround(today: Day): Record<string, string> {
  const issuedB = issueDay(today);
  const issuedA = weekdayBefore(addDays(issuedB, -2));
  const year = issuedB.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, issuedA) / 9) + 2;
  return {
    year,
    numberA: String(Math.max(1, number)),
    numberB: String(Math.max(1, number) + 1),
    issueDateA: printed(issuedA),
    issueDateB: printed(issuedB),
    due1: printed(weekdayFrom(addDays(today, -14))),
    due2: printed(weekdayFrom(addDays(today, 4))),
    due3: printed(weekdayFrom(addDays(today, 26))),
    periods: periodsAround(today),
    stage1: `${printed(addDays(issuedB, -3))}至${printed(addDays(issuedB, 7))}`,
    stage2: `${printed(addDays(issuedB, 8))}至${printed(addDays(today, 23))}`,
    stage3: `${printed(addDays(today, 24))}至${printed(addDays(today, 55))}`,
  };
}

async function filled(name: string, words: Record<string, string>): Promise<string> {
  const text = await readFile(new URL(name, import.meta.url), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (_mark, key: string) => {
    const word = words[key];
    if (word === undefined) throw new Error(`the demo notice ${name} asks for {{${key}}}, which nothing fills`);
    return word;
  });
}

function printed(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A day on which offices work; a weekend moves to the Monday after it. */
function weekdayFrom(day: Day): Day {
  return weekdayOf(day) <= 5 ? day : addDays(day, 8 - weekdayOf(day));
}

function weekdayBefore(day: Day): Day {
  return weekdayOf(day) <= 5 ? day : addDays(day, 5 - weekdayOf(day));
}

/** The quarter that has ended, the half year that runs, the whole year. */
function periodsAround(today: Day): string {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const quarter = Math.floor((month - 1) / 3);
  const ended = quarter === 0 ? `${year - 1}年第四季度` : `${year}年第${'一二三'[quarter - 1]}季度`;
  return `${ended}、${year}年${month <= 6 ? '上' : '下'}半年、${year}年度`;
}
