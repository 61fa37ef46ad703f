/** A unit's corrections of the working calendar. */

import { type CalendarCorrection, workingCalendar } from '#server/platform/calendar.ts';
import type { Db, Tx } from '#server/platform/database.ts';

export function listCorrections(db: Db, unitId: string): Promise<CalendarCorrection[]> {
  return db.selectFrom('calendarDay').where('unitId', '=', unitId).orderBy('day').select(['day', 'kind', 'name']).execute();
}

/** The calendar by which the unit works. */
export const calendarOf = async (db: Db, unitId: string) => workingCalendar(await listCorrections(db, unitId));

export async function saveCorrection(tx: Tx, unitId: string, { day, kind, name }: CalendarCorrection): Promise<void> {
  await tx
    .insertInto('calendarDay')
    .values({ unitId, day, kind, name })
    .onConflict((conflict) => conflict.columns(['unitId', 'day']).doUpdateSet({ kind, name }))
    .execute();
}

export async function dropCorrection(tx: Tx, unitId: string, day: string): Promise<void> {
  await tx.deleteFrom('calendarDay').where('unitId', '=', unitId).where('day', '=', day).execute();
}
