/** An absence is recorded by whoever is away or by the campaign clerk, and taken back by either. */
import { type ActRule, type ActTable, postIn, type Relation, type Workflow } from '../kernel/act.ts';
import type { Absence } from './absence.model.ts';
import { absenceStates } from './absence.states.ts';

export const ownAbsence: Relation<Absence> = {
  words: { zh: '本人', en: 'the person themselves' },
  holds: (actor, absence) => actor.personId === absence.personId,
};
export const office = postIn<Absence>('campaignClerk');
const rule = <Input>(row: ActRule<Absence, Input>): ActRule<Absence, Input> => row;

export const absenceActs = {
  withdraw: rule<object>({
    words: { zh: '撤销', en: 'Withdraw' },
    past: 'withdrawn',
    pastWords: { zh: '撤销请假出差', en: 'withdrew the absence' },
    from: ['recorded'],
    to: 'withdrawn',
    by: [office, ownAbsence],
  }),
} satisfies ActTable<Absence>;

export const absenceWorkflow: Workflow<Absence, typeof absenceActs> = {
  kind: 'absence',
  words: { zh: '请假出差', en: 'Absence' },
  states: absenceStates,
  acts: absenceActs,
};
