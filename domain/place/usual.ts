/** What is usual where a notice says nothing: a place begins with this rule, and the clerk may change it. */
import type { PatrolRule } from './place.model.ts';

/** Days a week → weekdays spread over it; 1 = Monday. */
export const usualWeekdays: Readonly<Record<number, readonly number[]>> = {
  1: [3],
  2: [2, 4],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5],
  6: [1, 2, 3, 4, 5, 6],
  7: [1, 2, 3, 4, 5, 6, 7],
};

export const usualRule: PatrolRule = {
  daysAWeek: 3,
  weekdays: [1, 3, 5],
  people: 2,
  leaderOnDuty: true,
  leaders: null,
  rest: null,
  apart: [],
  starts: '09:00',
  ends: '11:30',
  requirements: [],
  sources: {},
  settlement: null,
};
