import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadersIn, ownersIn } from './owners.ts';

const at = (text: string) => ({ text, base: 0, year: 2026 });

const owners: readonly (readonly [text: string, owners: readonly string[]])[] = [
  ['秘书科负责更新专栏。', ['秘书科']],
  ['电子屏由综合科负责播放公益广告。', ['综合科']],
  ['宣传栏更新工作由宣传科、办公室共同负责。', ['宣传科', '办公室']],
  ['各科室每月报送一次工作动态。', ['各科室']],
  ['各股室于每季度末报送总结。', ['各股室']],
  ['各科室要高度重视，抓好落实。', ['各科室']],
  ['更新宣传栏内容。（责任单位：宣传科、办公室；牵头领导：李明）', ['宣传科', '办公室']],
  ['更新宣传栏内容。责任科室：宣传科、办公室', ['宣传科', '办公室']],
  ['更新宣传栏内容。牵头单位：区文明办；配合单位：各街道', ['区文明办']],
  ['整治占道经营（城管局牵头，公安局、交通局配合）', ['城管局', '公安局', '交通局']],
  ['整治占道经营。(城管局负责)', ['城管局']],
  ['推进信息共享（工业和信息化部、发展改革委按职责分工负责）', ['工业和信息化部', '发展改革委']],
  ['对发现的问题及时处理，有关部门负责督办。', []],
  ['社会公众广泛参与，形成良好氛围。', []],
  ['2026年6月底前，市教育局完成摸底排查。', ['市教育局']],
];

test('who answers for a duty, in the words offices use', () => {
  for (const [text, expected] of owners) assert.deepEqual(ownersIn(at(text)), expected, text);
});

test('leaders by name where a label gives one, else by office', () => {
  assert.deepEqual(leadersIn(at('更新专栏。（责任单位：宣传科；牵头领导：李明）')), ['李明']);
  assert.deepEqual(leadersIn(at('经分管领导和主要负责人审核后上报。')), ['分管领导', '主要负责人']);
  assert.deepEqual(leadersIn(at('更新专栏内容。')), []);
});
