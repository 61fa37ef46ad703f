/** 巡查台账 as a workbook: the list as it is filtered on screen, all of it. */
import { dayOf, timeOf, weekdayOf } from '#domain/kernel/day.ts';
import type { PatrolRow } from '#domain/patrol/patrol.model.ts';
import { patrolStates } from '#domain/patrol/patrol.states.ts';
import { patrolTable } from '#domain/patrol/table.contract.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { pagesOf } from '../../papers/table/pages.ts';
import { type CellValue, type SheetColumn, streamSheet } from '../../papers/table/sheet.ts';
import { getUnit } from '../org/org.store.ts';
import { listPatrols } from './patrol.store.ts';

const columns: readonly SheetColumn[] = [
  { title: '日期', width: 12 },
  { title: '星期', width: 7 },
  { title: '地点', width: 32, align: 'left' },
  { title: '时间', width: 13 },
  { title: '带班领导', width: 10 },
  { title: '巡查人员', width: 18 },
  { title: '状态', width: 11 },
  { title: '发现问题', width: 10 },
  { title: '日志', width: 7 },
  { title: '报送时间', width: 17 },
  { title: '签名', width: 7 },
];
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

export function patrolTableRoutes(endpoint: Endpoints): void {
  endpoint.download(patrolTable, async ({ input, actor, db, now }) => {
    const unit = await getUnit(db, actor.unitId);
    const day = dayOf(now);
    return {
      fileName: `巡查台账 ${day}.xlsx`,
      body: streamSheet({
        name: '巡查台账',
        title: `${unit.name}巡查台账`,
        note: `${day} ${timeOf(now)} 导出`,
        columns,
        landscape: true,
        rows: rowsOf(pagesOf((after, limit) => listPatrols(db, actor, input.until ?? day, now, { ...input, after, limit }))),
      }),
    };
  });
}

async function* rowsOf(patrols: AsyncIterable<PatrolRow>): AsyncGenerator<CellValue[]> {
  for await (const patrol of patrols)
    yield [
      { day: patrol.day },
      weekdays[weekdayOf(patrol.day) - 1]!,
      patrol.place.name,
      `${patrol.starts}—${patrol.ends}`,
      patrol.leader?.name ?? '',
      patrol.members.map(({ name }) => name).join('、'),
      patrolStates[patrol.state].zh,
      patrol.problems,
      patrol.late ? '迟报' : patrol.reportedAt ? '按时' : '未报',
      patrol.reportedAt ? { at: patrol.reportedAt } : null,
      `${patrol.signed}/${patrol.toSign}`,
    ];
}
