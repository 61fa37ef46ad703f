/** The due days a duty brings with it: those printed, those inherited from the row above, those derived from a cadence. */
import type { TaskDraft } from './draft.model.ts';
import type { Cadence, Item, Plan } from './plan.ts';
import { isoDay, lastDayOf } from './recognise/dates.ts';

/** Where the printed days close reporting periods already, a cadence beside them derives nothing more. */
export function tasksOf(item: Item, plan: Plan): TaskDraft[] {
  const printed = printedTasks(item);
  const closesPeriods = printed.some((task) => task.covers !== null);
  return withUniqueKeys(closesPeriods ? printed : [...printed, ...derivedTasks(item, plan)]);
}

function printedTasks(item: Item): TaskDraft[] {
  return item.deadlines.flatMap((deadline): TaskDraft[] =>
    deadline.date === undefined
      ? []
      : [
          {
            key: `${item.path}@${deadline.date}`,
            title: taskTitle(item),
            covers: deadline.covers ?? null,
            due: deadline.date,
            basis: deadline.inherited === true ? 'inherited' : 'printed',
            span: deadline.span,
          },
        ],
  );
}

/** 志愿服务活动：说明报告（700字左右）、照片3张. */
function taskTitle(item: Item): string {
  const reports = item.wordCounts.map((count) => `${paperBefore(item.text, count.raw)}（${count.raw}）`);
  const pictures = item.photos.map((count) => `照片${count.n}张`);
  const papers = [...reports, ...pictures].join('、');
  return papers === '' ? item.title : `${item.title}：${papers}`;
}

/** The paper whose length is given: the word in front of 700字左右. */
function paperBefore(text: string, raw: string): string {
  const before = text.slice(0, text.indexOf(raw));
  const paper = /([一-龥]{2,8}(?:报告|总结|说明|材料|方案|信息|简报))[，（：、]?$/.exec(before)?.[1];
  return paper?.replace(/^.*(?:将|把|提交|报送|上报|撰写)(?=[一-龥]{2})/, '') ?? '文字材料';
}

interface Period {
  readonly covers: string;
  readonly due: string;
  readonly id: string;
}

/** Each period of the notice's year that ends after the issue date. Daily and weekly cadences and those of an event give no due day. */
function derivedTasks(item: Item, plan: Plan): TaskDraft[] {
  const issued = plan.issueDate;
  if (issued === null) return [];
  const longCadences = item.cadences.filter((cadence) => periodsOf(cadence.every, 2000).length > 0);
  return longCadences.flatMap((cadence) =>
    periodsOf(cadence.every, Number(issued.slice(0, 4)))
      .map((period) => onPrintedDay(period, cadence))
      .filter((period) => period.due >= issued)
      .map(
        (period): TaskDraft => ({
          key: `${item.path}@${period.id}`,
          title: cadenceTitle(item, cadence),
          covers: period.covers,
          due: period.due,
          basis: 'derived',
          span: cadence.span,
        }),
      ),
  );
}

/** The clause with the cadence says best what is due: 每月总结. */
function cadenceTitle(item: Item, cadence: Cadence): string {
  const at = cadence.span[0] - item.span[0];
  const clause = item.text.slice(at).split(/[，。；、\n]/)[0] ?? '';
  return clause.length > cadence.raw.length && clause.length <= 24 ? `${item.title}：${clause}` : item.title;
}

const quarters = ['一', '二', '三', '四'] as const;

function periodsOf(every: Cadence['every'], year: number): Period[] {
  if (every === 'month')
    return Array.from({ length: 12 }, (_, index) => ending(year, index + 1, `${year}年${index + 1}月`, `${year}-M${index + 1}`));
  if (every === 'quarter')
    return quarters.map((name, index) => ending(year, index * 3 + 3, `${year}年第${name}季度`, `${year}-Q${index + 1}`));
  if (every === 'half-year') return [ending(year, 6, `${year}年上半年`, `${year}-H1`), ending(year, 12, `${year}年下半年`, `${year}-H2`)];
  return every === 'year' ? [ending(year, 12, `${year}年度`, `${year}`)] : [];
}

/** 每月15日 names the day itself. */
function onPrintedDay(period: Period, cadence: Cadence): Period {
  const day = cadence.every === 'month' ? /(\d{1,2})日$/.exec(cadence.raw)?.[1]?.padStart(2, '0') : undefined;
  return day === undefined || day > period.due.slice(8) ? period : { ...period, due: `${period.due.slice(0, 8)}${day}` };
}

function ending(year: number, month: number, covers: string, id: string): Period {
  return { covers, due: isoDay(year, month, lastDayOf(year, month)) ?? '', id };
}

function withUniqueKeys(tasks: readonly TaskDraft[]): TaskDraft[] {
  const seen = new Map<string, number>();
  return tasks.map((task) => {
    const times = (seen.get(task.key) ?? 0) + 1;
    seen.set(task.key, times);
    return times === 1 ? task : { ...task, key: `${task.key}#${times}` };
  });
}
