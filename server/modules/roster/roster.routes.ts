import { allowedActs, type Circumstances, decide } from '#domain/kernel/act.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { addMonths, firstDayOf, lastDayOf } from '#domain/kernel/day.ts';
import type { FactDraft } from '#domain/kernel/fact.ts';
import { newId } from '#domain/kernel/id.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Words } from '#domain/kernel/words.ts';
import { mayLeadAt, type RosterPlan, seatKey } from '#domain/roster/plan.ts';
import { firstRoster } from '#domain/roster/propose.ts';
import {
  rosterAssign,
  rosterCut,
  rosterDiscard,
  rosterGet,
  rosterMake,
  rosterPin,
  rosterProgress,
  rosterPublish,
  rosterSetTerms,
  rosterStop,
} from '#domain/roster/roster.contract.ts';
import type { Roster, Seat } from '#domain/roster/roster.model.ts';
import { rosterWorkflow } from '#domain/roster/roster.rules.ts';
import type { ActCall, Endpoints } from '#server/platform/endpoint.ts';
import { listHistory } from '#server/platform/history.ts';
import { requirePost } from '#server/platform/rights.ts';
import { lockUnit } from '../org/org.store.ts';
import { mustsOf, planOfRoster, readGround, readTerms, saveTerms } from './roster.plan.ts';
import { findRoster, getRoster, insertRoster, lockRoster, noteChanges, saveRoster } from './roster.store.ts';
import { viewRoster } from './roster.view.ts';
import { askToStop, beginSolving, findSolving } from './solving.store.ts';
import type { Solver } from './solving.ts';

export function rosterRoutes(endpoint: Endpoints, solver: Solver): void {
  endpoint.read(rosterGet, async ({ input, actor, db, now }) => {
    const view = await viewRoster(db, input.month, { actor, now });
    return { ...view, history: view.roster ? await listHistory(db, view.roster.id) : [] };
  });

  endpoint.read(rosterProgress, async ({ input, actor, db }) => {
    await getRoster(db, input.id, actor);
    const solving = await findSolving(db, input.id);
    if (!solving) throw new Problem('record.notFound');
    return solving;
  });

  endpoint.act(rosterMake, async (call) => {
    const { input, actor, tx, now } = call;
    requirePost(actor, rosterMake.words, 'campaignClerk');
    await lockUnit(tx, actor.unitId);
    const from = firstDayOf(input.month);
    const to = lastDayOf(addMonths(input.month, input.months - 1));
    const known = await findRoster(tx, actor.unitId, from, to);
    if (known && (known.id !== input.id || known.from !== from || known.to !== to || known.state !== 'draft'))
      throw new Problem('roster.exists', { ...monthsWords(known) });
    const ground = await readGround(tx, actor.unitId, from, to);
    if (ground.plan.places.every((place) => place.days.length === 0)) throw new Problem('roster.noPlaces');
    refuseTooFew(ground.plan);

    const was = known && (await lockRoster(tx, known.id, actor));
    const kept = was?.seats.filter((seat) => seat.pinned && seat.personId !== null) ?? [];
    const plan: RosterPlan = { ...ground.plan, kept };
    const first = firstRoster(plan, was?.seats);
    const roster = was
      ? await proposeAnew(call, was, first.seats)
      : await makeNew(call, { id: input.id, unitId: actor.unitId, state: 'draft', from, to, version: 0, seats: first.seats });

    const search = { id: newId(), rosterId: roster.id, cost: first.cost, bound: first.bound, steps: 0 };
    await beginSolving(tx, { ...search, personId: actor.personId });
    call.afterCommit(() => solver.begin({ ...search, actor, plan, start: first.seats }));
    return done(roster, { actor, now });
  });

  endpoint.act(rosterStop, async ({ input, actor, tx }) => {
    requirePost(actor, rosterStop.words, 'campaignClerk');
    await lockRoster(tx, input.id, actor);
    await askToStop(tx, input.id);
    return { id: input.id };
  });

  endpoint.act(rosterAssign, async ({ input, actor, tx, now, tell }) => {
    const roster = await lockRoster(tx, input.id, actor);
    const ground = await readGround(tx, roster.unitId, roster.from, roster.to);
    const musts = mustsOf(ground, planOfRoster(ground, roster));
    const nameOf = (id: string | null): string | null => musts.people.find((person) => person.id === id)?.name ?? null;
    for (const change of input.changes) {
      const seat = roster.seats.find((one) => seatKey(one) === seatKey(change));
      if (seat && seat.personId !== change.was)
        throw new Problem('record.changed', {
          zh: `${change.day} 的班次`,
          en: `the seat of ${change.day}`,
          yours: nameOf(change.personId),
          theirs: nameOf(seat.personId),
        });
    }
    const { next, fact } = decide(rosterWorkflow, roster, 'assign', { changes: input.changes, musts }, { actor, now });
    await saveRoster(tx, roster, next);
    await noteChanges(tx, roster, next, { byName: actor.name, at: now });
    await tell(fact);
    return done(next, { actor, now });
  });

  endpoint.act(rosterPin, (call) => perform(call, (roster, at) => decide(rosterWorkflow, roster, 'pin', call.input, at)));
  endpoint.act(rosterCut, (call) =>
    perform(call, (roster, at) => decide(rosterWorkflow, roster, 'cut', { to: lastDayOf(call.input.month) }, at)),
  );
  endpoint.act(rosterDiscard, (call) => perform(call, (roster, at) => decide(rosterWorkflow, roster, 'discard', {}, at)));
  endpoint.act(rosterPublish, async (call) => {
    const solving = await findSolving(call.tx, call.input.id);
    if (solving?.state === 'running') throw new Problem('roster.solving');
    return perform(call, async (roster, at) => {
      const ground = await readGround(call.tx, roster.unitId, roster.from, roster.to);
      return decide(rosterWorkflow, roster, 'publish', { musts: mustsOf(ground, planOfRoster(ground, roster)) }, at);
    });
  });

  endpoint.act(rosterSetTerms, async ({ input, actor, tx, tell }) => {
    requirePost(actor, rosterSetTerms.words, 'campaignClerk');
    await lockUnit(tx, actor.unitId);
    const known = await readTerms(tx, actor.unitId);
    if (JSON.stringify(known) !== JSON.stringify(input.was))
      throw new Problem('record.changed', { ...rosterSetTerms.words, yours: input.terms, theirs: known });
    await saveTerms(tx, actor.unitId, input.terms);
    await tell({ name: 'unit.dutyTermsSet', subject: { kind: 'unit', id: actor.unitId }, data: { was: known, terms: input.terms } });
    return input.terms;
  });
}

