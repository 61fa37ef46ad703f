import { absenceAdd, absenceList, absenceWithdraw } from '#domain/absence/absence.contract.ts';
import type { Absence } from '#domain/absence/absence.model.ts';
import { absenceWorkflow, office, ownAbsence } from '#domain/absence/absence.rules.ts';
import { allowedActs, decide } from '#domain/kernel/act.ts';
import { type Actor, holdsPost } from '#domain/kernel/actor.ts';
import { dayOf, daysBetween, firstDayOf, lastDayOf } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { listPeople } from '../org/org.store.ts';
import { insertAbsence, listAbsences, listVacated, lockAbsence, saveAbsence } from './absence.store.ts';

/** Longer than a year is a posting elsewhere, not an absence. */
export const MOST_DAYS = 366;

const seesAll = (actor: Actor): boolean => holdsPost(actor, actor.unitId, 'campaignClerk', 'leaderInCharge', 'topLeader');

export function absenceRoutes(endpoint: Endpoints): void {
  endpoint.read(absenceList, async ({ input, actor, db, now }) => {
    const all = await listAbsences(db, actor.unitId, { from: firstDayOf(input.month), to: lastDayOf(input.month) });
    const people = await listPeople(db, [actor.unitId]);
    const isClerk = holdsPost(actor, actor.unitId, 'campaignClerk');
    return {
      rows: all
        .filter((absence) => seesAll(actor) || absence.personId === actor.personId)
        .map(({ unitId, personId, personName, ...absence }) => ({
          ...absence,
          person: { id: personId, name: personName },
          acts: allowedActs(absenceWorkflow, { ...absence, unitId, personId }, { actor, now }),
        })),
      mayRecordFor: people.filter((person) => isClerk || person.id === actor.personId).map(({ id, name }) => ({ id, name })),
    };
  });

  endpoint.act(absenceAdd, async ({ input, actor, tx, now, tell }) => {
    const { id, personId, kind, from, to, note } = input;
    const absence: Absence = { id, unitId: actor.unitId, personId, state: 'recorded', kind, from, to, note };
    if (!(await listPeople(tx, [actor.unitId])).some((person) => person.id === personId)) throw new Problem('record.notFound');
    if (![office, ownAbsence].some((relation) => relation.holds(actor, absence)))
      throw new Problem('act.notAllowed', {
        ...absenceAdd.words,
        whoZh: `${office.words.zh}、${ownAbsence.words.zh}`,
        whoEn: `${office.words.en}, ${ownAbsence.words.en}`,
      });
    if (to < from) throw new Problem('absence.endsBeforeStart');
    if (daysBetween(from, to) >= MOST_DAYS) throw new Problem('absence.tooLong', { limit: MOST_DAYS });
    await insertAbsence(tx, absence, now);
    await tell({ name: 'absence.recorded', subject: { kind: 'absence', id }, data: { personId, kind, from, to } });
    return {
      id,
      state: absence.state,
      acts: allowedActs(absenceWorkflow, absence, { actor, now }),
      vacated: await listVacated(tx, absence, dayOf(now)),
    };
  });

  endpoint.act(absenceWithdraw, async ({ input, actor, tx, now, tell }) => {
    const { next, fact } = decide(absenceWorkflow, await lockAbsence(tx, input.id, actor), 'withdraw', {}, { actor, now });
    await saveAbsence(tx, next);
    await tell(fact);
    return { id: next.id, state: next.state, acts: allowedActs(absenceWorkflow, next, { actor, now }) };
  });
}
