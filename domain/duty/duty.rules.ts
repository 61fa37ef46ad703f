/** A due task: whoever owns it reports the result, the office of the leading group confirms or sends it back; what is owed no longer is withdrawn with a reason. */
import { type ActRule, type ActTable, type Circumstances, postIn, type Relation, type Workflow } from '../kernel/act.ts';
import type { Actor, PostKind } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import type { Task } from './duty.model.ts';
import { taskStates } from './duty.states.ts';

const STAFF: readonly PostKind[] = ['officer', 'sectionHead', 'leaderInCharge', 'topLeader'];
const owner: Relation<Task> = {
  words: { zh: '责任科室', en: 'the responsible section' },
  holds: (actor, task) => ownsTask(actor, task),
};

/** The section a task names, the leader in charge of it, or anybody of the unit where the notice names everybody. Nobody where it names nobody. */
export function ownsTask(actor: Actor, task: Pick<Task, 'unitId' | 'forAll' | 'sectionIds' | 'leaderIds'>): boolean {
  if (task.leaderIds.includes(actor.personId)) return true;
  return actor.posts.some(
    (post) =>
      post.unitId === task.unitId &&
      STAFF.includes(post.kind) &&
      (task.forAll || (post.sectionId !== null && task.sectionIds.includes(post.sectionId))),
  );
}

const office = postIn<Task>('campaignClerk');
const reviewer = postIn<Task>('campaignClerk', 'leaderInCharge', 'topLeader');
const rule = <Input>(row: ActRule<Task, Input>): ActRule<Task, Input> => row;
const notByReporter = (task: Task, at: Circumstances): Problem | null =>
  task.reporterId === at.actor.personId ? new Problem('task.sameReporter') : null;

export const taskActs = {
  report: rule<{ readonly result: string }>({
    words: { zh: '上报办理结果', en: 'Report the result' },
    past: 'reported',
    pastWords: { zh: '上报办理结果', en: 'reported the result' },
    from: ['todo', 'returned'],
    to: 'reported',
    by: [owner, office],
    refuse: (_task, _at, input) => (input && !input.result.trim() ? new Problem('task.resultNeeded') : null),
    change: (_task, input, at) => ({ result: input.result, reporterId: at.actor.personId, reportedAt: at.now }),
    tell: (_task, input) => ({ result: input.result }),
  }),
  confirm: rule<object>({
    words: { zh: '确认办结', en: 'Confirm' },
    past: 'confirmed',
    pastWords: { zh: '确认办结', en: 'confirmed it' },
    from: ['reported'],
    to: 'done',
    by: [reviewer],
    refuse: notByReporter,
    change: (_task, _input, at) => ({ confirmedAt: at.now }),
  }),
  return: rule<{ readonly reason: string }>({
    words: { zh: '退回', en: 'Return' },
    past: 'returned',
    pastWords: { zh: '退回', en: 'returned it' },
    from: ['reported'],
    to: 'returned',
    by: [reviewer],
    refuse: (task, at, input) => notByReporter(task, at) ?? (input && !input.reason.trim() ? new Problem('issue.reasonNeeded') : null),
    tell: (_task, input) => ({ reason: input.reason }),
  }),
  withdraw: rule<{ readonly reason: string }>({
    words: { zh: '撤销', en: 'Withdraw' },
    past: 'withdrawn',
    pastWords: { zh: '撤销', en: 'withdrew it' },
    from: ['todo', 'returned'],
    to: 'withdrawn',
    by: [office],
    refuse: (_task, _at, input) => (input && !input.reason.trim() ? new Problem('issue.reasonNeeded') : null),
    tell: (_task, input) => ({ reason: input.reason }),
  }),
} satisfies ActTable<Task>;

export const taskWorkflow: Workflow<Task, typeof taskActs> = {
  kind: 'task',
  words: { zh: '应办事项', en: 'Due task' },
  states: taskStates,
  acts: taskActs,
};
