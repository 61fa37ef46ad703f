/** 问题台账 as a workbook: the list as it is filtered on screen, all of it. */
import { issueTable } from '#domain/issue/issue.contract.ts';
import type { IssueRow } from '#domain/issue/issue.model.ts';
import { disposals, issueStates } from '#domain/issue/issue.states.ts';
import { dayOf, timeOf } from '#domain/kernel/day.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { pagesOf } from '../../papers/table/pages.ts';
import { type CellValue, type SheetColumn, streamSheet } from '../../papers/table/sheet.ts';
import { getUnit } from '../org/org.store.ts';
import { listIssues } from './issue.list.ts';

const columns: readonly SheetColumn[] = [
  { title: '编号', width: 7 },
  { title: '地点', width: 24, align: 'left' },
  { title: '具体位置', width: 18, align: 'left' },
  { title: '问题', width: 38, align: 'left' },
  { title: '处置方式', width: 11 },
  { title: '承办单位', width: 18, align: 'left' },
  { title: '状态', width: 11 },
  { title: '退回', width: 6 },
  { title: '发现人', width: 9 },
  { title: '发现时间', width: 17 },
];

export function issueTableRoutes(endpoint: Endpoints): void {
  endpoint.download(issueTable, async ({ input, actor, db, now }) => {
    const unit = await getUnit(db, actor.unitId);
    const day = dayOf(now);
    return {
      fileName: `问题台账 ${day}.xlsx`,
      body: streamSheet({
        name: '问题台账',
        title: `${unit.name}问题台账`,
        note: `${day} ${timeOf(now)} 导出`,
        columns,
        landscape: true,
        rows: rowsOf(pagesOf((after, limit) => listIssues(db, actor, { ...input, after, limit }, now))),
      }),
    };
  });
}

async function* rowsOf(issues: AsyncIterable<IssueRow>): AsyncGenerator<CellValue[]> {
  for await (const issue of issues)
    yield [
      issue.no,
      issue.place?.name ?? '',
      issue.spot,
      issue.text,
      issue.disposal ? disposals[issue.disposal].zh : '待处置',
      issue.handler?.name ?? '',
      issueStates[issue.state].zh,
      issue.returns,
      issue.finder.name,
      { at: issue.foundAt },
    ];
}
