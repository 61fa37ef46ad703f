/** Who stands in what relation to a problem, and what several acts ask alike. */
import { type ActRule, type Circumstances, postIn, type Relation } from '../kernel/act.ts';
import { Problem } from '../kernel/problem.ts';
import type { Issue } from './issue.model.ts';

export const staff = postIn<Issue>('officer', 'sectionHead', 'leaderInCharge', 'topLeader', 'campaignClerk');
export const office = postIn<Issue>('campaignClerk', 'leaderInCharge', 'topLeader');
export const handler: Relation<Issue> = {
  words: { zh: '承办单位', en: 'the handling unit' },
  holds: (actor, issue) => issue.handlerId !== null && actor.posts.some((post) => post.unitId === issue.handlerId),
};

export interface Noted {
  readonly note: string;
}
export interface HandedOver extends Noted {
  readonly handlerId: string;
}
export interface Fixed extends Noted {
  readonly photoIds: readonly string[];
}
export interface Reasoned {
  readonly reason: string;
}

export const withReason = (input: Reasoned | undefined): Problem | null =>
  input && !input.reason.trim() ? new Problem('issue.reasonNeeded') : null;

/** What was asked for is decided by somebody else. */
export const notByAsker = (asked: Issue['reopenAsked'], at: Circumstances): Problem | null =>
  asked?.byId === at.actor.personId ? new Problem('issue.sameAsker') : null;

export const rule = <Input>(row: ActRule<Issue, Input>): ActRule<Issue, Input> => row;