async function makeNew({ tx, tell }: ActCall<unknown>, roster: Roster): Promise<Roster> {
  await insertRoster(tx, roster);
  const { from, to, seats } = roster;
  await tell({ name: 'roster.made', subject: { kind: 'roster', id: roster.id }, data: { from, to, seats: seats.length } });
  return roster;
}

async function proposeAnew({ tx, actor, now, tell }: ActCall<unknown>, was: Roster, seats: readonly Seat[]): Promise<Roster> {
  const { next, fact } = decide(rosterWorkflow, was, 'propose', { seats }, { actor, now });
  await saveRoster(tx, was, next);
  await tell(fact);
  return next;
}

interface Decision {
  readonly next: Roster;
  readonly fact: FactDraft;
}

async function perform<Input extends { readonly id: string }>(
  { input, actor, tx, now, tell }: ActCall<Input>,
  decision: (roster: Roster, at: Circumstances) => Decision | Promise<Decision>,
): Promise<Done> {
  const roster = await lockRoster(tx, input.id, actor);
  const { next, fact } = await decision(roster, { actor, now });
  await saveRoster(tx, roster, next);
  await noteChanges(tx, roster, next, { byName: actor.name, at: now });
  await tell(fact);
  return done(next, { actor, now });
}

/** On one day every place needs its crew at once. */
function refuseTooFew({ people, places }: RosterPlan): void {
  const walkers = people.filter((person) => person.mayWalk).length;
  const leading = places.filter((place) => place.leaderOnDuty);
  const leaders = people.filter((person) => leading.some((place) => mayLeadAt(person, place))).length;
  const walkersNeeded = places.reduce((sum, place) => sum + place.people, 0);
  if (walkers < walkersNeeded)
    throw new Problem('roster.noPeople', {
      zh: `同一天需要 ${walkersNeeded} 名巡查人员，现有 ${walkers} 名`,
      en: `${walkersNeeded} patrollers are needed on one day, there are ${walkers}`,
    });
  if (leaders < leading.length)
    throw new Problem('roster.noPeople', {
      zh: `同一天需要 ${leading.length} 名带班领导，现有 ${leaders} 名`,
      en: `${leading.length} leaders are needed on one day, there are ${leaders}`,
    });
}

function monthsWords({ from, to }: Roster): Words {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  return first === last ? { zh: `${first} `, en: first } : { zh: `${first} 至 ${last} `, en: `${first} to ${last}` };
}

const done = (roster: Roster, at: Circumstances): Done => ({
  id: roster.id,
  state: roster.state,
  acts: allowedActs(rosterWorkflow, roster, at),
});
