/** A problem found on patrol or reported at the desk, followed to its end (问题闭环). */
import { z } from 'zod';
import { OfferedAct, Ref } from '../kernel/contract.ts';
import { Photo, Position } from '../photo/photo.model.ts';
import { IssueClock } from './issue.clock.model.ts';
import { disposals, issueStages, issueStates } from './issue.states.ts';

export const IssueStateSchema = z.enum(Object.keys(issueStates) as [keyof typeof issueStates, ...(keyof typeof issueStates)[]]);
export const IssueStageSchema = z.enum(Object.keys(issueStages) as [keyof typeof issueStages, ...(keyof typeof issueStages)[]]);
export const DisposalSchema = z.enum(Object.keys(disposals) as [keyof typeof disposals, ...(keyof typeof disposals)[]]);

/** Something asked for, decided by somebody else. */
export const Asking = z.object({ byId: z.string(), at: z.string(), reason: z.string() });
export type Asking = z.infer<typeof Asking>;

/** What the rules need to know of a problem. */
export const Issue = z.object({
  id: z.string(),
  unitId: z.string(),
  no: z.int().describe('#318, counted within the unit'),
  state: IssueStateSchema,
  disposal: DisposalSchema.nullable().describe('the last way taken'),
  text: z.string(),
  spot: z.string().describe('where exactly, in words'),
  placeId: z.string().nullable(),
  patrolId: z.string().nullable(),
  itemNo: z.int().nullable().describe('the checklist item it fails'),
  position: Position.nullable(),
  finderId: z.string(),
  foundAt: z.string(),
  handlerId: z.string().nullable().describe('the partner unit it lies with'),
  fixerId: z.string().nullable(),
  fixedAt: z.string().nullable(),
  fixNote: z.string().nullable(),
  verifierId: z.string().nullable(),
  closedAt: z.string().nullable(),
  returns: z.int().describe('how often it came back'),
  declinedBy: z.array(z.string()).describe('units that said it is not theirs; they get it again only by assignment'),
  assignedById: z.string().nullable().describe('the unit above that assigned the handler; who is assigned may not decline'),
  suspendedFrom: IssueStateSchema.nullable(),
  suspendedUntil: z.string().nullable().describe('the day on which the limit runs again'),
  suspensions: z.int(),
  extensionAsked: Asking.nullable(),
  extensions: z.int().describe('granted so far'),
  reopenAsked: Asking.nullable(),
  duplicateOfId: z.string().nullable(),
  partOfId: z.string().nullable(),
  goTo: z.string().nullable().describe('where a dismissed problem belongs instead'),
  clock: IssueClock.nullable().describe('null: found before limits were kept'),
  dueAt: z.string().nullable().describe('null while no limit runs'),
  lateSince: z.string().nullable().describe('when a limit was first missed; it stays'),
});
export type Issue = z.infer<typeof Issue>;

export const IssuePhoto = Photo.extend({ role: z.enum(['before', 'after']) });
export type IssuePhoto = z.infer<typeof IssuePhoto>;

/** What a screen shows of a problem in a list. */
export const IssueRow = Issue.pick({
  id: true,
  no: true,
  state: true,
  disposal: true,
  text: true,
  spot: true,
  itemNo: true,
  foundAt: true,
  returns: true,
  dueAt: true,
  lateSince: true,
  suspendedUntil: true,
}).extend({
  place: Ref.nullable(),
  handler: Ref.nullable(),
  finder: Ref,
  beforeId: z.string().nullable().describe('first photo of the finding'),
  afterId: z.string().nullable().describe('first photo of the fix'),
  photosWaiting: z.int().describe('photos announced whose bytes are not here yet'),
});
export type IssueRow = z.infer<typeof IssueRow>;

/** Another problem, as a link to it says it. */
export const IssueRef = z.object({ id: z.string(), no: z.int(), text: z.string(), state: IssueStateSchema });
export type IssueRef = z.infer<typeof IssueRef>;

export const IssueView = Issue.extend({
  place: Ref.nullable(),
  handler: Ref.nullable(),
  finder: Ref,
  fixer: Ref.nullable(),
  verifier: Ref.nullable(),
  unit: Ref,
  assigner: Ref.nullable(),
  duplicateOf: IssueRef.nullable(),
  partOf: IssueRef.nullable(),
  joined: z.array(IssueRef).describe('problems that were joined to this one'),
  parts: z.array(IssueRef),
  photos: z.array(IssuePhoto),
  item: z.object({ no: z.int(), text: z.string(), noticeId: z.string(), start: z.int(), end: z.int() }).nullable(),
  acts: z.array(OfferedAct),
});
export type IssueView = z.infer<typeof IssueView>;
