/** Due tasks that stand under a duty, held against those of the notice that amends it. Pure. */
import type { TaskDraft } from '../notice/draft.model.ts';
import type { Task } from './duty.model.ts';

export type StandingTask = Pick<Task, 'id' | 'state' | 'title' | 'covers' | 'due' | 'basis'>;

export interface TaskMatches<Standing extends StandingTask = StandingTask> {
  readonly kept: readonly { readonly standing: Standing; readonly drawn: TaskDraft }[];
  readonly added: readonly TaskDraft[];
  /** Due no longer. Nothing was reported under these; what was reported stays whatever the notice says. */
  readonly withdrawn: readonly Standing[];
}

/** The same period first, then the same day, then the same words in their order. */
export function matchTasks<Standing extends StandingTask>(
  standing: readonly Standing[],
  drawn: readonly TaskDraft[],
): TaskMatches<Standing> {
  const left = standing.filter((task) => task.state !== 'withdrawn');
  const kept: { standing: Standing; drawn: TaskDraft }[] = [];
  let open = [...drawn];
  const take = (same: (task: Standing, other: TaskDraft) => boolean): void => {
    open = open.filter((other) => {
      const index = left.findIndex((task) => same(task, other));
      if (index < 0) return true;
      kept.push({ standing: left.splice(index, 1)[0]!, drawn: other });
      return false;
    });
  };
  take((task, other) => task.covers !== null && task.covers === other.covers);
  take((task, other) => task.due === other.due && task.title === other.title);
  take((task, other) => task.due === other.due);
  take((task, other) => task.title === other.title && task.basis !== 'derived' && other.basis !== 'derived');
  return { kept, added: open, withdrawn: left.filter((task) => task.state === 'todo' || task.state === 'returned') };
}
