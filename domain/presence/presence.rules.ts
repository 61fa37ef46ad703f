/**
 * Presence on post (到岗到位). Each person of a crew checks in for themselves; the leader on duty or the campaign clerk confirms or
 * disputes it, or vouches for somebody whose phone did not. Late and missing are never written down: they follow from the check-in and
 * the hours of the patrol. A missing person stays missing; an excuse stands beside it.
 */
import { type ActRule, type ActTable, type Circumstances, postIn, type Relation, type Workflow } from '../kernel/act.ts';
import { type At, addDays, type Day, dayOf, instantOf } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { Problem } from '../kernel/problem.ts';
import type { Presence } from './presence.model.ts';
import { type CheckInWay, presenceStates, type Standing } from './presence.states.ts';

const MINUTE_MS = 60_000;
/** How long after the start of a patrol one is still in time. */
export const GRACE_MINUTES = 15;
/** How far a phone's clock may run ahead and still be believed. */
const AHEAD_MINUTES = 5;
/** A check-in heard of later than this came out of the queue of a phone without signal. */
const QUEUED_MINUTES = 10;

type Hours = Pick<Presence, 'day' | 'starts' | 'ends'>;

const self: Relation<Presence> = {
  words: { zh: '当班人员本人', en: 'each of the people on duty for themselves' },
  holds: (actor, presence) => presence.onCrew && presence.personId === actor.personId,
};
const leaderOnDuty: Relation<Presence> = {
  words: { zh: '带班领导', en: 'the leader on duty' },
  holds: (actor, presence) => presence.leaderId === actor.personId,
};
const clerk = postIn<Presence>('campaignClerk');
const rule = <Input>(row: ActRule<Presence, Input>): ActRule<Presence, Input> => row;

export interface CheckIn {
  readonly how: CheckInWay;
  readonly saidAt: At;
  readonly position: Presence['position'];
  readonly distance: number | null;
  readonly outside: boolean;
}
interface Reasoned {
  readonly reason: string;
}

const notOneself = (presence: Presence, { actor }: Circumstances): Problem | null =>
  presence.personId === actor.personId ? new Problem('presence.own') : null;
const unreasoned = (input: Reasoned | undefined): Problem | null =>
  input && input.reason === '' ? new Problem('presence.reasonNeeded') : null;
const whom = (presence: Presence): { personId: Id; name: string } => ({ personId: presence.personId, name: presence.personName });

export const presenceActs = {
  checkIn: rule<CheckIn>({
    words: { zh: '签到', en: 'Check in' },
    past: 'checkedIn',
    pastWords: { zh: '签到', en: 'checked in' },
    from: ['awaited', 'checkedIn', 'confirmed', 'disputed'],
    to: (presence) => (counts(presence) ? presence.state : 'checkedIn'),
    by: [self],
    refuse: (presence, { now }, input) => {
      if (dayOf(input?.saidAt ?? now) !== presence.day) return new Problem('presence.notThatDay', { day: presence.day });
      return !input && counts(presence) ? new Problem('presence.already') : null;
    },
    change: (presence, input, { actor, now }) => ({
      ...input,
      arrivedAt: now,
      saidById: actor.personId,
      note: '',
      ...(counts(presence) ? {} : { judgedById: null, judgedAt: null, judgement: '' }),
    }),
    tell: (presence, { how, saidAt, distance, outside }) => ({ personId: presence.personId, how, saidAt, distance, outside }),
  }),
  confirm: rule<object>({
    words: { zh: '确认到岗', en: 'Confirm' },
    past: 'confirmed',
    pastWords: { zh: '确认到岗', en: 'confirmed as on post' },
    from: ['checkedIn', 'disputed'],
    to: 'confirmed',
    by: [leaderOnDuty, clerk],
    refuse: notOneself,
    change: (_presence, _input, { actor, now }) => ({ judgedById: actor.personId, judgedAt: now, judgement: '' }),
    tell: whom,
  }),
  dispute: rule<Reasoned>({
    words: { zh: '不在岗', en: 'Not there' },
    past: 'disputed',
    pastWords: { zh: '对到岗提出异议', en: 'disputed the check-in of' },
    from: ['checkedIn', 'confirmed'],
    to: 'disputed',
    by: [leaderOnDuty, clerk],
    refuse: (presence, at, input) => notOneself(presence, at) ?? unreasoned(input),
    change: (_presence, { reason }, { actor, now }) => ({ judgedById: actor.personId, judgedAt: now, judgement: reason }),
    tell: (presence, { reason }) => ({ ...whom(presence), reason }),
  }),
  vouch: rule<{ readonly saidAt: At; readonly note: string }>({
    words: { zh: '代为登记到岗', en: 'Vouch' },
    past: 'vouched',
    pastWords: { zh: '代为登记到岗', en: 'vouched for' },
    from: ['awaited', 'disputed'],
    to: 'confirmed',
    by: [leaderOnDuty, clerk],
    refuse: (presence, at, input) => {
      if (Date.parse(input?.saidAt ?? instantOf(presence.day)) > Date.parse(at.now)) return new Problem('presence.ahead');
      return notOneself(presence, at);
    },
    change: (_presence, { saidAt, note }, { actor, now }) => ({
      how: 'vouched',
      saidAt,
      arrivedAt: now,
      saidById: actor.personId,
      position: null,
      distance: null,
      outside: false,
      note,
      judgedById: actor.personId,
      judgedAt: now,
      judgement: '',
    }),
    tell: (presence, { saidAt, note }) => ({ ...whom(presence), saidAt, note }),
  }),
  excuse: rule<Reasoned>({
    words: { zh: '说明原因', en: 'Excuse' },
    past: 'excused',
    pastWords: { zh: '说明未到岗原因', en: 'excused' },
    from: ['awaited', 'checkedIn', 'confirmed', 'disputed'],
    by: [clerk],
    refuse: (presence, at, input) => {
      if (!presence.rostered || standingOf(presence, at.now) === 'present') return new Problem('presence.nothingToExcuse');
      return notOneself(presence, at) ?? unreasoned(input);
    },
    change: (_presence, { reason }, { actor, now }) => ({ excuse: reason, excusedById: actor.personId, excusedAt: now }),
    tell: (presence, { reason }) => ({ ...whom(presence), reason }),
  }),
} satisfies ActTable<Presence>;
export type PresenceAct = keyof typeof presenceActs;

