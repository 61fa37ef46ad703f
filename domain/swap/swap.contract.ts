import { z } from 'zod';
import { act, Done, day, id, line, Page, Ref, read } from '../kernel/contract.ts';
import { SeatRef } from '../roster/roster.model.ts';
import { OwnChange, OwnDuty, SwapView } from './swap.model.ts';

const seat = z.object({ day, placeId: id, n: z.int().min(0).max(50) });

/** Kept on the phone: what a person must know of their own duties without signal. */
export const rosterMine = read('roster.mine', {
  words: { zh: '我的班次', en: 'My duties' },
  input: z.object({}),
  output: z.object({
    duties: z.array(OwnDuty).describe('from today on, published'),
    changes: z.array(OwnChange),
    asked: z.array(SwapView).describe('requests that wait for my answer'),
    asking: z.array(SwapView).describe('my own requests, open or answered in the last fortnight'),
  }),
});

export const rosterAcknowledge = act('roster.acknowledge', {
  words: { zh: '知道了', en: 'Noted' },
  input: z.object({ id, version: z.int().min(1).describe('the newest version that was shown') }),
  output: z.object({ id: z.string(), version: z.int() }),
});

export const swapList = read('swap.list', {
  words: { zh: '换班替班', en: 'Swaps of duties' },
  input: Page,
  output: z.object({ rows: z.array(SwapView), next: z.string().nullable() }),
});

/** Who could take a duty of mine, and which of theirs I could take for it. */
export const swapCandidates = read('swap.candidates', {
  words: { zh: '可以找谁', en: 'Who could take it' },
  input: z.object({ rosterId: id, day, placeId: id, n: z.coerce.number().int().min(0).max(50) }),
  output: z.object({
    people: z.array(
      Ref.extend({
        duties: z.int().describe('duties in this roster'),
        why: z.object({ zh: z.string(), en: z.string() }).nullable().describe('why they cannot stand in'),
        exchanges: z.array(SeatRef.extend({ place: z.string() })).describe('duties of theirs that could be taken in exchange'),
      }),
    ),
  }),
});

export const swapAsk = act('swap.ask', {
  words: { zh: '请人换班', en: 'Ask for a swap' },
  input: z.object({
    id,
    rosterId: id,
    seat,
    otherId: id,
    theirs: seat.nullable().describe('null: the colleague stands in'),
    note: line(200).default(''),
  }),
  output: Done,
  problems: [
    'record.exists',
    'swap.notPublished',
    'swap.notYours',
    'swap.seatGone',
    'swap.asked',
    'roster.seatTwice',
    'roster.mayNotLead',
    'roster.away',
    'roster.apart',
    'roster.unrested',
    'roster.past',
  ],
});

export const swapAccept = act('swap.accept', {
  words: { zh: '同意', en: 'Accept' },
  input: z.object({ id }),
  output: Done,
  problems: [
    'swap.notPublished',
    'swap.seatGone',
    'roster.seatTwice',
    'roster.mayNotLead',
    'roster.away',
    'roster.apart',
    'roster.unrested',
    'roster.past',
    'roster.patrolBegun',
  ],
});

export const swapDecline = act('swap.decline', { words: { zh: '婉拒', en: 'Decline' }, input: z.object({ id }), output: Done });

export const swapWithdraw = act('swap.withdraw', { words: { zh: '撤回', en: 'Withdraw' }, input: z.object({ id }), output: Done });
