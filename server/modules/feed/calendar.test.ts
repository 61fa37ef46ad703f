import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { type FeedDuty, writeCalendar } from './calendar.ts';

const duty: FeedDuty = {
  rosterId: 'r',
  day: '2026-09-03',
  placeId: 'p',
  place: '解放路（人民路至建设路）, 东侧; 含公厕',
  starts: '09:00',
  ends: '11:30',
  leads: false,
  crew: [
    { name: '赵一', leads: true },
    { name: '孙三', leads: false },
  ],
  version: 1,
};
const read = (...duties: FeedDuty[]) => new ICAL.Component(ICAL.parse(writeCalendar('孙三', duties, '2026-08-25T00:00:00.000Z')));

/** When the alarms of the only duty ring, on the office's clock. */
function alarms(one: FeedDuty): string[] {
  const event = read(one).getFirstSubcomponent('vevent')!;
  const start = new ICAL.Event(event).startDate.toJSDate().getTime();
  return event.getAllSubcomponents('valarm').map((alarm) => {
    const trigger = alarm.getFirstPropertyValue('trigger') as unknown as { toSeconds(): number };
    return new Date(start + trigger.toSeconds() * 1000 + 8 * 3600_000).toISOString().slice(0, 16);
  });
}

describe('the calendar of a person', () => {
  it('rings the evening before and an hour ahead, whenever the duty begins', () => {
    assert.deepEqual(alarms(duty), ['2026-09-02T18:00', '2026-09-03T08:00']);
    assert.deepEqual(alarms({ ...duty, starts: '14:30', ends: '17:00' }), ['2026-09-02T18:00', '2026-09-03T13:30']);
    assert.deepEqual(alarms({ ...duty, starts: '19:30', ends: '21:00' }), ['2026-09-02T18:00', '2026-09-03T18:30']);
  });

  it('keeps marks of the format in a place as they are, and one duty one entry however it changes', () => {
    const [before, after] = [duty, { ...duty, version: 3, starts: '14:00', ends: '16:00' }].map(
      (one) => new ICAL.Event(read(one).getFirstSubcomponent('vevent')!),
    );
    assert.equal(before!.location, duty.place);
    assert.equal(before!.uid, after!.uid);
    assert.ok(after!.sequence > before!.sequence);
    assert.equal(before!.startDate.toJSDate().toISOString(), '2026-09-03T01:00:00.000Z');
  });
});
