import { allowedActs, type Circumstances, decide } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { dayOf } from '#domain/kernel/day.ts';
import type { FactDraft } from '#domain/kernel/fact.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { isSameSeat, whyNotHere } from '#domain/roster/musts.ts';
import type { Roster, Seat } from '#domain/roster/roster.model.ts';
import { rosterWorkflow, whyNotReseated } from '#domain/roster/roster.rules.ts';
import {
  rosterAcknowledge,
  rosterMine,
  swapAccept,
  swapAsk,
  swapCandidates,
  swapDecline,
  swapList,
  swapWithdraw,
} from '#domain/swap/swap.contract.ts';
import type { Swap, SwapView } from '#domain/swap/swap.model.ts';
import { changesOf, type SwapGround, swapWorkflow, whyNotSwapped } from '#domain/swap/swap.rules.ts';
import type { Db } from '#server/platform/database.ts';
import type { ActCall, Endpoints } from '#server/platform/endpoint.ts';
import { mustsOf, planOfRoster, readGround } from '../roster/roster.plan.ts';
import { getRoster, lockRoster, noteChanges, saveRoster } from '../roster/roster.store.ts';
import { acknowledge, listOwnChanges, listOwnDuties } from './own.ts';
import { findOpenSwap, insertSwap, listOwnSwaps, listSwaps, lockSwap, type NamedSwap, saveSwap } from './swap.store.ts';

export function swapRoutes(endpoint: Endpoints): void {
  endpoint.read(rosterMine, async ({ actor, db, now }) => {
    const today = dayOf(now);
    const { asked, asking } = await listOwnSwaps(db, actor.personId, now);
    return {
      duties: await listOwnDuties(db, actor.personId, today),
      changes: await listOwnChanges(db, actor.personId, today),
      asked: asked.map((swap) => view(swap, { actor, now })),
      asking: asking.map((swap) => view(swap, { actor, now })),
    };
  });

  endpoint.act(rosterAcknowledge, async ({ input, actor, tx }) => {
    const { version } = await lockRoster(tx, input.id, actor);
    const seen = Math.min(version, input.version);
    await acknowledge(tx, input.id, actor.personId, seen);
    return { id: input.id, version: seen };
  });

  endpoint.read(swapList, async ({ input, actor, db, now }) => {
    const { rows, next } = await listSwaps(db, actor.unitId, input);
    return { rows: rows.map((swap) => view(swap, { actor, now })), next };
  });

  endpoint.read(swapCandidates, async ({ input, actor, db, now }) => {
    const roster = await getRoster(db, input.rosterId, actor);
    const ground = await swapGround(db, roster);
    const seat = { day: input.day, placeId: input.placeId, n: input.n };
    if (!roster.seats.some((one) => isSameSeat(one, seat) && one.personId === actor.personId)) throw new Problem('swap.notYours');
    return { people: candidates(ground, seat, actor, now) };
  });

  endpoint.act(swapAsk, async ({ input, actor, tx, now, tell }) => {
    const roster = await lockRoster(tx, input.rosterId, actor);
    const { seat, theirs, otherId, note } = input;
    if (!roster.seats.some((one) => isSameSeat(one, seat) && one.personId === actor.personId)) throw new Problem('swap.notYours');
    const open = await findOpenSwap(tx, roster.id, seat);
    if (open) throw new Problem('swap.asked', { name: open.otherName });
    const swap: Swap = {
      id: input.id,
      unitId: roster.unitId,
      rosterId: roster.id,
      state: 'asked',
      askerId: actor.personId,
      seat,
      otherId,
      theirs,
      note,
      at: now,
      answeredAt: null,
    };
    const ground = await swapGround(tx, roster);
    const problem = whyNotSwapped(swap, ground, { now });
    if (problem) throw problem;
    await insertSwap(tx, swap);
    const other = ground.musts.people.find((person) => person.id === otherId)?.name ?? '';
    await tell({ name: 'swap.asked', subject: { kind: 'swap', id: swap.id }, data: { seat, theirs, other } });
    return done(swap, { actor, now });
  });

  endpoint.act(swapAccept, async (call) => {
    const { input, actor, tx, now, tell } = call;
    const known = await lockSwap(tx, input.id, actor);
    const roster = await lockRoster(tx, known.rosterId, actor);
    const ground = await swapGround(tx, roster);
    const { next, fact } = decide(swapWorkflow, known, 'accept', ground, { actor, now });
    await saveSwap(tx, next);
    await tell(fact);
    const traded = decide(rosterWorkflow, roster, 'trade', { changes: changesOf(next), musts: ground.musts }, { actor, now });
    await saveRoster(tx, roster, traded.next);
    await noteChanges(tx, roster, traded.next, { byName: actor.name, at: now });
    await tell(traded.fact);
    return done(next, { actor, now });
  });

  endpoint.act(swapDecline, (call) => perform(call, (swap, at) => decide(swapWorkflow, swap, 'decline', {}, at)));
  endpoint.act(swapWithdraw, (call) => perform(call, (swap, at) => decide(swapWorkflow, swap, 'withdraw', {}, at)));
}

