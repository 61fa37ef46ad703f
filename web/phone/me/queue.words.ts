/** What the queue says of each item: what it is, where it stands, why it has not gone yet. Pure. */
import { issueWorkflow } from '#domain/issue/issue.rules.ts';
import type { Tone } from '#domain/kernel/act.ts';
import type { Words } from '#domain/kernel/words.ts';
import { logWorkflow } from '#domain/patrol/log.rules.ts';
import { patrolWorkflow } from '#domain/patrol/patrol.rules.ts';
import { presenceWorkflow } from '#domain/presence/presence.rules.ts';
import { type Job, waitsFor } from '#web/api/outbox.rules.ts';
import type { Queue } from '#web/api/outbox.ts';

const words = {
  photo: { zh: '照片', en: 'Photo' },
  report: { zh: '记录问题', en: 'Report a problem' },
  track: { zh: '本次轨迹', en: 'Way walked' },
  withdraw: { zh: '放弃照片', en: 'Give up a photo' },
  waiting: { zh: '等待上传', en: 'Waiting' },
  sending: { zh: '正在上传', en: 'Sending' },
  refused: { zh: '被退回', en: 'Refused' },
  mended: { zh: '已修改重发', en: 'Sent again, mended' },
  held: { zh: '等前一项', en: 'Held back' },
  next: { zh: '排队中，马上就传。', en: 'In line, about to be sent.' },
  noSignal: { zh: '没有网络，连上后自动上传。', en: 'No connection; it is sent by itself once there is one.' },
  noAnswer: {
    zh: '发出后没有收到回应，会自动再试；重复发送不会重复记录。',
    en: 'No answer came; it is tried again by itself, and arriving twice makes no second record.',
  },
  cut: { zh: '上次发送被打断，会接着传。', en: 'The last attempt was cut off; it will go on.' },
  signIn: { zh: '登录已过期，重新登录后上传。', en: 'The session has ended; sign in again to send it.' },
  otherAccount: { zh: '浏览器里登录的是另一个账号。', en: 'Another account is signed in.' },
  waitsFor: (what: Words): Words => ({ zh: `要等“${what.zh}”先完成。`, en: `It needs "${what.en}" to go through first.` }),
  mendedHint: {
    zh: '当时被退回，已改好另行发送；这里留作记录，可以删除。',
    en: 'It was refused, and sent again mended; kept here as a record, and may be deleted.',
  },
  came: (percent: number): Words => ({ zh: `已传 ${percent}%`, en: `${percent}% sent` }),
  arrived: (here: number, all: number): Words => ({ zh: `${all} 张已到 ${here} 张`, en: `${here} of ${all} have arrived` }),
};

export function nameOf(job: Job): Words {
  if (job.kind === 'photo') return words.photo;
  if (job.name === 'photo.withdraw') return words.withdraw;
  const [kind, act] = job.name.split('.') as [string, string];
  const acts: Record<string, { readonly words: Words }> =
    { issue: issueWorkflow.acts, patrol: { ...patrolWorkflow.acts, ...logWorkflow.acts }, presence: presenceWorkflow.acts }[kind] ?? {};
  return acts[act]?.words ?? (act === 'keepTrack' ? words.track : words.report);
}

export interface Standing {
  readonly tone: Tone;
  readonly tag: Words;
  readonly why: Words | null;
}

/** Where an item stands and why; `reachable` is whether the server answered last time. */
export function standingOf(job: Job, { jobs, sending, paused }: Pick<Queue, 'jobs' | 'sending' | 'paused'>, reachable: boolean): Standing {
  if (job.mendedBy) return { tone: 'done', tag: words.mended, why: words.mendedHint };
  if (job.state === 'refused') return { tone: 'late', tag: words.refused, why: job.problem };
  const earlier = waitsFor(jobs, job);
  if (earlier) return { tone: 'waiting', tag: words.held, why: words.waitsFor(nameOf(earlier)) };
  if (sending === job.seq) return { tone: 'working', tag: words.sending, why: null };
  return { tone: 'waiting', tag: words.waiting, why: paused ? words[paused] : whyWaiting(job, reachable) };
}

function whyWaiting(job: Job, reachable: boolean): Words {
  if (!reachable) return words.noSignal;
  if (job.problem) return job.problem;
  if (job.state === 'sending') return words.cut;
  return job.tries > 0 ? words.noAnswer : words.next;
}

/** '4 张已到 3 张 · 已传 45%': how far the photos queued together have come. */
export function photoProgressOf(job: Job, jobs: readonly Job[]): Words[] {
  if (job.kind !== 'photo') return [];
  const left = jobs.filter((each) => each.kind === 'photo' && each.group === job.group).length;
  const percent = Math.floor((100 * (job.offset ?? 0)) / job.bytes);
  return [...(job.of > 1 ? [words.arrived(job.of - left, job.of)] : []), ...(percent > 0 ? [words.came(percent)] : [])];
}
