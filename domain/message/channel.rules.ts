/** A channel's life: on, off, removed. What is underway when it is switched off is stuck until somebody decides. */
import { type ActRule, type ActTable, postIn, type Workflow } from '../kernel/act.ts';
import type { Channel } from './channel.model.ts';
import { channelStates } from './message.states.ts';

const office = postIn<Channel>('campaignClerk');
const rule = <Input>(row: ActRule<Channel, Input>): ActRule<Channel, Input> => row;

export const channelActs = {
  change: rule<{ readonly name: string; readonly secretsSet: readonly string[] }>({
    words: { zh: '修改', en: 'Change' },
    past: 'changed',
    pastWords: { zh: '修改消息渠道', en: 'changed the channel' },
    from: ['on', 'off'],
    by: [office],
    change: (_channel, { name }) => ({ name }),
    tell: (_channel, { name, secretsSet }) => ({ name, secretsSet }),
  }),
  turnOff: rule<object>({
    words: { zh: '停用', en: 'Switch off' },
    past: 'turnedOff',
    pastWords: { zh: '停用消息渠道', en: 'switched the channel off' },
    from: ['on'],
    to: 'off',
    by: [office],
  }),
  turnOn: rule<object>({
    words: { zh: '启用', en: 'Switch on' },
    past: 'turnedOn',
    pastWords: { zh: '启用消息渠道', en: 'switched the channel on' },
    from: ['off'],
    to: 'on',
    by: [office],
  }),
  remove: rule<object>({
    words: { zh: '删除', en: 'Remove' },
    past: 'removed',
    pastWords: { zh: '删除消息渠道及其密钥', en: 'removed the channel and its secrets' },
    from: ['on', 'off'],
    to: 'removed',
    by: [office],
  }),
} satisfies ActTable<Channel>;

export const channelWorkflow: Workflow<Channel, typeof channelActs> = {
  kind: 'channel',
  words: { zh: '消息渠道', en: 'Channel' },
  states: channelStates,
  acts: channelActs,
};
export type ChannelAct = keyof typeof channelActs;
