/**
 * What a fact of one module causes in others: a table. Reactions run in the transaction of the act, so that work and history
 * never disagree; a reaction that fails refuses the act.
 */
import type { FactDraft } from '#domain/kernel/fact.ts';
import type { ActCall, React } from '#server/platform/endpoint.ts';
import { noticeAdopted } from './notice-adopted.ts';
import { patrolBegun } from './patrol-begun.ts';
import { rosterCut, rosterPublished, seatsChanged } from './roster-published.ts';
import { tellPeople } from './tells/tell-people.ts';

type Reaction = (fact: FactDraft, call: ActCall<unknown>) => Promise<void>;

const reactions: Record<string, Reaction> = {
  'notice.adopted': noticeAdopted,
  'patrol.started': patrolBegun,
  'patrol.submitted': patrolBegun,
  'roster.published': rosterPublished,
  'roster.cut': rosterCut,
  'roster.seatsChanged': seatsChanged,
  'roster.seatsTraded': seatsChanged,
};

/** After what it causes, a fact tells the people it concerns; `wake` is called once something is to go out. */
export function openReactions(wake: () => void): React {
  return async (fact, unitId, call) => {
    await reactions[fact.name]?.(fact, call);
    await tellPeople(fact, unitId, call, wake);
  };
}
