/** What every kind of channel is given to send. */
import type { Outcome } from '#domain/message/attempt.ts';
import type { ChannelSecrets, ChannelSettings } from '#domain/message/channel.model.ts';
import type { ChannelKind } from '#domain/message/message.states.ts';
import type { Outside } from './post.ts';

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

/** Robots of groups have no guard of their own against a message sent twice: a repetition says that it is one. */
export function textOf({ text, mayHaveArrived }: Parcel): string {
  return mayHaveArrived ? `【重发：上次没有收到回执，已看到请忽略】\n${text}` : text;
}
