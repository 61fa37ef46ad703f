import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headcountsIn, measuresIn, photosIn, wordCountsIn } from './counts.ts';

const at = (text: string) => ({ text, base: 0, year: 2026 });

test('people to send', () => {
  const cases: readonly (readonly [string, readonly number[]])[] = [
    ['每次巡查人数2人。', [2]],
    ['派6名工作人员参加。', [6]],
    ['安排不少于3人值守。', [3]],
    ['每组2-3名队员。', [2]],
    ['明确一名负责人。', [1]],
    ['每次不少于4名志愿者参加。', [4]],
    ['全市约3000人参加。', []],
  ];
  for (const [text, expected] of cases)
    assert.deepEqual(
      headcountsIn(at(text)).map((one) => one.n),
      expected,
      text,
    );
});

test('characters to write', () => {
  const cases: readonly (readonly [string, readonly (readonly [number, boolean])[]])[] = [
    ['说明报告（700字左右）', [[700, true]]],
    ['500字以内', [[500, false]]],
    ['不超过1500字', [[1500, false]]],
    ['800—1000字', [[1000, false]]],
    ['字数在600字左右', [[600, true]]],
    ['核心价值观24字', []],
  ];
  for (const [text, expected] of cases)
    assert.deepEqual(
      wordCountsIn(at(text)).map((one) => [one.n, one.approximate]),
      expected,
      text,
    );
});

test('photographs to take, with what their captions name', () => {
  assert.deepEqual(
    photosIn(at('提供3张样报图片或现场照片（每张图片需注明时间、主办单位、主题）')).map((one) => [one.n, one.captionFields]),
    [[3, ['时间', '主办单位', '主题']]],
  );
  for (const text of ['图片不少于5张', '照片5张', '5张以上照片', '配图不少于5幅', '现场照片（5张）'])
    assert.deepEqual(
      photosIn(at(text)).map((one) => one.n),
      [5],
      text,
    );
  assert.deepEqual(photosIn(at('发放宣传单5张')), []);
});

test('the word before a photograph is not part of it', () => {
  assert.deepEqual(
    photosIn(at('报送说明报告（700字左右）和照片3张。')).map((one) => one.raw),
    ['照片3张'],
  );
});

test('rates to reach', () => {
  assert.deepEqual(
    measuresIn(at('查看主干道装灯率是否达到100%、亮灯率不低于99％。')).map((one) => [one.metric, one.atLeast]),
    [
      ['装灯率', 100],
      ['亮灯率', 99],
    ],
  );
});
