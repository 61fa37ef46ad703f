/** The checklist as it is being filled in, and what each touch makes of it. Pure; kept on the phone between touches. */
import type { Contribution } from '#domain/patrol/merge.ts';
import type { Answer, Help, PatrolView } from '#domain/patrol/patrol.model.ts';
import { belowThreshold } from '#domain/patrol/patrol.rules.ts';
import type { Verdict } from '#domain/patrol/patrol.states.ts';
import type { ChecklistItem } from '#domain/place/place.model.ts';
import type { Grade } from '#domain/place/point.model.ts';

export interface DraftAnswer {
  readonly verdict: Verdict | null;
  /** As typed, so that a half-typed number is not lost. */
  readonly measures: Readonly<Record<string, string>>;
  /** When it was given, by the server's clock as far as known: of two phones the later answer counts. */
  readonly at?: string;
  /** The state a person set; absent: by the number of faults. */
  readonly grade?: Grade | undefined;
}

export interface PatrolDraft {
  readonly answers: Readonly<Record<number, DraftAnswer>>;
  readonly help: Help;
  readonly note: string;
}

const untouched: DraftAnswer = { verdict: null, measures: {} };

export function draftOf(patrol: Contribution): PatrolDraft {
  const answers = patrol.answers.map(
    ({ no, verdict, measures, grade, answeredAt }) =>
      [
        no,
        {
          verdict,
          measures: Object.fromEntries(measures.map((m) => [m.metric, String(m.value)])),
          ...(grade ? { grade } : {}),
          ...(answeredAt ? { at: answeredAt } : {}),
        },
      ] as const,
  );
  return { answers: Object.fromEntries(answers), help: patrol.help, note: patrol.note };
}

/** What the other phone has handed in stands where this one has nothing. */
export function withKnown(draft: PatrolDraft, patrol: Contribution): PatrolDraft {
  const known = draftOf(patrol).answers;
  const own = Object.entries(draft.answers).filter(([, answer]) => answer.verdict !== null || Object.values(answer.measures).some(Boolean));
  return { ...draft, answers: { ...known, ...Object.fromEntries(own) } };
}

/** How many answers of this phone the submitted patrol does not show, because the other phone came first. */
export function notIn(patrol: Pick<PatrolView, 'answers' | 'checklist'>, draft: PatrolDraft): number {
  const saidOf = ({ verdict, measures, grade }: Answer): string =>
    JSON.stringify([verdict, grade, measures.map(({ metric, value }) => [metric, value])]);
  return answersOf(patrol.checklist, draft).filter((answer) => {
    const known = patrol.answers.find((each) => each.no === answer.no);
    return !known || saidOf(known) !== saidOf(answer);
  }).length;
}

export function answerOf(draft: PatrolDraft, no: number): DraftAnswer {
  return draft.answers[no] ?? untouched;
}

/** A number between 0 and 100, or null; commas and full-width points are taken as typed by a Chinese keyboard. */
export function numberOf(typed: string): number | null {
  const text = typed
    .trim()
    .replace(/[，,。．]/g, '.')
    .replace(/[%％]$/, '');
  if (!/^\d{1,3}(\.\d{0,2})?$/.test(text)) return null;
  const value = Number(text);
  return value <= 100 ? value : null;
}

function measured(item: ChecklistItem, answer: DraftAnswer): Answer['measures'] {
  return item.measures.flatMap(({ metric }) => {
    const value = numberOf(answer.measures[metric] ?? '');
    return value === null ? [] : [{ metric, value }];
  });
}

function isBelow(item: ChecklistItem, answer: DraftAnswer): boolean {
  return belowThreshold(item, { measures: measured(item, answer) });
}

/** A number below the threshold stays a problem, whatever is tapped; 不适用 takes the item out altogether. */
export function tapped(item: ChecklistItem, answer: DraftAnswer, verdict: Verdict): DraftAnswer {
  return { ...answer, verdict: verdict === 'fine' && isBelow(item, answer) ? 'problem' : verdict };
}

/** A number answers the item where the person has not, and takes back only what a number had said before. */
export function typed(item: ChecklistItem, answer: DraftAnswer, metric: string, text: string): DraftAnswer {
  const next = { ...answer, measures: { ...answer.measures, [metric]: text } };
  if (isBelow(item, next)) return { ...next, verdict: 'problem' };
  const saidByNumber = answer.verdict === null || (answer.verdict === 'problem' && isBelow(item, answer));
  const isWhole = measured(item, next).length === item.measures.length;
  return saidByNumber ? { ...next, verdict: isWhole ? 'fine' : null } : next;
}

export function isAnswered(item: ChecklistItem, answer: DraftAnswer): boolean {
  if (answer.verdict === null) return false;
  return answer.verdict === 'notApplicable' || measured(item, answer).length === item.measures.length;
}

/** 合格 for everything not yet touched; a number that an item asks for is still asked for. */
export function allFine(checklist: readonly ChecklistItem[], draft: PatrolDraft, at: string): PatrolDraft['answers'] {
  const rest = checklist.filter((item) => answerOf(draft, item.no).verdict === null);
  return {
    ...draft.answers,
    ...Object.fromEntries(rest.map((item) => [item.no, { ...tapped(item, answerOf(draft, item.no), 'fine'), at }])),
  };
}

export function answersOf(checklist: readonly ChecklistItem[], draft: PatrolDraft): Answer[] {
  return checklist.flatMap((item) => {
    const answer = answerOf(draft, item.no);
    if (answer.verdict === null) return [];
    const applies = answer.verdict !== 'notApplicable';
    return [
      {
        no: item.no,
        verdict: answer.verdict,
        measures: applies ? measured(item, answer) : [],
        note: '',
        ...(answer.at ? { answeredAt: answer.at } : {}),
        ...(applies && answer.grade ? { grade: answer.grade } : {}),
      },
    ];
  });
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The first item that still asks for something. */
  readonly openNo: number | null;
}

export function progressOf(checklist: readonly ChecklistItem[], draft: PatrolDraft): Progress {
  const open = checklist.filter((item) => !isAnswered(item, answerOf(draft, item.no)));
  return { done: checklist.length - open.length, total: checklist.length, openNo: open[0]?.no ?? null };
}
