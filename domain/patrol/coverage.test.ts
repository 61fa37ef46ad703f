import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverPlace, weeksOf } from './coverage.ts';

const place = {
  id: 'road',
  name: '青川路',
  checklistVersion: 2,
  checklist: [
    { no: 1, text: '宣传栏' },
    { no: 2, text: '路灯' },
    { no: 3, text: '公厕' },
    { no: 4, text: '门前三包' },
  ],
};
const weeks = ['2026-05-04', '2026-05-11'];
const cell = (answered: number, problems: number, notApplicable: number) => ({
  answered,
  checked: answered - notApplicable,
  problems,
  notApplicable,
});
const row = (week: string, no: number, text: string, version: number, counts: ReturnType<typeof cell>) => ({
  placeId: 'road',
  week,
  no,
  text,
  version,
  ...counts,
});

test('whole weeks, eight of them unless asked otherwise, half a year at most', () => {
  assert.deepEqual(weeksOf('2026-05-06', '2026-05-13'), ['2026-05-04', '2026-05-11']);
  assert.equal(weeksOf(undefined, '2026-05-13').length, 8);
  assert.equal(weeksOf('2020-01-01', '2026-05-13').length, 26);
  assert.deepEqual(weeksOf('2026-06-01', '2026-05-13').length, 8, 'a span that ends before it begins is none');
});

test('each cell says how often the item was looked at, of how many patrols', () => {
  const covered = coverPlace(
    place,
    weeks,
    [
      { placeId: 'road', week: '2026-05-04', planned: 3, walked: 2 },
      { placeId: 'road', week: '2026-05-11', planned: 3, walked: 3 },
    ],
    [
      row('2026-05-04', 1, '宣传栏', 1, cell(2, 1, 0)),
      row('2026-05-11', 1, '宣传栏', 2, cell(3, 0, 1)),
      row('2026-05-04', 2, '公厕', 1, cell(2, 0, 2)),
      row('2026-05-11', 3, '公厕', 2, cell(3, 0, 3)),
      row('2026-05-04', 3, '旧项', 1, cell(2, 2, 0)),
    ],
  );
  assert.deepEqual(
    [covered.planned, covered.walked],
    [
      [3, 3],
      [2, 3],
    ],
  );
  assert.deepEqual(covered.items[0]!.cells, [cell(2, 1, 0), cell(3, 0, 1)]);
  assert.deepEqual(
    covered.items.map(({ text, total, never, isCurrent }) => [text, total.answered, never, isCurrent]),
    [
      ['宣传栏', 5, null, true],
      ['路灯', 0, 'notPatrolled', true],
      ['公厕', 5, 'notApplicable', true],
      ['门前三包', 0, 'notPatrolled', true],
      ['旧项', 2, null, false],
    ],
    'the same words under another number are the same item',
  );
});
