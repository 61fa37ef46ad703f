/**
 * A patrol's life: planned by the roster → under way → submitted with the checklist answered → its log sent on the same day
 * (将当天“巡查日志”报创城办). Nothing found is a result too.
 */
import { type ActRule, type ActTable, type Circumstances, postIn, type Relation, type Workflow } from '../kernel/act.ts';
import { type At, addDays, dayOf, instantOf } from '../kernel/day.ts';
import type { Json } from '../kernel/fact.ts';
import { Problem } from '../kernel/problem.ts';
import type { Position } from '../photo/photo.model.ts';
import type { ChecklistItem } from '../place/place.model.ts';
import { type Contribution, merge } from './merge.ts';
import type { Answer, Patrol } from './patrol.model.ts';
import { patrolStates } from './patrol.states.ts';

const crew: Relation<Patrol> = {
  words: { zh: '当班人员', en: 'the people on duty' },
  holds: (actor, patrol) => patrol.leaderId === actor.personId || patrol.memberIds.includes(actor.personId),
};
const former: Relation<Patrol> = {
  words: { zh: '换班前的当班人员', en: 'those on duty before the roster was changed' },
  holds: (actor, patrol) => patrol.formerIds.includes(actor.personId),
};
const office = postIn<Patrol>('campaignClerk', 'leaderInCharge', 'topLeader');
const rule = <Input>(row: ActRule<Patrol, Input>): ActRule<Patrol, Input> => row;

export interface Submission extends Contribution {
  readonly checklist: readonly ChecklistItem[];
  readonly position?: Position | null;
}

const notBeforeItsDay = (patrol: Patrol, at: Circumstances): Problem | null =>
  dayOf(at.now) < patrol.day ? new Problem('patrol.notYet') : null;

export const patrolActs = {
  start: rule<{ readonly position?: Position | null }>({
    words: { zh: '开始巡查', en: 'Start' },
    past: 'started',
    pastWords: { zh: '开始巡查', en: 'started the patrol' },
    from: ['planned'],
    to: 'underway',
    by: [crew, former, office],
    refuse: notBeforeItsDay,
    change: (_patrol, input, at) => ({ startedAt: at.now, startPosition: input.position ?? null }),
  }),
  submit: rule<Submission>({
    words: { zh: '提交巡查', en: 'Submit' },
    past: 'submitted',
    pastWords: { zh: '提交巡查', en: 'submitted the patrol' },
    from: ['planned', 'underway'],
    to: 'submitted',
    by: [crew, former, office],
    refuse: (patrol, at, input) => notBeforeItsDay(patrol, at) ?? (input ? whatIsMissing(together(patrol, input)) : null),
    change: (patrol, input, at) => ({ ...contentOf(patrol, input), ...submittedNow(patrol, input, at) }),
    tell: whatWasBrought,
  }),
  handIn: rule<Submission>({
    words: { zh: '交出部分结果', en: 'Hand in a part' },
    past: 'handedIn',
    pastWords: { zh: '交出部分检查结果', en: 'handed in a part of the results' },
    from: ['planned', 'underway'],
    to: (patrol, input) => (isWhole(patrol, input) ? 'submitted' : 'underway'),
    by: [crew, former, office],
    refuse: (patrol, at, input) => notBeforeItsDay(patrol, at) ?? (input ? strangerIn(input) : null),
    change: (patrol, input, at) => ({
      ...contentOf(patrol, input),
      startedAt: patrol.startedAt ?? at.now,
      ...(isWhole(patrol, input) ? submittedNow(patrol, input, at) : {}),
    }),
    tell: whatWasBrought,
  }),
  join: rule<Submission>({
    words: { zh: '并入同组结果', en: 'Add the results of a second phone' },
    past: 'joined',
    pastWords: { zh: '提交的检查结果已并入', en: 'submitted too; the results were put together' },
    from: ['submitted', 'reported'],
    by: [crew, former, office],
    refuse: (_patrol, _at, input) => (input ? strangerIn(input) : null),
    change: contentOf,
    tell: whatWasBrought,
  }),
  reportLog: rule<{ readonly text: string; readonly via: string }>({
    words: { zh: '上报日志', en: 'Send the log' },
    past: 'logReported',
    pastWords: { zh: '上报巡查日志', en: 'sent the log' },
    from: ['submitted'],
    to: 'reported',
    by: [crew, former, office],
    change: (_patrol, input, at) => ({ logText: input.text, reportedAt: at.now, reportedById: at.actor.personId, reportedVia: input.via }),
    tell: (patrol, input, next) => ({ via: input.via, late: isLogLate(next, next.reportedAt ?? ''), day: patrol.day }),
  }),
} satisfies ActTable<Patrol>;

