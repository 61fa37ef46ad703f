import { type ChannelKind, channelKinds, ways } from '#domain/message/message.states.ts';
import type { Reads } from '#web/api/call.ts';
import type { useWords } from '#web/language.ts';

type Receiver = Pick<Reads['message.list']['output']['rows'][number], 'person' | 'channel' | 'address'>;

/** Whom a message went to, and by which way. */
export function whomOf({ person, channel, address }: Receiver, t: ReturnType<typeof useWords>): string {
  if (!channel) return `${person?.name ?? ''} · ${t(ways.inbox)}`;
  const kind = t(channelKinds[channel.kind as ChannelKind]);
  return channel.kind === 'mail' ? [person?.name, address].filter(Boolean).join(' · ') : `${channel.name} · ${kind}`;
}
