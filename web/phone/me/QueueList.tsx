/** Every item on its way, with where it stands and why. */
import { useStore } from '@nanostores/react';
import { useState } from 'react';
import { issueWorkflow } from '#domain/issue/issue.rules.ts';
import type { Words } from '#domain/kernel/words.ts';
import { logWorkflow } from '#domain/patrol/log.rules.ts';
import { patrolWorkflow } from '#domain/patrol/patrol.rules.ts';
import { presenceWorkflow } from '#domain/presence/presence.rules.ts';
import { signal } from '#web/api/kept.ts';
import { dependents } from '#web/api/outbox.rules.ts';
import { discard, drainNow, type Job, queue, retry } from '#web/api/outbox.ts';
import { useWords } from '#web/language.ts';
import { Sheet } from '#web/ui/Sheet.tsx';
import { ToneTag } from '#web/ui/StateTag.tsx';
import { sayAt } from '#web/ui/say.ts';

const words = {
  title: { zh: '上传', en: 'On their way' },
  empty: { zh: '全部已经上传。', en: 'Everything has been sent.' },
  photo: { zh: '照片', en: 'Photo' },
  report: { zh: '记录问题', en: 'Report a problem' },
  track: { zh: '本次轨迹', en: 'Way walked' },
  waiting: { zh: '等待上传', en: 'Waiting' },
  sending: { zh: '正在上传', en: 'Sending' },
  refused: { zh: '被退回', en: 'Refused' },
  heldTag: { zh: '等前一项', en: 'Held back' },
  held: {
    zh: '它要用到的照片或记录被退回了，先处理那一项。',
    en: 'It needs a photo or record that was refused; deal with that one first.',
  },
  tried: (n: number): Words => ({ zh: `已试 ${n} 次`, en: `tried ${n} ${n === 1 ? 'time' : 'times'}` }),
  now: { zh: '现在上传', en: 'Send now' },
  retry: { zh: '重试', en: 'Try again' },
  remove: { zh: '删除', en: 'Delete' },
  removeTitle: { zh: '删除这一项', en: 'Delete this item' },
  removePhoto: {
    zh: '照片会从手机上删掉，用到它的记录不带这张照片继续上传。',
    en: 'The photo is deleted from the phone; the records that use it go on without it.',
  },
  removeAct: (n: number): Words => ({
    zh: n > 0 ? `这一项和依赖它的 ${n} 项都不会上传，删除后不能找回。` : '这一项不会上传，删除后不能找回。',
    en:
      n > 0
        ? `This item and ${n} depending on it will not be sent. It cannot be undone.`
        : 'This item will not be sent. It cannot be undone.',
  }),
  keep: { zh: '保留', en: 'Keep' },
};

function nameOf(job: Job): Words {
  if (job.kind === 'photo') return words.photo;
  const [kind, act] = job.name.split('.') as [string, string];
  const acts: Record<string, { readonly words: Words }> =
    { issue: issueWorkflow.acts, patrol: { ...patrolWorkflow.acts, ...logWorkflow.acts }, presence: presenceWorkflow.acts }[kind] ?? {};
  return acts[act]?.words ?? (act === 'keepTrack' ? words.track : words.report);
}

export function QueueList() {
  const t = useWords();
  const { jobs } = useStore(queue);
  const { reachable } = useStore(signal);
  const [removing, setRemoving] = useState<Job | null>(null);
  return (
    <section className="card" aria-labelledby="on-the-way">
      <h2 id="on-the-way">
        {t(words.title)} {jobs.length > 0 && <span className="count">{jobs.length}</span>}
      </h2>
      {jobs.length === 0 && <p className="second-line">{t(words.empty)}</p>}
      <ul className="queue">
        {jobs.map((job) => (
          <li key={job.seq}>
            <div className="queue-line">
              <strong>{t(nameOf(job))}</strong>
              {job.state === 'refused' ? (
                <ToneTag tone={job.problem ? 'late' : 'waiting'} words={job.problem ? words.refused : words.heldTag} />
              ) : job.state === 'sending' && reachable ? (
                <ToneTag tone="working" words={words.sending} />
              ) : (
                <ToneTag tone="waiting" words={words.waiting} />
              )}
            </div>
            <p className="second-line">
              {job.about} · {t(sayAt(new Date(job.queuedAt).toISOString()))}
              {job.tries > 0 && ` · ${t(words.tried(job.tries))}`}
            </p>
            {job.state === 'refused' && (
              <>
                <p className="queue-why">{t(job.problem ?? words.held)}</p>
                {job.problem && (
                  <div className="foot-acts">
                    <button type="button" className="button second grow" onClick={() => void retry(job.seq)}>
                      {t(words.retry)}
                    </button>
                    <button type="button" className="button second grow" onClick={() => setRemoving(job)}>
                      {t(words.remove)}
                    </button>
                  </div>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {jobs.some((job) => job.state !== 'refused') && (
        <button type="button" className="button second wide" onClick={drainNow}>
          {t(words.now)}
        </button>
      )}
      {removing && (
        <Sheet closesBeside title={t(words.removeTitle)} onClose={() => setRemoving(null)}>
          <p>
            <strong>{t(nameOf(removing))}</strong> {removing.about}
          </p>
          <p>{t(removing.kind === 'photo' ? words.removePhoto : words.removeAct(dependents(jobs, removing).length))}</p>
          <div className="foot-acts">
            <button
              type="button"
              className="button second grow danger"
              onClick={() => {
                void discard(removing.seq);
                setRemoving(null);
              }}
            >
              {t(words.remove)}
            </button>
            <button type="button" className="button second grow" onClick={() => setRemoving(null)}>
              {t(words.keep)}
            </button>
          </div>
        </Sheet>
      )}
    </section>
  );
}
