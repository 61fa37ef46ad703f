/** A photo on its way: announced, then sent in parts; after a cut it goes on where the server stopped hearing. */
import { Refused, readCall, sendAct, sendPart, Unreachable } from './call.ts';
import { type Job, nextPart } from './outbox.rules.ts';

type PhotoJob = Extract<Job, { readonly kind: 'photo' }>;

const PART_MS = 60_000;
const ANNOUNCE_MS = 30_000;
/** A weak mast is found out with a small part; good ones double it. */
const FIRST_PART = 128 * 1024;
let partBytes = FIRST_PART;

export interface PhotoSteps {
  readonly announced: () => Promise<void>;
  readonly came: (offset: number) => Promise<void>;
}

/** Resolves when the server has the whole photo. */
export async function sendPhotoInParts(job: PhotoJob, bytes: ArrayBuffer, { announced, came }: PhotoSteps): Promise<void> {
  if (!job.announced) {
    const { actId, deviceAt, clockOff } = job;
    await within(ANNOUNCE_MS, (signal) => sendAct('photo.announce', announcement(job), { actId, deviceAt, clockOff, signal }));
    await announced();
  }
  let offset = job.announced ? (await within(ANNOUNCE_MS, (signal) => readCall('photo.progress', { id: job.photoId }, signal))).offset : 0;
  for (let strayed = 0; ; ) {
    const part = bytes.slice(offset, offset + partBytes);
    const began = Date.now();
    try {
      const { offset: next, state } = await within(PART_MS, (signal) => sendPart(job.photoId, offset, part, signal));
      partBytes = nextPart(partBytes, Date.now() - began);
      offset = next;
      await came(offset);
      if (state === 'arrived' || state === 'originalOnly') return;
    } catch (error) {
      if (error instanceof Unreachable) partBytes = nextPart(partBytes, null);
      const known = error instanceof Refused ? whereToGoOn(error) : null;
      if (known === null || ++strayed > 3) throw error;
      offset = known;
    }
  }
}

/** What `photo.announce` is told; an exported queue tells the same. */
export function announcement({ photoId: id, sha256, bytes, facts, clockOff }: PhotoJob) {
  const position = facts.position && { ...facts.position, source: 'device' as const };
  return { id, sha256, bytes, takenAt: facts.takenAt, position, fromAlbum: facts.fromAlbum ?? false, clockOff };
}

/** Another try of ours got further than we heard, or the server lost what it had. */
function whereToGoOn({ problem }: Refused): number | null {
  if (problem.code === 'photo.wrongOffset') return Number(problem.details.offset);
  return problem.code === 'photo.bytesDiffer' ? 0 : null;
}

/** A request without an end would hold up the line; what it did is unknown, and its id makes another try harmless. */
export async function within<Value>(ms: number, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), ms);
  try {
    return await work(cut.signal);
  } finally {
    clearTimeout(timer);
  }
}
