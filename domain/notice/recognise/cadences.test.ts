import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cadencesIn } from './cadences.ts';

const cases: readonly (readonly [text: string, cadences: readonly (readonly [string, number])[]])[] = [
  ['每周巡查三天。', [['week', 3]]],
  ['每周一、三、五巡查。', [['week', 3]]],
  ['每周一三五巡查。', [['week', 3]]],
  ['每日两次清扫。', [['day', 2]]],
  ['每天清扫不少于2次。', [['day', 2]]],
  ['每月至少开展1次活动。', [['month', 1]]],
  ['每月最后一个工作日报送。', [['month', 1]]],
  ['每季度末月25日前报送。', [['quarter', 1]]],
  ['每半年总结一次。', [['half-year', 1]]],
  ['每年召开两次会议。', [['year', 2]]],
  ['全年不少于4次。', [['year', 4]]],
  ['每月15日报送。', [['month', 1]]],
  ['每天巡查时间为上午。', []],
  ['按月通报。', [['month', 1]]],
  [
    '实行周调度、月通报。',
    [
      ['week', 1],
      ['month', 1],
    ],
  ],
  ['每次巡查结束后上报日志。', [['patrol', 1]]],
];

test('how often, in the forms offices print', () => {
  for (const [text, expected] of cases)
    assert.deepEqual(
      cadencesIn({ text, base: 0, year: 2026 }).map(({ every, times }) => [every, times]),
      expected,
      text,
    );
});
