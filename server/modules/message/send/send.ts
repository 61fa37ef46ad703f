/** How a message leaves by each kind of channel. One function a kind; all say in the same words what became of it. */
import type { ChannelSecrets, ChannelSettings } from '#domain/message/channel.model.ts';
import type { Outcome } from '#domain/message/attempt.ts';
import type { ChannelKind } from '#domain/message/message.states.ts';
import type { Outside } from './post.ts';
import { sendByDingTalk } from './dingtalk.ts';
import { sendByFeishu } from './feishu.ts';
import { sendByMail } from './mail.ts';
import { sendByOneBot } from './onebot.ts';
import { sendByWeCom } from './wecom.ts';

export interface Parcel {
  readonly id: string;
  /** The short number that stands in the text. */
  readonly mark: string;
  readonly title: string;
  readonly text: string;
  /** Whom, where the channel reaches single people. */
  readonly address: string | null;
  /** An earlier attempt got no answer: the group may have it already. */
  readonly mayHaveArrived: boolean;
}

export interface Way<K extends ChannelKind> {
  readonly settings: ChannelSettings[K];
  readonly secrets: ChannelSecrets[K];
}

export type Send<K extends ChannelKind> = (way: Way<K>, parcel: Parcel, outside: Outside) => Promise<Outcome>;

const senders: { readonly [K in ChannelKind]: Send<K> } = {
  onebot: sendByOneBot,
  wecom: sendByWeCom,
  dingtalk: sendByDingTalk,
  feishu: sendByFeishu,
  mail: sendByMail,
};

/** What the settings and secrets hold was checked by the schemas of their kind when they were kept. */
export function send(kind: ChannelKind, way: Way<ChannelKind>, parcel: Parcel, outside: Outside): Promise<Outcome> {
  return (senders[kind] as Send<ChannelKind>)(way, parcel, outside);
}

/** Robots of groups have no guard of their own against a message sent twice: a repetition says that it is one. */
export function textOf({ text, mayHaveArrived }: Parcel): string {
  return mayHaveArrived ? `【重发：上次没有收到回执，已看到请忽略】\n${text}` : text;
}
