/** What falls due: most of it reported and confirmed, one result waiting, one sent back, one late. */
import type { TaskRow } from '#domain/duty/duty.model.ts';
import type { PostKind } from '#domain/kernel/actor.ts';
import { addDays, type Day } from '#domain/kernel/day.ts';
import { clerk, people } from '../cast.ts';
import { as, laterOn, type Stage } from '../stage.ts';
import { resultOf, returnReason } from '../story/words.ts';

export async function planTasks(stage: Stage): Promise<void> {
  const { rows } = await (await as(stage, clerk.username)).read('task.board', {});
  const filed = new Map<Day, TaskRow[]>();
  for (const row of rows) {
    if (row.due === null) continue;
    if (row.basis === 'derived') {
      if (row.due < stage.today) planDone(stage, row, row.due);
    } else filed.set(row.due, [...(filed.get(row.due) ?? []), row]);
  }
  const [past = [], soon = []] = [...filed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, of]) => of);
  // Of the filing day gone by the last row stays open, and is late.
  for (const row of past.slice(0, -1)) planDone(stage, row, row.due!);
  const [waiting, sentBack] = soon;
  if (waiting) planReport(stage, waiting, addDays(stage.today, -2), 0);
  if (sentBack) {
    planReport(stage, sentBack, addDays(stage.today, -4), 0);
    stage.agenda.put(laterOn(stage, addDays(stage.today, -3), 1, '16:20'), async () => {
      await (await as(stage, clerk.username)).act('task.return', { id: sentBack.id, reason: returnReason });
    });
  }
}

function planDone(stage: Stage, row: TaskRow, due: Day): void {
  planReport(stage, row, addDays(due, -3), 1);
  stage.agenda.put(laterOn(stage, addDays(due, -2), 1, '17:10'), async () => {
    await (await as(stage, confirmerOf(row))).act('task.confirm', { id: row.id });
  });
}

function planReport(stage: Stage, row: TaskRow, day: Day, days: number): void {
  stage.agenda.put(laterOn(stage, day, days, '15:30'), async () => {
    await (await as(stage, reporterOf(row))).act('task.report', { id: row.id, result: resultOf(row.title) });
  });
}

const withPost = (wanted: PostKind) => people.filter(({ posts }) => posts.some(({ kind }) => kind === wanted));

/** The head of the responsible section, the director for what is the director's; the first section speaks for what is everybody's, the clerk for what is nobody's. */
function reporterOf(row: TaskRow): string {
  const heads = withPost('sectionHead');
  const own = heads.find(({ section }) => section !== null && row.owners.includes(section));
  if (own) return own.username;
  if (row.leaders.some((leader) => leader.startsWith('主要'))) return withPost('topLeader')[0]!.username;
  return (row.owners.length > 0 ? heads[0]! : clerk).username;
}

/** Nobody confirms their own report. */
function confirmerOf(row: TaskRow): string {
  return reporterOf(row) === clerk.username ? withPost('topLeader')[0]!.username : clerk.username;
}
