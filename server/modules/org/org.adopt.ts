/** What an adopted notice brings into the organisation: sections, the people of the leading group, partners. */
import { newId } from '#domain/kernel/id.ts';
import type { Amends, Draft, MemberDraft } from '#domain/notice/draft.model.ts';
import { findPerson, findSection, postOfGroupRole, sectionOfTitle } from '#domain/org/org.rules.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { insertPerson, insertSection, insertUnit, listPartners, listPeople, listSections } from './org.store.ts';

type Call = ActCall<unknown>;

/** Adds what is missing and leaves alone what is there: a person known by name keeps their posts. */
export async function adoptOrganisation(call: Call, noticeId: string, draft: Draft): Promise<void> {
  await adoptSections(call, draft);
  if (draft.amends !== null) await dropReplacedMembers(call, draft.amends, draft.members);
  await adoptGroup(call, noticeId, draft.members);
  await adoptPartners(call, draft);
}

async function adoptSections({ tx, actor, tell }: Call, draft: Draft): Promise<void> {
  const owners = draft.lists.flatMap((list) => list.duties.flatMap((duty) => (duty.dropped ? [] : duty.owners)));
  const named = [draft.officeSection, ...draft.members.map((member) => sectionOfTitle(member.post)), ...owners.filter(isOneSection)];
  for (const name of named) {
    if (!name || findSection(name, await listSections(tx, actor.unitId))) continue;
    const section = { id: newId(), unitId: actor.unitId, name };
    await insertSection(tx, section);
    await tell({ name: 'section.added', subject: { kind: 'section', id: section.id }, data: { name } });
  }
}

/** '秘书科' is one section, '各科室' and '全办各科室' are all of them. */
const isOneSection = (owner: string): boolean => /^(?!各|全|本|相关|有关)[\p{Script=Han}（）()]{2,10}[科处股]$/u.test(owner);

async function adoptGroup({ tx, actor, now, tell }: Call, noticeId: string, members: readonly MemberDraft[]): Promise<void> {
  const sections = await listSections(tx, actor.unitId);
  const people = await listPeople(tx, [actor.unitId]);
  const known = people.map(({ id, name }) => ({ id, name }));
  for (const [sort, member] of members.entries()) {
    let person = findPerson(member.name, known);
    if (!person) {
      person = { id: newId(), name: member.name };
      const section = sectionOfTitle(member.post);
      const post = {
        kind: postOfGroupRole(member.role, member.post),
        sectionId: section ? (findSection(section, sections)?.id ?? null) : null,
        title: member.post ?? member.role,
      };
      await insertPerson(tx, { ...person, unitId: actor.unitId, posts: [post], at: now });
      await tell({ name: 'person.added', subject: { kind: 'person', id: person.id }, data: { name: person.name, noticeId } });
      known.push(person);
    }
    await tx
      .insertInto('groupMember')
      .values({
        unitId: actor.unitId,
        noticeId,
        sort,
        groupName: member.group,
        role: member.role,
        personId: person.id,
        post: member.post,
        spanStart: member.span[0],
        spanEnd: member.span[1],
      })
      .execute();
  }
}

/** A new list of a group takes the place of the old one. People and their posts stay: who left the group still works here. */
async function dropReplacedMembers({ tx, actor }: Call, amends: Amends, members: readonly MemberDraft[]): Promise<void> {
  const old = tx.deleteFrom('groupMember').where('unitId', '=', actor.unitId).where('noticeId', '=', amends.notice);
  const groups = [...new Set(members.map((member) => member.group))];
  if (amends.whole) await old.execute();
  else if (groups.length > 0) await old.where('groupName', 'in', groups).execute();
}

async function adoptPartners({ tx, actor, now, tell }: Call, draft: Draft): Promise<void> {
  for (const partner of draft.partners) {
    const partners = await listPartners(tx, actor.unitId);
    const known = partners.some(
      (one) =>
        one.kind === partner.kind &&
        (one.name.endsWith(partner.name) || partner.name.endsWith(one.name) || partner.kind === 'campaignOffice'),
    );
    if (known) continue;
    const unit = { id: newId(), kind: partner.kind, name: partner.name, shortName: partner.name };
    await insertUnit(tx, { ...unit, at: now, partnerOf: actor.unitId });
    await tell({ name: 'unit.partnerAdded', subject: { kind: 'unit', id: unit.id }, data: { name: unit.name, kind: unit.kind } });
  }
}
