/** Units, sections, people and posts. */
import { z } from 'zod';
import { postKinds } from '../kernel/actor.ts';
import type { Words } from '../kernel/words.ts';

/** `office` 单位 is a unit that runs the campaign for itself; the others stand beside it. */
export const unitKinds = {
  office: { zh: '单位', en: 'Unit' },
  campaignOffice: { zh: '创城办', en: 'Campaign office' },
  community: { zh: '社区', en: 'Community' },
  department: { zh: '职能部门', en: 'Department' },
} as const satisfies Record<string, Words>;
export type UnitKind = keyof typeof unitKinds;

export const PostKindSchema = z.enum(Object.keys(postKinds) as [keyof typeof postKinds, ...(keyof typeof postKinds)[]]);
export const UnitKindSchema = z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]);

export const Post = z.object({
  kind: PostKindSchema,
  sectionId: z.string().nullable(),
  title: z.string().describe('as printed on the door or in the notice: 秘书科科长'),
});
export type Post = z.infer<typeof Post>;

export const Person = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string().nullable().describe('null while the person has no account'),
  posts: z.array(Post),
});
export type Person = z.infer<typeof Person>;

export const Section = z.object({ id: z.string(), name: z.string() });
export type Section = z.infer<typeof Section>;

export const Unit = z.object({ id: z.string(), kind: UnitKindSchema, name: z.string(), shortName: z.string() });
export type Unit = z.infer<typeof Unit>;

export const GroupMember = z.object({
  group: z.string(),
  role: z.string().describe('组长, 副组长, 成员, 主任, 副主任'),
  personId: z.string(),
  name: z.string(),
  post: z.string().nullable(),
  noticeId: z.string(),
  span: z.tuple([z.int(), z.int()]),
});
export type GroupMember = z.infer<typeof GroupMember>;
