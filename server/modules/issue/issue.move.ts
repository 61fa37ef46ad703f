/** One locked problem moved by one act of the table. */
import { turnClock } from '#domain/issue/issue.clock.ts';
import type { Issue } from '#domain/issue/issue.model.ts';
import { type IssueAct, issueWorkflow } from '#domain/issue/issue.rules.ts';
import { allowedActs, decide } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Done } from '#domain/kernel/contract.ts';
import type { At } from '#domain/kernel/day.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { calendarOf } from '../calendar/calendar.store.ts';
import { saveIssue } from './issue.store.ts';

/** Decides, turns the clock, saves and tells. */
export async function move({ input, actor, tx, now, tell }: ActCall<unknown>, was: Issue, act: IssueAct): Promise<Issue> {
  const { next: decided, fact } = decide(issueWorkflow, was, act, input as never, { actor, now });
  const next = { ...decided, ...turnClock(was, decided, now, await calendarOf(tx, was.unitId)) };
  await saveIssue(tx, next);
  await tell(fact, next.unitId);
  return next;
}

export const done = (issue: Issue, actor: Actor, now: At): Done => ({
  id: issue.id,
  state: issue.state,
  acts: allowedActs(issueWorkflow, issue, { actor, now }),
});
