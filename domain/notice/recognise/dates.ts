/** Deadlines: 7月5日前, 2019年6月底前, 15日内, 当天, 全年, 持续推进, 及时. A day is resolved only where the notice prints one. */
import type { Deadline } from '../plan.ts';
import { type Match, matchesOf, numeral, numeralPattern, type Passage } from './text.ts';

const weekdayOrHour = '(?:[（(](?:星期|周)[一二三四五六日天][）)])?(?:[上下]午)?(?:\\s?\\d{1,2}[:：]\\d{2}|\\d{1,2}[时点]|下班)?';
const day = new RegExp(`(?:(\\d{4})\\s?年\\s?)?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?[日号](?:${weekdayOrHour}(之前|以前|前|止|截止))?`, 'g');
/** 2026.3.15前, 2026-03-15前, 2026/3/15 12:00前: digits alone are a day only where something says 'by'. */
const digitsDay = /(?<![\d.])(\d{4})[.\-/](\d{1,2})[.\-/](\d{1,2})(?!\d)(?:\s?\d{1,2}[:：]\d{2})?(之前|以前|前|止|截止)?/g;
const monthEnd = /(?:(\d{4})年)?(\d{1,2})月(?:份)?(底|末|上旬|中旬|下旬)(?:之前|以前|前)?/g;
const monthDone = /(?:(\d{4})年)?(\d{1,2})月份?(?=(?:基本|全面|全部)?(?:完成|取得|实现|建成))/g;
const yearEnd = /(?:(\d{4})|今|本)?(?<!每)年(?:底|末)(?:之前|以前|前)/g;
const relative = new RegExp(`${numeralPattern}个?(?:工作日|小时|天|日|周|月)(?:之内|以内|内)|当[天日](?!报告)|次日`, 'g');
const rangeStart = '(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}日)?';
const rangeEnd = '(?:\\d{4}年)?(?:\\d{1,2}月)?(?:\\d{1,2}[日月])?';
const range = new RegExp(`${rangeStart}(?:-|—{1,2}|–|～|~|至|到)${rangeEnd}`, 'g');
const worded: readonly (readonly [Deadline['kind'], RegExp])[] = [
  ['period', /全年(?!度)/g],
  ['ongoing', /持续(?:推进|优化|实施|开展)|长期坚持|常态化推进/g],
  ['recurring', /下班后|上班前/g],
  ['vague', /(?:及时|按时|限期|尽快|立即)[一-龥]{2}|时间节点/g],
];

/** Every deadline of a passage in the order it stands; a day that nothing says 'by' of is none, but in the column of deadlines every day is. */
export function deadlinesIn(passage: Passage, everyDay = false): Deadline[] {
  const ranges = matchesOf(passage, range).filter((match) => /[日月]$/.test(match.raw));
  const fixed = [
    ...fixedDays(passage, day, everyDay),
    ...fixedDays(passage, digitsDay, everyDay),
    ...monthEnds(passage, monthEnd),
    ...monthEnds(passage, monthDone),
    ...yearEnds(passage),
  ];
  const found: Deadline[] = [
    ...fixed.filter((one) => !ranges.some((match) => overlaps(match.span, one.span))),
    ...ranges.map((match): Deadline => ({ raw: match.raw, kind: 'range', span: match.span })),
    ...matchesOf(passage, relative).map((match): Deadline => ({ raw: match.raw, kind: 'relative', span: match.span })),
    ...worded.flatMap(([kind, pattern]) =>
      matchesOf(passage, pattern).map((match): Deadline => ({ raw: match.raw, kind, span: match.span })),
    ),
  ];
  return withPeriods(
    passage,
    found.sort((a, b) => a.span[0] - b.span[0]),
  );
}

function overlaps(a: Deadline['span'], b: Deadline['span']): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

function fixedDays(passage: Passage, pattern: RegExp, everyDay: boolean): Deadline[] {
  return matchesOf(passage, pattern)
    .filter((match) => everyDay || match.group(4) !== '' || saysBy(passage, match))
    .flatMap((match) => fixedOn(match, passage.year, match.group(1), numeral(match.group(2)), numeral(match.group(3))));
}

/** 于…报送, 截至…, 截止时间：… */
function saysBy(passage: Passage, match: Match): boolean {
  return /(?:(?:^|[^由基属处])于|截[至止][^，。]{0,5}|时限[为是：]?|时间[为是：])$/.test(
    passage.text.slice(Math.max(0, match.index - 8), match.index),
  );
}

const dayOfThird: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20 };

/** 6月底前, 6月中旬, and 6月完成: a month without a day ends with its last. */
function monthEnds(passage: Passage, pattern: RegExp): Deadline[] {
  return matchesOf(passage, pattern).flatMap((match) => {
    const month = numeral(match.group(2));
    return fixedOn(match, passage.year, match.group(1), month, dayOfThird[match.group(3)] ?? null);
  });
}

function yearEnds(passage: Passage): Deadline[] {
  return matchesOf(passage, yearEnd).flatMap((match) => fixedOn(match, passage.year, match.group(1), 12, 31));
}

/** A null day is the last of its month; a day that is not in the calendar gives nothing. */
function fixedOn(
  match: Match,
  noticeYear: number | null,
  printedYear: string,
  month: number | null,
  dayOfMonth: number | null,
): Deadline[] {
  const year = printedYear === '' ? noticeYear : Number(printedYear);
  if (year === null || month === null) return [{ raw: match.raw, kind: 'fixed', span: match.span }];
  const date = isoDay(year, month, dayOfMonth ?? lastDayOf(year, month));
  return date === null ? [] : [{ raw: match.raw, kind: 'fixed', date, span: match.span }];
}

export function lastDayOf(year: number, month: number): number {
  return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** YYYY-MM-DD, or null when the calendar has no such day. */
export function isoDay(year: number, month: number, dayOfMonth: number): string | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > lastDayOf(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

const period = /(?:\d{4}年)?(?:上半年|下半年|第?[一二三四]季度)|\d{4}年度/g;

/** 上半年、第三季度、2018年度…分别为7月5日前，10月9日前，11月15日前: as many periods as days are matched in order. */
function withPeriods(passage: Passage, deadlines: Deadline[]): Deadline[] {
  const split = passage.text.indexOf('分别');
  if (split < 0) return deadlines;
  const periods = matchesOf({ ...passage, text: passage.text.slice(0, split) }, period);
  const dated = deadlines.filter((one) => one.kind === 'fixed' && one.span[0] > passage.base + split);
  if (periods.length === 0 || periods.length !== dated.length) return deadlines;
  return deadlines.map((one) => {
    const covers = periods[dated.indexOf(one)];
    return covers === undefined ? one : { ...one, covers: covers.raw };
  });
}

const ideographDigits: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** A line that is nothing but a date, in Arabic or Chinese digits: the date of a signature. */
export function wholeDate(text: string): string | null {
  const squeezed = text.replace(/[\s\u3000]/g, '');
  const found = /^([\d〇○零一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})日(?:印发)?$/.exec(
    squeezed,
  );
  if (found === null) return null;
  const year = [...(found[1] ?? '')].map((digit) => ideographDigits[digit] ?? digit).join('');
  const month = numeral(found[2] ?? '');
  const dayOfMonth = numeral(found[3] ?? '');
  return month === null || dayOfMonth === null ? null : isoDay(Number(year), month, dayOfMonth);
}
