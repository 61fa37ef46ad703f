/** The queue as a file, for a phone that cannot reach the server: the clerk brings it in at the desk. */
import { QUEUE_FORMAT, QUEUE_VERSION, type QueueFile, type QueueItem } from '#domain/queue/queue.file.ts';
import { sealedText } from '#domain/queue/queue.rules.ts';
import { bodyOf } from '#web/api/call.ts';
import { deviceStore, queueKeyOf } from '#web/api/kept.ts';
import type { Job } from '#web/api/outbox.rules.ts';
import { photoBytes, readJobs } from '#web/api/outbox.store.ts';
import { announcement } from '#web/api/photo.send.ts';
import { bytesOfHex, hexOf, hmacSha256 } from '../photo/sha256.ts';

/** Sealed with the key the server gave this person; null when this phone has never been given one. */
export async function exportQueue(person: QueueFile['person'], unitName: string): Promise<QueueFile | null> {
  const db = await deviceStore(person.id);
  const key = await queueKeyOf(person.id);
  if (!key) return null;
  const jobs = (await readJobs(db)).filter((job) => !job.mendedBy);
  const photos: Record<string, string> = {};
  for (const job of jobs) {
    const photo = job.kind === 'photo' ? await photoBytes(db, job.photoId) : undefined;
    if (photo && job.kind === 'photo') photos[job.photoId] = base64Of(new Uint8Array(photo.bytes));
  }
  const exportedAt = new Date().toISOString();
  return {
    format: QUEUE_FORMAT,
    version: QUEUE_VERSION,
    exportedAt,
    person,
    unitName,
    items: jobs.map((job) => itemOf(job, bytesOfHex(key))),
    photos,
  };
}

function itemOf(job: Job, key: Uint8Array): QueueItem {
  const { actId, deviceAt, clockOff, about, queuedAt, state, problem } = job;
  const name = job.kind === 'photo' ? 'photo.announce' : job.name;
  const body = bodyOf(job.kind === 'photo' ? announcement(job) : job.input, { actId, deviceAt, clockOff });
  const seal = hexOf(hmacSha256(key, new TextEncoder().encode(sealedText(name, body))));
  return {
    name,
    body,
    seal,
    about,
    queuedAt: new Date(queuedAt).toISOString(),
    photoId: job.kind === 'photo' ? job.photoId : null,
    refused: state === 'refused' && problem ? { zh: problem.zh, en: problem.en } : null,
  };
}

const CHUNK = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
