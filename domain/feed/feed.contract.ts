/** A person's duties as a calendar that their phone subscribes to, under a link of their own that can be ended. */
import { z } from 'zod';
import { act, read } from '../kernel/contract.ts';

const Link = z.object({
  path: z.string().nullable().describe('the address below the host; null while there is no link'),
  madeAt: z.string().nullable(),
  fetchedAt: z.string().nullable().describe('when a calendar last asked for it'),
});

export const feedGet = read('feed.get', {
  words: { zh: '日历订阅', en: 'Calendar link' },
  input: z.object({}),
  output: Link,
});

export const feedMake = act('feed.make', {
  words: { zh: '生成订阅链接', en: 'Make a calendar link' },
  input: z.object({}),
  // The answer of an act is kept with it: the address, which opens the calendar, is only ever read.
  output: z.object({ madeAt: z.string().describe('an earlier link ended; the address is in feed.get') }),
});

export const feedEnd = act('feed.end', {
  words: { zh: '停用订阅链接', en: 'End the calendar link' },
  input: z.object({}),
  output: z.object({ path: z.null() }),
});
