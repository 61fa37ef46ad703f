/** How a unit wants to be told: its rows of the tell table where they differ from the delivered ones, and its quiet hours. */
import { z } from 'zod';
import { line } from '../kernel/contract.ts';
import { type Audience, audiences } from './tell.ts';
import { type TellName, tellNames } from './tells.ts';

const wording = (max: number) => z.object({ zh: line(max).min(1), en: line(max).min(1) });

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const TellTerms = z.object({
  on: z.boolean(),
  to: z.array(z.enum(Object.keys(audiences) as [Audience, ...Audience[]])).max(8),
  ways: z.array(z.enum(['inbox', 'mail', 'group'])).max(3),
  channelIds: z.array(z.uuid()).max(20).describe('group channels that get it besides, whatever the place'),
  passesQuiet: z.boolean().describe('comes in quiet hours too'),
  title: wording(80).nullable().describe('words of the unit with {fields}; null for the delivered ones'),
  body: wording(600).nullable(),
});
export type TellTerms = z.infer<typeof TellTerms>;

export const MessageTerms = z.object({
  quiet: z.object({ from: time, to: time }).nullable().describe('quiet hours on the clock of the office; null for none'),
  tells: z.partialRecord(z.enum(tellNames as [TellName, ...TellName[]]), TellTerms),
});
export type MessageTerms = z.infer<typeof MessageTerms>;
