/** How many duties would be fair for each person of a plan: by presence, earlier rosters counted. */
import type { RosterPlan } from './plan.ts';
import { layOut } from './solve/instance.ts';
import { NO_REST, solverTask } from './task.ts';

export function sharesOf(plan: RosterPlan): ReadonlyMap<string, number> {
  const task = solverTask(plan, NO_REST);
  const { share } = layOut(task);
  return new Map(task.people.map((person, at) => [person.id, share[at]!]));
}
