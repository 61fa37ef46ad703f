/**
 * One log for two: both members sign it, the leader on duty countersigns from wherever they are. A signature stands under a text and no
 * other: it names the text by its hash, and a new version is signed anew. After sending, a log changes only by an amendment that says why.
 */
import { type ActRule, type ActTable, postIn, type Relation, type Workflow } from '../kernel/act.ts';
import type { At } from '../kernel/day.ts';
import { Problem } from '../kernel/problem.ts';
import type { SignatureRole } from './log.model.ts';
import { isLogLate } from './patrol.rules.ts';
import { type PatrolState, patrolStates } from './patrol.states.ts';

/** What the rules need to know of a log: the patrol it tells of, the text as it stands, who has signed that text. */
export interface PatrolLog {
  readonly id: string;
  readonly unitId: string;
  readonly state: PatrolState;
  readonly day: string;
  readonly leaderId: string | null;
  readonly memberIds: readonly string[];
  readonly reportedAt: At | null;
  readonly sha256: string;
  /** The present text has been sent. */
  readonly sent: boolean;
  readonly signatures: readonly { readonly personId: string; readonly role: SignatureRole; readonly at: At }[];
  readonly lateReason: string | null;
  readonly lateReasonById: string | null;
  readonly lateReasonAt: At | null;
}

const member: Relation<PatrolLog> = {
  words: { zh: '巡查人员', en: 'the members of the patrol' },
  holds: (actor, log) => log.memberIds.includes(actor.personId),
};
const leader: Relation<PatrolLog> = {
  words: { zh: '带班领导', en: 'the leader on duty' },
  holds: (actor, log) => log.leaderId === actor.personId,
};
const clerk = postIn<PatrolLog>('campaignClerk');
const rule = <Input>(row: ActRule<PatrolLog, Input>): ActRule<PatrolLog, Input> => row;

interface Signed {
  readonly sha256: string;
}

function whyNotSign(log: PatrolLog, personId: string, input: Signed | undefined): Problem | null {
  if (log.signatures.some((signature) => signature.personId === personId)) return new Problem('patrol.signed');
  return input && input.sha256 !== log.sha256 ? new Problem('patrol.logChanged') : null;
}

export const logActs = {
  sign: rule<Signed>({
    words: { zh: '签名确认', en: 'Sign' },
    past: 'signed',
    pastWords: { zh: '在日志上签名', en: 'signed the log' },
    from: ['submitted', 'reported'],
    by: [member],
    refuse: (log, at, input) => whyNotSign(log, at.actor.personId, input),
    change: (log, _input, at) => ({ signatures: [...log.signatures, { personId: at.actor.personId, role: 'member', at: at.now }] }),
    tell: (log) => ({ sha256: log.sha256 }),
  }),
  countersign: rule<Signed>({
    words: { zh: '带班审签', en: 'Countersign' },
    past: 'countersigned',
    pastWords: { zh: '带班审签日志', en: 'countersigned the log' },
    from: ['submitted', 'reported'],
    by: [leader],
    refuse: (log, at, input) =>
      log.signatures.some(({ role }) => role === 'member') ? whyNotSign(log, at.actor.personId, input) : new Problem('patrol.notSigned'),
    change: (log, _input, at) => ({ signatures: [...log.signatures, { personId: at.actor.personId, role: 'leader', at: at.now }] }),
    tell: (log) => ({ sha256: log.sha256 }),
  }),
  amend: rule<{ readonly sha256: string; readonly reason: string }>({
    words: { zh: '更正日志', en: 'Amend the log' },
    past: 'amended',
    pastWords: { zh: '更正日志', en: 'amended the log' },
    from: ['reported'],
    by: [member, leader],
    refuse: (log, _at, input) => (input && input.sha256 === log.sha256 ? new Problem('patrol.nothingAmended') : null),
    change: (_log, input) => ({ sha256: input.sha256, sent: false, signatures: [] }),
    tell: (_log, input) => ({ reason: input.reason }),
  }),
  sendAmended: rule<{ readonly via: string }>({
    words: { zh: '上报更正', en: 'Send the amendment' },
    past: 'amendmentSent',
    pastWords: { zh: '上报更正后的日志', en: 'sent the amended log' },
    from: ['reported'],
    by: [member, leader, clerk],
    refuse: (log) => (log.sent ? new Problem('patrol.logSent') : null),
    change: () => ({ sent: true }),
    tell: (_log, input) => ({ via: input.via }),
  }),
  giveReason: rule<{ readonly reason: string }>({
    words: { zh: '说明迟报原因', en: 'Say why it is late' },
    past: 'reasonGiven',
    pastWords: { zh: '说明日志迟报原因', en: 'said why the log is late' },
    from: ['planned', 'underway', 'submitted', 'reported'],
    by: [member, leader],
    refuse: (log, at) => (isLogLate(log, at.now) ? null : new Problem('patrol.notLate')),
    change: (_log, input, at) => ({ lateReason: input.reason, lateReasonById: at.actor.personId, lateReasonAt: at.now }),
    tell: (_log, input) => ({ reason: input.reason }),
  }),
} satisfies ActTable<PatrolLog>;

export const logWorkflow: Workflow<PatrolLog, typeof logActs> = {
  kind: 'patrol',
  words: { zh: '巡查日志', en: 'Log of a patrol' },
  states: patrolStates,
  acts: logActs,
};
