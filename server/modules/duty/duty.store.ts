/** Duties and due tasks in the database. */
import { sql } from 'kysely';
import type { Duty, ResponsibilityList, Stage, Task, TaskRow } from '#domain/duty/duty.model.ts';
import { taskWorkflow } from '#domain/duty/duty.rules.ts';
import { allowedActs } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { type At, addDays, type Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db, Tx } from '#server/platform/database.ts';
import { unitsOf } from '#server/platform/scope.ts';
import { findNames, namesOf } from '../org/names.ts';

/** Still owed. The words are those of the index on due days. */
const isOpen = sql<boolean>`task.state NOT IN ('done', 'withdrawn')`;

export async function listDuties(db: Db, unitId: string): Promise<{ lists: ResponsibilityList[]; ended: Duty[] }> {
  const lists = await db
    .selectFrom('responsibilityList')
    .innerJoin('notice', 'notice.id', 'responsibilityList.noticeId')
    .where('responsibilityList.unitId', '=', unitId)
    .orderBy('responsibilityList.sort')
    .select(['responsibilityList.id', 'responsibilityList.title', 'responsibilityList.noticeId', 'notice.number as noticeNumber'])
    .execute();
  const duties = await viewDuties(db, await dutyRows(db).where('duty.unitId', '=', unitId).orderBy('duty.sort').execute());
  const byList = Map.groupBy(
    duties.filter((duty) => duty.endedAt === null),
    (duty) => duty.listId,
  );
  return {
    lists: lists.flatMap((list) => (byList.has(list.id) ? [{ ...list, duties: byList.get(list.id)! }] : [])),
    ended: duties.filter((duty) => duty.endedAt !== null).sort((a, b) => (a.endedAt! < b.endedAt! ? 1 : -1)),
  };
}

export async function getDuty(db: Db, id: string, actor: Actor): Promise<{ readonly duty: Duty; readonly listTitle: string }> {
  const row = await dutyRows(db).where('duty.id', '=', id).where('duty.unitId', 'in', unitsOf(actor)).executeTakeFirst();
  if (!row) throw new Problem('record.notFound');
  const { title } = await db.selectFrom('responsibilityList').select('title').where('id', '=', row.listId).executeTakeFirstOrThrow();
  return { duty: (await viewDuties(db, [row]))[0]!, listTitle: title };
}

function dutyRows(db: Db) {
  return db
    .selectFrom('duty')
    .leftJoin('place', 'place.id', 'duty.placeId')
    .select([
      'duty.id',
      'duty.listId',
      'duty.kind',
      'duty.number',
      'duty.title',
      'duty.text',
      'duty.owners',
      'duty.leaders',
      'duty.sectionIds',
      'duty.leaderIds',
      'duty.standard',
      'duty.words',
      'duty.photos',
      'duty.source',
      'duty.also',
      'duty.endedAt',
    ])
    .select(['place.id as placeId', 'place.name as placeName'])
    .select([
      sql<number>`(SELECT count(*) FROM task WHERE task.duty_id = duty.id AND task.state <> 'withdrawn')`.as('total'),
      sql<number>`(SELECT count(*) FROM task WHERE task.duty_id = duty.id AND ${isOpen})`.as('open'),
      sql<string | null>`(SELECT min(due) FROM task WHERE task.duty_id = duty.id AND ${isOpen})`.as('nextDue'),
    ]);
}

type DutyRow = Awaited<ReturnType<ReturnType<typeof dutyRows>['execute']>>[number];

async function viewDuties(db: Db, rows: readonly DutyRow[]): Promise<Duty[]> {
  const sectionIds = [...new Set(rows.flatMap((row) => row.sectionIds))];
  const sections = new Map(
    (sectionIds.length > 0 ? await db.selectFrom('section').select(['id', 'name']).where('id', 'in', sectionIds).execute() : []).map(
      (section) => [section.id, section.name],
    ),
  );
  const people = await findNames(db, { people: rows.flatMap((row) => row.leaderIds) });
  const forms = await listForms(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ sectionIds: ids, leaderIds, placeId, placeName, total, open, nextDue, ...row }) => ({
    ...row,
    sections: namesOf(sections, ids),
    leadersInCharge: namesOf(people, leaderIds),
    place: placeId && placeName ? { id: placeId, name: placeName } : null,
    forms: forms.get(row.id) ?? [],
    tasks: { open, total, nextDue },
  }));
}

async function listForms(db: Db, dutyIds: readonly string[]): Promise<Map<string, Duty['forms']>> {
  if (dutyIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('formWanted')
    .select(['dutyId', 'name', 'source'])
    .where('dutyId', 'in', dutyIds)
    .orderBy(sql`(source->>'start')::int`)
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.dutyId)].map(([dutyId, forms]) => [dutyId, forms.map(({ name, source }) => ({ name, source }))]),
  );
}

