/** How the words of a notice name sections, posts and people, and which records they mean. */
import type { PostKind } from '../kernel/actor.ts';

/** '出国（境）科', '出国境科' and '出国(境) 科' are one section. */
function sectionKey(name: string): string {
  return name.replace(/[\s（）()]/g, '');
}

/** The post that a place in the leading group implies: the head leads, deputies have fields in charge, members head their sections. */
export function postOfGroupRole(role: string, title: string | null): PostKind {
  if (/副组长|副召集人/.test(role)) return 'leaderInCharge';
  if (/组长|召集人/.test(role)) return 'topLeader';
  if (title && /科长|处长|股长|主任科员|负责人/.test(title)) return 'sectionHead';
  return 'officer';
}

/** '秘书科科长' → '秘书科'; null when the title names no section. */
export function sectionOfTitle(title: string | null): string | null {
  const found = title?.match(/([\p{Script=Han}（）()]{1,12}?(?:科|处|股|室))(?:副?(?:科长|处长|股长|主任|室主任)|负责人|工作人员)/u);
  return found?.[1] ?? null;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The section an owner's wording means, or null: exact first, then as the end of a longer name. */
export function findSection(wording: string, sections: readonly Named[]): Named | null {
  const key = sectionKey(wording);
  return (
    sections.find((section) => sectionKey(section.name) === key) ??
    sections.find((section) => key.endsWith(sectionKey(section.name))) ??
    null
  );
}

export function findPerson(wording: string, people: readonly Named[]): Named | null {
  const name = wording.replace(/\s/g, '').replace(/同志$/, '');
  return people.find((person) => person.name === name) ?? null;
}