export const patrolWorkflow: Workflow<Patrol, typeof patrolActs> = {
  kind: 'patrol',
  words: { zh: '巡查', en: 'Patrol' },
  states: patrolStates,
  acts: patrolActs,
};

/** The act by which a submission enters: the first one submits, a part is handed in, what comes after it is put together with it. */
export function entryOf(patrol: Pick<Patrol, 'state'>, part: boolean): 'submit' | 'handIn' | 'join' {
  if (patrol.state === 'submitted' || patrol.state === 'reported') return 'join';
  return part ? 'handIn' : 'submit';
}

function together(patrol: Patrol, input: Submission): Pick<Submission, 'checklist' | 'answers'> {
  return { checklist: input.checklist, answers: merge(patrol, input).answers };
}

function isWhole(patrol: Patrol, input: Submission): boolean {
  return whatIsMissing(together(patrol, input)) === null;
}

function contentOf(patrol: Patrol, input: Submission): Pick<Patrol, 'answers' | 'help' | 'note'> {
  const { answers, help, note } = merge(patrol, input);
  return { answers, help, note };
}

type Submitted = Pick<Patrol, 'startedAt' | 'submittedAt' | 'submittedById' | 'submitPosition'>;

function submittedNow(patrol: Patrol, { position }: Submission, { now, actor }: Circumstances): Submitted {
  return { startedAt: patrol.startedAt ?? now, submittedAt: now, submittedById: actor.personId, submitPosition: position ?? null };
}

/** The counts of what this phone brought, and each item on which it differs from what was there. */
function whatWasBrought(patrol: Patrol, input: Submission): { readonly [key: string]: Json } {
  const { differs } = merge(patrol, input);
  return {
    fine: input.answers.filter((answer) => answer.verdict === 'fine').length,
    problems: input.answers.filter((answer) => answer.verdict === 'problem').length,
    ...(differs.length > 0 ? { differs: differs as unknown as Json } : {}),
  };
}

function strangerIn({ checklist, answers }: Pick<Submission, 'checklist' | 'answers'>): Problem | null {
  const stranger = answers.find((answer) => !checklist.some((item) => item.no === answer.no));
  return stranger ? new Problem('patrol.unknownItem', { no: stranger.no }) : null;
}

/** The first instant at which the log is late: midnight at the end of the patrol day, in the office's time. */
export function logDueAt(patrol: Pick<Patrol, 'day'>): At {
  return instantOf(addDays(patrol.day, 1));
}

/** Late stays late: once sent, the time of sending decides; until then, the clock. */
export function isLogLate(patrol: Pick<Patrol, 'day' | 'reportedAt'>, now: At): boolean {
  return Date.parse(patrol.reportedAt ?? now) >= Date.parse(logDueAt(patrol));
}

/** The first thing a submission lacks, or null. */
export function whatIsMissing({ checklist, answers }: Pick<Submission, 'checklist' | 'answers'>): Problem | null {
  const byNo = new Map(answers.map((answer) => [answer.no, answer]));
  const stranger = strangerIn({ checklist, answers });
  if (stranger) return stranger;
  const open = checklist.filter((item) => !byNo.has(item.no));
  if (open.length > 0) return new Problem('patrol.unanswered', { count: open.length, items: open.map((item) => item.no).join('、') });
  for (const item of checklist) {
    const answer = byNo.get(item.no)!;
    if (answer.verdict === 'notApplicable') continue;
    const missing = item.measures.find((measure) => !answer.measures.some((given) => given.metric === measure.metric));
    if (missing) return new Problem('patrol.measureMissing', { no: item.no, metric: missing.metric });
  }
  return null;
}

/** What a filled-in number says: below the threshold is a problem, whatever was tapped. */
export function belowThreshold(item: Pick<ChecklistItem, 'measures'>, answer: Pick<Answer, 'measures'>): boolean {
  return item.measures.some((measure) => answer.measures.some((given) => given.metric === measure.metric && given.value < measure.atLeast));
}
