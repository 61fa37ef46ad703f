/** The words of messages: states, kinds of channel, ways a person or a group is told. Plain constants, small enough for the phone. */
import type { StateTable } from '../kernel/act.ts';
import type { Words } from '../kernel/words.ts';

export const messageStates = {
  waiting: { zh: '待发送', en: 'To be sent', tone: 'waiting' },
  failed: { zh: '未成，将重试', en: 'Failed, will be tried again', tone: 'late' },
  stuck: { zh: '发不出去', en: 'Stuck', tone: 'late' },
  sent: { zh: '已发送', en: 'Sent', tone: 'done' },
  withdrawn: { zh: '不再发送', en: 'Withdrawn', tone: 'returned' },
} as const satisfies StateTable;
export type MessageState = keyof typeof messageStates;

export const channelStates = {
  on: { zh: '启用', en: 'On', tone: 'done' },
  off: { zh: '停用', en: 'Off', tone: 'todo' },
  removed: { zh: '已删除', en: 'Removed', tone: 'returned' },
} as const satisfies StateTable;
export type ChannelState = keyof typeof channelStates;

export const channelKinds = {
  onebot: { zh: 'QQ 群（OneBot v11）', en: 'QQ group (OneBot v11)' },
  wecom: { zh: '企业微信群机器人', en: 'WeCom group robot' },
  dingtalk: { zh: '钉钉群机器人', en: 'DingTalk group robot' },
  feishu: { zh: '飞书群机器人', en: 'Feishu group robot' },
  mail: { zh: '邮件（SMTP）', en: 'Mail (SMTP)' },
} as const satisfies Record<string, Words>;
export type ChannelKind = keyof typeof channelKinds;

/** How somebody can be told. `group` is the group chat of the place a fact is about; a channel of no place is chosen by its id. */
export const ways = {
  inbox: { zh: '站内', en: 'Inbox' },
  mail: { zh: '邮件', en: 'Mail' },
  group: { zh: '地点的群', en: 'Group of the place' },
} as const satisfies Record<string, Words>;
export type Way = keyof typeof ways;

/** What became of one attempt to send. */
export const outcomes = {
  accepted: { zh: '对方已接收', en: 'Accepted' },
  found: { zh: '群里已有这条', en: 'Found in the group already' },
  unreached: { zh: '没有连上', en: 'Not reached' },
  unanswered: { zh: '没有收到回执', en: 'No answer' },
  tooFast: { zh: '发得太快，对方限流', en: 'Too fast for the service' },
  refused: { zh: '对方拒收', en: 'Refused' },
} as const satisfies Record<string, Words>;
export type OutcomeKind = keyof typeof outcomes;
