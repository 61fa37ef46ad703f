import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deadlinesIn, isoDay, wholeDate } from './dates.ts';

const days = (text: string, everyDay = false): (string | undefined)[] =>
  deadlinesIn({ text, base: 0, year: 2026 }, everyDay).map((one) => one.date ?? one.kind);

const cases: readonly (readonly [text: string, days: readonly string[]])[] = [
  ['7月5日前报送。', ['2026-07-05']],
  ['2025年12月31日之前完成。', ['2025-12-31']],
  ['6月底前完成。', ['2026-06-30']],
  ['2月末前完成。', ['2026-02-28']],
  ['9月下旬前开展检查。', ['2026-09-30']],
  ['于3月15日（星期四）报送。', ['2026-03-15']],
  ['请于2026.3.15前报送。', ['2026-03-15']],
  ['请于2026-03-15前报送。', ['2026-03-15']],
  ['请于2026/3/15前报送。', ['2026-03-15']],
  ['3月15日12:00前报送。', ['2026-03-15']],
  ['3月15日下班前报送。', ['2026-03-15']],
  ['3月15日（周日）前报送。', ['2026-03-15']],
  ['3 月 15 日前报送。', ['2026-03-15']],
  ['年底前完成。', ['2026-12-31']],
  ['截至目前已完成。', []],
  ['2月30日前报送。', []],
  ['4月1日起施行。', []],
  ['团组回国后15日内上交报告。', ['relative']],
  ['4月至9月组织活动。', ['range']],
  ['2025年12月-2026年3月组织活动。', ['range']],
  ['截止时间：5月8日', ['2026-05-08']],
  ['尽快完成整改。', ['vague']],
];

test('deadlines in the forms offices print', () => {
  for (const [text, expected] of cases) assert.deepEqual(days(text), expected, text);
});

test('as many periods as days are matched in order', () => {
  const found = deadlinesIn({ text: '上半年、第三季度和全年材料分别于7月5日前、10月9日前、11月15日前报送', base: 0, year: 2026 });
  assert.deepEqual(
    found.filter((one) => one.date !== undefined).map((one) => one.date),
    ['2026-07-05', '2026-10-09', '2026-11-15'],
  );
});

test('a date of a signature in either kind of digits; the calendar has no 30 February', () => {
  assert.equal(wholeDate('二〇二六年四月二十日'), '2026-04-20');
  assert.equal(wholeDate('2026 年 4 月 20 日'), '2026-04-20');
  assert.equal(wholeDate('2026年4月20日前'), null);
  assert.equal(isoDay(2026, 2, 30), null);
});
