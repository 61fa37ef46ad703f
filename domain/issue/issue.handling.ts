/** While somebody holds a problem: taken on, declined, assigned from above, suspended, given more time. */
import type { ActTable } from '../kernel/act.ts';
import { addDays, dayOf } from '../kernel/day.ts';
import { Problem } from '../kernel/problem.ts';
import type { Issue } from './issue.model.ts';
import { type HandedOver, handler, type Noted, notByAsker, office, type Reasoned, rule, staff, withReason } from './issue.people.ts';

/** 延期 at most twice, 挂账 once and for a year at most: the practice of 数字城管. */
const MOST_EXTENSIONS = 2;
const MOST_SUSPENSIONS = 1;
export const LONGEST_SUSPENSION_DAYS = 365;

interface Suspended extends Reasoned {
  readonly until: string;
}

const inWork: readonly Issue['state'][] = ['coordinated', 'escalated', 'accepted', 'returned'];

export const handlingActs = {
  accept: rule<Noted>({
    words: { zh: '受理', en: 'Accept' },
    past: 'accepted',
    pastWords: { zh: '受理', en: 'accepted it' },
    from: ['coordinated', 'escalated'],
    to: 'accepted',
    by: [handler],
    tell: (_issue, input) => ({ note: input.note }),
  }),
  decline: rule<Reasoned>({
    words: { zh: '不属本单位，退回', en: 'Not ours: decline' },
    past: 'declined',
    pastWords: { zh: '不属本单位，退回派出单位', en: 'declined it' },
    from: ['coordinated', 'escalated', 'accepted'],
    to: 'declined',
    by: [handler],
    refuse: (issue, _at, input) => (issue.assignedById ? new Problem('issue.assigned') : withReason(input)),
    change: (issue) => ({ handlerId: null, extensionAsked: null, declinedBy: [...issue.declinedBy, issue.handlerId!] }),
    tell: (issue, input) => ({ reason: input.reason, handlerId: issue.handlerId }),
  }),
  assign: rule<HandedOver>({
    words: { zh: '指定承办', en: 'Assign a handler' },
    past: 'assigned',
    pastWords: { zh: '指定承办单位', en: 'assigned the handler' },
    from: ['escalated', 'accepted'],
    to: 'coordinated',
    by: [handler],
    refuse: (issue) => (issue.disposal === 'escalated' ? null : new Problem('issue.notEscalated')),
    change: (issue, input) => ({ handlerId: input.handlerId, assignedById: issue.handlerId, extensionAsked: null }),
    tell: (_issue, input) => ({ handlerId: input.handlerId, note: input.note }),
  }),
  suspend: rule<Suspended>({
    words: { zh: '挂账', en: 'Suspend' },
    past: 'suspended',
    pastWords: { zh: '挂账', en: 'suspended it' },
    from: ['found', 'declined', ...inWork],
    to: 'suspended',
    by: [office],
    refuse: (issue, at, input) => {
      if (issue.suspensions >= MOST_SUSPENSIONS) return new Problem('issue.suspendedBefore');
      const today = dayOf(at.now);
      if (input && (input.until <= today || input.until > addDays(today, LONGEST_SUSPENSION_DAYS)))
        return new Problem('issue.suspensionDay');
      return withReason(input);
    },
    change: (issue, input) => ({
      suspendedFrom: issue.state,
      suspendedUntil: input.until,
      suspensions: issue.suspensions + 1,
      extensionAsked: null,
    }),
    tell: (_issue, input) => ({ reason: input.reason, until: input.until }),
  }),
  resume: rule<Noted>({
    words: { zh: '恢复办理', en: 'Resume' },
    past: 'resumed',
    pastWords: { zh: '恢复办理', en: 'resumed it' },
    from: ['suspended'],
    to: (issue) => issue.suspendedFrom!,
    by: [office],
    change: () => ({ suspendedFrom: null, suspendedUntil: null }),
    tell: (_issue, input) => ({ note: input.note }),
  }),
  askExtension: rule<Reasoned>({
    words: { zh: '申请延期', en: 'Ask for more time' },
    past: 'extensionAsked',
    pastWords: { zh: '申请延期', en: 'asked for more time' },
    from: inWork,
    by: [staff, handler],
    refuse: (issue, at, input) => {
      if (issue.extensionAsked) return new Problem('issue.extensionPending');
      if (issue.extensions >= MOST_EXTENSIONS) return new Problem('issue.extendedBefore');
      if (issue.dueAt === null || issue.dueAt < at.now) return new Problem('issue.extensionTooLate');
      return withReason(input);
    },
    change: (_issue, input, at) => ({ extensionAsked: { byId: at.actor.personId, at: at.now, reason: input.reason } }),
    tell: (_issue, input) => ({ reason: input.reason }),
  }),
  grantExtension: rule<Noted>({
    words: { zh: '同意延期', en: 'Grant more time' },
    past: 'extensionGranted',
    pastWords: { zh: '同意延期', en: 'granted more time' },
    from: inWork,
    by: [office],
    refuse: (issue, at) => (issue.extensionAsked ? notByAsker(issue.extensionAsked, at) : new Problem('issue.nothingAsked')),
    change: (issue) => ({ extensionAsked: null, extensions: issue.extensions + 1 }),
    tell: (_issue, input) => ({ note: input.note }),
  }),
  refuseExtension: rule<Reasoned>({
    words: { zh: '不同意延期', en: 'Refuse more time' },
    past: 'extensionRefused',
    pastWords: { zh: '不同意延期', en: 'refused more time' },
    from: inWork,
    by: [office],
    refuse: (issue, at, input) =>
      issue.extensionAsked ? (notByAsker(issue.extensionAsked, at) ?? withReason(input)) : new Problem('issue.nothingAsked'),
    change: () => ({ extensionAsked: null }),
    tell: (_issue, input) => ({ reason: input.reason }),
  }),
} satisfies ActTable<Issue>;
