/**
 * The problem loop as one table: found → solved on the spot | coordinated | escalated → fixed → verified by somebody else → closed,
 * or back. After the notice: 能够力所能及解决的及时解决；能够协调有关职能部门解决的，主动协调；无法解决的，及时反馈.
 */
import type { ActTable, Circumstances, Workflow } from '../kernel/act.ts';
import type { WorkingCalendar } from '../kernel/calendar.ts';
import type { FactDraft } from '../kernel/fact.ts';
import type { Limit } from '../kernel/limit.ts';
import { Problem } from '../kernel/problem.ts';
import { startClock } from './issue.clock.ts';
import { endingActs } from './issue.endings.ts';
import { handlingActs } from './issue.handling.ts';
import type { Issue, IssueView } from './issue.model.ts';
import { type Fixed, type HandedOver, handler, type Noted, office, type Reasoned, rule, staff, withReason } from './issue.people.ts';
import { issueStates } from './issue.states.ts';

const notByFixer = (issue: Issue, at: Circumstances): Problem | null =>
  issue.fixerId === at.actor.personId ? new Problem('issue.sameFixer') : null;

/** Whoever said that it is not theirs gets it again only from above. */
const notToDecliner = (issue: Issue, input: HandedOver | undefined): Problem | null =>
  input && issue.declinedBy.includes(input.handlerId) ? new Problem('issue.declinedBefore') : null;

const loopActs = {
  solve: rule<Fixed>({
    words: { zh: '当场解决', en: 'Solve on the spot' },
    past: 'solved',
    pastWords: { zh: '当场解决', en: 'solved it on the spot' },
    from: ['found', 'declined', 'returned'],
    to: 'fixed',
    by: [staff],
    refuse: (_issue, _at, input) => (input && !input.note.trim() && input.photoIds.length === 0 ? new Problem('issue.photoNeeded') : null),
    change: (_issue, input, at) => ({
      disposal: 'onTheSpot',
      handlerId: null,
      fixerId: at.actor.personId,
      fixedAt: at.now,
      fixNote: input.note || null,
    }),
    tell: (_issue, input) => ({ note: input.note, photoIds: input.photoIds }),
  }),
  coordinate: rule<HandedOver>({
    words: { zh: '协调部门', en: 'Coordinate' },
    past: 'coordinated',
    pastWords: { zh: '协调职能部门', en: 'handed it to a department' },
    from: ['found', 'declined', 'returned', 'escalated'],
    to: 'coordinated',
    by: [staff],
    refuse: (issue, _at, input) => notToDecliner(issue, input),
    change: (_issue, input) => ({ disposal: 'coordinated', handlerId: input.handlerId, assignedById: null, extensionAsked: null }),
    tell: (_issue, input) => ({ handlerId: input.handlerId, note: input.note }),
  }),
  escalate: rule<HandedOver>({
    words: { zh: '上报', en: 'Escalate' },
    past: 'escalated',
    pastWords: { zh: '上报', en: 'escalated it' },
    from: ['found', 'declined', 'returned', 'coordinated'],
    to: 'escalated',
    by: [staff],
    refuse: (issue, _at, input) => notToDecliner(issue, input),
    change: (_issue, input) => ({ disposal: 'escalated', handlerId: input.handlerId, assignedById: null, extensionAsked: null }),
    tell: (_issue, input) => ({ handlerId: input.handlerId, note: input.note }),
  }),
  fix: rule<Fixed>({
    words: { zh: '整改完成', en: 'Report the fix' },
    past: 'fixed',
    pastWords: { zh: '报整改完成', en: 'reported the fix' },
    from: ['coordinated', 'escalated', 'accepted', 'returned', 'suspended'],
    to: 'fixed',
    by: [staff, handler],
    refuse: (_issue, _at, input) => (input && input.photoIds.length === 0 ? new Problem('issue.photoNeeded') : null),
    change: (_issue, input, at) => ({
      fixerId: at.actor.personId,
      fixedAt: at.now,
      fixNote: input.note || null,
      extensionAsked: null,
      suspendedFrom: null,
      suspendedUntil: null,
    }),
    tell: (_issue, input) => ({ note: input.note, photoIds: input.photoIds }),
  }),
  verify: rule<Noted>({
    words: { zh: '核查通过', en: 'Verify' },
    past: 'verified',
    pastWords: { zh: '核查通过', en: 'verified the fix' },
    from: ['fixed'],
    to: 'verified',
    by: [staff],
    refuse: notByFixer,
    change: (_issue, _input, at) => ({ verifierId: at.actor.personId }),
    tell: (_issue, input) => ({ note: input.note }),
  }),
  reject: rule<Reasoned>({
    words: { zh: '退回整改', en: 'Send back' },
    past: 'rejected',
    pastWords: { zh: '核查不通过，退回', en: 'sent it back' },
    from: ['fixed'],
    to: 'returned',
    by: [staff],
    refuse: (issue, at, input) => notByFixer(issue, at) ?? withReason(input),
    change: (issue) => ({ returns: issue.returns + 1, fixerId: null, fixedAt: null, fixNote: null }),
    tell: (_issue, input) => ({ reason: input.reason }),
  }),
  close: rule<Noted>({
    words: { zh: '销号', en: 'Close' },
    past: 'closed',
    pastWords: { zh: '销号', en: 'closed it' },
    from: ['verified'],
    to: 'closed',
    by: [office],
    change: (_issue, _input, at) => ({ closedAt: at.now }),
    tell: (_issue, input) => ({ note: input.note }),
  }),
} satisfies ActTable<Issue>;

