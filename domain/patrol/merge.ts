/**
 * Two phones on one patrol: what each found out is kept, item by item. Where both answered an item, the answer given last counts, by the
 * phones' clocks as corrected; the other one stays in the history. Pure.
 */
import type { Answer, Help, Patrol } from './patrol.model.ts';

export interface Contribution {
  readonly answers: readonly Answer[];
  readonly help: Help;
  readonly note: string;
}

/** An item on which two phones differ: what counts now and what does not. */
export interface Difference {
  readonly no: number;
  readonly counts: Answer;
  readonly other: Answer;
}

export interface Merged extends Contribution {
  readonly answers: Answer[];
  readonly differs: readonly Difference[];
}

export function merge(known: Pick<Patrol, 'answers' | 'help' | 'note'>, brought: Contribution): Merged {
  const answers = new Map(known.answers.map((answer) => [answer.no, answer]));
  const differs: Difference[] = [];
  for (const answer of brought.answers) {
    const before = answers.get(answer.no);
    const isNewer = !before || givenAt(answer) > givenAt(before);
    if (before && !saysTheSame(before, answer))
      differs.push({ no: answer.no, counts: isNewer ? answer : before, other: isNewer ? before : answer });
    if (isNewer) answers.set(answer.no, answer);
  }
  return {
    answers: [...answers.values()].sort((a, b) => a.no - b.no),
    help: moreHelp(known.help, brought.help),
    note: bothNotes(known.note, brought.note),
    differs,
  };
}

function givenAt({ answeredAt }: Answer): number {
  return answeredAt ? Date.parse(answeredAt) : 0;
}

function saysTheSame(a: Answer, b: Answer): boolean {
  const measures = (answer: Answer): string => JSON.stringify(answer.measures.map(({ metric, value }) => [metric, value]).sort());
  return a.verdict === b.verdict && a.grade === b.grade && a.note === b.note && measures(a) === measures(b);
}

/** The larger count of each kind: two who walk together count the same deeds, and a sum would count them twice. */
function moreHelp(a: Help, b: Help): Help {
  const larger = (kind: keyof Help): number => Math.max(a[kind], b[kind]);
  return { dissuaded: larger('dissuaded'), cleaned: larger('cleaned'), tidied: larger('tidied'), explained: larger('explained') };
}

function bothNotes(known: string, brought: string): string {
  if (!brought || known.includes(brought)) return known;
  return known ? `${known}；${brought}` : brought;
}
