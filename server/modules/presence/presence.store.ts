/** Presence in the database: a row for each person something was said about; the rest of a crew is awaited. */
import type { Selectable } from 'kysely';
import type { Ref } from '#domain/kernel/contract.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Patrol } from '#domain/patrol/patrol.model.ts';
import type { Presence } from '#domain/presence/presence.model.ts';
import type { Database, Db, Tx } from '#server/platform/database.ts';
import { findNames } from '../org/names.ts';

type Row = Selectable<Database['presence']>;
type Owed = Pick<Patrol, 'id' | 'unitId' | 'day' | 'starts' | 'ends' | 'leaderId' | 'memberIds' | 'rosterId'>;

const NOTHING_SAID = {
  state: 'awaited',
  how: null,
  saidAt: null,
  arrivedAt: null,
  saidById: null,
  position: null,
  distance: null,
  outside: false,
  note: '',
  judgedById: null,
  judgedAt: null,
  judgement: '',
  excuse: null,
  excusedById: null,
  excusedAt: null,
} as const;

/** What is known of one person and one patrol. */
export function presenceOf(patrol: Owed, person: Ref, row: Row | undefined): Presence {
  return {
    ...(row ? saidIn(row) : NOTHING_SAID),
    id: patrol.id,
    unitId: patrol.unitId,
    personId: person.id,
    personName: person.name,
    onCrew: patrol.leaderId === person.id || patrol.memberIds.includes(person.id),
    leaderId: patrol.leaderId,
    day: patrol.day,
    starts: patrol.starts,
    ends: patrol.ends,
    rostered: patrol.rosterId !== null,
  };
}

const saidIn = ({ patrolId: _patrol, personId: _person, unitId: _unit, ...said }: Row): Omit<Row, 'patrolId' | 'personId' | 'unitId'> =>
  said;

export function findPresence(db: Db, patrolId: string, personId: string): Promise<Row | undefined> {
  return db.selectFrom('presence').selectAll().where('patrolId', '=', patrolId).where('personId', '=', personId).executeTakeFirst();
}

export async function savePresence(tx: Tx, presence: Presence): Promise<void> {
  const { id, unitId, personId, personName, onCrew, leaderId, day, starts, ends, rostered, position, ...said } = presence;
  const row = { ...said, position: position && JSON.stringify(position) };
  await tx
    .insertInto('presence')
    .values({ patrolId: id, personId, unitId, ...row })
    .onConflict((conflict) => conflict.columns(['patrolId', 'personId']).doUpdateSet(row))
    .execute();
}

export interface CrewPresence {
  readonly patrol: Owed & Pick<Patrol, 'state'> & { readonly place: Ref };
  /** The leader first. */
  readonly people: readonly Presence[];
}

/** The crews of the unit's patrols from … to, by day, then in the order of the places. */
export async function listCrews(db: Db, unitId: string, { from, to }: { readonly from: Day; readonly to: Day }): Promise<CrewPresence[]> {
  const patrols = await db
    .selectFrom('patrol')
    .innerJoin('place', 'place.id', 'patrol.placeId')
    .where('patrol.unitId', '=', unitId)
    .where('patrol.day', '>=', from)
    .where('patrol.day', '<=', to)
    .orderBy('patrol.day')
    .orderBy('patrol.starts')
    .orderBy('place.sort')
    .orderBy('patrol.id')
    .select(['patrol.id', 'patrol.unitId', 'patrol.state', 'patrol.day', 'patrol.starts', 'patrol.ends'])
    .select(['patrol.leaderId', 'patrol.memberIds', 'patrol.rosterId', 'place.id as placeId', 'place.name as placeName'])
    .execute();
  if (patrols.length === 0) return [];
  const rows = await db
    .selectFrom('presence')
    .innerJoin('patrol', 'patrol.id', 'presence.patrolId')
    .where('patrol.unitId', '=', unitId)
    .where('patrol.day', '>=', from)
    .where('patrol.day', '<=', to)
    .selectAll('presence')
    .execute();
  const said = new Map(rows.map((row) => [`${row.patrolId} ${row.personId}`, row]));
  const names = await findNames(db, { people: patrols.flatMap((patrol) => [patrol.leaderId, ...patrol.memberIds]) });
  return patrols.map(({ placeId, placeName, ...patrol }) => ({
    patrol: { ...patrol, place: { id: placeId, name: placeName } },
    people: [...new Set([patrol.leaderId, ...patrol.memberIds])].flatMap((id) => {
      const name = id === null ? undefined : names.get(id);
      return id !== null && name !== undefined ? [presenceOf(patrol, { id, name }, said.get(`${patrol.id} ${id}`))] : [];
    }),
  }));
}
