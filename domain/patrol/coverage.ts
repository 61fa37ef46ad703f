/** Coverage from counted rows. Pure. */
import { addDays, type Day, daysFrom, mondayOf, weekdayOf } from '../kernel/day.ts';
import type { CoverageCell, CoverageItem, CoveragePlace } from './coverage.model.ts';

export const MOST_WEEKS = 26;
const USUAL_WEEKS = 8;

/** The Mondays of the weeks that hold `from` to `until`; at most half a year, ending with `until`. */
export function weeksOf(from: Day | undefined, until: Day): Day[] {
  const last = mondayOf(until);
  const earliest = addDays(last, -7 * (MOST_WEEKS - 1));
  const first = mondayOf(from && from <= until ? from : addDays(last, -7 * (USUAL_WEEKS - 1)));
  return daysFrom(first > earliest ? first : earliest, last).filter((day) => weekdayOf(day) === 1);
}

export interface AnswerCount extends CoverageCell {
  readonly placeId: string;
  readonly week: Day;
  readonly no: number;
  readonly text: string;
  readonly version: number;
}

export interface PatrolCount {
  readonly placeId: string;
  readonly week: Day;
  readonly planned: number;
  readonly walked: number;
}

export interface CoveredPlace {
  readonly id: string;
  readonly name: string;
  readonly checklistVersion: number;
  readonly checklist: readonly { readonly no: number; readonly text: string }[];
}

const NOTHING: CoverageCell = { answered: 0, checked: 0, problems: 0, notApplicable: 0 };

/** The same words are the same item, whatever its number in an earlier version; items no longer asked stand at the end. */
export function coverPlace(
  place: CoveredPlace,
  weeks: readonly Day[],
  patrols: readonly PatrolCount[],
  answers: readonly AnswerCount[],
): CoveragePlace {
  const here = answers.filter((row) => row.placeId === place.id);
  const count = (week: Day, which: 'planned' | 'walked'): number =>
    patrols.find((row) => row.placeId === place.id && row.week === week)?.[which] ?? 0;
  const walked = weeks.map((week) => count(week, 'walked'));
  const current = place.checklist.map(({ no, text }) => ({ no, text, version: place.checklistVersion, isCurrent: true }));
  const former = new Map(
    here
      .filter((row) => !current.some(({ text }) => text === row.text))
      .map(({ no, text, version }) => [text, { no, text, version, isCurrent: false }]),
  );
  return {
    place: { id: place.id, name: place.name },
    planned: weeks.map((week) => count(week, 'planned')),
    walked,
    items: [...current, ...former.values()].map((item) =>
      coverItem(
        item,
        weeks,
        here,
        walked.some((n) => n > 0),
      ),
    ),
  };
}

function coverItem(
  item: Pick<CoverageItem, 'no' | 'text' | 'version' | 'isCurrent'>,
  weeks: readonly Day[],
  answers: readonly AnswerCount[],
  isWalked: boolean,
): CoverageItem {
  const rows = answers.filter(({ text }) => text === item.text);
  const cells = weeks.map((week) => rows.filter((row) => row.week === week).reduce(add, NOTHING));
  const total = cells.reduce(add, NOTHING);
  const never = total.checked > 0 ? null : isWalked && total.answered > 0 ? 'notApplicable' : 'notPatrolled';
  return { ...item, cells, total, never };
}

function add(a: CoverageCell, b: CoverageCell): CoverageCell {
  return {
    answered: a.answered + b.answered,
    checked: a.checked + b.checked,
    problems: a.problems + b.problems,
    notApplicable: a.notApplicable + b.notApplicable,
  };
}
