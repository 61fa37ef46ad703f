/** Units, sections, people and posts in the database. */

import { sql } from 'kysely';
import type { Actor, HeldPost } from '#domain/kernel/actor.ts';
import { newId } from '#domain/kernel/id.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { GroupMember, Person, Post, Section, Unit, UnitKind } from '#domain/org/org.model.ts';
import type { Db, Tx } from '#server/platform/database.ts';

/** The actor behind a user id, with posts; null when no person belongs to it. */
export async function findActor(db: Db, userId: string): Promise<Actor | null> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('post', 'post.personId', 'person.id')
    .where('person.userId', '=', userId)
    .orderBy('post.n')
    .select(['person.id', 'person.name', 'person.unitId', 'post.unitId as postUnitId', 'post.kind', 'post.sectionId'])
    .execute();
  const [first] = rows;
  if (!first) return null;
  const posts = rows.flatMap((row): HeldPost[] =>
    row.kind && row.postUnitId ? [{ unitId: row.postUnitId, kind: row.kind, sectionId: row.sectionId }] : [],
  );
  return { personId: first.id, name: first.name, unitId: first.unitId, posts };
}

export async function getUnit(db: Db, id: string): Promise<Unit> {
  const unit = await db.selectFrom('unit').select(['id', 'kind', 'name', 'shortName']).where('id', '=', id).executeTakeFirst();
  if (!unit) throw new Problem('record.notFound');
  return unit;
}

export function listSections(db: Db, unitId: string): Promise<Section[]> {
  return db.selectFrom('section').select(['id', 'name']).where('unitId', '=', unitId).orderBy('sort').execute();
}

export async function listPeople(db: Db, unitIds: readonly string[]): Promise<(Person & { unitId: string })[]> {
  if (unitIds.length === 0) return [];
  const people = await db
    .selectFrom('person')
    .leftJoin('authUser', 'authUser.id', 'person.userId')
    .where('person.unitId', 'in', unitIds)
    .orderBy('person.sort')
    .orderBy('person.id')
    .select(['person.id', 'person.name', 'person.unitId', 'authUser.username'])
    .execute();
  const posts = await db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.personId')
    .where('person.unitId', 'in', unitIds)
    .orderBy('post.n')
    .select(['post.personId', 'post.kind', 'post.sectionId', 'post.title'])
    .execute();
  const byPerson = Map.groupBy(posts, (post) => post.personId);
  return people.map((person) => ({
    ...person,
    posts: (byPerson.get(person.id) ?? []).map(({ kind, sectionId, title }) => ({ kind, sectionId, title })),
  }));
}

export function listPartners(db: Db, unitId: string): Promise<Unit[]> {
  return db
    .selectFrom('unitPartner')
    .innerJoin('unit', 'unit.id', 'unitPartner.partnerId')
    .where('unitPartner.unitId', '=', unitId)
    .orderBy('unit.kind')
    .orderBy('unit.createdAt')
    .orderBy('unit.id')
    .select(['unit.id', 'unit.kind', 'unit.name', 'unit.shortName'])
    .execute();
}

export async function listGroup(db: Db, unitId: string): Promise<GroupMember[]> {
  const rows = await db
    .selectFrom('groupMember')
    .innerJoin('person', 'person.id', 'groupMember.personId')
    .where('groupMember.unitId', '=', unitId)
    .orderBy('groupMember.noticeId', 'desc')
    .orderBy('groupMember.sort')
    .select(['groupName', 'role', 'personId', 'person.name', 'post', 'noticeId', 'spanStart', 'spanEnd'])
    .execute();
  const newest = rows[0]?.noticeId;
  return rows
    .filter((row) => row.noticeId === newest)
    .map(({ groupName, spanStart, spanEnd, ...row }) => ({ ...row, group: groupName, span: [spanStart, spanEnd] }));
}

export async function insertUnit(
  db: Db,
  unit: { id: string; kind: UnitKind; name: string; shortName: string; at: string; partnerOf?: string },
): Promise<void> {
  await db
    .insertInto('unit')
    .values({ id: unit.id, kind: unit.kind, name: unit.name, shortName: unit.shortName, createdAt: unit.at })
    .execute();
  if (unit.partnerOf) await db.insertInto('unitPartner').values({ unitId: unit.partnerOf, partnerId: unit.id }).execute();
}

export async function insertSection(db: Db, section: { id: string; unitId: string; name: string }): Promise<void> {
  const { count } = await db
    .selectFrom('section')
    .where('unitId', '=', section.unitId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('section')
    .values({ ...section, sort: count })
    .execute();
}

export async function insertPerson(
  db: Db,
  person: { id: string; unitId: string; name: string; posts: readonly Post[]; at: string; userId?: string },
): Promise<void> {
  const { count } = await db
    .selectFrom('person')
    .where('unitId', '=', person.unitId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('person')
    .values({ id: person.id, unitId: person.unitId, name: person.name, userId: person.userId ?? null, sort: count, createdAt: person.at })
    .execute();
  await savePosts(db, person.id, person.unitId, person.posts);
}

export async function savePosts(db: Db, personId: string, unitId: string, posts: readonly Post[]): Promise<void> {
  await db.deleteFrom('post').where('personId', '=', personId).execute();
  if (posts.length > 0)
    await db
      .insertInto('post')
      .values(posts.map((post, n) => ({ personId, n, unitId, kind: post.kind, sectionId: post.sectionId, title: post.title })))
      .execute();
}

/** The person, locked, if this unit may manage them: its own people and those of its partners. */
export async function lockPerson(db: Db, id: string, unitId: string): Promise<Person & { unitId: string; userId: string | null }> {
  const row = await db.selectFrom('person').select(['id', 'unitId', 'userId']).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row || !(row.unitId === unitId || (await isPartner(db, unitId, row.unitId)))) throw new Problem('record.notFound');
  const [person] = (await listPeople(db, [row.unitId])).filter((one) => one.id === id);
  return { ...person!, userId: row.userId };
}

export async function isPartner(db: Db, unitId: string, partnerId: string): Promise<boolean> {
  return (
    (await db
      .selectFrom('unitPartner')
      .select('partnerId')
      .where('unitId', '=', unitId)
      .where('partnerId', '=', partnerId)
      .executeTakeFirst()) !== undefined
  );
}

export async function isEmpty(db: Db): Promise<boolean> {
  return (await db.selectFrom('person').select('id').where('userId', 'is not', null).limit(1).executeTakeFirst()) === undefined;
}

/** An account in the tables of the sign-in library, in the transaction of the act that gives it. */
export async function insertAccount(
  db: Db,
  account: { personId: string; name: string; username: string; passwordHash: string },
): Promise<string> {
  const userId = newId();
  // An address is required by the library and never used: nobody is written to.
  await sql`INSERT INTO auth_user (id, name, email, username, "displayUsername")
    VALUES (${userId}, ${account.name}, ${`${account.username}@account.invalid`}, ${account.username}, ${account.username})`.execute(db);
  await sql`INSERT INTO auth_account (id, "userId", "accountId", "providerId", password)
    VALUES (${newId()}, ${userId}, ${userId}, 'credential', ${account.passwordHash})`.execute(db);
  await db.updateTable('person').set({ userId }).where('id', '=', account.personId).execute();
  return userId;
}

/** Acts that look at a whole unit before they change it take turns. */
export async function lockUnit(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('unit').select('id').where('id', '=', id).forUpdate().execute();
}
