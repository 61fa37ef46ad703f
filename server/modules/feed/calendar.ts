/** A person's duties as an iCalendar file (RFC 5545). */
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { type At, instantOf } from '#domain/kernel/day.ts';

export interface FeedDuty {
  readonly rosterId: string;
  readonly day: string;
  readonly placeId: string;
  readonly place: string;
  /** HH:MM on the office's clock. */
  readonly starts: string;
  readonly ends: string;
  readonly leads: boolean;
  readonly crew: readonly { readonly name: string; readonly leads: boolean }[];
  /** The version of the roster in which this duty last changed: the calendar takes the newest. */
  readonly version: number;
}

const HOURS_BETWEEN_LOOKS = 4;
/** Six in the evening. */
const EVENING_TO_MIDNIGHT = 6 * 3600;
const AN_HOUR = 3600;

export function writeCalendar(personName: string, duties: readonly FeedDuty[], now: At): string {
  const calendar = ical({
    name: `创城值班 · ${personName}`,
    prodId: { company: 'chuangcheng', product: 'duty', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOURS_BETWEEN_LOOKS * 3600,
  });
  for (const duty of duties) {
    const starts = duty.starts || '09:00';
    const [hours, minutes] = starts.split(':').map(Number) as [number, number];
    const event = calendar.createEvent({
      id: `${duty.rosterId}-${duty.day}-${duty.placeId}@chuangcheng`,
      sequence: duty.version,
      stamp: new Date(now),
      start: new Date(instantOf(duty.day, starts)),
      end: new Date(instantOf(duty.day, duty.ends || '11:30')),
      summary: `${duty.leads ? '创城巡查带班' : '创城巡查'}：${duty.place}`,
      location: duty.place,
      description: duty.crew.map((one) => (one.leads ? `${one.name}（带班）` : one.name)).join('、'),
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: hours * 3600 + minutes * 60 + EVENING_TO_MIDNIGHT });
    event.createAlarm({ type: ICalAlarmType.display, trigger: AN_HOUR });
  }
  return calendar.toString();
}
