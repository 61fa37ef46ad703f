/** Requests to swap duties, in the database. */
import { sql } from 'kysely';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { SeatRef } from '#domain/roster/roster.model.ts';
import type { Swap } from '#domain/swap/swap.model.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { after, decodeCursor, pageOf } from '#server/platform/keyset.ts';
import { unitsOf } from '#server/platform/scope.ts';

export type NamedSwap = Swap & { readonly names: { asker: string; other: string; place: string; otherPlace: string | null } };

const columns = [
  'swap.id',
  'swap.unitId',
  'swap.rosterId',
  'swap.state',
  'swap.askerId',
  'swap.day',
  'swap.placeId',
  'swap.n',
  'swap.otherId',
  'swap.otherDay',
  'swap.otherPlaceId',
  'swap.otherN',
  'swap.note',
  'swap.at',
  'swap.answeredAt',
] as const;

type Row = Awaited<ReturnType<ReturnType<typeof namedSwaps>['execute']>>[number];

function namedSwaps(db: Db) {
  return db
    .selectFrom('swap')
    .innerJoin('person as asker', 'asker.id', 'swap.askerId')
    .innerJoin('person as other', 'other.id', 'swap.otherId')
    .innerJoin('place', 'place.id', 'swap.placeId')
    .leftJoin('place as otherPlace', 'otherPlace.id', 'swap.otherPlaceId')
    .select(columns)
    .select(['asker.name as askerName', 'other.name as otherName', 'place.name as placeName', 'otherPlace.name as otherPlaceName']);
}

function swapOf({ day, placeId, n, otherDay, otherPlaceId, otherN, ...row }: Omit<Row, `${string}Name`>): Swap {
  const theirs = otherDay !== null && otherPlaceId !== null && otherN !== null;
  return { ...row, seat: { day, placeId, n }, theirs: theirs ? { day: otherDay, placeId: otherPlaceId, n: otherN } : null };
}

const named = ({ askerName, otherName, placeName, otherPlaceName, ...row }: Row): NamedSwap => ({
  ...swapOf(row),
  names: { asker: askerName, other: otherName, place: placeName, otherPlace: otherPlaceName },
});

export async function listSwaps(
  db: Db,
  unitId: string,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: NamedSwap[]; readonly next: string | null }> {
  let query = namedSwaps(db).where('swap.unitId', '=', unitId);
  if (page.after) {
    const cursor = decodeCursor(page.after);
    query = query.where((eb) => after(eb, 'swap.at', 'swap.id', cursor));
  }
  const rows = await query
    .orderBy('swap.at', 'desc')
    .orderBy('swap.id', 'desc')
    .limit(page.limit + 1)
    .execute();
  return pageOf(rows.map(named), page.limit, (row) => row.at);
}

/** What waits for this person's answer, and what they asked themselves: open, or answered in the last fortnight. */
export async function listOwnSwaps(db: Db, personId: string, now: At): Promise<{ asked: NamedSwap[]; asking: NamedSwap[] }> {
  const rows = await namedSwaps(db)
    .where((eb) =>
      eb.or([
        eb.and([eb('swap.otherId', '=', personId), eb('swap.state', '=', 'asked')]),
        eb.and([
          eb('swap.askerId', '=', personId),
          eb.or([eb('swap.state', '=', 'asked'), eb('swap.answeredAt', '>', sql<string>`${now}::timestamptz - interval '14 days'`)]),
        ]),
      ]),
    )
    .orderBy('swap.at', 'desc')
    .limit(50)
    .execute();
  const swaps = rows.map(named);
  return { asked: swaps.filter((swap) => swap.otherId === personId), asking: swaps.filter((swap) => swap.askerId === personId) };
}

export async function lockSwap(tx: Tx, id: string, actor: Actor): Promise<Swap> {
  const row = await tx
    .selectFrom('swap')
    .select(columns)
    .where('id', '=', id)
    .where('unitId', 'in', unitsOf(actor))
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('record.notFound');
  return swapOf(row);
}

/** An open request for the same duty. */
export async function findOpenSwap(db: Db, rosterId: string, { day, placeId, n }: SeatRef): Promise<{ otherName: string } | undefined> {
  return db
    .selectFrom('swap')
    .innerJoin('person', 'person.id', 'swap.otherId')
    .where('rosterId', '=', rosterId)
    .where('day', '=', day)
    .where('placeId', '=', placeId)
    .where('n', '=', n)
    .where('state', '=', 'asked')
    .select('person.name as otherName')
    .executeTakeFirst();
}

export async function insertSwap(tx: Tx, { seat, theirs, ...swap }: Swap): Promise<void> {
  await tx
    .insertInto('swap')
    .values({
      ...swap,
      ...seat,
      otherDay: theirs?.day ?? null,
      otherPlaceId: theirs?.placeId ?? null,
      otherN: theirs?.n ?? null,
    })
    .execute();
}

export async function saveSwap(tx: Tx, { id, state, answeredAt }: Swap): Promise<void> {
  await tx.updateTable('swap').set({ state, answeredAt }).where('id', '=', id).execute();
}
