/** The clerk's pencil: single fields of the draft set to other values. Pure; a correction of something that is gone does nothing. */
import { z } from 'zod';
import {
  AddedTask,
  Amends,
  type Correction,
  type Draft,
  DutyDraft as Duty,
  type DutyDraft,
  MemberDraft,
  PatrolRuleDraft,
  PlaceDraft,
  StageDraft,
  TaskDraft,
} from './draft.model.ts';
import { Span } from './plan.ts';
import { isStructural } from './reshape.ts';

/** A correction names no field that can be corrected, or gives it a value of another kind. */
export class BadCorrection extends Error {
  override readonly name = 'BadCorrection';
}

type Fields = Readonly<Record<string, z.ZodType>>;

const Dropped = z.boolean();

/** What may be corrected in each kind of entry, with the schema of its value. `dropped` takes a task away. */
const fields = {
  duty: {
    ...pick(Duty.shape, ['title', 'text', 'owners', 'leaders', 'placeKey', 'standard', 'wordCount', 'photos', 'dropped', 'separate']),
    cuts: z.array(z.int().min(0)).max(20),
    mergedInto: z.string().nullable(),
    addedTasks: z.array(AddedTask).max(20),
  },
  task: { ...pick(TaskDraft.shape, ['title', 'covers', 'due']), dropped: Dropped },
  place: pick(PlaceDraft.shape, ['name', 'code', 'community', 'road', 'from', 'to', 'side']),
  patrolRule: pick(PatrolRuleDraft.shape, ['daysAWeek', 'people', 'sharedBy', 'leaderOnDuty', 'requirements']),
  member: pick(MemberDraft.shape, ['group', 'role', 'name', 'post', 'concurrent']),
  stage: pick(StageDraft.shape, ['name', 'from', 'to']),
  notice: { officeSection: z.string().nullable(), amends: Amends.nullable(), addedItems: z.array(Span).max(200) },
} satisfies Record<string, Fields>;

export type TargetKind = keyof typeof fields;

function pick(shape: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(shape).filter(([name]) => names.includes(name)));
}

/** In the order given: a later correction of the same field wins. */
export function applyCorrections(draft: Draft, corrections: readonly Correction[]): Draft {
  return corrections.reduce(applyOne, draft);
}

function applyOne(draft: Draft, correction: Correction): Draft {
  const { kind, key } = targetOf(correction.target);
  const value = checked(kind, correction);
  if (correction.field === 'accepted') return withAccepted(draft, correction.target, value === true);
  // Parting and joining were done before the draft was made (reshape.ts).
  if (isStructural(correction.field)) return draft;
  const change = { [correction.field]: value };
  switch (kind) {
    case 'duty':
      if (correction.field === 'addedTasks')
        return withDuties(draft, (duty) => (duty.key === key ? withTasks(duty, value as AddedTask[]) : duty));
      return withDuties(draft, (duty) => (duty.key === key ? { ...duty, ...change } : duty));
    case 'task':
      return withDuties(draft, (duty) => ({ ...duty, tasks: correctedTasks(duty.tasks, key, correction.field, value) }));
    case 'place':
      return { ...draft, places: changed(draft.places, key, change) };
    case 'patrolRule':
      return { ...draft, patrolRules: changed(draft.patrolRules, key, change) };
    case 'member':
      return { ...draft, members: changed(draft.members, key, change) };
    case 'stage':
      return { ...draft, stages: changed(draft.stages, key, change) };
    case 'notice':
      return { ...draft, ...change };
  }
}

/** 'duty:附件2>1' → duty and its key; the key may hold colons of its own. */
function targetOf(target: string): { kind: TargetKind; key: string } {
  const colon = target.indexOf(':');
  const kind = colon < 0 ? target : target.slice(0, colon);
  if (!Object.hasOwn(fields, kind)) throw new BadCorrection(`no entry of kind '${kind}' can be corrected`);
  return { kind: kind as TargetKind, key: colon < 0 ? '' : target.slice(colon + 1) };
}

function checked(kind: TargetKind, correction: Correction): unknown {
  const known: Fields = fields[kind];
  const schema =
    correction.field === 'accepted' ? z.boolean() : Object.hasOwn(known, correction.field) ? known[correction.field] : undefined;
  if (schema === undefined) throw new BadCorrection(`'${correction.field}' of a ${kind} cannot be corrected`);
  const parsed = schema.safeParse(correction.value);
  if (!parsed.success) throw new BadCorrection(`'${correction.field}' of a ${kind} cannot have that value`);
  return parsed.data;
}

/** A clerk checked the entry, or puts it back among the unchecked. */
function withAccepted(draft: Draft, target: string, accepted: boolean): Draft {
  const others = draft.accepted.filter((one) => one !== target);
  return { ...draft, accepted: accepted ? [...others, target] : others };
}

function changed<Entry extends { readonly key: string }>(entries: readonly Entry[], key: string, change: object): Entry[] {
  return entries.map((entry) => (entry.key === key ? { ...entry, ...change } : entry));
}

function withDuties(draft: Draft, change: (duty: DutyDraft) => DutyDraft): Draft {
  return { ...draft, lists: draft.lists.map((list) => ({ ...list, duties: list.duties.map(change) })) };
}

function withTasks(duty: DutyDraft, added: readonly AddedTask[]): DutyDraft {
  const tasks = added.map((task): TaskDraft => ({ ...task, covers: null, basis: 'clerk', span: duty.span }));
  return { ...duty, tasks: [...duty.tasks.filter((task) => task.basis !== 'clerk'), ...tasks] };
}

function correctedTasks(tasks: readonly TaskDraft[], key: string, field: string, value: unknown): TaskDraft[] {
  if (field === 'dropped') return tasks.filter((task) => task.key !== key || value !== true);
  return changed(tasks, key, { [field]: value });
}
