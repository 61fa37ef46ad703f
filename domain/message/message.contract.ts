import { z } from 'zod';
import { act, Done, id, Page, Ref, read } from '../kernel/contract.ts';
import { ChannelKindSchema } from './channel.model.ts';
import { MessageRow, MessageStateSchema, MessageView, TellPreview } from './message.model.ts';
import { type TellName, tellNames } from './tells.ts';
import { MessageTerms } from './terms.model.ts';

const TellNameSchema = z.enum(tellNames as [TellName, ...TellName[]]);

/** Who was told what, newest first. For the clerk and the leaders. */
export const messageList = read('message.list', {
  words: { zh: '消息台账', en: 'Who was told what' },
  input: Page.extend({
    state: MessageStateSchema.optional(),
    tell: TellNameSchema.optional(),
    channelId: id.optional(),
    personId: id.optional(),
    way: z.enum(['inbox', 'out']).optional().describe('inbox: in the system; out: by channels to the outside'),
  }),
  output: z.object({
    rows: z.array(MessageRow),
    next: z.string().nullable(),
    counts: z.record(MessageStateSchema, z.int()).describe('of what goes out'),
    channels: z.array(Ref.extend({ kind: ChannelKindSchema })),
  }),
});

export const messageGet = read('message.get', {
  words: { zh: '一条消息的发送经过', en: 'One message and its attempts' },
  input: z.object({ id }),
  output: MessageView,
});

export const messageResend = act('message.resend', {
  words: { zh: '立即重发', en: 'Send again now' },
  input: z.object({ id }),
  output: Done,
  problems: ['message.channelOff'],
});
export const messageWithdraw = act('message.withdraw', {
  words: { zh: '不再发送', en: 'Do not send' },
  input: z.object({ id }),
  output: Done,
});

export const messageTerms = read('message.terms', {
  words: { zh: '通知规则', en: 'Who is told what' },
  input: z.object({}),
  output: z.object({ terms: MessageTerms, channels: z.array(Ref), mayChange: z.boolean() }),
});

export const messageSetTerms = act('message.setTerms', {
  words: { zh: '调整通知规则', en: 'Change who is told what' },
  input: z.object({ terms: MessageTerms, was: MessageTerms.describe('as it was when opened') }),
  output: MessageTerms,
  problems: ['record.changed', 'message.unknownField'],
});

/** The words of a row with what really happened lately, and who would get them. Sends nothing. */
export const messagePreview = read('message.preview', {
  words: { zh: '预览通知', en: 'See the words with recent facts' },
  input: z.object({ tell: TellNameSchema }),
  output: z.object({ previews: z.array(TellPreview) }),
});
