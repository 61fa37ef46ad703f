/** The same notice in another year: what recurs is moved, what the notice says stays. */
import type { Draft, TaskDraft } from './draft.model.ts';
import type { Plan } from './plan.ts';
import { isoDay, lastDayOf } from './recognise/dates.ts';

/** The year a notice speaks of: of its date, else of its number, else of its title. */
export function noticeYear(plan: Plan): number | null {
  const printed =
    plan.issueDate?.slice(0, 4) ??
    /[〔[【（(](\d{4})[〕\]】）)]/.exec(plan.documentNumber ?? '')?.[1] ??
    /(\d{4})年/.exec(plan.title ?? '')?.[1];
  return printed === undefined ? null : Number(printed);
}

/** Due days, stages and the periods they cover, moved by whole years; keys stay, so that corrections still find their entries. */
export function moveYear(draft: Draft, fromYear: number, toYear: number): Draft {
  const years = toYear - fromYear;
  return {
    ...draft,
    lists: draft.lists.map((list) => ({
      ...list,
      duties: list.duties.map((duty) => ({ ...duty, tasks: duty.tasks.map((task) => movedTask(task, years)) })),
    })),
    stages: draft.stages.map((stage) => ({ ...stage, from: movedDay(stage.from, years), to: movedDay(stage.to, years) })),
  };
}

function movedTask(task: TaskDraft, years: number): TaskDraft {
  const covers = task.covers?.replace(/\d{4}(?=年)/g, (year) => String(Number(year) + years)) ?? null;
  return { ...task, covers, due: movedDay(task.due, years) };
}

/** YYYY-MM or YYYY-MM-DD; 29 February becomes the 28th where the year has none. */
function movedDay(day: string | null, years: number): string | null {
  if (day === null) return null;
  const [year = '', month = '', dayOfMonth] = day.split('-');
  const target = Number(year) + years;
  if (dayOfMonth === undefined) return `${target}-${month}`;
  return isoDay(target, Number(month), Math.min(Number(dayOfMonth), lastDayOf(target, Number(month)))) ?? day;
}
