import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayName, isWorkday } from '#domain/kernel/calendar.ts';
import { isAnnounced, workingCalendar } from './calendar.ts';

test('announced years are as announced, make-up days included', () => {
  const calendar = workingCalendar();
  assert.deepEqual(
    ['2026-02-17', '2026-02-28', '2026-10-10', '2026-10-08', '2026-11-24'].map((day) => isWorkday(calendar, day)),
    [false, true, true, true, true],
  );
  assert.ok(isAnnounced(2026));
});

test('the statutory days of a year that is not announced are expected to be off, lunar ones on their own days', () => {
  assert.equal(isAnnounced(2027), false);
  const calendar = workingCalendar();
  const off = [
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-02-08',
    '2027-04-05',
    '2027-05-01',
    '2027-06-09',
    '2027-09-15',
    '2027-10-01',
  ];
  for (const day of off) assert.match(dayName(calendar, day) ?? '', /预计/, day);
  assert.equal(isWorkday(calendar, '2027-01-04'), true);
});

test('a unit’s own word stands over both', () => {
  const calendar = workingCalendar([
    { day: '2027-01-01', kind: 'work', name: '调整' },
    { day: '2026-11-24', kind: 'off', name: '停工' },
  ]);
  assert.deepEqual([isWorkday(calendar, '2027-01-01'), isWorkday(calendar, '2026-11-24')], [true, false]);
  assert.equal(isWorkday(workingCalendar(), '2026-11-24'), true);
});