export function listStages(db: Db, unitId: string): Promise<Stage[]> {
  return db
    .selectFrom('stage')
    .where('unitId', '=', unitId)
    .orderBy('fromMonth')
    .orderBy('sort')
    .select(['id', 'name', 'fromMonth as from', 'toMonth as to', 'source'])
    .execute();
}

export async function lockTask(tx: Tx, id: string, actor: Actor): Promise<Task> {
  const task = await tx
    .selectFrom('task')
    .selectAll()
    .where('id', '=', id)
    .where('unitId', 'in', unitsOf(actor))
    .forUpdate()
    .executeTakeFirst();
  if (!task) throw new Problem('record.notFound');
  return task;
}

export async function saveTask(tx: Tx, task: Task): Promise<void> {
  const { state, result, reporterId, reportedAt, confirmedAt } = task;
  await tx.updateTable('task').set({ state, result, reporterId, reportedAt, confirmedAt }).where('id', '=', task.id).execute();
}

export type BandFilter = 'late' | 'today' | 'week' | 'later' | 'done';

export interface TaskFilter {
  readonly band?: BandFilter | undefined;
  readonly mine?: 'true' | undefined;
  readonly dutyId?: string | undefined;
  readonly id?: string | undefined;
  readonly limit?: number | undefined;
}

/** By due day, those without one last; done ones newest first. */
export async function listTasks(db: Db, actor: Actor, today: Day, now: At, filter: TaskFilter): Promise<TaskRow[]> {
  let query = db
    .selectFrom('task')
    .innerJoin('duty', 'duty.id', 'task.dutyId')
    .where('task.unitId', 'in', unitsOf(actor))
    .selectAll('task')
    .select(['duty.title as dutyTitle', 'duty.owners', 'duty.leaders']);
  if (filter.id) query = query.where('task.id', '=', filter.id);
  else if (filter.dutyId) query = query.where('task.dutyId', '=', filter.dutyId);
  else if (filter.band === 'done') query = query.where('task.state', '=', 'done');
  else query = query.where(isOpen);
  if (filter.band === 'late') query = query.where('task.due', '<', today);
  if (filter.band === 'today') query = query.where('task.due', '=', today);
  if (filter.band === 'week') query = query.where('task.due', '>', today).where('task.due', '<=', addDays(today, 7));
  if (filter.band === 'later') query = query.where((eb) => eb.or([eb('task.due', '>', addDays(today, 7)), eb('task.due', 'is', null)]));
  if (filter.mine) query = query.where(ownedBy(actor));
  const rows = await query
    .orderBy(sql`task.due ${filter.band === 'done' ? sql`desc` : sql`asc`} nulls last`)
    .orderBy('duty.sort')
    .orderBy('task.id')
    .limit(filter.limit ?? 500)
    .execute();
  return rows.map(({ dutyTitle, owners, leaders, source, ...task }) => ({
    ...task,
    dutyTitle,
    owners,
    leaders,
    source,
    acts: allowedActs(taskWorkflow, task, { actor, now }),
  }));
}

/** `ownsTask` in SQL: the actor's sections, the actor as leader in charge, everybody. */
function ownedBy(actor: Actor) {
  const sections = actor.posts.flatMap((post) => post.sectionId ?? []);
  return sql<boolean>`(task.for_all OR task.section_ids && ${sections}::uuid[] OR ${actor.personId}::uuid = ANY(task.leader_ids))`;
}

export interface TaskCounts {
  readonly late: number;
  readonly today: number;
  readonly week: number;
  readonly later: number;
  readonly waiting: number;
  readonly done: number;
}

export async function countTasks(db: Db, actor: Actor, today: Day, mine: boolean): Promise<TaskCounts> {
  let query = db.selectFrom('task').where('unitId', 'in', unitsOf(actor));
  if (mine) query = query.where(ownedBy(actor));
  return query
    .select([
      sql<number>`count(*) FILTER (WHERE ${isOpen} AND due < ${today}::date)`.as('late'),
      sql<number>`count(*) FILTER (WHERE ${isOpen} AND due = ${today}::date)`.as('today'),
      sql<number>`count(*) FILTER (WHERE ${isOpen} AND due > ${today}::date AND due <= ${today}::date + 7)`.as('week'),
      sql<number>`count(*) FILTER (WHERE ${isOpen} AND (due > ${today}::date + 7 OR due IS NULL))`.as('later'),
      sql<number>`count(*) FILTER (WHERE state = 'reported')`.as('waiting'),
      sql<number>`count(*) FILTER (WHERE state = 'done')`.as('done'),
    ])
    .executeTakeFirstOrThrow();
}
