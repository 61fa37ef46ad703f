import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gradeOf, sumOf } from './grade.ts';

const scale = [
  { grade: 'A' as const, share: 100, upTo: 0 },
  { grade: 'B' as const, share: 66, upTo: 1 },
  { grade: 'C' as const, share: 33, upTo: 2 },
  { grade: 'C#' as const, share: 0, upTo: null },
];
const item = { no: 3, scale };
const faults = (n: number) => Array.from({ length: n }, () => ({ itemNo: 3 }));

test('the state follows the number of faults on the item', () => {
  const of = (verdict: 'fine' | 'problem', n: number) => gradeOf(item, { verdict }, [...faults(n), { itemNo: 4 }, { itemNo: null }]).grade;
  assert.deepEqual([of('fine', 0), of('problem', 0), of('problem', 1), of('problem', 2), of('problem', 3)], ['A', 'B', 'B', 'C', 'C#']);
});

test('a person may set another state, and what the faults give stays visible', () => {
  const { grade, byFaults, share } = gradeOf(item, { verdict: 'problem', grade: 'C#' }, faults(1));
  assert.deepEqual([grade, byFaults, share], ['C#', 'B', 0]);
});

test('no state for what does not apply, is unanswered, or has no scale', () => {
  assert.equal(gradeOf(item, { verdict: 'notApplicable' }, []).grade, null);
  assert.equal(gradeOf(item, undefined, faults(1)).grade, null);
  assert.equal(gradeOf({ no: 3 }, { verdict: 'problem', grade: 'A' }, []).grade, null);
});

test('the mean is of the items that have a state', () => {
  const sum = sumOf([
    gradeOf(item, { verdict: 'fine' }, []),
    gradeOf(item, { verdict: 'problem' }, []),
    gradeOf(item, { verdict: 'notApplicable' }, []),
  ]);
  assert.deepEqual(sum, {
    counts: [
      ['A', 1],
      ['B', 1],
    ],
    of: 2,
    mean: 83,
  });
  assert.equal(sumOf([]).mean, null);
});
