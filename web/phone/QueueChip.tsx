import { useStore } from '@nanostores/react';
import type { Words } from '#domain/kernel/words.ts';
import { signal } from '#web/api/kept.ts';
import { type Queue, queue } from '#web/api/outbox.ts';
import { useWords } from '#web/language.ts';

const words = {
  looking: { zh: '…', en: '…' },
  refused: (n: number): Words => ({ zh: `被退回 ${n}`, en: `${n} refused` }),
  waiting: (n: number): Words => ({ zh: `待上传 ${n}`, en: `${n} to send` }),
  sending: (n: number): Words => ({ zh: `上传中 ${n}`, en: `Sending ${n}` }),
  away: (n: number): Words => (n > 0 ? { zh: `离线 · 待上传 ${n}`, en: `Offline · ${n} to send` } : { zh: '离线', en: 'Offline' }),
  done: { zh: '已全部上传', en: 'All sent' },
};

interface Chip {
  readonly tone: 'late' | 'waiting' | 'working' | 'todo' | 'done';
  readonly words: Words;
}

function chipOf(now: Queue, reachable: boolean): Chip {
  if (!now.known) return { tone: 'todo', words: words.looking };
  const open = now.jobs.filter((job) => !job.mendedBy);
  const refused = open.filter((job) => job.state === 'refused').length;
  const left = open.length - refused;
  if (refused > 0) return { tone: 'late', words: words.refused(refused) };
  if (!reachable) return { tone: left > 0 ? 'waiting' : 'todo', words: words.away(left) };
  if (left > 0)
    return now.sending !== null ? { tone: 'working', words: words.sending(left) } : { tone: 'waiting', words: words.waiting(left) };
  return { tone: 'done', words: words.done };
}

/** Always there, always true: what of my work has not reached the office yet. Opens the list. */
export function QueueChip() {
  const t = useWords();
  const chip = chipOf(useStore(queue), useStore(signal).reachable);
  return (
    <a href="/m/me" className={`queue-chip tone-${chip.tone}`}>
      <span className="dot" aria-hidden="true" />
      <span role="status">{t(chip.words)}</span>
    </a>
  );
}
