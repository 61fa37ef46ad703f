/** Figures counted from plain rows; no clock, no database. */
import type { IssueState } from '../issue/issue.states.ts';
import { type Day, dayOf } from '../kernel/day.ts';
import type { Figures, Share, Totals } from './figures.model.ts';
import type { Period } from './period.ts';

export interface PatrolRecord {
  readonly day: Day;
  readonly place: string;
  readonly isRostered: boolean;
  readonly isSubmitted: boolean;
  readonly log: 'onTime' | 'late' | 'unsent';
  readonly people: number;
  readonly fine: number;
  readonly faulty: number;
  readonly notApplicable: number;
  readonly problems: number;
  readonly help: { readonly dissuaded: number; readonly cleaned: number; readonly tidied: number; readonly explained: number };
}

/** What was joined to another, dismissed or split into parts is no problem of its own. */
export const uncountedStates = ['duplicate', 'dismissed', 'split'] as const satisfies readonly IssueState[];
export type CountedState = Exclude<IssueState, (typeof uncountedStates)[number]>;

export interface IssueRecord {
  readonly no: number;
  readonly text: string;
  readonly place: string | null;
  /** The text of the item it fails; null when it fails none. */
  readonly item: string | null;
  readonly foundAt: string;
  readonly disposal: 'onTheSpot' | 'coordinated' | 'escalated' | null;
  readonly state: CountedState;
  readonly handler: string | null;
}

export interface Records {
  readonly patrols: readonly PatrolRecord[];
  readonly issues: readonly IssueRecord[];
}

const MOST_OPEN = 10;
export const NOWHERE = '包保地点以外';
export const NO_ITEM = '检查表以外';

/** `records` may reach beyond the time; `before` is the time it is held against. */
export function countFigures(records: Records, period: Period, before: Period, today: Day): Figures {
  const until = period.to < today ? period.to : today;
  const now = within(records, period.from, until);
  const earlier = within(records, before.from, before.to);
  return {
    ...totals(now),
    until,
    over: period.to < today,
    places: byPlace(now),
    kinds: byKind(now),
    openProblems: now.issues
      .filter(isOpen)
      .sort((a, b) => a.no - b.no)
      .slice(0, MOST_OPEN)
      .map(({ no, text, place, handler }) => ({ no, text, place: place ?? NOWHERE, handler })),
    before: earlier.patrols.length + earlier.issues.length > 0 ? totals(earlier) : null,
  };
}

function within({ patrols, issues }: Records, from: Day, to: Day): Records {
  return {
    patrols: patrols.filter(({ day }) => from <= day && day <= to),
    issues: issues.filter(({ foundAt }) => from <= dayOf(foundAt) && dayOf(foundAt) <= to),
  };
}

const isClosed = ({ state }: IssueRecord): boolean => state === 'closed' || state === 'reopenAsked';
const isWaiting = ({ state }: IssueRecord): boolean => state === 'fixed' || state === 'verified';
const isOpen = (issue: IssueRecord): boolean => !isClosed(issue) && !isWaiting(issue);

function totals({ patrols, issues }: Records): Totals {
  const walked = patrols.filter((patrol) => patrol.isSubmitted);
  const sum = (of: (patrol: PatrolRecord) => number): number => walked.reduce((total, patrol) => total + of(patrol), 0);
  const count = (holds: (patrol: PatrolRecord) => boolean): number => walked.filter(holds).length;
  const issuesThat = (holds: (issue: IssueRecord) => boolean): number => issues.filter(holds).length;
  return {
    planned: patrols.filter((patrol) => patrol.isRostered).length,
    walked: count((patrol) => patrol.isRostered),
    extra: count((patrol) => !patrol.isRostered),
    people: sum((patrol) => patrol.people),
    onTime: count((patrol) => patrol.log === 'onTime'),
    late: count((patrol) => patrol.log === 'late'),
    unsent: count((patrol) => patrol.log === 'unsent'),
    answered: sum((patrol) => patrol.fine + patrol.faulty + patrol.notApplicable),
    fine: sum((patrol) => patrol.fine),
    faulty: sum((patrol) => patrol.faulty),
    notApplicable: sum((patrol) => patrol.notApplicable),
    nothingFound: count((patrol) => patrol.problems === 0),
    dissuaded: sum((patrol) => patrol.help.dissuaded),
    cleaned: sum((patrol) => patrol.help.cleaned),
    tidied: sum((patrol) => patrol.help.tidied),
    explained: sum((patrol) => patrol.help.explained),
    found: issues.length,
    onTheSpot: issuesThat((issue) => issue.disposal === 'onTheSpot'),
    coordinated: issuesThat((issue) => issue.disposal === 'coordinated'),
    escalated: issuesThat((issue) => issue.disposal === 'escalated'),
    undisposed: issuesThat((issue) => issue.disposal === null),
    closed: issuesThat(isClosed),
    waiting: issuesThat(isWaiting),
    open: issuesThat(isOpen),
  };
}

function byPlace({ patrols, issues }: Records): Share[] {
  const names = new Set([...patrols.map((patrol) => patrol.place), ...issues.map((issue) => issue.place ?? NOWHERE)]);
  return [...names]
    .map((name) => {
      const here = issues.filter((issue) => (issue.place ?? NOWHERE) === name);
      const walked = patrols.filter((patrol) => patrol.place === name && patrol.isSubmitted).length;
      return { name, patrols: walked, found: here.length, closed: here.filter(isClosed).length };
    })
    .sort((a, b) => b.found - a.found || b.patrols - a.patrols || (a.name < b.name ? -1 : 1));
}

function byKind({ issues }: Records): Figures['kinds'] {
  return [...Map.groupBy(issues, ({ item }) => kindOf(item))]
    .map(([name, all]) => ({ name, found: all.length, closed: all.filter(isClosed).length }))
    .sort((a, b) => b.found - a.found || (a.name < b.name ? -1 : 1));
}

/** What an item of a checklist looks at, in a few words: 查看路灯是否齐全完好，… → 路灯. */
export function kindOf(item: string | null): string {
  if (!item) return NO_ITEM;
  const subject = item
    .replace(/^\s*(?:\d+[、.．])?\s*(?:查看|检查|看|查|巡查|督促)/, '')
    .split(/是否|有无|能否|有没有|[，。；：！？、（]/, 1)[0]!
    .trim();
  return subject ? [...subject].slice(0, 16).join('') : [...item].slice(0, 16).join('');
}
