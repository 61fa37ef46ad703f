/** Rosters, their seats and what changed in them, in the database. */
import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At, Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { seatKey } from '#domain/roster/plan.ts';
import type { Roster, Seat, SeatChangeLine } from '#domain/roster/roster.model.ts';
import type { Database, Db, Tx } from '#server/platform/database.ts';
import { unitsOf } from '#server/platform/scope.ts';

const columns = ['roster.id', 'roster.unitId', 'roster.state', 'roster.version', 'roster.fromDay as from', 'roster.toDay as to'] as const;

/** The roster in force or in the making on any of these days; rosters never overlap. */
export async function findRoster(db: Db, unitId: string, from: Day, to: Day): Promise<Roster | null> {
  const roster = await db
    .selectFrom('roster')
    .select(columns)
    .where('unitId', '=', unitId)
    .where('state', '<>', 'discarded')
    .where('fromDay', '<=', to)
    .where('toDay', '>=', from)
    .orderBy('fromDay')
    .executeTakeFirst();
  return roster ? { ...roster, seats: await listSeats(db, roster.id) } : null;
}

export async function getRoster(db: Db, id: string, actor: Actor): Promise<Roster> {
  const roster = await db
    .selectFrom('roster')
    .select(columns)
    .where('id', '=', id)
    .where('unitId', 'in', unitsOf(actor))
    .executeTakeFirst();
  if (!roster) throw new Problem('record.notFound');
  return { ...roster, seats: await listSeats(db, id) };
}

export async function lockRoster(tx: Tx, id: string, actor: Actor): Promise<Roster> {
  const roster = await tx
    .selectFrom('roster')
    .select(columns)
    .where('id', '=', id)
    .where('unitId', 'in', unitsOf(actor))
    .forUpdate()
    .executeTakeFirst();
  if (!roster) throw new Problem('record.notFound');
  return { ...roster, seats: await listSeats(tx, id) };
}

function listSeats(db: Db, rosterId: string): Promise<Seat[]> {
  return db
    .selectFrom('seat')
    .select(['day', 'placeId', 'n', 'personId', 'pinned', 'changedIn'])
    .where('rosterId', '=', rosterId)
    .orderBy('day')
    .orderBy('placeId')
    .orderBy('n')
    .execute();
}

export async function insertRoster(tx: Tx, roster: Roster): Promise<void> {
  const { id, unitId, state, version, from, to } = roster;
  await tx.insertInto('roster').values({ id, unitId, state, version, fromDay: from, toDay: to }).execute();
  await insertSeats(tx, id, roster.seats);
}

/** Writes state and version, and of the seats only those that differ from `was`. */
export async function saveRoster(tx: Tx, was: Roster, next: Roster): Promise<void> {
  if (was.state !== next.state || was.version !== next.version)
    await tx.updateTable('roster').set({ state: next.state, version: next.version, toDay: next.to }).where('id', '=', next.id).execute();
  const known = new Map(was.seats.map((seat) => [seatKey(seat), seat]));
  const kept = new Set(next.seats.map(seatKey));
  const changed = next.seats.filter((seat) => !isSame(known.get(seatKey(seat)), seat));
  // Out first, all of them: two people who exchange their seats would meet on the day for a moment.
  const out = [...changed.filter((seat) => known.has(seatKey(seat))), ...was.seats.filter((seat) => !kept.has(seatKey(seat)))];
  if (out.length > 0) await tx.deleteFrom('seat').where('rosterId', '=', next.id).where(seatIn(out)).execute();
  await insertSeats(tx, next.id, changed);
}

const isSame = (a: Seat | undefined, b: Seat): boolean =>
  a !== undefined && a.personId === b.personId && a.pinned === b.pinned && a.changedIn === b.changedIn;

const seatIn = (seats: readonly Seat[]) => (eb: ExpressionBuilder<Database, 'seat'>) =>
  eb(
    eb.refTuple('day', 'placeId', 'n'),
    'in',
    seats.map((seat) => eb.tuple(seat.day, seat.placeId, seat.n)),
  );

async function insertSeats(tx: Tx, rosterId: string, seats: readonly Seat[]): Promise<void> {
  for (let at = 0; at < seats.length; at += SEATS_AT_ONCE)
    await tx
      .insertInto('seat')
      .values(
        seats
          .slice(at, at + SEATS_AT_ONCE)
          .map(({ day, placeId, n, personId, pinned, changedIn }) => ({ rosterId, day, placeId, n, personId, pinned, changedIn })),
      )
      .execute();
}

/** A statement carries at most 65,535 values. */
const SEATS_AT_ONCE = 5_000;

/** Keeps which seats a version changed; the roster is locked. */
export async function noteChanges(
  tx: Tx,
  was: Roster,
  next: Roster,
  { byName, at }: { readonly byName: string; readonly at: At },
): Promise<void> {
  if (next.version === was.version || was.version === 0) return;
  const known = new Map(was.seats.map((seat) => [seatKey(seat), seat.personId]));
  const kept = new Map(next.seats.map((seat) => [seatKey(seat), seat.personId]));
  const changes = was.seats
    .map(({ day, placeId, n }) => ({ day, placeId, n, key: seatKey({ day, placeId, n }) }))
    .map(({ key, ...seat }) => ({ ...seat, wasId: known.get(key) ?? null, nowId: kept.get(key) ?? null }))
    .filter(({ wasId, nowId }) => wasId !== nowId)
    .map((change) => ({ ...change, rosterId: next.id, version: next.version, byName, at }));
  for (let from = 0; from < changes.length; from += SEATS_AT_ONCE)
    await tx
      .insertInto('seatChange')
      .values(changes.slice(from, from + SEATS_AT_ONCE))
      .execute();
}

/** The newest first. */
export async function listChanges(db: Db, rosterId: string, limit: number): Promise<SeatChangeLine[]> {
  const rows = await db
    .selectFrom('seatChange')
    .leftJoin('person as was', 'was.id', 'seatChange.wasId')
    .leftJoin('person as now', 'now.id', 'seatChange.nowId')
    .where('seatChange.rosterId', '=', rosterId)
    .orderBy('seatChange.version', 'desc')
    .orderBy('seatChange.day')
    .orderBy('seatChange.n')
    .limit(limit)
    .select(['seatChange.version', 'seatChange.at', 'seatChange.byName', 'seatChange.day', 'seatChange.placeId', 'seatChange.n'])
    .select(['wasId', 'was.name as wasName', 'nowId', 'now.name as nowName'])
    .execute();
  return rows.map(({ wasId, wasName, nowId, nowName, ...line }) => ({ ...line, was: refOf(wasId, wasName), now: refOf(nowId, nowName) }));
}

const refOf = (id: string | null, name: string | null) => (id !== null && name !== null ? { id, name } : null);
