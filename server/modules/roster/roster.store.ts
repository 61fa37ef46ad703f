/** Rosters and their seats in the database. */
import type { Actor } from '#domain/kernel/actor.ts';
import { addMonths, firstDayOf, lastDayOf, type Month } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { RosterPerson } from '#domain/roster/propose.ts';
import type { Roster, Seat } from '#domain/roster/roster.model.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { unitsOf } from '#server/platform/scope.ts';
import { listAbsences } from '../absence/absence.store.ts';
import { listPeople } from '../org/org.store.ts';

export async function findRoster(db: Db, unitId: string, month: Month): Promise<Roster | null> {
  const roster = await db.selectFrom('roster').selectAll().where('unitId', '=', unitId).where('month', '=', month).executeTakeFirst();
  return roster ? { ...roster, seats: await listSeats(db, roster.id) } : null;
}

export async function lockRoster(tx: Tx, id: string, actor: Actor): Promise<Roster> {
  const roster = await tx
    .selectFrom('roster')
    .selectAll()
    .where('id', '=', id)
    .where('unitId', 'in', unitsOf(actor))
    .forUpdate()
    .executeTakeFirst();
  if (!roster) throw new Problem('record.notFound');
  return { ...roster, seats: await listSeats(tx, id) };
}

async function listSeats(db: Db, rosterId: string): Promise<Seat[]> {
  const rows = await db
    .selectFrom('seat')
    .select(['day', 'placeId', 'n', 'personId', 'byHand'])
    .where('rosterId', '=', rosterId)
    .orderBy('day')
    .orderBy('placeId')
    .orderBy('n')
    .execute();
  return rows.map((row) => ({ ...row, role: row.n === 0 ? 'leader' : 'member' }));
}

export async function insertRoster(tx: Tx, roster: Roster): Promise<void> {
  await tx.insertInto('roster').values({ id: roster.id, unitId: roster.unitId, month: roster.month, state: roster.state }).execute();
  await insertSeats(tx, roster.id, roster.seats);
}

/** Writes the whole roster anew: state and seats. */
export async function saveRoster(tx: Tx, roster: Roster): Promise<void> {
  await tx.updateTable('roster').set({ state: roster.state }).where('id', '=', roster.id).execute();
  await tx.deleteFrom('seat').where('rosterId', '=', roster.id).execute();
  await insertSeats(tx, roster.id, roster.seats);
}

async function insertSeats(tx: Tx, rosterId: string, seats: readonly Seat[]): Promise<void> {
  if (seats.length === 0) return;
  await tx
    .insertInto('seat')
    .values(seats.map(({ day, placeId, n, personId, byHand }) => ({ rosterId, day, placeId, n, personId, byHand })))
    .execute();
}

/** Who can be rostered: deputies lead, everybody below them walks; the director does neither. Duties of the last three months count. */
export async function listRosterPeople(db: Db, unitId: string, month: Month): Promise<RosterPerson[]> {
  const people = await listPeople(db, [unitId]);
  const counts = await db
    .selectFrom('seat')
    .innerJoin('roster', 'roster.id', 'seat.rosterId')
    .where('roster.unitId', '=', unitId)
    .where('seat.day', '>=', firstDayOf(addMonths(month, -3)))
    .where('seat.day', '<', firstDayOf(month))
    .where('seat.personId', 'is not', null)
    .groupBy('seat.personId')
    .select(['seat.personId', (eb) => eb.fn.countAll<number>().as('n')])
    .execute();
  const away = await listAbsences(db, unitId, { from: firstDayOf(month), to: lastDayOf(month) });
  const before = new Map(counts.map((row) => [row.personId, row.n]));
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    mayLead: person.posts.some((post) => post.kind === 'leaderInCharge'),
    mayWalk: person.posts.some((post) => post.kind === 'officer' || post.kind === 'sectionHead'),
    before: before.get(person.id) ?? 0,
    away: away.filter((absence) => absence.personId === person.id).map(({ from, to, kind }) => ({ from, to, kind })),
  }));
}
