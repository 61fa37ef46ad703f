/**
 * A patrol's life: planned by the roster → under way → submitted with the checklist answered → its log sent on the same day
 * (将当天“巡查日志”报创城办). Nothing found is a result too.
 */
import { type ActRule, type ActTable, type Circumstances, postIn, type Relation, type Workflow } from '../kernel/act.ts';
import { type At, addDays, dayOf, instantOf } from '../kernel/day.ts';
import { Problem } from '../kernel/problem.ts';
import type { Position } from '../photo/photo.model.ts';
import type { ChecklistItem } from '../place/place.model.ts';
import type { Answer, Help, Patrol } from './patrol.model.ts';
import { patrolStates } from './patrol.states.ts';

const crew: Relation<Patrol> = {
  words: { zh: '当班人员', en: 'the people on duty' },
  holds: (actor, patrol) => patrol.leaderId === actor.personId || patrol.memberIds.includes(actor.personId),
};
const office = postIn<Patrol>('campaignClerk', 'leaderInCharge', 'topLeader');
const rule = <Input>(row: ActRule<Patrol, Input>): ActRule<Patrol, Input> => row;

export interface Submission {
  readonly checklist: readonly ChecklistItem[];
  readonly answers: readonly Answer[];
  readonly help: Help;
  readonly note: string;
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
    by: [crew, office],
    refuse: notBeforeItsDay,
    change: (_patrol, input, at) => ({ startedAt: at.now, startPosition: input.position ?? null }),
  }),
  submit: rule<Submission>({
    words: { zh: '提交巡查', en: 'Submit' },
    past: 'submitted',
    pastWords: { zh: '提交巡查', en: 'submitted the patrol' },
    from: ['planned', 'underway'],
    to: 'submitted',
    by: [crew, office],
    refuse: (patrol, at, input) => notBeforeItsDay(patrol, at) ?? (input ? whatIsMissing(input) : null),
    change: (patrol, input, at) => ({
      answers: [...input.answers].sort((a, b) => a.no - b.no),
      help: input.help,
      note: input.note,
      startedAt: patrol.startedAt ?? at.now,
      submittedAt: at.now,
      submittedById: at.actor.personId,
      submitPosition: input.position ?? null,
    }),
    tell: (_patrol, input) => ({
      fine: input.answers.filter((answer) => answer.verdict === 'fine').length,
      problems: input.answers.filter((answer) => answer.verdict === 'problem').length,
    }),
  }),
  reportLog: rule<{ readonly text: string; readonly via: string }>({
    words: { zh: '上报日志', en: 'Send the log' },
    past: 'logReported',
    pastWords: { zh: '上报巡查日志', en: 'sent the log' },
    from: ['submitted'],
    to: 'reported',
    by: [crew, office],
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
  const stranger = answers.find((answer) => !checklist.some((item) => item.no === answer.no));
  if (stranger) return new Problem('patrol.unknownItem', { no: stranger.no });
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
