import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fastCheck from 'fast-check';
import type { WorkingCalendar } from './calendar.ts';
import { addDays, instantOf } from './day.ts';
import { countedBetween, type Limit, lengthOf, reached, sayLimit } from './limit.ts';

/** National Day of 2026 as announced: seven days off, two weekends worked. */
const calendar: WorkingCalendar = {
  holidays: new Map(Array.from({ length: 7 }, (_, n) => [addDays('2026-10-01', n), '国庆节'])),
  makeUpDays: new Map([
    ['2026-09-20', '国庆节'],
    ['2026-10-10', '国庆节'],
  ]),
};
const HOUR = 3600_000;
const due = (limit: Limit, from: string) => reached(limit.unit, from, lengthOf(limit), calendar);

describe('a limit', () => {
  it('in working hours leaves out noon, the night and the weekend', () => {
    const four: Limit = { n: 4, unit: 'workHours' };
    assert.equal(due(four, instantOf('2026-11-24', '10:00')), instantOf('2026-11-24', '16:00'));
    assert.equal(due(four, instantOf('2026-11-27', '16:30')), instantOf('2026-11-30', '10:30'));
    assert.equal(due(four, instantOf('2026-11-28', '09:00')), instantOf('2026-11-30', '12:00'));
  });

  it('in workdays steps over the holiday and counts the make-up day', () => {
    assert.equal(due({ n: 2, unit: 'workdays' }, instantOf('2026-09-30', '14:00')), instantOf('2026-10-09', '12:00'));
    assert.equal(due({ n: 3, unit: 'workdays' }, instantOf('2026-10-09', '08:00')), instantOf('2026-10-12', '18:00'));
  });

  it('in urgent hours runs through the night and the holiday', () => {
    assert.equal(due({ n: 2, unit: 'urgentHours' }, instantOf('2026-10-01', '23:00')), instantOf('2026-10-02', '01:00'));
  });

  it('is said in words', () => {
    assert.deepEqual(sayLimit({ n: 1, unit: 'workdays' }), { zh: '1个工作日', en: '1 workday' });
    assert.equal(sayLimit({ n: 4, unit: 'workHours' }).en, '4 working hours');
  });

  const instant = fastCheck
    .integer({ min: Date.parse('2026-09-01T00:00:00Z'), max: Date.parse('2026-11-30T00:00:00Z') })
    .map((ms) => new Date(ms).toISOString());
  const unit = fastCheck.constantFrom<Limit['unit']>('workHours', 'workdays', 'urgentHours');

  it('wherever a time is cut, its parts add up', () => {
    fastCheck.assert(
      fastCheck.property(unit, fastCheck.array(instant, { minLength: 3, maxLength: 3 }), (of, cut) => {
        const [from, between, to] = cut.toSorted() as [string, string, string];
        const counted = (a: string, b: string) => countedBetween(of, a, b, calendar);
        assert.equal(counted(from, between) + counted(between, to), counted(from, to));
      }),
    );
  });

  it('what is reached is as far away as was asked, and not a moment sooner', () => {
    fastCheck.assert(
      fastCheck.property(unit, instant, fastCheck.integer({ min: 1, max: 200 * HOUR }), (of, from, ms) => {
        assert.equal(countedBetween(of, from, reached(of, from, ms, calendar), calendar), ms);
      }),
    );
  });
});
