/**
 * Who acts: a person with posts. Rights hang on posts in units, never on names; a person may hold several.
 */
import type { Id } from './id.ts';
import type { Words } from './words.ts';

/** Posts, with the duty each one carries. `topLeader` 主要负责人, `leaderInCharge` 分管领导, `campaignClerk` keeps the campaign running. */
export const postKinds = {
  topLeader: { zh: '主要负责人', en: 'Director' },
  leaderInCharge: { zh: '分管领导', en: 'Deputy in charge' },
  campaignClerk: { zh: '创城专员', en: 'Campaign clerk' },
  sectionHead: { zh: '科室负责人', en: 'Section head' },
  officer: { zh: '工作人员', en: 'Officer' },
  campaignOfficer: { zh: '创城办人员', en: 'Campaign office officer' },
  liaison: { zh: '联络员', en: 'Liaison' },
} as const satisfies Record<string, Words>;
export type PostKind = keyof typeof postKinds;

export interface HeldPost {
  readonly unitId: Id;
  readonly kind: PostKind;
  readonly sectionId: Id | null;
}

export interface Actor {
  readonly personId: Id;
  readonly name: string;
  /** The unit whose work this person does. */
  readonly unitId: Id;
  readonly posts: readonly HeldPost[];
}

export function holdsPost(actor: Actor, unitId: Id, ...kinds: PostKind[]): boolean {
  return actor.posts.some((post) => post.unitId === unitId && kinds.includes(post.kind));
}
