/**
 * The draft: what adopting a notice would set to work, in the order a clerk thinks of it. Derived from the plan
 * (draft.ts), corrected by the clerk, and carried out by the act `notice.adopt`.
 * Every entry has a `key` that stays the same when the same notice is compiled again.
 */
import { z } from 'zod';
import { Doubt, Mention, PhotoCount, Span, WordCount } from './plan.ts';

/** A due day that a duty brings with it. `printed` stands in the sentence; `inherited` comes from the row above a blank cell; `derived` from a cadence (每季度, 每月) without a day; `clerk` was set by hand. */
export const TaskDraft = z.object({
  key: z.string(),
  title: z.string(),
  covers: z.string().nullable(),
  due: z.iso.date().nullable(),
  basis: z.enum(['printed', 'inherited', 'derived', 'clerk']),
  span: Span,
});
export type TaskDraft = z.infer<typeof TaskDraft>;

/** `duty`: somebody answers for it. `inspection`: a line of a place's checklist. `measure`: how the patrol of a place is run. */
export const DutyDraft = z.object({
  key: z.string().describe('the path of its item in the plan'),
  kind: z.enum(['duty', 'inspection', 'measure']),
  number: z.string(),
  title: z.string(),
  text: z.string(),
  owners: z.array(z.string()),
  leaders: z.array(z.string()),
  placeKey: z.string().nullable(),
  standard: z.string().nullable().describe('the assessment standard it serves, where a table gives one'),
  wordCount: WordCount.nullable(),
  photos: PhotoCount.nullable(),
  forms: z.array(Mention).describe('papers it is done on, by name'),
  tasks: z.array(TaskDraft),
  span: Span,
  dropped: z.boolean().describe('the clerk decided that it orders nothing'),
  separate: z.boolean().describe('stands beside a duty of another notice that orders the same, instead of joining it'),
  doubts: z.array(Doubt).describe('what the text leaves unsure about it'),
});
export type DutyDraft = z.infer<typeof DutyDraft>;

export const ListDraft = z.object({ key: z.string(), title: z.string(), duties: z.array(DutyDraft), span: Span });
export type ListDraft = z.infer<typeof ListDraft>;

export const ChecklistLine = z.object({
  no: z.int().positive(),
  text: z.string(),
  measures: z.array(z.object({ metric: z.string(), atLeast: z.number(), unit: z.literal('%') })),
  span: Span,
});
export type ChecklistLine = z.infer<typeof ChecklistLine>;

export const PlaceDraft = z.object({
  key: z.string().describe("its identity across notices: 'grid:16' or 'road:玄帝庙街:路西' or 'community:凤凰城社区'"),
  kind: z.enum(['grid', 'community', 'road']),
  name: z.string(),
  code: z.string().nullable(),
  community: z.string().nullable(),
  road: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  side: z.string().nullable(),
  checklist: z.array(ChecklistLine),
  span: Span,
});
export type PlaceDraft = z.infer<typeof PlaceDraft>;

/** How a place is patrolled. A null field is one this notice does not speak of. */
export const PatrolRuleDraft = z.object({
  key: z.string(),
  placeKey: z.string(),
  daysAWeek: z.int().min(1).max(7).nullable(),
  people: z.int().min(1).max(50).nullable().describe('patrollers beside the leader on duty, or the total over `sharedBy` places'),
  sharedBy: z.int().positive().describe('1 = the number is meant for this place; k = one number printed for k places together'),
  leaderOnDuty: z.boolean().nullable(),
  requirements: z.array(z.string()).describe('着单位志愿服务服装、标识; 携带必要工具'),
  spans: z.record(z.string(), Span).describe('field → where it stands'),
});
export type PatrolRuleDraft = z.infer<typeof PatrolRuleDraft>;

export const MemberDraft = z.object({
  key: z.string(),
  group: z.string(),
  role: z.string(),
  name: z.string(),
  post: z.string().nullable(),
  concurrent: z.boolean(),
  span: Span,
});
export type MemberDraft = z.infer<typeof MemberDraft>;

export const StageDraft = z.object({
  key: z.string(),
  name: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  span: Span,
});
export type StageDraft = z.infer<typeof StageDraft>;

export const PartnerDraft = z.object({
  key: z.string(),
  kind: z.enum(['community', 'campaignOffice', 'department']),
  name: z.string(),
  span: Span,
});
export type PartnerDraft = z.infer<typeof PartnerDraft>;

/** A due day that the clerk adds to a duty. */
export const AddedTask = z.object({ key: z.string().min(1).max(500), title: z.string().trim().min(1).max(200), due: z.iso.date() });
export type AddedTask = z.infer<typeof AddedTask>;

/**
 * One field of one entry set to another value; what a clerk's pencil does, and what the answer to a question does.
 * Some fields change what there is: of a duty `cuts` (offsets in the notice's text at which its sentence is parted into duties of
 * their own, none = whole again), `mergedInto` (the key of the duty it joins, null = on its own again) and `addedTasks` (due days the
 * notice does not print); of the notice `addedItems` (passages that order something and were not read as a duty).
 */
export const Correction = z.object({
  target: z.string().describe("'duty:KEY', 'task:KEY', 'place:KEY', 'patrolRule:KEY', 'member:KEY', 'stage:KEY', 'notice'"),
  field: z.string(),
  value: z.json(),
  question: z.string().optional().describe('the key of the question whose answer it is; taken back with the answer'),
});
export type Correction = z.infer<typeof Correction>;

/** One passage a question points at; in another notice when `notice` names it. */
export const Passage = z.object({
  notice: z.string().nullable().describe('id of the other notice, null for this one'),
  number: z.string().nullable(),
  quote: z.string(),
  span: Span,
});
export type Passage = z.infer<typeof Passage>;

/** What a person has to settle before adoption: a contradiction, a blank, something the compiler is unsure of. */
export const Question = z.object({
  key: z.string(),
  kind: z.enum(['contradiction', 'blank', 'unsure', 'amendment']),
  message: z.object({ zh: z.string(), en: z.string() }),
  passages: z.array(Passage),
  options: z.array(
    z.object({
      key: z.string(),
      words: z.object({ zh: z.string(), en: z.string() }),
      corrections: z.array(z.object({ notice: z.string().nullable().describe('null for this one'), correction: Correction })),
    }),
  ),
  mustSettle: z.boolean().describe('adoption waits for it'),
});
export type Question = z.infer<typeof Question>;

/** What adopting does to what an earlier notice ordered: `whole` = the duties it no longer names end; else they stay. */
export const Amends = z.object({ notice: z.string(), whole: z.boolean() });
export type Amends = z.infer<typeof Amends>;

export const Draft = z.object({
  lists: z.array(ListDraft),
  places: z.array(PlaceDraft),
  patrolRules: z.array(PatrolRuleDraft),
  members: z.array(MemberDraft),
  officeSection: z.string().nullable(),
  stages: z.array(StageDraft),
  partners: z.array(PartnerDraft),
  channels: z.array(z.object({ key: z.string(), name: z.string(), placeKey: z.string().nullable(), span: Span })),
  unread: z.array(Mention).optional().describe('lines of a roster nobody could read; a question each'),
  doubts: z.array(Doubt).describe('about the notice as a whole, or about entries that are no duties'),
  accepted: z.array(z.string()).describe("targets a clerk has checked: 'duty:KEY', 'member:KEY'"),
  amends: Amends.nullable(),
});
export type Draft = z.infer<typeof Draft>;
