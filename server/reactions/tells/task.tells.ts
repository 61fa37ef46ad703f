/** What due tasks tell: the days before, on and after, and what became of a result. */
import { addDays, type Day, daysBetween } from '#domain/kernel/day.ts';
import { sayDate } from '#domain/message/say.ts';
import { isLateDay } from '#domain/message/tells.ts';
import type { Db } from '#server/platform/database.ts';
import type { ClockReporter, Reporter, Telling } from '../../modules/message/telling.ts';
import { clerksOf, ownersOf } from './people.ts';

const known = (db: Db) =>
  db
    .selectFrom('task')
    .innerJoin('duty', 'duty.id', 'task.dutyId')
    .select(['task.id', 'task.unitId', 'task.dutyId', 'task.title', 'task.due', 'task.sectionIds', 'task.leaderIds', 'task.forAll'])
    .select(['task.reporterId', 'duty.title as duty']);

type Known = Awaited<ReturnType<ReturnType<typeof known>['execute']>>[number];

export const taskTells: Reporter = async (db, fact) => {
  const task = await known(db).where('task.id', '=', fact.subjectId).executeTakeFirst();
  if (!task) return [];
  const { result, reason } = fact.data as { readonly result?: string; readonly reason?: string };
  return [
    {
      people: { concerned: task.reporterId ? [task.reporterId] : [], clerk: await clerksOf(db, task.unitId) },
      fields: { task: task.title, by: fact.byName, result: result ?? '', reason: reason ?? '' },
      record: { kind: 'duty', id: task.dutyId },
    },
  ];
};

/** Tasks nobody has reported on yet. */
const owed = (db: Db, unitId: string) => known(db).where('task.unitId', '=', unitId).where('task.state', 'in', ['todo', 'returned']);

function dueTells(name: string, ofDay: (db: Db, unitId: string, day: Day) => Promise<Known[]>): ClockReporter {
  const remind = async (db: Db, tasks: readonly Known[], day: Day): Promise<Telling[]> =>
    Promise.all(
      tasks.map(async (task) => ({
        people: { owners: await ownersOf(db, task), leaderInCharge: task.leaderIds, clerk: await clerksOf(db, task.unitId) },
        fields: {
          task: task.title,
          due: sayDate(task.due!),
          days: String(Math.max(1, daysBetween(task.due!, day))),
          duty: task.duty === task.title ? '' : { zh: `责任事项：${task.duty}。`, en: `Duty: ${task.duty}.` },
        },
        record: { kind: 'duty', id: task.dutyId },
        once: `${name}:${task.id}:${day}`,
      })),
    );
  return {
    due: async (db, unitId, day) => remind(db, await ofDay(db, unitId, day), day),
    latest: async (db, unitId, day) =>
      remind(
        db,
        await known(db).where('task.unitId', '=', unitId).where('task.due', '<=', day).orderBy('task.due', 'desc').limit(1).execute(),
        day,
      ),
  };
}

const DAYS_BEFORE = 3;

export const dueSoonTells = dueTells('task.dueSoon', (db, unitId, day) =>
  owed(db, unitId).where('task.due', '=', addDays(day, DAYS_BEFORE)).execute(),
);
export const dueTodayTells = dueTells('task.dueToday', (db, unitId, day) => owed(db, unitId).where('task.due', '=', day).execute());
export const lateTells = dueTells('task.late', async (db, unitId, day) =>
  (await owed(db, unitId).where('task.due', '<', day).execute()).filter(({ due }) => isLateDay(daysBetween(due!, day))),
);
