/** Reads that explain a roster: why this person, what one more would change, how to repair it. */
import { dayOf } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { RepairChoice } from '#domain/roster/explain.model.ts';
import { explainSeat, oneMore } from '#domain/roster/explain.ts';
import { isSameSeat } from '#domain/roster/musts.ts';
import type { RosterPerson, RosterPlan } from '#domain/roster/plan.ts';
import { rosterExplain, rosterOneMore, rosterRepairs } from '#domain/roster/roster.contract.ts';
import type { Seat } from '#domain/roster/roster.model.ts';
import { type Repair, repair } from '#domain/roster/solve/repair.ts';
import type { RosterTask } from '#domain/roster/solve/task.ts';
import { agreedRest, assignmentsOf, restOf, seatOf, solverTask } from '#domain/roster/task.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { type Ground, mustsOf, planOfRoster, readGround } from './roster.plan.ts';
import { getRoster } from './roster.store.ts';

export function explainRoutes(endpoint: Endpoints): void {
  endpoint.read(rosterExplain, async ({ input, actor, db }) => {
    const { id, ...seat } = input;
    const roster = await getRoster(db, id, actor);
    if (!roster.seats.some((one) => isSameSeat(one, seat))) throw new Problem('record.notFound');
    const ground = await readGround(db, roster.unitId, roster.from, roster.to);
    const plan = planOfRoster(ground, roster);
    return explainSeat(plan, mustsOf(ground, plan), roster.seats, seat);
  });

  endpoint.read(rosterOneMore, async ({ input, actor, db }) => {
    const roster = await getRoster(db, input.id, actor);
    const ground = await readGround(db, roster.unitId, roster.from, roster.to);
    return oneMore(planOfRoster(ground, roster), input.role);
  });

  endpoint.read(rosterRepairs, async ({ input, actor, db, now }) => {
    const roster = await getRoster(db, input.id, actor);
    const ground = await readGround(db, roster.unitId, roster.from, roster.to);
    const plan = withoutPerson(planOfRoster(ground, roster), input);
    const today = dayOf(now);
    const task = solverTask(plan, restOf(plan));
    const from = task.days.findIndex((day) => day >= (input.from > today ? input.from : today));
    const until = task.days.findLastIndex((day) => day <= input.to);
    if (from < 0 || until < from) return { vacated: 0, fewest: 0, choices: [] };
    const assignments = assignmentsOf(plan, task, roster.seats);
    const rested = repair(task, assignments, { from, until });
    // Rest that is only wished for gives way before a seat stays empty.
    const isShort = (rested.choices[0]?.parts.empty ?? 0) > 0;
    const { vacated, fewest, choices } = isShort ? repair(solverTask(plan, agreedRest(plan)), assignments, { from, until }) : rested;
    return { vacated, fewest, choices: choices.map((choice) => chosen(choice, { ground, plan, task, seats: roster.seats })) };
  });
}

/** Away on these days, whatever else is recorded. */
function withoutPerson(plan: RosterPlan, { personId, from, to }: { personId: string; from: string; to: string }): RosterPlan {
  const people = plan.people.map(
    (person): RosterPerson => (person.id === personId ? { ...person, away: [...person.away, { from, to, kind: 'other' }] } : person),
  );
  return { ...plan, people };
}

interface Repairing {
  readonly ground: Ground;
  readonly plan: RosterPlan;
  readonly task: RosterTask;
  readonly seats: readonly Seat[];
}

function chosen({ kind, changes, parts }: Repair, { ground, plan, task, seats }: Repairing): RepairChoice {
  const person = (id: string | null) => (id === null ? null : { id, name: plan.people.find((one) => one.id === id)?.name ?? '' });
  const told = changes.map((change) => {
    const seat = seatOf(task, change);
    const place = ground.places.find((one) => one.id === seat.placeId)?.name ?? '';
    return { ...seat, place, was: person(change.was), now: person(change.now) };
  });
  const after = seats.map((seat) => told.find((change) => isSameSeat(change, seat))?.now?.id ?? seat.personId);
  const concerned = new Set(changes.flatMap((change) => [change.was, change.now]));
  const counts = [...concerned].filter((id) => id !== null).map((id) => after.filter((one) => one === id).length);
  return { kind, changes: told, empty: parts.empty, least: Math.min(...counts), most: Math.max(...counts) };
}
