/** Why somebody sits in a seat, who else could, and what a repair would change. */
import { z } from 'zod';
import { Ref } from '../kernel/contract.ts';
import { SeatRef } from './roster.model.ts';

const Sentence = z.object({ zh: z.string(), en: z.string() });

export const Explained = z.object({
  holder: Ref.nullable(),
  because: z.array(Sentence).describe('the figures of whoever sits there'),
  candidates: z
    .array(
      Ref.extend({
        duties: z.int(),
        share: z.number().describe('the fair number of duties'),
        why: Sentence.nullable().describe('why this person cannot sit here'),
        change: z.number().nullable().describe('points of unfairness that taking the seat would add; negative: it gets fairer'),
        effect: Sentence.nullable().describe('what would get more or less even'),
      }),
    )
    .describe('who fits first, the fairest at the top'),
});
export type Explained = z.infer<typeof Explained>;

export const OneMore = z.object({
  lines: z.array(Sentence),
});
export type OneMore = z.infer<typeof OneMore>;

export const RepairChoice = z.object({
  kind: z.enum(['standIn', 'exchange', 'chain', 'even']),
  changes: z.array(SeatRef.extend({ place: z.string(), was: Ref.nullable(), now: Ref.nullable() })),
  empty: z.int().describe('seats nobody can fill'),
  least: z.int().describe('the fewest duties of anybody in this role afterwards'),
  most: z.int(),
});
export type RepairChoice = z.infer<typeof RepairChoice>;
