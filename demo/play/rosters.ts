/** The roster of each month the campaign touches, with the patroller of the cast on the days that matter, and what it plans. */
import { addMonths, type Day, firstDayOf, lastDayOf, type Month, monthOf } from '#domain/kernel/day.ts';
import type { Id } from '#domain/kernel/id.ts';
import type { PatrolRow } from '#domain/patrol/patrol.model.ts';
import { clerk, leader, patroller } from '../cast.ts';
import type { Role } from '../player.ts';
import { solved } from '../solved.ts';
import { as, type Stage } from '../stage.ts';

/** The months from the first patrol to now; and the next one when this one is nearly over. */
export function rosterMonths(first: Day, today: Day): readonly [ahead: Month[], next: Month[]] {
  const current = monthOf(today);
  const ahead: Month[] = [];
  for (let month = monthOf(first); month <= current; month = addMonths(month, 1)) ahead.push(month);
  return [ahead, Number(today.slice(8)) >= 20 ? [addMonths(current, 1)] : []];
}

export async function publishRoster(stage: Stage, month: Month, from: Day, roadId: Id): Promise<void> {
  const role = await as(stage, clerk.username);
  const { id } = await role.act('roster.make', { id: stage.id(), month });
  await solved(role, id);
  for (const day of await patrolDays(role, month)) {
    if (day >= from && (day === stage.today || stage.chance.next() < 0.25)) await seat(stage, role, { id, month, day, roadId });
  }
  // Seats set by hand are pinned; the others are evened out around them.
  await role.act('roster.make', { id, month });
  await solved(role, id);
  await role.act('roster.publish', { id });
}

/** Every patrol of a month that a roster has planned. */
export async function patrolsOf(stage: Stage, month: Month): Promise<PatrolRow[]> {
  const role = await as(stage, clerk.username);
  const { rows } = await role.read('patrol.list', { until: lastDayOf(month), limit: 100 });
  return rows
    .filter((row) => row.day >= firstDayOf(month))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.place.name < b.place.name ? -1 : 1));
}

async function patrolDays(role: Role, month: Month): Promise<Day[]> {
  const { roster } = await role.read('roster.get', { month });
  return [...new Set(roster!.seats.map((one) => one.day))].sort();
}

interface RosterDay {
  readonly id: Id;
  readonly month: Month;
  readonly day: Day;
  readonly roadId: Id;
}

/** The patroller and the deputy of the cast on the road that day, unless they serve elsewhere on it. */
async function seat(stage: Stage, role: Role, { id, month, day, roadId }: RosterDay): Promise<void> {
  for (const [n, username] of [
    [0, leader],
    [1, patroller],
  ] as const) {
    const { roster } = await role.read('roster.get', { month });
    const personId = stage.personIds.get(username)!;
    const seats = roster!.seats.filter((one) => one.day === day);
    const wanted = seats.find((one) => one.placeId === roadId && one.n === n);
    if (!wanted || seats.some((one) => one.personId === personId)) continue;
    await role.act('roster.assign', { id, changes: [{ day, placeId: roadId, n, was: wanted.personId, personId }] });
  }
}
