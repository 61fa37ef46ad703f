import { dutyGet, dutyLists, taskBoard, taskConfirm, taskGet, taskReport, taskReturn, taskWithdraw } from '#domain/duty/duty.contract.ts';
import type { Task } from '#domain/duty/duty.model.ts';
import { taskWorkflow } from '#domain/duty/duty.rules.ts';
import { allowedActs, type Circumstances, decide } from '#domain/kernel/act.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { dayOf } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db } from '#server/platform/database.ts';
import type { ActCall, Endpoints } from '#server/platform/endpoint.ts';
import { listHistory } from '#server/platform/history.ts';
import { countTasks, getDuty, listDuties, listStages, listTasks, lockTask, saveTask } from './duty.store.ts';

export function dutyRoutes(endpoint: Endpoints): void {
  endpoint.read(dutyLists, async ({ actor, db }) => ({
    ...(await listDuties(db, actor.unitId)),
    stages: await listStages(db, actor.unitId),
  }));

  endpoint.read(dutyGet, async ({ input, actor, db, now }) => {
    const { duty, listTitle } = await getDuty(db, input.id, actor);
    const tasks = await listTasks(db, actor, dayOf(now), now, { dutyId: duty.id });
    return { duty, listTitle, tasks, issues: await listFailing(db, duty), history: await listHistory(db, duty.id) };
  });

  endpoint.read(taskBoard, async ({ input, actor, db, now }) => {
    const today = dayOf(now);
    return {
      today,
      rows: await listTasks(db, actor, today, now, input),
      counts: await countTasks(db, actor, today, input.mine === 'true'),
    };
  });

  endpoint.read(taskGet, async ({ input, actor, db, now }) => {
    const [task] = await listTasks(db, actor, dayOf(now), now, { id: input.id });
    if (!task) throw new Problem('record.notFound');
    return { task, history: await listHistory(db, task.id) };
  });

  endpoint.act(taskReport, (call) => perform(call, (task, at) => decide(taskWorkflow, task, 'report', call.input, at)));
  endpoint.act(taskConfirm, (call) => perform(call, (task, at) => decide(taskWorkflow, task, 'confirm', {}, at)));
  endpoint.act(taskReturn, (call) => perform(call, (task, at) => decide(taskWorkflow, task, 'return', call.input, at)));
  endpoint.act(taskWithdraw, (call) => perform(call, (task, at) => decide(taskWorkflow, task, 'withdraw', call.input, at)));
}

type Decision = ReturnType<typeof decide<Task, (typeof taskWorkflow)['acts'], 'confirm'>>;

async function perform<Input extends { readonly id: string }>(
  { input, actor, tx, now, tell }: ActCall<Input>,
  decision: (task: Task, at: Circumstances) => Decision,
): Promise<Done> {
  const { next, fact } = decision(await lockTask(tx, input.id, actor), { actor, now });
  await saveTask(tx, next);
  await tell(fact, next.unitId);
  return { id: next.id, state: next.state, acts: allowedActs(taskWorkflow, next, { actor, now }) };
}

/** Problems found where this duty is inspected: the third of the four views of one item (查找问题). */
function listFailing(db: Db, duty: { readonly kind: string; readonly number: string; readonly place: { readonly id: string } | null }) {
  let query = db
    .selectFrom('issue')
    .select(['id', 'no', 'state', 'text', 'foundAt'])
    .orderBy('foundAt', 'desc')
    .orderBy('id', 'desc')
    .limit(50);
  query = duty.place ? query.where('placeId', '=', duty.place.id) : query.where('id', 'is', null);
  const no = Number.parseInt(duty.number, 10);
  if (duty.kind === 'inspection' && Number.isFinite(no)) query = query.where('itemNo', '=', no);
  return query.execute();
}
