import { taskStates } from '#domain/duty/duty.states.ts';
import { dayOf, daysBetween, writtenDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { getDuty, listDuties, listTasks } from '../duty/duty.store.ts';
import type { Asked, Filled } from './values.ts';

export async function dutyValues({ db, actor, now }: Asked): Promise<Filled> {
  const { lists } = await listDuties(db, actor.unitId);
  const tasks = Map.groupBy(await listTasks(db, actor, dayOf(now), now, {}), ({ dutyId }) => dutyId);
  // What a patrol looks at is its checklist, not a division of work.
  const rows = lists.flatMap((list) => list.duties).filter(({ kind }) => kind !== 'inspection');
  const year = dayOf(now).slice(0, 4);
  return {
    name: writtenDay(dayOf(now)),
    values: {},
    lists: {
      事项: rows.map((duty, at) => ({
        序号: `${at + 1}`,
        事项: duty.title,
        标准: [
          duty.standard?.replace(/[；。，\s]+$/, ''),
          duty.words ? `说明报告${duty.words.n}字${duty.words.approximate ? '左右' : ''}` : '',
          duty.photos ? `照片${duty.photos.n}张` : '',
        ]
          .filter(Boolean)
          .join('；'),
        分管领导: duty.leadersInCharge.map(({ name }) => name).join('、') || duty.leaders.join('、'),
        责任科室: duty.sections.map(({ name }) => name).join('、') || duty.owners.join('、'),
        完成时限: (tasks.get(duty.id) ?? []).flatMap(({ due }) => (due ? [writtenDay(due, year)] : [])).join('\n') || '长期',
      })),
    },
  };
}

export async function supervisionValues({ db, actor, now }: Asked, taskId: string): Promise<Filled> {
  const [task] = await listTasks(db, actor, dayOf(now), now, { id: taskId });
  if (!task) throw new Problem('record.notFound');
  const { duty } = await getDuty(db, task.dutyId, actor);
  const notice = await db.selectFrom('notice').select(['title', 'number']).where('id', '=', task.source.noticeId).executeTakeFirst();
  const late = task.due ? daysBetween(task.due, dayOf(now)) : 0;
  return {
    name: task.title.slice(0, 30),
    values: {
      事项: task.title,
      责任: duty.title,
      责任科室: duty.sections.map(({ name }) => name).join('、') || task.owners.join('、'),
      分管领导: duty.leadersInCharge.map(({ name }) => name).join('、') || task.leaders.join('、'),
      完成时限: task.due ? writtenDay(task.due) : '未定',
      逾期: task.state === 'done' ? '已办结' : late > 0 ? `${late}天` : '未逾期',
      依据: notice ? `${notice.title}${notice.number ? `（${notice.number}）` : ''}` : '',
      现状: taskStates[task.state].zh,
    },
    lists: {},
  };
}
