/** Every item on its way, with where it stands and why; what was refused is mended, tried again or given up. */
import { useStore } from '@nanostores/react';
import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { signal } from '#web/api/kept.ts';
import { dependents } from '#web/api/outbox.rules.ts';
import { discard, drainNow, type Job, queue, retry } from '#web/api/outbox.ts';
import { useWords } from '#web/language.ts';
import { Sheet } from '#web/ui/Sheet.tsx';
import { ToneTag } from '#web/ui/StateTag.tsx';
import { sayAt } from '#web/ui/say.ts';
import { ExportQueue } from './ExportQueue.tsx';
import { MendSheet } from './MendSheet.tsx';
import { isMendable } from './mend.ts';
import { nameOf, photoProgressOf, standingOf } from './queue.words.ts';

const words = {
  title: { zh: '上传', en: 'On their way' },
  empty: { zh: '全部已经上传。', en: 'Everything has been sent.' },
  tried: (n: number): Words => ({ zh: `已试 ${n} 次`, en: `tried ${n} ${n === 1 ? 'time' : 'times'}` }),
  again: (at: Words): Words => ({ zh: `下次自动重试：${at.zh}`, en: `next attempt by itself: ${at.en}` }),
  now: { zh: '现在上传', en: 'Send now' },
  retry: { zh: '重试', en: 'Try again' },
  mend: { zh: '修改', en: 'Mend' },
  toPatrol: { zh: '去修改', en: 'Mend it there' },
  remove: { zh: '删除', en: 'Delete' },
  removeTitle: { zh: '删除这一项', en: 'Delete this item' },
  removePhoto: {
    zh: '照片会从手机上删掉，用到它的记录不带这张照片继续上传。',
    en: 'The photo is deleted from the phone; the records that use it go on without it.',
  },
  removeMended: { zh: '已经另行发送，删除的只是被退回的那一份。', en: 'It was sent again; only the refused version is deleted.' },
  removeAct: (n: number): Words => ({
    zh: n > 0 ? `这一项和依赖它的 ${n} 项都不会上传，删除后不能找回。` : '这一项不会上传，删除后不能找回。',
    en:
      n > 0
        ? `This item and ${n} depending on it will not be sent. It cannot be undone.`
        : 'This item will not be sent. It cannot be undone.',
  }),
  keep: { zh: '保留', en: 'Keep' },
};

export function QueueList() {
  const t = useWords();
  const { jobs, nextAt } = useStore(queue);
  const open = jobs.filter((job) => !job.mendedBy).length;
  const [removing, setRemoving] = useState<Job | null>(null);
  const [mending, setMending] = useState<Job | null>(null);
  const isWaiting = jobs.some((job) => job.state !== 'refused');
  return (
    <section className="card" aria-labelledby="on-the-way">
      <h2 id="on-the-way">
        {t(words.title)} {open > 0 && <span className="count">{open}</span>}
      </h2>
      {jobs.length === 0 && <p className="second-line">{t(words.empty)}</p>}
      <ul className="queue">
        {jobs.map((job) => (
          <QueueItem key={job.seq} job={job} onMend={() => setMending(job)} onRemove={() => setRemoving(job)} />
        ))}
      </ul>
      {isWaiting && nextAt !== null && nextAt > Date.now() && (
        <p className="second-line">{t(words.again(sayAt(new Date(nextAt).toISOString())))}</p>
      )}
      {isWaiting && (
        <button type="button" className="button second wide" onClick={drainNow}>
          {t(words.now)}
        </button>
      )}
      {jobs.length > 0 && <ExportQueue />}
      {mending && <MendSheet job={mending} onClose={() => setMending(null)} />}
      {removing && <RemoveSheet job={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}

function QueueItem({ job, onMend, onRemove }: { readonly job: Job; readonly onMend: () => void; readonly onRemove: () => void }) {
  const t = useWords();
  const now = useStore(queue);
  const { reachable } = useStore(signal);
  const { tone, tag, why } = standingOf(job, now, reachable);
  const isRefused = job.state === 'refused' && !job.mendedBy;
  const facts = [
    job.about,
    t(sayAt(new Date(job.queuedAt).toISOString())),
    ...photoProgressOf(job, now.jobs).map(t),
    ...(job.tries > 0 ? [t(words.tried(job.tries))] : []),
  ];
  return (
    <li>
      <div className="queue-line">
        <strong>{t(nameOf(job))}</strong>
        <ToneTag tone={tone} words={tag} />
      </div>
      <p className="second-line">{facts.filter(Boolean).join(' · ')}</p>
      {why && <p className={isRefused ? 'queue-why' : 'second-line'}>{t(why)}</p>}
      {(isRefused || job.mendedBy) && (
        <div className="foot-acts">
          {isRefused && isMendable(job) && (
            <button type="button" className="button second grow" onClick={onMend}>
              {t(words.mend)}
            </button>
          )}
          {isRefused && job.kind === 'act' && job.name === 'patrol.submit' && (
            <a className="button second grow" href={`/m/patrols/${job.input.id}`}>
              {t(words.toPatrol)}
            </a>
          )}
          {isRefused && (
            <button type="button" className="button second grow" onClick={() => void retry(job.seq)}>
              {t(words.retry)}
            </button>
          )}
          <button type="button" className="button second grow" onClick={onRemove}>
            {t(words.remove)}
          </button>
        </div>
      )}
    </li>
  );
}

function RemoveSheet({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const t = useWords();
  const { jobs } = useStore(queue);
  const said = job.mendedBy ? words.removeMended : job.kind === 'photo' ? words.removePhoto : words.removeAct(dependents(jobs, job).length);
  return (
    <Sheet closesBeside title={t(words.removeTitle)} onClose={onClose}>
      <p>
        <strong>{t(nameOf(job))}</strong> {job.about}
      </p>
      <p>{t(said)}</p>
      <div className="foot-acts">
        <button
          type="button"
          className="button second grow danger"
          onClick={() => {
            void discard(job.seq);
            onClose();
          }}
        >
          {t(words.remove)}
        </button>
        <button type="button" className="button second grow" onClick={onClose}>
          {t(words.keep)}
        </button>
      </div>
    </Sheet>
  );
}
