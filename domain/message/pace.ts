/** How fast and how much each service takes, as its public documentation says. */
import type { At } from '../kernel/day.ts';
import type { ChannelKind } from './message.states.ts';

export interface Pace {
  /** At most `n` messages in any stretch of `ms`. */
  readonly most: readonly { readonly n: number; readonly ms: number }[];
  /** Bytes of one text. */
  readonly bytes: number;
  /** How long to rest once the service has said "too fast", where its answer names no time. */
  readonly restMs: number;
}

export const paces: Readonly<Record<ChannelKind, Pace>> = {
  // OneBot states no limit; a QQ group cuts texts of about 4500 characters.
  onebot: { most: [], bytes: 4_000, restMs: 60_000 },
  // developer.work.weixin.qq.com/document/path/91770: 20 a minute, text 2048 bytes
  wecom: { most: [{ n: 20, ms: 60_000 }], bytes: 2_048, restMs: 60_000 },
  // open.dingtalk.com/document/robots/custom-robot-access: 20 a minute, beyond that closed for ten minutes; 20,000 bytes with their wrapping
  dingtalk: { most: [{ n: 20, ms: 60_000 }], bytes: 19_000, restMs: 600_000 },
  // open.feishu.cn, custom bots: 100 a minute and 5 a second; a request of 20 KB
  feishu: {
    most: [
      { n: 100, ms: 60_000 },
      { n: 5, ms: 1_000 },
    ],
    bytes: 18_000,
    restMs: 60_000,
  },
  mail: { most: [], bytes: 200_000, restMs: 300_000 },
};

/** So many of the latest attempts decide when the next may be made. */
export const LOOK_BACK = 100;

/** When the next message may go: `now`, or later. `latest` are the instants of the latest attempts, newest first. */
export function nextSlot({ most }: Pick<Pace, 'most'>, latest: readonly At[], now: At): At {
  const slots = most.flatMap(({ n, ms }) => {
    const oldest = latest[n - 1];
    return oldest === undefined ? [] : [Date.parse(oldest) + ms];
  });
  const slot = Math.max(Date.parse(now), ...slots);
  return new Date(slot).toISOString();
}
