import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileNotice } from './compile.ts';
import { Draft } from './draft.model.ts';
import { draftFrom } from './draft.ts';
import { Plan, type Span } from './plan.ts';
import { questionsFor } from './questions.ts';
import { listNotice, planNotice } from './testing/notices.ts';

const pieces = [
  '\n',
  '\t',
  '。',
  '（',
  '）',
  '《',
  '》',
  '一、',
  '（一）',
  '1、',
  '附件1',
  '组长：',
  '2024年2月30日',
  '每周9次',
  '16网格甲社区',
  '99张照片',
  '“',
  '\u3000',
  '第一条',
  '\r\n',
  '\ud83d',
  '\udc00',
  '责任单位：',
  '序号\n内容\n责任单位\n1\n',
  '0人',
];

/** A notice with pieces cut out and others put in. */
const mutated = fc
  .tuple(
    fc.constantFrom<string>(listNotice, planNotice),
    fc.array(fc.record({ at: fc.nat(2000), cut: fc.nat(40), put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })) }), {
      maxLength: 12,
    }),
  )
  .map(([notice, edits]) =>
    edits.reduce<string>(
      (text, { at, cut, put }) => `${text.slice(0, at % text.length)}${put}${text.slice((at % text.length) + cut)}` || '。',
      notice,
    ),
  );

test('no text makes the compiler throw, and every span lies in the text', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const plan = Plan.parse(compileNotice(text));
      const draft = Draft.parse(draftFrom(plan));
      questionsFor({ id: 'x', number: null, text, draft }, []);
      for (const span of spansOf([plan, draft])) assert.ok(span[0] <= span[1] && span[1] <= text.length, `${span} in ${text.length}`);
      const keys = draft.lists.flatMap((list) => list.duties.map((duty) => duty.key));
      assert.equal(new Set(keys).size, keys.length);
      assert.deepEqual(compileNotice(text), plan, 'the same text is read the same');
    }),
    { numRuns: 300 },
  );
});

/** Every value under a key `span` or in `spans`. */
function spansOf(value: unknown): Span[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): Span[] => {
    if (key === 'span') return [inner as Span];
    return key === 'spans' ? (Object.values(inner as object) as Span[]) : spansOf(inner);
  });
}
