/** The ways in which a problem ends other than by a fix, and the way back from an end. */
import type { ActTable, Circumstances } from '../kernel/act.ts';
import type { FactDraft } from '../kernel/fact.ts';
import { Problem } from '../kernel/problem.ts';
import type { Issue } from './issue.model.ts';
import { type Noted, notByAsker, office, type Reasoned, rule, staff, withReason } from './issue.people.ts';

interface Joined extends Noted {
  readonly otherId: string;
}
interface Dismissed extends Reasoned {
  readonly goTo: string;
}
interface Split {
  readonly parts: readonly { readonly id: string; readonly text: string }[];
}

export const endingActs = {
  join: rule<Joined>({
    words: { zh: '并入同一问题', en: 'Join to another' },
    past: 'joined',
    pastWords: { zh: '与另一问题重复，并案', en: 'joined it to another problem' },
    from: ['found', 'declined'],
    to: 'duplicate',
    by: [staff],
    change: (_issue, input) => ({ duplicateOfId: input.otherId }),
    tell: (_issue, input) => ({ otherId: input.otherId, note: input.note }),
  }),
  separate: rule<Reasoned>({
    words: { zh: '取消并案', en: 'Separate again' },
    past: 'separated',
    pastWords: { zh: '取消并案', en: 'separated it again' },
    from: ['duplicate'],
    to: 'found',
    by: [staff],
    refuse: (_issue, _at, input) => withReason(input),
    change: () => ({ duplicateOfId: null }),
    tell: (_issue, input) => ({ reason: input.reason }),
  }),
  dismiss: rule<Dismissed>({
    words: { zh: '不予立案', en: 'Dismiss' },
    past: 'dismissed',
    pastWords: { zh: '不予立案', en: 'dismissed it' },
    from: ['found', 'declined'],
    to: 'dismissed',
    by: [office],
    refuse: (_issue, _at, input) => (input && !input.goTo.trim() ? new Problem('issue.goToNeeded') : withReason(input)),
    change: (_issue, input) => ({ goTo: input.goTo }),
    tell: (_issue, input) => ({ reason: input.reason, goTo: input.goTo }),
  }),
  split: rule<Split>({
    words: { zh: '拆分', en: 'Split into parts' },
    past: 'split',
    pastWords: { zh: '拆分办理', en: 'split it into parts' },
    from: ['found', 'declined'],
    to: 'split',
    by: [staff],
    refuse: (issue) => (issue.partOfId ? new Problem('issue.partOfPart') : null),
    tell: (_issue, input) => ({ parts: input.parts.length }),
  }),
  askReopen: rule<Reasoned>({
    words: { zh: '申请重开', en: 'Ask to reopen' },
    past: 'reopenAsked',
    pastWords: { zh: '申请重开', en: 'asked to reopen it' },
    from: ['closed'],
    to: 'reopenAsked',
    by: [staff],
    refuse: (_issue, _at, input) => withReason(input),
    change: (_issue, input, at) => ({ reopenAsked: { byId: at.actor.personId, at: at.now, reason: input.reason } }),
    tell: (_issue, input) => ({ reason: input.reason }),
  }),
  reopen: rule<Reasoned>({
    words: { zh: '同意重开', en: 'Reopen' },
    past: 'reopened',
    pastWords: { zh: '同意重开', en: 'reopened it' },
    from: ['reopenAsked'],
    to: 'returned',
    by: [office],
    refuse: (issue, at, input) => notByAsker(issue.reopenAsked, at) ?? withReason(input),
    change: (issue) => ({
      returns: issue.returns + 1,
      reopenAsked: null,
      fixerId: null,
      fixedAt: null,
      fixNote: null,
      verifierId: null,
      closedAt: null,
    }),
    tell: (_issue, input) => ({ reason: input.reason }),
  }),
  refuseReopen: rule<Reasoned>({
    words: { zh: '不同意重开', en: 'Leave it closed' },
    past: 'reopenRefused',
    pastWords: { zh: '不同意重开', en: 'left it closed' },
    from: ['reopenAsked'],
    to: 'closed',
    by: [office],
    refuse: (issue, at, input) => notByAsker(issue.reopenAsked, at) ?? withReason(input),
    change: () => ({ reopenAsked: null }),
    tell: (_issue, input) => ({ reason: input.reason }),
  }),
} satisfies ActTable<Issue>;

/** What was split ends with the last of its parts, by the act that ends that part. */
export function endWhole(whole: Issue, at: Circumstances): { readonly next: Issue; readonly fact: FactDraft } {
  return {
    next: { ...whole, state: 'closed', closedAt: at.now },
    fact: { name: 'issue.completed', subject: { kind: 'issue', id: whole.id }, data: { from: whole.state, to: 'closed' } },
  };
}
