/** What a clerk may do with a message that goes out: send it again, or let it be. */
import { type ActRule, type ActTable, postIn, type Workflow } from '../kernel/act.ts';
import { Problem } from '../kernel/problem.ts';
import type { Message } from './message.model.ts';
import { messageStates } from './message.states.ts';

const office = postIn<Message>('campaignClerk');
const rule = <Input>(row: ActRule<Message, Input>): ActRule<Message, Input> => row;

export const messageActs = {
  resend: rule<object>({
    words: { zh: '立即重发', en: 'Send again now' },
    past: 'resent',
    pastWords: { zh: '要求重发', en: 'asked to send it again' },
    from: ['failed', 'stuck', 'withdrawn'],
    to: 'waiting',
    by: [office],
    refuse: (message) => (message.channelOn ? null : new Problem('message.channelOff')),
    // A fresh start: the pauses begin anew.
    change: (_message, _input, at) => ({ dueAt: at.now, failures: 0 }),
  }),
  withdraw: rule<object>({
    words: { zh: '不再发送', en: 'Do not send' },
    past: 'withdrawn',
    pastWords: { zh: '决定不再发送', en: 'decided not to send it' },
    from: ['waiting', 'failed', 'stuck'],
    to: 'withdrawn',
    by: [office],
  }),
} satisfies ActTable<Message>;

export const messageWorkflow: Workflow<Message, typeof messageActs> = {
  kind: 'message',
  words: { zh: '消息', en: 'Message' },
  states: messageStates,
  acts: messageActs,
};
export type MessageAct = keyof typeof messageActs;

/** The short number by which people and our own look-up know a message again: eight characters of its id. */
export const markOf = (id: string): string => id.replaceAll('-', '').slice(-8);
