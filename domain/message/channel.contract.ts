import { z } from 'zod';
import { act, Done, id, line, Ref, read } from '../kernel/contract.ts';
import { ChannelView, secretsOf, settingsOf } from './channel.model.ts';

const common = {
  id,
  name: line(60).min(1),
  placeId: id.nullable().describe('the place whose group it is'),
};

const Form = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('onebot'), settings: settingsOf.onebot, secrets: secretsOf.onebot }),
  z.object({ ...common, kind: z.literal('wecom'), settings: settingsOf.wecom, secrets: secretsOf.wecom }),
  z.object({ ...common, kind: z.literal('dingtalk'), settings: settingsOf.dingtalk, secrets: secretsOf.dingtalk }),
  z.object({ ...common, kind: z.literal('feishu'), settings: settingsOf.feishu, secrets: secretsOf.feishu }),
  z.object({ ...common, kind: z.literal('mail'), settings: settingsOf.mail, secrets: secretsOf.mail }),
]);
export type ChannelForm = z.output<typeof Form>;

export const channelList = read('channel.list', {
  words: { zh: '消息渠道', en: 'Channels' },
  input: z.object({}),
  output: z.object({
    rows: z.array(ChannelView),
    places: z.array(Ref),
    wanted: z
      .array(z.object({ name: z.string(), place: Ref.nullable() }))
      .describe('groups a notice names, for which no channel is set up'),
    people: z.array(Ref.extend({ mail: z.string().nullable() })).describe('where the people of the unit are reached by mail'),
  }),
});

const addressProblems = [
  'channel.wrongAddress',
  'channel.ownNetwork',
  'channel.noAddress',
  'channel.exists',
  'channel.secretAgain',
] as const;

/** Sets up a channel, or changes one: the same id again. A secret left out stays. */
export const channelSave = act('channel.save', {
  words: { zh: '设置消息渠道', en: 'Set up a channel' },
  input: Form,
  output: Done,
  problems: addressProblems,
});

export const channelTurnOn = act('channel.turnOn', { words: { zh: '启用', en: 'Switch on' }, input: z.object({ id }), output: Done });
export const channelTurnOff = act('channel.turnOff', { words: { zh: '停用', en: 'Switch off' }, input: z.object({ id }), output: Done });
export const channelRemove = act('channel.remove', { words: { zh: '删除', en: 'Remove' }, input: z.object({ id }), output: Done });

/** Puts a test message into the outbox; `message.get` says what the service answered. */
export const channelTest = act('channel.test', {
  words: { zh: '发测试消息', en: 'Send a test message' },
  input: z.object({ id, messageId: id, to: z.email().max(200).nullable().describe('for mail: whom') }),
  output: z.object({ messageId: z.string() }),
  problems: ['message.channelOff', 'channel.noAddress'],
});