async function swapGround(db: Db, roster: Roster): Promise<SwapGround> {
  const ground = await readGround(db, roster.unitId, roster.from, roster.to);
  return { roster, musts: mustsOf(ground, planOfRoster(ground, roster)) };
}

/** Everybody who could be asked, those who can stand in first, then those with whom a duty can be exchanged. */
function candidates({ roster, musts }: SwapGround, seat: Pick<Seat, 'day' | 'placeId' | 'n'>, actor: Actor, now: string) {
  const today = dayOf(now);
  const ahead = roster.seats.filter((one) => one.day >= today);
  const placeName = (id: string) => musts.places.find((place) => place.id === id)?.name ?? '';
  const served = new Set(roster.seats.map((one) => one.personId));
  return musts.people
    .filter((person) => person.id !== actor.personId && (served.has(person.id) || person.leads.length > 0))
    .map((person) => {
      const why = whyNotHere(musts, withoutMe(roster, seat), seat, person.id);
      const exchanges = ahead
        .filter((one) => one.personId === person.id && (one.n === 0) === (seat.n === 0))
        .filter((one) => {
          const changes = [
            { ...seat, personId: person.id },
            { day: one.day, placeId: one.placeId, n: one.n, personId: actor.personId },
          ];
          return whyNotReseated(roster, today, { changes, musts }) === null;
        })
        .map(({ day, placeId, n }) => ({ day, placeId, n, place: placeName(placeId) }));
      const duties = roster.seats.filter((one) => one.personId === person.id).length;
      return { id: person.id, name: person.name, duties, why: why?.words ?? null, exchanges };
    })
    .sort((a, b) => Number(a.why !== null) - Number(b.why !== null) || b.exchanges.length - a.exchanges.length || a.duties - b.duties);
}

const withoutMe = (roster: Roster, seat: Pick<Seat, 'day' | 'placeId' | 'n'>): Seat[] =>
  roster.seats.map((one) => (isSameSeat(one, seat) ? { ...one, personId: null } : one));

async function perform<Input extends { readonly id: string }>(
  { input, actor, tx, now, tell }: ActCall<Input>,
  decision: (swap: Swap, at: Circumstances) => { readonly next: Swap; readonly fact: FactDraft },
): Promise<Done> {
  const { next, fact } = decision(await lockSwap(tx, input.id, actor), { actor, now });
  await saveSwap(tx, next);
  await tell(fact);
  return done(next, { actor, now });
}

function view({ names, unitId, askerId, otherId, seat, theirs, ...swap }: NamedSwap, at: Circumstances): SwapView {
  const whole: Swap = { ...swap, unitId, askerId, otherId, seat, theirs };
  return {
    ...swap,
    asker: { id: askerId, name: names.asker },
    other: { id: otherId, name: names.other },
    seat: { ...seat, place: names.place },
    theirs: theirs && { ...theirs, place: names.otherPlace ?? '' },
    acts: allowedActs(swapWorkflow, whole, at),
  };
}

const done = (swap: Swap, at: Circumstances): Done => ({ id: swap.id, state: swap.state, acts: allowedActs(swapWorkflow, swap, at) });
