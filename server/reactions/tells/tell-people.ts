/** A fact tells the people it concerns, in the transaction that made it: what is refused is never told, what is kept always is. */
import type { FactDraft } from '#domain/kernel/fact.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { writeTellings } from '../../modules/message/write.ts';
import { factTells, isFactTell } from './table.ts';

/** `wake` is called after the commit, once something is to go out. */
export async function tellPeople(fact: FactDraft, unitId: string, call: ActCall<unknown>, wake: () => void): Promise<void> {
  if (!isFactTell(fact.name)) return;
  const { tx, actor, now } = call;
  const told = { subjectId: fact.subject.id, data: fact.data, unitId, byId: actor.personId, byName: actor.name, at: now };
  const tellings = await factTells[fact.name](tx, told);
  const out = await writeTellings(tx, { tell: fact.name, unitId, at: now, exceptId: actor.personId }, tellings);
  if (out > 0) call.afterCommit(wake);
}
