import { type Actor, holdsPost, postKinds } from '#domain/kernel/actor.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { orgGet, personAdd, personAssign, personGiveAccount, sectionAdd, unitAddPartner } from '#domain/org/org.contract.ts';
import type { Post } from '#domain/org/org.model.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import type { SignIn } from '#server/platform/sign-in.ts';
import {
  getUnit,
  insertAccount,
  insertPerson,
  insertSection,
  insertUnit,
  isPartner,
  listGroup,
  listPartners,
  listPeople,
  listSections,
  lockPerson,
  lockUnit,
  savePosts,
} from './org.store.ts';

const mayManage = (actor: Actor): boolean => holdsPost(actor, actor.unitId, 'campaignClerk');

function requireManager(actor: Actor, zh: string, en: string): void {
  if (!mayManage(actor))
    throw new Problem('act.notAllowed', { zh, en, whoZh: postKinds.campaignClerk.zh, whoEn: postKinds.campaignClerk.en.toLowerCase() });
}

export function orgRoutes(endpoint: Endpoints, signIn: SignIn): void {
  endpoint.read(orgGet, async ({ actor, db }) => {
    const partners = await listPartners(db, actor.unitId);
    const people = await listPeople(db, [actor.unitId, ...partners.map((partner) => partner.id)]);
    const of = (unitId: string) => people.filter((person) => person.unitId === unitId);
    return {
      unit: await getUnit(db, actor.unitId),
      sections: await listSections(db, actor.unitId),
      people: of(actor.unitId),
      partners: partners.map((partner) => ({ ...partner, people: of(partner.id) })),
      group: await listGroup(db, actor.unitId),
      mayManage: mayManage(actor),
    };
  });

  endpoint.act(sectionAdd, async ({ input, actor, tx, tell }) => {
    requireManager(actor, '新增科室', 'add a section');
    await insertSection(tx, { ...input, unitId: actor.unitId });
    await tell({ name: 'section.added', subject: { kind: 'section', id: input.id }, data: { name: input.name } });
    return input;
  });

  endpoint.act(personAdd, async ({ input, actor, tx, now, tell }) => {
    requireManager(actor, '新增人员', 'add a person');
    const unitId = input.unitId ?? actor.unitId;
    if (unitId !== actor.unitId && !(await isPartner(tx, actor.unitId, unitId))) throw new Problem('record.notFound');
    await requireSections(tx, unitId, input.posts);
    await insertPerson(tx, { ...input, unitId, at: now });
    await tell({
      name: 'person.added',
      subject: { kind: 'person', id: input.id },
      data: { name: input.name, posts: input.posts.map((post) => post.title) },
    });
    return { id: input.id, name: input.name, username: null, posts: input.posts };
  });

  endpoint.act(personAssign, async ({ input, actor, tx, tell }) => {
    requireManager(actor, '调整职务', 'change posts');
    const person = await lockPerson(tx, input.id, actor.unitId);
    if (JSON.stringify(person.posts) !== JSON.stringify(input.was))
      throw new Problem('record.changed', { zh: person.name, en: person.name, yours: input.posts, theirs: person.posts });
    await requireSections(tx, person.unitId, input.posts);
    if (!input.posts.some((post) => post.kind === 'campaignClerk')) await requireAnotherClerk(tx, person.unitId, person.id);
    await savePosts(tx, person.id, person.unitId, input.posts);
    await tell({
      name: 'person.assigned',
      subject: { kind: 'person', id: person.id },
      data: { was: person.posts.map((post) => post.title), posts: input.posts.map((post) => post.title) },
    });
    return { id: person.id, name: person.name, username: person.username, posts: input.posts };
  });

  endpoint.act(personGiveAccount, async ({ input, actor, tx, tell }) => {
    requireManager(actor, '开通账号', 'give an account');
    const person = await lockPerson(tx, input.id, actor.unitId);
    if (person.userId) throw new Problem('account.exists');
    await insertAccount(tx, {
      personId: person.id,
      name: person.name,
      username: input.username,
      passwordHash: await signIn.hashPassword(input.password),
    });
    await tell({ name: 'person.accountGiven', subject: { kind: 'person', id: person.id }, data: { username: input.username } });
    return { id: person.id, name: person.name, username: input.username, posts: person.posts };
  });

  endpoint.act(unitAddPartner, async ({ input, actor, tx, now, tell }) => {
    requireManager(actor, '新增协作单位', 'add a partner');
    await insertUnit(tx, { ...input, shortName: input.name, at: now, partnerOf: actor.unitId });
    await tell({ name: 'unit.partnerAdded', subject: { kind: 'unit', id: input.id }, data: { name: input.name, kind: input.kind } });
    return { id: input.id, kind: input.kind, name: input.name, shortName: input.name };
  });
}

/** A post may only name a section of its own unit. */
async function requireSections(db: Db, unitId: string, posts: readonly Post[]): Promise<void> {
  const sections = await listSections(db, unitId);
  if (posts.some((post) => post.sectionId !== null && !sections.some((section) => section.id === post.sectionId)))
    throw new Problem('record.notFound');
}

/** Somebody must be able to manage the unit afterwards. The unit is locked, so that two clerks cannot remove each other at once. */
async function requireAnotherClerk(tx: Tx, unitId: string, personId: string): Promise<void> {
  await lockUnit(tx, unitId);
  const clerks = await tx
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.personId')
    .where('post.unitId', '=', unitId)
    .where('post.kind', '=', 'campaignClerk')
    .where('person.userId', 'is not', null)
    .select('person.id')
    .execute();
  const isClerk = clerks.some((clerk) => clerk.id === personId);
  if (isClerk && clerks.every((clerk) => clerk.id === personId)) throw new Problem('person.lastClerk');
}
