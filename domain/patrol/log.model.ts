/** The log of a patrol as a paper: its page, its versions, who stands by which. */
import { z } from 'zod';
import { Ref } from '../kernel/contract.ts';
import { Grade } from '../place/point.model.ts';
import type { signatureRoles } from './log.states.ts';

const Counted = z.object({ dissuaded: z.int(), cleaned: z.int(), tidied: z.int(), explained: z.int() });

export const LogPage = z
  .object({
    unitName: z.string(),
    placeName: z.string(),
    pointName: z.string().nullable(),
    day: z.string(),
    startedAt: z.string().nullable(),
    submittedAt: z.string().nullable(),
    leaderName: z.string().nullable(),
    memberNames: z.array(z.string()),
    items: z.array(
      z.object({
        no: z.int(),
        text: z.string(),
        verdict: z.string().nullable(),
        measures: z.array(z.object({ metric: z.string(), value: z.number(), atLeast: z.number().nullable() })),
        grade: Grade.nullable(),
        share: z.number().nullable().describe('per cent of the score of the item'),
      }),
    ),
    help: Counted,
    note: z.string(),
    problems: z.array(
      z.object({
        no: z.int(),
        itemNo: z.int().nullable(),
        text: z.string(),
        spot: z.string(),
        disposal: z.string().nullable(),
        handlerName: z.string().nullable(),
        beforeIds: z.array(z.string()),
        afterIds: z.array(z.string()),
      }),
    ),
  })
  .describe('everything the printed log shows, as it was when the version was made');
export type LogPage = z.infer<typeof LogPage>;

export const SignatureRole = z.enum(['member', 'leader'] satisfies (keyof typeof signatureRoles)[]);
export type SignatureRole = z.infer<typeof SignatureRole>;

export const SignatureLine = z.object({ person: Ref, role: SignatureRole, at: z.string().nullable().describe('null: not yet') });
export type SignatureLine = z.infer<typeof SignatureLine>;

export const Difference = z
  .object({ zh: z.string(), en: z.string(), was: z.string(), now: z.string() })
  .describe('what differs, before and after');
export type Difference = z.infer<typeof Difference>;

export const LogVersion = z.object({
  version: z.int(),
  at: z.string(),
  by: Ref.nullable(),
  reason: z.string().describe('why it was amended; empty where it was not'),
  sent: z.object({ at: z.string(), by: Ref.nullable(), via: z.string() }).nullable(),
  signatures: z.array(SignatureLine),
  differences: z.array(Difference).describe('against the version before it'),
});
export type LogVersion = z.infer<typeof LogVersion>;
