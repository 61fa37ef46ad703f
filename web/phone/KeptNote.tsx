import { useStore } from '@nanostores/react';
import { CLOCK_WRONG_MS } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import { clockOff } from '#web/api/clock.ts';
import { signal } from '#web/api/kept.ts';
import { type Queue, queue } from '#web/api/outbox.ts';
import { useWords } from '#web/language.ts';
import { sayAt, sayOff } from '#web/ui/say.ts';

const words = {
  kept: (at: Words): Words => ({
    zh: `没有网络，显示的是${at.zh} 的内容；可以照常巡查和记录。`,
    en: `No connection: shown as of ${at.en}. Patrol and report as usual.`,
  }),
  signIn: { zh: '登录已过期，重新登录后继续上传。', en: 'The session has ended; sign in again to go on sending.' },
  otherAccount: {
    zh: '浏览器里登录的是另一个账号，这里的内容要换回本人登录才会上传。',
    en: 'Another account is signed in here; sign in as yourself to send this work.',
  },
  clock: (off: number): Words => ({
    zh: `这台手机的时间${off > 0 ? '慢' : '快'}了约 ${sayOff(off).zh}。记录按服务器时间校正，偏差一并存档；请在系统设置里打开自动时间。`,
    en: `This phone's clock is about ${sayOff(off).en} ${off > 0 ? 'slow' : 'fast'}. Records are corrected by the server's time and say so; please switch on automatic time.`,
  }),
  old: {
    zh: '有内容超过一天没有上传，请找个有网络的地方打开一次；不要清理浏览器或微信缓存。',
    en: 'Some work has waited for more than a day; open this page once with a connection, and do not clear the browser data.',
  },
};

const DAY_MS = 86_400_000;

/** What a person should know about the whole page: it is a kept copy, or their work is not getting through. */
export function KeptNote({ onTab }: { readonly onTab: boolean }) {
  const t = useWords();
  const now = useStore(queue);
  const { reachable, keptAt } = useStore(signal);
  const isKept = onTab && !reachable && keptAt !== null && Number.isFinite(keptAt);
  const said = stuck(now) ?? (isKept ? words.kept(sayAt(new Date(keptAt).toISOString())) : null);
  const off = useStore(clockOff);
  const isWrong = onTab && off !== null && Math.abs(off) >= CLOCK_WRONG_MS;
  return (
    <>
      {isWrong && <p className="kept-note">{t(words.clock(off))}</p>}
      {said && <p className="kept-note">{t(said)}</p>}
    </>
  );
}

function stuck({ paused, jobs }: Queue): Words | null {
  const open = jobs.filter((job) => !job.mendedBy);
  if (open.length === 0) return null;
  if (paused) return words[paused];
  return open.some((job) => Date.now() - job.queuedAt > DAY_MS) ? words.old : null;
}
