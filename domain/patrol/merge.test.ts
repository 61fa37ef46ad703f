import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { merge } from './merge.ts';
import type { Answer, Help } from './patrol.model.ts';

const noHelp: Help = { dissuaded: 0, cleaned: 0, tidied: 0, explained: 0 };
const answer = (no: number, verdict: Answer['verdict'], answeredAt?: string): Answer => ({
  no,
  verdict,
  measures: [],
  note: '',
  ...(answeredAt ? { answeredAt } : {}),
});
const mine = (answers: Answer[], help = noHelp, note = '') => ({ answers, help, note });

test('items that one phone has and the other has not are put together', () => {
  const merged = merge(mine([answer(1, 'fine'), answer(3, 'problem')]), mine([answer(2, 'fine')]));
  assert.deepEqual(
    merged.answers.map((each) => [each.no, each.verdict]),
    [
      [1, 'fine'],
      [2, 'fine'],
      [3, 'problem'],
    ],
  );
  assert.deepEqual(merged.differs, []);
});

test('the answer given last counts, whichever arrives last, and both are kept where they differ', () => {
  const early = answer(1, 'fine', '2026-05-13T01:00:00Z');
  const late = answer(1, 'problem', '2026-05-13T09:05:00+08:00');
  for (const merged of [merge(mine([early]), mine([late])), merge(mine([late]), mine([early]))]) {
    assert.deepEqual(merged.answers, [late]);
    assert.deepEqual(merged.differs, [{ no: 1, counts: late, other: early }]);
  }
  assert.deepEqual(merge(mine([early]), mine([answer(1, 'fine', late.answeredAt)])).differs, [], 'the same said later is no difference');
});

test('help counted by both is not counted twice, and both remarks stay', () => {
  const merged = merge(
    mine([], { ...noHelp, dissuaded: 3, tidied: 1 }, '东段施工'),
    mine([], { ...noHelp, dissuaded: 2, cleaned: 4 }, '西段积水'),
  );
  assert.deepEqual(merged.help, { dissuaded: 3, cleaned: 4, tidied: 1, explained: 0 });
  assert.equal(merged.note, '东段施工；西段积水');
  assert.equal(merge(mine([], noHelp, '东段施工'), mine([], noHelp, '东段施工')).note, '东段施工');
});

test('no answer is ever lost: it counts, or it stands among the differences', () => {
  const answers = fc.array(
    fc.record({
      no: fc.integer({ min: 1, max: 5 }),
      verdict: fc.constantFrom('fine', 'problem', 'notApplicable'),
      minute: fc.integer({ min: 10, max: 59 }),
    }),
    { maxLength: 6 },
  );
  const unique = (list: { no: number; verdict: string; minute: number }[]): Answer[] => [
    ...new Map(
      list.map(({ no, verdict, minute }) => [no, answer(no, verdict as Answer['verdict'], `2026-05-13T01:${minute}:00Z`)]),
    ).values(),
  ];
  fc.assert(
    fc.property(answers, answers, (a, b) => {
      const [known, brought] = [unique(a), unique(b)];
      const merged = merge(mine(known), mine(brought));
      for (const each of [...known, ...brought]) {
        const counts = merged.answers.some((one) => one.no === each.no && one.verdict === each.verdict);
        assert.ok(counts || merged.differs.some((difference) => difference.other === each));
      }
      assert.equal(new Set(merged.answers.map((one) => one.no)).size, merged.answers.length);
      assert.deepEqual(merge(merged, mine(brought)).answers, merged.answers, 'the same contribution again changes nothing');
    }),
  );
});