export const presenceWorkflow: Workflow<Presence, typeof presenceActs> = {
  kind: 'presence',
  words: { zh: '到岗', en: 'Presence' },
  states: presenceStates,
  acts: presenceActs,
};

/** Whether there is a check-in nobody disputes. */
function counts(presence: Pick<Presence, 'state'>): boolean {
  return presence.state === 'checkedIn' || presence.state === 'confirmed';
}

/** The first check-in counts, also when it arrives after a later one; another one changes nothing. */
export function isNews(presence: Pick<Presence, 'state' | 'saidAt'>, saidAt: At): boolean {
  return !counts(presence) || presence.saidAt === null || Date.parse(saidAt) < Date.parse(presence.saidAt);
}

/** The time of the device where it lies on the day of the patrol and not ahead of the server's clock, else the server's. */
export function timeSaid(deviceAt: At | null, now: At, day: Day): At {
  if (deviceAt === null || dayOf(deviceAt) !== day) return now;
  const ahead = Date.parse(deviceAt) - Date.parse(now);
  if (ahead > AHEAD_MINUTES * MINUTE_MS) return now;
  return ahead > 0 ? now : new Date(deviceAt).toISOString();
}

export function cameLate(presence: Pick<Presence, 'how' | 'saidAt' | 'arrivedAt'>): boolean {
  if (presence.how === 'vouched' || !presence.saidAt || !presence.arrivedAt) return false;
  return Date.parse(presence.arrivedAt) - Date.parse(presence.saidAt) > QUEUED_MINUTES * MINUTE_MS;
}

/** The last instant at which a check-in is in time. */
export function inTimeUntil({ day, starts }: Hours): At {
  return new Date(Date.parse(instantOf(day, starts)) + GRACE_MINUTES * MINUTE_MS).toISOString();
}

/** The end of a duty: its last hour, or midnight where the hours run over it. */
export function endOf({ day, starts, ends }: Hours): At {
  return ends > starts ? instantOf(day, ends) : instantOf(addDays(day, 1));
}

/** Where a person of a crew stands at an instant. */
export function standingOf(presence: Hours & Pick<Presence, 'state' | 'saidAt' | 'rostered'>, now: At): Standing {
  const limit = Date.parse(inTimeUntil(presence));
  if (counts(presence)) return presence.rostered && Date.parse(presence.saidAt!) > limit ? 'late' : 'present';
  if (!presence.rostered) return 'expected';
  if (Date.parse(now) >= Date.parse(endOf(presence))) return 'missing';
  return Date.parse(now) > limit ? 'overdue' : 'expected';
}
