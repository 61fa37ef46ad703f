/** Calendar links and what stands behind them. */
import { sql } from 'kysely';
import type { At, Day } from '#domain/kernel/day.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import type { FeedDuty } from './calendar.ts';

export function findLink(db: Db, personId: string): Promise<{ id: string; madeAt: string; fetchedAt: string | null } | undefined> {
  return db
    .selectFrom('calendarLink')
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .select(['id', 'madeAt', 'fetchedAt'])
    .executeTakeFirst();
}

export async function insertLink(tx: Tx, link: { readonly id: string; readonly personId: string; readonly madeAt: At }): Promise<void> {
  await tx.insertInto('calendarLink').values(link).execute();
}

export async function endLinks(tx: Tx, personId: string, at: At): Promise<void> {
  await tx.updateTable('calendarLink').set({ endedAt: at }).where('personId', '=', personId).where('endedAt', 'is', null).execute();
}

/** Who stands behind an open link; the look is noted. */
export async function openLink(db: Db, id: string, now: At): Promise<{ personId: string; name: string } | undefined> {
  const link = await db
    .updateTable('calendarLink')
    .set({ fetchedAt: now })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .returning('personId')
    .executeTakeFirst();
  return link && db.selectFrom('person').where('id', '=', link.personId).select(['id as personId', 'name']).executeTakeFirst();
}

const MOST_DUTIES = 500;

export async function listFeedDuties(db: Db, personId: string, from: Day): Promise<FeedDuty[]> {
  const rows = await db
    .selectFrom('seat')
    .innerJoin('roster', 'roster.id', 'seat.rosterId')
    .innerJoin('place', 'place.id', 'seat.placeId')
    .where('roster.state', '=', 'published')
    .where('seat.personId', '=', personId)
    .where('seat.day', '>=', from)
    .orderBy('seat.day')
    .limit(MOST_DUTIES)
    .select(['seat.rosterId', 'seat.day', 'seat.placeId', 'seat.n', 'place.name as place', 'place.rule'])
    .select(
      sql<{ name: string | null; leads: boolean; changedIn: number | null }[]>`(
        SELECT json_agg(json_build_object('name', p.name, 'leads', s.n = 0, 'changedIn', s.changed_in) ORDER BY s.n)
        FROM seat s LEFT JOIN person p ON p.id = s.person_id
        WHERE s.roster_id = seat.roster_id AND s.day = seat.day AND s.place_id = seat.place_id)`.as('crew'),
    )
    .execute();
  return rows.map(({ n, rule, crew, ...row }) => ({
    ...row,
    starts: rule?.starts ?? '',
    ends: rule?.ends ?? '',
    leads: n === 0,
    crew: crew.flatMap(({ name, leads }) => (name === null ? [] : [{ name, leads }])),
    // Also a seat left empty changes who comes along.
    version: Math.max(1, ...crew.map((one) => one.changedIn ?? 1)),
  }));
}
