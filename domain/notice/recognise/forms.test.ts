import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formsIn } from './forms.ts';

const cases: readonly (readonly [text: string, forms: readonly string[]])[] = [
  ['每位出访人员签订《因公出国（境）人员出访事项承诺书》。', ['因公出国（境）人员出访事项承诺书']],
  ['按要求排好值班表，当天将巡查日志报市创城办。', ['值班表', '巡查日志']],
  ['填写因私出国审批备案表和保证书。', ['因私出国审批备案表', '保证书']],
  ['层层签订廉政承诺书，建立工作台账。', ['廉政承诺书', '工作台账']],
  ['巡查日志每日上报，巡查日志由带班领导签字。', ['巡查日志']],
  ['落实《旅游不文明行为记录管理暂行办法》。', []],
];

test('the papers a duty is done on', () => {
  for (const [text, expected] of cases) {
    const found = formsIn({ text, base: 0, year: null });
    assert.deepEqual(
      found.map((form) => form.raw),
      expected,
      text,
    );
    for (const form of found) assert.equal(text.slice(...form.span), form.raw);
  }
});
