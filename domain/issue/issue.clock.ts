/**
 * Whose time runs, since when, and when it is due. Every unit that holds a problem has the limit once: what it used is kept by its name,
 * so that handing a problem to and fro gives nobody time. Only what the rules name stops a clock or adds to it: a suspension, a reported
 * fix, an extension; a reopening begins a new round. After the practice of 数字城管 (CJ/T 315): 挂账 pauses, 回退 pauses for the one who
 * returns it, 延期 adds one limit at most twice; what was late once stays late.
 */
import type { WorkingCalendar } from '../kernel/calendar.ts';
import { type At, instantOf } from '../kernel/day.ts';
import { countedBetween, type Limit, lengthOf, reached } from '../kernel/limit.ts';
import type { IssueClock } from './issue.clock.model.ts';
import type { Issue } from './issue.model.ts';

/** Without a filing condition that says more: three workdays. */
export const USUAL_LIMIT: Limit = { n: 3, unit: 'workdays' };

const withUnit: readonly Issue['state'][] = ['found', 'declined'];
const withHandler: readonly Issue['state'][] = ['coordinated', 'escalated', 'accepted', 'returned'];

/** The unit whose time runs in this state, or null when nobody's does. */
export function holderOf(issue: Pick<Issue, 'state' | 'unitId' | 'handlerId'>): string | null {
  if (withUnit.includes(issue.state)) return issue.unitId;
  return withHandler.includes(issue.state) ? (issue.handlerId ?? issue.unitId) : null;
}

export type Timed = Pick<Issue, 'clock' | 'dueAt' | 'lateSince'>;

export function startClock(limit: Limit, unitId: string, now: At, calendar: WorkingCalendar): Timed {
  const clock: IssueClock = { limit, holderId: unitId, spent: {}, granted: {}, runsFrom: now, resumesAt: null };
  return { clock, dueAt: dueAtOf(clock, calendar), lateSince: null };
}

/** What an act that led from `was` to `next` at `now` means for the time. */
export function turnClock(was: Issue, next: Issue, now: At, calendar: WorkingCalendar): Timed {
  if (!was.clock) return { clock: null, dueAt: null, lateSince: was.lateSince };
  const lateSince = was.lateSince ?? (was.dueAt !== null && was.dueAt < now ? was.dueAt : null);
  const clock = turned(was.clock, was, next, now, calendar);
  return { clock, dueAt: dueAtOf(clock, calendar), lateSince };
}

function turned(clock: IssueClock, was: Issue, next: Issue, now: At, calendar: WorkingCalendar): IssueClock {
  const holder = holderOf(next);
  if (next.extensions > was.extensions)
    return { ...clock, granted: { ...clock.granted, [clock.holderId]: (clock.granted[clock.holderId] ?? 0) + 1 } };
  if (next.state === was.state && holder === holderOf(was)) return clock;
  const stopped = stop(clock, now, calendar);
  if (next.state === 'suspended') return { ...stopped, resumesAt: instantOf(next.suspendedUntil!) };
  if (holder === null) return stopped;
  const round = was.state === 'reopenAsked' ? { spent: {}, granted: {} } : {};
  return { ...stopped, ...round, holderId: holder, runsFrom: now };
}

/** A suspended clock that has run again by itself meanwhile counts from that day on. */
function stop(clock: IssueClock, now: At, calendar: WorkingCalendar): IssueClock {
  const from = clock.runsFrom ?? clock.resumesAt;
  if (from === null) return clock;
  const used = countedBetween(clock.limit.unit, from, now, calendar);
  return {
    ...clock,
    spent: { ...clock.spent, [clock.holderId]: (clock.spent[clock.holderId] ?? 0) + used },
    runsFrom: null,
    resumesAt: null,
  };
}

function dueAtOf(clock: IssueClock, calendar: WorkingCalendar): At | null {
  const from = clock.runsFrom ?? clock.resumesAt;
  if (from === null) return null;
  const whole = lengthOf(clock.limit) * (1 + (clock.granted[clock.holderId] ?? 0));
  return reached(clock.limit.unit, from, whole - (clock.spent[clock.holderId] ?? 0), calendar);
}
