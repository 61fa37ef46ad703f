/** What each act of a problem asks for, on the desk and on the phone alike, and the input it makes of the answers. */
import type { IssueAct } from '#domain/issue/issue.rules.ts';
import type { IssueState } from '#domain/issue/issue.states.ts';

export type Asked = 'note' | 'reason' | 'handler' | 'photos' | 'until' | 'other' | 'goTo' | 'parts';

export const actForms: Record<IssueAct, readonly Asked[]> = {
  solve: ['note', 'photos'],
  coordinate: ['handler', 'note'],
  escalate: ['handler', 'note'],
  accept: ['note'],
  decline: ['reason'],
  assign: ['handler', 'note'],
  fix: ['note', 'photos'],
  verify: ['note'],
  reject: ['reason'],
  close: ['note'],
  suspend: ['reason', 'until'],
  resume: ['note'],
  askExtension: ['reason'],
  grantExtension: ['note'],
  refuseExtension: ['reason'],
  join: ['other', 'note'],
  separate: ['reason'],
  dismiss: ['reason', 'goTo'],
  split: ['parts'],
  askReopen: ['reason'],
  reopen: ['reason'],
  refuseReopen: ['reason'],
};

export const asks = (act: IssueAct, what: Asked): boolean => actForms[act].includes(what);

/** What leads on from each state stands first, in the order of the notice; the others stand behind it. */
export const leadingActs: Record<IssueState, readonly IssueAct[]> = {
  found: ['solve', 'coordinate', 'escalate'],
  declined: ['coordinate', 'escalate', 'solve'],
  coordinated: ['accept', 'fix', 'decline', 'grantExtension', 'refuseExtension'],
  escalated: ['accept', 'assign', 'fix', 'decline', 'grantExtension', 'refuseExtension'],
  accepted: ['fix', 'assign', 'askExtension', 'grantExtension', 'refuseExtension'],
  returned: ['fix', 'solve', 'grantExtension', 'refuseExtension'],
  suspended: ['resume', 'fix'],
  split: [],
  fixed: ['verify', 'reject'],
  verified: ['close'],
  reopenAsked: ['reopen', 'refuseReopen'],
  closed: ['askReopen'],
  duplicate: ['separate'],
  dismissed: [],
};

export interface Answers {
  readonly id: string;
  readonly note: string;
  readonly handlerId?: string;
  readonly photoIds?: readonly string[];
  readonly until?: string;
  readonly otherId?: string;
  readonly goTo?: string;
  readonly parts?: readonly { readonly id: string; readonly text: string }[];
}

/** Each act takes its own part of what was given; a reason is written where a note would be. */
export function inputOf(act: IssueAct, { id, note, handlerId, photoIds, until, otherId, goTo, parts }: Answers): object {
  const of: Record<Asked, object> = {
    note: { note },
    reason: { reason: note },
    handler: { handlerId },
    photos: { photoIds },
    until: { until },
    other: { otherId },
    goTo: { goTo },
    parts: { parts },
  };
  return Object.assign({ id }, ...actForms[act].map((asked) => of[asked]));
}
