import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fastCheck from 'fast-check';
import { isWorkday, nextWorkday, type WorkingCalendar } from './calendar.ts';
import { addDays, addMonths, dayOf, daysBetween, instantOf, lastDayOf, mondayOf, timeOf, weekdayOf } from './day.ts';
import { newId } from './id.ts';
import { problemKinds } from './problem.kinds.ts';
import { Problem, type ProblemCode } from './problem.ts';

describe('days', () => {
  it('a day begins at midnight in Shanghai, not in London', () => {
    assert.equal(dayOf('2026-05-13T15:59:59.999Z'), '2026-05-13');
    assert.equal(dayOf('2026-05-13T16:00:00.000Z'), '2026-05-14');
    assert.equal(timeOf('2026-05-13T01:05:00Z'), '09:05');
    assert.equal(instantOf('2026-05-14'), '2026-05-13T16:00:00.000Z');
  });

  it('counts over leap days and years', () => {
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(lastDayOf('2026-02'), '2026-02-28');
    assert.equal(addMonths('2026-11', 3), '2027-02');
    assert.equal(addMonths('2026-01', -1), '2025-12');
    assert.equal(weekdayOf('2026-11-22'), 7);
    assert.equal(mondayOf('2026-11-22'), '2026-11-16');
  });

  it('adding and subtracting agree', () => {
    fastCheck.assert(
      fastCheck.property(
        fastCheck.integer({ min: -40_000, max: 40_000 }),
        (n) => daysBetween('2026-05-06', addDays('2026-05-06', n)) === n,
      ),
    );
  });
});

describe('the working calendar', () => {
  const calendar: WorkingCalendar = {
    holidays: new Map([
      ['2026-05-01', '劳动节'],
      ['2026-05-04', '劳动节'],
      ['2026-05-05', '劳动节'],
    ]),
    makeUpDays: new Map([['2026-05-09', '劳动节']]),
  };

  it('knows days off on weekdays and weekends worked instead', () => {
    assert.deepEqual(
      ['2026-04-30', '2026-05-01', '2026-05-02', '2026-05-09', '2026-05-10'].map((day) => isWorkday(calendar, day)),
      [true, false, false, true, false],
    );
    assert.equal(nextWorkday(calendar, '2026-04-30'), '2026-05-06');
  });
});

describe('ids', () => {
  it('are UUIDs of version 7 that sort by time', () => {
    const early = newId(Date.parse('2026-05-06T00:00:00Z'));
    const late = newId(Date.parse('2026-05-06T00:00:01Z'));
    assert.match(early, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.ok(early < late);
    assert.notEqual(newId(0), newId(0));
  });
});

describe('problems', () => {
  it('speak both languages, with a status a client understands', () => {
    for (const code of Object.keys(problemKinds) as ProblemCode[]) {
      const problem = new Problem(code, { zh: '某事', en: 'something', field: 'x', limit: 1, count: 2 });
      assert.match(problem.words.zh, /[\u4e00-\u9fff]/, code);
      assert.match(problem.words.en, /[a-z]/, code);
      assert.ok(problem.status >= 400 && problem.status <= 503, code);
    }
  });
});
