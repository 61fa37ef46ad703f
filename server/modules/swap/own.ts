/** A person's own duties ahead and what changed in them. */
import { sql } from 'kysely';
import type { Day } from '#domain/kernel/day.ts';
import type { OwnChange, OwnDuty } from '#domain/swap/swap.model.ts';
import type { Db, Tx } from '#server/platform/database.ts';

const MOST = 60;

export async function listOwnDuties(db: Db, personId: string, today: Day): Promise<OwnDuty[]> {
  const rows = await db
    .selectFrom('seat')
    .innerJoin('roster', 'roster.id', 'seat.rosterId')
    .innerJoin('place', 'place.id', 'seat.placeId')
    .leftJoin('rosterSeen', (join) => join.onRef('rosterSeen.rosterId', '=', 'roster.id').on('rosterSeen.personId', '=', personId))
    .leftJoin('swap', (join) =>
      join
        .onRef('swap.rosterId', '=', 'seat.rosterId')
        .onRef('swap.day', '=', 'seat.day')
        .onRef('swap.placeId', '=', 'seat.placeId')
        .onRef('swap.n', '=', 'seat.n')
        .on('swap.state', '=', 'asked'),
    )
    .leftJoin('person as asked', 'asked.id', 'swap.otherId')
    .where('roster.state', '=', 'published')
    .where('seat.personId', '=', personId)
    .where('seat.day', '>=', today)
    .orderBy('seat.day')
    .limit(MOST)
    .select(['seat.rosterId', 'seat.day', 'seat.placeId', 'seat.n', 'place.name as place', 'place.rule', 'asked.name as asked'])
    .select(sql<boolean>`COALESCE(seat.changed_in > COALESCE(roster_seen.version, 1), false)`.as('changed'))
    .select(
      sql<{ name: string; leads: boolean; me: boolean }[]>`(
        SELECT COALESCE(json_agg(json_build_object('name', p.name, 'leads', s.n = 0, 'me', p.id = ${personId}::uuid) ORDER BY s.n), '[]')
        FROM seat s JOIN person p ON p.id = s.person_id
        WHERE s.roster_id = seat.roster_id AND s.day = seat.day AND s.place_id = seat.place_id)`.as('crew'),
    )
    .execute();
  return rows.map(({ rule, ...row }) => ({ ...row, starts: rule?.starts ?? '', ends: rule?.ends ?? '' }));
}

/** Changes after the version this person has taken note of: of their own seats, and of the people they serve with. */
export async function listOwnChanges(db: Db, personId: string, today: Day): Promise<OwnChange[]> {
  const rows = await db
    .selectFrom('seatChange as change')
    .innerJoin('roster', 'roster.id', 'change.rosterId')
    .innerJoin('place', 'place.id', 'change.placeId')
    .leftJoin('person as was', 'was.id', 'change.wasId')
    .leftJoin('person as now', 'now.id', 'change.nowId')
    .leftJoin('rosterSeen', (join) => join.onRef('rosterSeen.rosterId', '=', 'roster.id').on('rosterSeen.personId', '=', personId))
    .where('change.day', '>=', today)
    .where((eb) => eb('change.version', '>', sql<number>`COALESCE(roster_seen.version, 1)`))
    .where((eb) =>
      eb.or([
        eb('change.wasId', '=', personId),
        eb('change.nowId', '=', personId),
        eb.exists(
          eb
            .selectFrom('seat')
            .whereRef('seat.rosterId', '=', 'change.rosterId')
            .whereRef('seat.day', '=', 'change.day')
            .whereRef('seat.placeId', '=', 'change.placeId')
            .where('seat.personId', '=', personId)
            .select('seat.n'),
        ),
      ]),
    )
    .orderBy('change.version')
    .orderBy('change.day')
    .limit(MOST)
    .select(['change.rosterId', 'change.version', 'change.day', 'change.placeId', 'change.n', 'change.byName', 'change.at'])
    .select(['place.name as place', 'was.name as was', 'now.name as now', 'change.wasId', 'change.nowId'])
    .execute();
  return rows.map(({ wasId, nowId, ...row }) => ({
    ...row,
    how: nowId === personId ? 'came' : wasId === personId ? 'left' : 'mate',
  }));
}

/** Up to a version, and never back. */
export async function acknowledge(tx: Tx, rosterId: string, personId: string, version: number): Promise<void> {
  await tx
    .insertInto('rosterSeen')
    .values({ rosterId, personId, version })
    .onConflict((conflict) =>
      conflict.columns(['rosterId', 'personId']).doUpdateSet({ version: sql`GREATEST(roster_seen.version, excluded.version)` }),
    )
    .execute();
}
