/** A duty of a draft and its due tasks as rows. */
import { dayOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import type { DutyDraft, TaskDraft } from '#domain/notice/draft.model.ts';
import { tasksOwed } from '#domain/notice/effective.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { sourceOf } from '../place/place.adopt.ts';

type Call = ActCall<unknown>;

/** What writing a notice's duties needs to know: which records its words mean. */
export interface DutyWriting {
  readonly noticeId: string;
  readonly placeIds: ReadonlyMap<string, string>;
  /** Key of a task → its day as printed, where the dates were moved to another year. */
  readonly printedDue: ReadonlyMap<string, string | null>;
  readonly sectionsMeant: (owners: readonly string[]) => string[];
  readonly leadersMeant: (leaders: readonly string[]) => string[];
}

export interface DutyAt {
  readonly duty: DutyDraft;
  readonly listId: string;
  readonly sort: number;
}

/** Whose it is, for the duty and for its tasks alike. */
export interface Holders {
  readonly sectionIds: string[];
  readonly leaderIds: string[];
  readonly forAll: boolean;
}

export const holdersOf = (writing: DutyWriting, duty: DutyDraft): Holders => ({
  sectionIds: writing.sectionsMeant(duty.owners),
  leaderIds: writing.leadersMeant(duty.leaders),
  forAll: duty.owners.some(namesEverybody),
});

/** '各科室', '全办各科室', '全体干部职工', '机关' */
const namesEverybody = (owner: string): boolean => /^(各|全|所有|机关)|干部职工|工作人员/.test(owner);

/** The columns a notice decides; id and unit stay what they are. */
export function dutyRow(writing: DutyWriting, { duty, listId, sort }: DutyAt) {
  const { sectionIds, leaderIds } = holdersOf(writing, duty);
  return {
    listId,
    noticeId: writing.noticeId,
    key: duty.key,
    kind: duty.kind,
    number: duty.number,
    title: duty.title,
    text: duty.text,
    owners: duty.owners,
    leaders: duty.leaders,
    sectionIds,
    leaderIds,
    placeId: duty.placeKey ? (writing.placeIds.get(duty.placeKey) ?? null) : null,
    standard: duty.standard,
    words: duty.wordCount && JSON.stringify({ n: duty.wordCount.n, approximate: duty.wordCount.approximate }),
    photos: duty.photos && JSON.stringify({ n: duty.photos.n, kinds: duty.photos.kinds, captionFields: duty.photos.captionFields }),
    source: JSON.stringify(sourceOf(writing.noticeId, duty.span)),
    sort,
  };
}

/** The columns of a due task that a notice decides. */
export function taskRow(writing: DutyWriting, task: TaskDraft) {
  const printed = writing.printedDue.get(task.key) ?? null;
  return {
    title: task.title,
    covers: task.covers,
    due: task.due,
    printedDue: printed === task.due ? null : printed,
    basis: task.basis,
    source: JSON.stringify(sourceOf(writing.noticeId, task.span)),
  };
}

export async function createDuty(call: Call, writing: DutyWriting, at: DutyAt): Promise<void> {
  const { tx, actor, now, tell } = call;
  const id = newId();
  await tx
    .insertInto('duty')
    .values({ id, unitId: actor.unitId, ...dutyRow(writing, at) })
    .execute();
  await tell({ name: 'duty.created', subject: { kind: 'duty', id }, data: { noticeId: writing.noticeId } });
  await wantForms(call, writing, id, at.duty);
  await createTasks(call, writing, id, holdersOf(writing, at.duty), tasksOwed(at.duty, dayOf(now)));
}

/** Forms named for the first time; one already wanted under the duty is not wanted twice. */
export async function wantForms({ tx, actor }: Call, { noticeId }: DutyWriting, dutyId: string, duty: DutyDraft): Promise<void> {
  const known = new Set((await tx.selectFrom('formWanted').select('name').where('dutyId', '=', dutyId).execute()).map((form) => form.name));
  const fresh = duty.forms.filter((form) => !known.has(form.raw));
  if (fresh.length === 0) return;
  await tx
    .insertInto('formWanted')
    .values(
      fresh.map((form) => ({
        id: newId(),
        unitId: actor.unitId,
        noticeId,
        dutyId,
        name: form.raw,
        source: JSON.stringify(sourceOf(noticeId, form.span)),
      })),
    )
    .execute();
}

export async function createTasks(
  { tx, actor, tell }: Call,
  writing: DutyWriting,
  dutyId: string,
  holders: Holders,
  tasks: readonly TaskDraft[],
): Promise<void> {
  for (const task of tasks) {
    const id = newId();
    await tx
      .insertInto('task')
      .values({ id, unitId: actor.unitId, dutyId, state: 'todo', ...taskRow(writing, task), ...holders })
      .execute();
    await tell({ name: 'task.created', subject: { kind: 'task', id }, data: { noticeId: writing.noticeId, due: task.due } });
  }
}