export const issueActs = { ...loopActs, ...handlingActs, ...endingActs };

export const issueWorkflow: Workflow<Issue, typeof issueActs> = {
  kind: 'issue',
  words: { zh: '问题', en: 'Problem' },
  states: issueStates,
  acts: issueActs,
};

export type IssueAct = keyof typeof issueActs;

/** What the finder knows when the problem is first reported. */
export interface Finding {
  readonly id: string;
  readonly text: string;
  readonly spot: string;
  readonly placeId: string | null;
  readonly patrolId: string | null;
  readonly itemNo: number | null;
  readonly position: IssueView['position'];
  readonly photoIds: readonly string[];
}

type Known = 'id' | 'unitId' | 'no' | 'finderId' | 'foundAt' | Exclude<keyof Finding, 'photoIds'>;
type Untouched = Omit<Issue, Known>;

/** What no act has touched yet. */
export const untouched: Untouched = {
  state: 'found',
  disposal: null,
  handlerId: null,
  fixerId: null,
  fixedAt: null,
  fixNote: null,
  verifierId: null,
  closedAt: null,
  returns: 0,
  declinedBy: [],
  assignedById: null,
  suspendedFrom: null,
  suspendedUntil: null,
  suspensions: 0,
  extensionAsked: null,
  extensions: 0,
  reopenAsked: null,
  duplicateOfId: null,
  partOfId: null,
  goTo: null,
  clock: null,
  dueAt: null,
  lateSince: null,
};

/** The first line of a problem's life. `no` is counted by the store. */
export function reportIssue(
  finding: Finding,
  {
    no,
    unitId,
    limit,
    calendar,
  }: { readonly no: number; readonly unitId: string; readonly limit: Limit; readonly calendar: WorkingCalendar },
  at: Circumstances,
): { readonly next: Issue; readonly fact: FactDraft } {
  if (!staff.holds(at.actor, { unitId } as Issue)) {
    throw new Problem('act.notAllowed', { zh: '记录问题', en: 'Report a problem', whoZh: '本单位人员', whoEn: 'people of the unit' });
  }
  const { photoIds, ...found } = finding;
  const next: Issue = {
    ...untouched,
    ...found,
    unitId,
    no,
    finderId: at.actor.personId,
    foundAt: at.now,
    ...startClock(limit, unitId, at.now, calendar),
  };
  return {
    next,
    fact: { name: 'issue.reported', subject: { kind: 'issue', id: next.id }, data: { no, text: next.text, spot: next.spot, photoIds } },
  };
}
