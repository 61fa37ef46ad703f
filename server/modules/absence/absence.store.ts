/** Absences in the database. */
import type { Absence } from '#domain/absence/absence.model.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At, Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { unitsOf } from '#server/platform/scope.ts';

export type NamedAbsence = Absence & { readonly personName: string };

const columns = ['absence.id', 'absence.unitId', 'absence.personId', 'absence.state', 'absence.kind', 'absence.note'] as const;

/** Recorded absences that touch the days from … to, the earliest first. */
export function listAbsences(db: Db, unitId: string, { from, to }: { readonly from: Day; readonly to: Day }): Promise<NamedAbsence[]> {
  return db
    .selectFrom('absence')
    .innerJoin('person', 'person.id', 'absence.personId')
    .where('absence.unitId', '=', unitId)
    .where('absence.state', '=', 'recorded')
    .where('absence.fromDay', '<=', to)
    .where('absence.toDay', '>=', from)
    .orderBy('absence.fromDay')
    .orderBy('absence.id')
    .select(columns)
    .select(['absence.fromDay as from', 'absence.toDay as to', 'person.name as personName'])
    .execute();
}

export async function lockAbsence(tx: Tx, id: string, actor: Actor): Promise<Absence> {
  const row = await tx
    .selectFrom('absence')
    .where('id', '=', id)
    .where('unitId', 'in', unitsOf(actor))
    .select(columns)
    .select(['fromDay as from', 'toDay as to'])
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('record.notFound');
  return row;
}

export async function insertAbsence(tx: Tx, { from, to, ...absence }: Absence, at: At): Promise<void> {
  await tx
    .insertInto('absence')
    .values({ ...absence, fromDay: from, toDay: to, at })
    .execute();
}

export async function saveAbsence(tx: Tx, { id, state }: Absence): Promise<void> {
  await tx.updateTable('absence').set({ state }).where('id', '=', id).execute();
}

/** Published duties of a person that fall into their absence, from today on. */
export function listVacated(db: Db, absence: Absence, today: Day): Promise<{ day: string; place: string }[]> {
  return db
    .selectFrom('seat')
    .innerJoin('roster', 'roster.id', 'seat.rosterId')
    .innerJoin('place', 'place.id', 'seat.placeId')
    .where('roster.unitId', '=', absence.unitId)
    .where('roster.state', '=', 'published')
    .where('seat.personId', '=', absence.personId)
    .where('seat.day', '>=', absence.from > today ? absence.from : today)
    .where('seat.day', '<=', absence.to)
    .orderBy('seat.day')
    .select(['seat.day', 'place.name as place'])
    .execute();
}
