/** The first account, the sections, everybody with posts and accounts, the partners with their liaisons. */
import type { Id } from '#domain/kernel/id.ts';
import { clerk, type DemoPerson, demoPassword, everybody, partners, people, sections, unit } from '../cast.ts';
import type { Role } from '../player.ts';
import { as, type Stage } from '../stage.ts';

export async function setUpUnit(stage: Stage): Promise<void> {
  const first = await stage.player.visitor().act('setup.firstAccount', {
    unitName: unit.name,
    shortName: unit.shortName,
    name: clerk.name,
    username: clerk.username,
    password: demoPassword,
  });
  stage.personIds.set(clerk.username, first.person.id);
  const role = await as(stage, clerk.username);
  const sectionIds = new Map<string, Id>();
  for (const name of sections) sectionIds.set(name, (await role.act('section.add', { id: stage.id(), name })).id);

  const before = (await role.read('org.get', {})).people.find(({ id }) => id === first.person.id)!;
  await role.act('person.assign', { id: before.id, was: before.posts, posts: postsOf(clerk, sectionIds) });
  for (const person of people) {
    if (person !== clerk) await addPerson(stage, role, person, sectionIds);
  }
  for (const partner of partners) {
    const { id } = await role.act('unit.addPartner', { id: stage.id(), kind: partner.kind, name: partner.name });
    stage.partnerIds.set(partner.key, id);
    await addPerson(stage, role, partner.liaison, sectionIds, id);
  }
  await giveAccounts(stage, role);
}

async function addPerson(stage: Stage, role: Role, person: DemoPerson, sectionIds: ReadonlyMap<string, Id>, unitId?: Id): Promise<void> {
  const { id } = await role.act('person.add', { id: stage.id(), unitId, name: person.name, posts: postsOf(person, sectionIds) });
  stage.personIds.set(person.username, id);
}

/** Two at a time: most of it is the hashing of the password. */
async function giveAccounts(stage: Stage, role: Role): Promise<void> {
  const waiting = everybody.filter((person) => person !== clerk);
  const lane = async (): Promise<void> => {
    for (let person = waiting.shift(); person; person = waiting.shift()) {
      await role.act('person.giveAccount', {
        id: stage.personIds.get(person.username)!,
        username: person.username,
        password: demoPassword,
      });
    }
  };
  await Promise.all([lane(), lane()]);
}

function postsOf(person: DemoPerson, sectionIds: ReadonlyMap<string, Id>) {
  const sectionId = person.section === null ? null : sectionIds.get(person.section)!;
  return person.posts.map(({ kind, title }) => ({ kind, title, sectionId }));
}
