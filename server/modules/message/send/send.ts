/** How a message leaves by each kind of channel. One function a kind; all say in the same words what became of it. */
import type { Outcome } from '#domain/message/attempt.ts';
import type { ChannelKind } from '#domain/message/message.states.ts';
import { sendByDingTalk } from './dingtalk.ts';
import { sendByFeishu } from './feishu.ts';
import { sendByMail } from './mail.ts';
import { sendByOneBot } from './onebot.ts';
import type { Parcel, Send, Way } from './parcel.ts';
import type { Outside } from './post.ts';
import { sendByWeCom } from './wecom.ts';

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
