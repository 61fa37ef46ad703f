/** Who is told what: one message to one person or one group by one way. */
import { z } from 'zod';
import { FactLine, OfferedAct, Ref } from '../kernel/contract.ts';
import { ChannelKindSchema } from './channel.model.ts';
import { messageStates, type OutcomeKind, outcomes } from './message.states.ts';
import { recordKinds } from './record.ts';

const BothLanguages = z.object({ zh: z.string(), en: z.string() });
export const MessageStateSchema = z.enum(Object.keys(messageStates) as [keyof typeof messageStates, ...(keyof typeof messageStates)[]]);
export const RecordSchema = z.object({ kind: z.enum(recordKinds), id: z.string() });

/** What the rules need to know of a message. */
export const Message = z.object({
  id: z.string(),
  unitId: z.string(),
  state: MessageStateSchema,
  dueAt: z.string().describe('when it is tried next'),
  failures: z.int(),
  channelOn: z.boolean().describe('whether its channel can be used'),
});
export type Message = z.infer<typeof Message>;

export const MessageRow = z.object({
  id: z.string(),
  at: z.string(),
  state: MessageStateSchema,
  tell: z.string().nullable().describe('the row of the tell table; null for a test'),
  title: BothLanguages,
  person: Ref.nullable(),
  address: z.string().nullable().describe('the mail address it goes to'),
  channel: Ref.extend({ kind: ChannelKindSchema }).nullable().describe('null: the inbox'),
  record: RecordSchema.nullable(),
  dueAt: z.string(),
  sentAt: z.string().nullable(),
  readAt: z.string().nullable(),
  attempts: z.int(),
  why: BothLanguages.nullable().describe('why it is not sent'),
  acts: z.array(OfferedAct),
});
export type MessageRow = z.infer<typeof MessageRow>;

export const Attempt = z.object({
  n: z.int(),
  begunAt: z.string(),
  endedAt: z.string().nullable(),
  outcome: z
    .enum(Object.keys(outcomes) as [OutcomeKind, ...OutcomeKind[]])
    .nullable()
    .describe('null: it is underway, or its server ended in between'),
  why: BothLanguages.nullable(),
  answer: z.string().describe('what the service said, as it said it'),
});
export type Attempt = z.infer<typeof Attempt>;

export const MessageView = MessageRow.extend({
  body: BothLanguages,
  text: z.string().nullable().describe('as it goes out; null in the inbox'),
  mark: z.string().describe('the short number that stands in the message'),
  log: z.array(Attempt),
  history: z.array(FactLine),
});
export type MessageView = z.infer<typeof MessageView>;

export const InboxRow = z.object({
  id: z.string(),
  at: z.string(),
  title: BothLanguages,
  body: BothLanguages,
  record: RecordSchema.nullable(),
  readAt: z.string().nullable(),
});
export type InboxRow = z.infer<typeof InboxRow>;

/** A row of the tell table applied to something that really happened. */
export const TellPreview = z.object({
  at: z.string(),
  title: BothLanguages,
  body: BothLanguages,
  people: z.array(Ref),
  channels: z.array(z.string()).describe('names of the group channels'),
  mails: z.int().describe('how many of the people have a mail address'),
  fields: z.record(z.string(), BothLanguages).describe('what the words may ask for, as this fact fills it in'),
});
export type TellPreview = z.infer<typeof TellPreview>;
