/** A swap's life: asked by whoever is on duty, answered by the colleague; accepted it takes effect at once, where the rule allows it then. */
import type { ActRule, ActTable, Circumstances, Relation, Workflow } from '../kernel/act.ts';
import { dayOf } from '../kernel/day.ts';
import { Problem } from '../kernel/problem.ts';
import { isSameSeat, type Musts } from '../roster/musts.ts';
import type { Roster, SeatRef } from '../roster/roster.model.ts';
import { type SeatChange, whyNotReseated } from '../roster/roster.rules.ts';
import type { Swap } from './swap.model.ts';
import { swapStates } from './swap.states.ts';

const asker: Relation<Swap> = {
  words: { zh: '发起人', en: 'who asked' },
  holds: (actor, swap) => actor.personId === swap.askerId,
};
const other: Relation<Swap> = {
  words: { zh: '被请的同事', en: 'the colleague who was asked' },
  holds: (actor, swap) => actor.personId === swap.otherId,
};
const rule = <Input>(row: ActRule<Swap, Input>): ActRule<Swap, Input> => row;

/** The roster as it stands when the swap is asked for or answered. */
export interface SwapGround {
  readonly roster: Roster;
  readonly musts: Musts;
}

export const swapActs = {
  accept: rule<SwapGround>({
    words: { zh: '同意', en: 'Accept' },
    past: 'accepted',
    pastWords: { zh: '同意换班', en: 'accepted' },
    from: ['asked'],
    to: 'accepted',
    by: [other],
    refuse: (swap, at, input) => (input ? whyNotSwapped(swap, input, at) : null),
    change: (_swap, _input, at) => ({ answeredAt: at.now }),
  }),
  decline: rule<object>({
    words: { zh: '婉拒', en: 'Decline' },
    past: 'declined',
    pastWords: { zh: '婉拒换班', en: 'declined' },
    from: ['asked'],
    to: 'declined',
    by: [other],
    change: (_swap, _input, at) => ({ answeredAt: at.now }),
  }),
  withdraw: rule<object>({
    words: { zh: '撤回', en: 'Withdraw' },
    past: 'withdrawn',
    pastWords: { zh: '撤回换班请求', en: 'withdrew the request' },
    from: ['asked'],
    to: 'withdrawn',
    by: [asker],
  }),
} satisfies ActTable<Swap>;

export const swapWorkflow: Workflow<Swap, typeof swapActs> = {
  kind: 'swap',
  words: { zh: '换班替班', en: 'Swap of duties' },
  states: swapStates,
  acts: swapActs,
};

/** Who sits where once the colleague agrees. */
export function changesOf({ seat, theirs, askerId, otherId }: Swap): SeatChange[] {
  return [{ ...seat, personId: otherId }, ...(theirs ? [{ ...theirs, personId: askerId }] : [])];
}

/** Both still hold their duties, and the rule lets them sit in each other's seats. */
export function whyNotSwapped(swap: Swap, { roster, musts }: SwapGround, { now }: Pick<Circumstances, 'now'>): Problem | null {
  if (roster.state !== 'published') return new Problem('swap.notPublished');
  const holds = (seat: SeatRef, personId: string) => roster.seats.some((one) => isSameSeat(one, seat) && one.personId === personId);
  if (!holds(swap.seat, swap.askerId) || (swap.theirs && !holds(swap.theirs, swap.otherId))) return new Problem('swap.seatGone');
  return whyNotReseated(roster, dayOf(now), { changes: changesOf(swap), musts });
}
