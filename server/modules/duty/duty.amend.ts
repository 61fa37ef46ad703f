/** Duties in force that a later notice orders anew, joins or no longer names. Nothing that has work under it is lost. */
import { matchTasks } from '#domain/duty/amend.ts';
import type { Task } from '#domain/duty/duty.model.ts';
import { taskWorkflow } from '#domain/duty/duty.rules.ts';
import { decide } from '#domain/kernel/act.ts';
import { dayOf } from '#domain/kernel/day.ts';
import type { FieldChange } from '#domain/notice/compare.model.ts';
import type { DutyDraft, TaskDraft } from '#domain/notice/draft.model.ts';
import { tasksOwed } from '#domain/notice/effective.ts';
import type { Tx } from '#server/platform/database.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { sourceOf } from '../place/place.adopt.ts';
import { saveTask } from './duty.store.ts';
import { createTasks, type DutyAt, type DutyWriting, dutyRow, type Holders, holdersOf, taskRow, wantForms } from './duty.write.ts';

type Call = ActCall<unknown>;

/** The record stays, with its history, its reports and its problems; its words become those of the new notice. */
export async function amendDuty(
  call: Call,
  writing: DutyWriting,
  id: string,
  at: DutyAt & { readonly fields: readonly FieldChange[] },
): Promise<void> {
  const { tx, now, tell } = call;
  await tx.updateTable('duty').set(dutyRow(writing, at)).where('id', '=', id).execute();
  if (at.fields.length > 0) {
    const changed = at.fields.map((change) => ({ field: change.field, was: change.was, now: change.now }));
    await tell({ name: 'duty.amended', subject: { kind: 'duty', id }, data: { noticeId: writing.noticeId, changed: changed as never } });
  }
  // The sentences are those of the new notice, so its forms are too.
  await tx.deleteFrom('formWanted').where('dutyId', '=', id).execute();
  await wantForms(call, writing, id, at.duty);
  const holders = holdersOf(writing, at.duty);
  const { kept, added, withdrawn } = matchTasks(await lockTasks(tx, id), at.duty.tasks);
  for (const { standing, drawn } of kept) await amendTask(call, writing, standing, drawn, holders);
  for (const task of withdrawn) await withdrawTask(call, task);
  const owed = new Set(tasksOwed(at.duty, dayOf(now)));
  await createTasks(
    call,
    writing,
    id,
    holders,
    added.filter((task) => owed.has(task)),
  );
}

/** The duty stands as it is, with one sentence more behind it and the due days that only the other notice names. */
export async function joinDuty(call: Call, writing: DutyWriting, id: string, duty: DutyDraft): Promise<void> {
  const { tx, now, tell } = call;
  const known = await tx
    .selectFrom('duty')
    .select(['also', 'sectionIds', 'leaderIds', 'owners'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const also = [...known.also, sourceOf(writing.noticeId, duty.span)];
  await tx
    .updateTable('duty')
    .set({ also: JSON.stringify(also) })
    .where('id', '=', id)
    .execute();
  await wantForms(call, writing, id, duty);
  await tell({ name: 'duty.joined', subject: { kind: 'duty', id }, data: { noticeId: writing.noticeId } });
  const { added } = matchTasks(await lockTasks(tx, id), duty.tasks);
  const owed = new Set(tasksOwed(duty, dayOf(now)));
  const own = holdersOf(writing, duty);
  const holders: Holders =
    own.sectionIds.length > 0 || own.forAll ? own : { ...own, sectionIds: known.sectionIds, leaderIds: known.leaderIds };
  await createTasks(
    call,
    writing,
    id,
    holders,
    added.filter((task) => owed.has(task)),
  );
}

/** What nobody has worked on is withdrawn; what was reported or done stays and can still be confirmed. */
export async function endDuty(call: Call, noticeId: string, id: string): Promise<void> {
  const { tx, now, tell } = call;
  await tx.updateTable('duty').set({ endedAt: now, endedById: noticeId }).where('id', '=', id).execute();
  await tell({ name: 'duty.ended', subject: { kind: 'duty', id }, data: { noticeId } });
  for (const task of await lockTasks(tx, id)) if (task.state === 'todo' || task.state === 'returned') await withdrawTask(call, task);
}

function lockTasks(tx: Tx, dutyId: string): Promise<Task[]> {
  return tx.selectFrom('task').selectAll().where('dutyId', '=', dutyId).orderBy('due').orderBy('id').forUpdate().execute();
}

/** A task somebody has reported keeps the day and the words it was reported on. */
async function amendTask({ tx, tell }: Call, writing: DutyWriting, task: Task, drawn: TaskDraft, holders: Holders): Promise<void> {
  if (task.state !== 'todo' && task.state !== 'returned') return;
  await tx
    .updateTable('task')
    .set({ ...taskRow(writing, drawn), ...holders })
    .where('id', '=', task.id)
    .execute();
  if (task.due === drawn.due && task.title === drawn.title) return;
  await tell({
    name: 'task.amended',
    subject: { kind: 'task', id: task.id },
    data: { noticeId: writing.noticeId, was: { due: task.due, title: task.title }, due: drawn.due, title: drawn.title },
  });
}

async function withdrawTask({ tx, actor, now, tell }: Call, task: Task): Promise<void> {
  const reason = '修订后的公文不再要求 / the amended notice no longer asks for it';
  const { next, fact } = decide(taskWorkflow, task, 'withdraw', { reason }, { actor, now });
  await saveTask(tx, next);
  await tell(fact);
}
