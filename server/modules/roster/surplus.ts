/** Duties above the fair share in the rosters of the year before, for each person by the role they have now. */
import { addMonths, type Day, dayOf, firstDayOf, monthOf } from '#domain/kernel/day.ts';
import { type EarlierPerson, surplusOf } from '#domain/roster/solve/history.ts';
import type { Role } from '#domain/roster/solve/task.ts';
import type { Db } from '#server/platform/database.ts';
import { listAbsences } from '../absence/absence.store.ts';

const MONTHS_BACK = 12;

export async function readSurplus(
  db: Db,
  unitId: string,
  roles: ReadonlyMap<string, Role>,
  before: Day,
): Promise<ReadonlyMap<string, number>> {
  const first = firstDayOf(addMonths(monthOf(before), -MONTHS_BACK));
  const seats = await db
    .selectFrom('seat')
    .innerJoin('roster', 'roster.id', 'seat.rosterId')
    .where('roster.unitId', '=', unitId)
    .where('roster.state', '=', 'published')
    .where('seat.day', '>=', first)
    .where('seat.day', '<', before)
    .where('seat.personId', 'is not', null)
    .select(['seat.day', 'seat.n', 'seat.personId'])
    .execute();
  if (seats.length === 0) return new Map();
  const people = await db.selectFrom('person').where('unitId', '=', unitId).select(['id', 'createdAt']).execute();
  const away = Map.groupBy(await listAbsences(db, unitId, { from: first, to: before }), (absence) => absence.personId);
  const earlier = people.flatMap(({ id, createdAt }): EarlierPerson[] => {
    const role = roles.get(id);
    return role ? [{ id, role, since: dayOf(createdAt), away: away.get(id) ?? [] }] : [];
  });
  const days = Map.groupBy(seats, (seat) => seat.day);
  return surplusOf(
    [...days].map(([day, held]) => ({
      day,
      served: held.map(({ personId, n }) => ({ personId: personId!, role: n === 0 ? 'leader' : 'member' })),
    })),
    earlier,
  );
}
