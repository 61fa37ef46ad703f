import { type CalendarDay, calendarGet, calendarSet } from '#domain/calendar/calendar.contract.ts';
import { holdsPost } from '#domain/kernel/actor.ts';
import { dayName, isWorkday, type WorkingCalendar } from '#domain/kernel/calendar.ts';
import { type Day, daysFrom, firstDayOf, lastDayOf } from '#domain/kernel/day.ts';
import { isAnnounced } from '#server/platform/calendar.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { requirePost } from '#server/platform/rights.ts';
import { calendarOf, dropCorrection, listCorrections, saveCorrection } from './calendar.store.ts';

export function calendarRoutes(endpoint: Endpoints): void {
  endpoint.read(calendarGet, async ({ input, actor, db }) => {
    const corrected = new Set((await listCorrections(db, actor.unitId)).map((one) => one.day));
    const calendar = await calendarOf(db, actor.unitId);
    return {
      announced: isAnnounced(Number(input.month.slice(0, 4))),
      days: daysFrom(firstDayOf(input.month), lastDayOf(input.month)).flatMap((day) => shown(calendar, day, corrected)),
      mayManage: holdsPost(actor, actor.unitId, 'campaignClerk'),
    };
  });

  endpoint.act(calendarSet, async ({ input, actor, tx, tell }) => {
    requirePost(actor, calendarSet.words, 'campaignClerk');
    const { day, kind, name } = input;
    if (kind === 'usual') await dropCorrection(tx, actor.unitId, day);
    else await saveCorrection(tx, actor.unitId, { day, kind, name });
    await tell({ name: 'unit.calendarSet', subject: { kind: 'unit', id: actor.unitId }, data: { day, kind, name } });
    return { day, workday: isWorkday(await calendarOf(tx, actor.unitId), day) };
  });
}

function shown(calendar: WorkingCalendar, day: Day, corrected: ReadonlySet<Day>): CalendarDay[] {
  const name = dayName(calendar, day);
  if (name === null) return [];
  const source = corrected.has(day) ? 'unit' : isAnnounced(Number(day.slice(0, 4))) ? 'announced' : 'expected';
  return [{ day, workday: isWorkday(calendar, day), name, source }];
}
