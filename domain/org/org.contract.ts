import { z } from 'zod';
import { act, id, line, read } from '../kernel/contract.ts';
import { GroupMember, Person, Post, PostKindSchema, Section, Unit, UnitKindSchema } from './org.model.ts';

const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,29}$/, { message: '3–30 个小写字母、数字、点、横线 / 3–30 lower-case letters, digits, dots, dashes' });
const password = z.string().min(8, { message: '至少 8 位 / at least 8 characters' }).max(128);

export const SignedIn = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  unit: Unit,
  posts: z.array(z.object({ unitId: z.string(), kind: PostKindSchema, sectionId: z.string().nullable() })),
});
export type SignedIn = z.infer<typeof SignedIn>;

export const CastMember = z.object({
  personId: z.string(),
  name: z.string(),
  username: z.string(),
  title: z.string(),
  unitName: z.string(),
  comesFor: z.object({ zh: z.string(), en: z.string() }),
});
export type CastMember = z.infer<typeof CastMember>;

export const sessionState = read('session.state', {
  words: { zh: '登录状态', en: 'Session' },
  input: z.object({}),
  output: z.object({
    signedIn: SignedIn.nullable(),
    firstVisit: z.boolean().describe('no account exists yet: make the first one'),
    cast: z.array(CastMember).describe('the people of the demo, empty without the demo data'),
    now: z.string().describe("the server's clock"),
    queueKey: z.string().nullable().describe('seals what this person exports from a phone, hex; null when nobody is signed in'),
  }),
  open: true,
});

export const sessionSignIn = act('session.signIn', {
  words: { zh: '登录', en: 'Sign in' },
  input: z.object({ username: z.string().trim().toLowerCase().max(60), password: z.string().max(128) }),
  output: SignedIn,
  problems: ['session.wrongPassword', 'session.tooManyTries', 'session.noPost'],
  open: true,
});

export const sessionDemo = act('session.demo', {
  words: { zh: '以演示身份登录', en: 'Sign in as one of the cast' },
  input: z.object({ personId: id }),
  output: SignedIn,
  problems: ['session.demoOnly'],
  open: true,
});

export const sessionSignOut = act('session.signOut', {
  words: { zh: '退出登录', en: 'Sign out' },
  input: z.object({}),
  output: z.object({}),
  open: true,
});

export const setupFirstAccount = act('setup.firstAccount', {
  words: { zh: '建立首个账号', en: 'Make the first account' },
  input: z.object({ unitName: line(60).min(2), shortName: line(20).min(1), name: line(20).min(1), username, password }),
  output: SignedIn,
  problems: ['setup.done'],
  open: true,
});

export const orgGet = read('org.get', {
  words: { zh: '本单位', en: 'Own unit' },
  input: z.object({}),
  output: z.object({
    unit: Unit,
    sections: z.array(Section),
    people: z.array(Person),
    partners: z.array(Unit.extend({ people: z.array(Person) })),
    group: z.array(GroupMember),
    mayManage: z.boolean(),
  }),
});

export const sectionAdd = act('section.add', {
  words: { zh: '新增科室', en: 'Add a section' },
  input: z.object({ id, name: line(30).min(1) }),
  output: Section,
  problems: ['record.exists'],
});

export const personAdd = act('person.add', {
  words: { zh: '新增人员', en: 'Add a person' },
  input: z.object({
    id,
    unitId: id.optional().describe('a partner unit; own unit when absent'),
    name: line(20).min(1),
    posts: z.array(Post).min(1).max(6),
  }),
  output: Person,
  problems: ['record.exists'],
});

export const personAssign = act('person.assign', {
  words: { zh: '调整职务', en: 'Change posts' },
  input: z.object({ id, was: z.array(Post).describe('the posts the screen showed'), posts: z.array(Post).min(1).max(6) }),
  output: Person,
  problems: ['record.changed', 'person.lastClerk'],
});

export const personGiveAccount = act('person.giveAccount', {
  words: { zh: '开通账号', en: 'Give an account' },
  input: z.object({ id, username, password }),
  output: Person,
  problems: ['account.nameTaken', 'account.exists'],
});

export const unitAddPartner = act('unit.addPartner', {
  words: { zh: '新增协作单位', en: 'Add a partner' },
  input: z.object({ id, kind: UnitKindSchema.exclude(['office']), name: line(60).min(2) }),
  output: Unit,
  problems: ['record.exists'],
});
