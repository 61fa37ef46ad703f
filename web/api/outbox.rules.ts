/** The outbox's decisions, pure: what depends on what, what an answer means, how long to wait. */
import { newId } from '#domain/kernel/id.ts';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import type { Acts, PhotoFacts } from './call.ts';

interface Sent {
  /** Made once, when the job is queued: the same act sent again gets the first answer. */
  readonly actId: string;
  readonly deviceAt: string;
}
export interface PhotoJob extends Sent {
  readonly kind: 'photo';
  readonly photoId: string;
  readonly facts: PhotoFacts;
  readonly sha256: string;
  readonly bytes: number;
  /** The photos queued together, and how many they are. */
  readonly group: string;
  readonly of: number;
  /** The server knows of it: a record may name it while its bytes are still on their way. */
  readonly announced?: boolean;
  /** Bytes the server has, as far as it has said. */
  readonly offset?: number;
}
export type ActJob = {
  [Name in keyof Acts]: Sent & { readonly kind: 'act'; readonly name: Name; readonly input: Acts[Name]['input'] };
}[keyof Acts];

export type NewJob = (PhotoJob | ActJob) & {
  /** What it is about, as the person wrote it: the problem's text, the place. */
  readonly about: string;
};

/** `sending` is written before the first byte; found again after a crash it means: nobody knows whether it arrived. */
export type JobState = 'waiting' | 'sending' | 'refused';

export type Job = NewJob & {
  readonly seq: number;
  /** How wrong the device's clock was when it was queued, as far as known. */
  readonly clockOff: number | null;
  /** Its place in the line; a mended job takes that of the refused one. */
  readonly order?: number;
  readonly queuedAt: number;
  readonly state: JobState;
  readonly tries: number;
  /** What the server said last: why it refused, or why it could not take it just now. Null when it said nothing. */
  readonly problem: ProblemBody | null;
  /** The act that was sent instead; this one is kept as it was refused. */
  readonly mendedBy?: string;
};

/** An act for the queue; its id and its time are made here, once. */
export function actJob<Name extends keyof Acts>(name: Name, input: Acts[Name]['input'], about: string): NewJob {
  return { kind: 'act', name, input, actId: newId(), deviceAt: new Date().toISOString(), about } as NewJob;
}

export function inLine(jobs: readonly Job[]): Job[] {
  return [...jobs].sort((a, b) => (a.order ?? a.seq) - (b.order ?? b.seq) || a.seq - b.seq);
}

/** Acts that bring a record into being; every other act needs one that exists. */
const makers: readonly string[] = ['issue.report', 'patrol.open'];

/** The id of the photo or record that only exists once this job went through. */
export function madeBy(job: NewJob): string | null {
  if (job.kind === 'photo') return job.photoId;
  return makers.includes(job.name) ? recordOf(job) : null;
}

/** The record an act is on: by its id, or the presence of a person on a patrol; null for an act on none. */
export function recordOf(job: NewJob): string | null {
  if (job.kind !== 'act') return null;
  const { id, patrolId, personId } = job.input as { readonly id?: string; readonly patrolId?: string; readonly personId?: string };
  return id ?? (patrolId ? `${patrolId} ${personId ?? 'me'}` : null);
}

/** When it was done, by the server's clock as far as this device knew it. */
export function doneAt({ deviceAt, clockOff }: Pick<Job, 'deviceAt' | 'clockOff'>): string {
  return new Date(Date.parse(deviceAt) + (clockOff ?? 0)).toISOString();
}

export function names(job: NewJob, id: string): boolean {
  return job.kind === 'act' && mentions(job.input, id);
}

function mentions(value: unknown, id: string): boolean {
  if (value === id) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => mentions(inner, id));
}

/** The jobs that cannot exist without `gone`: those naming what it makes, and so on down the line. */
export function dependents(jobs: readonly Job[], gone: Job): Job[] {
  const line = inLine(jobs);
  const missing = [madeBy(gone)];
  const held: Job[] = [];
  for (const job of line.slice(line.findIndex((each) => each.seq === gone.seq) + 1)) {
    if (!missing.some((id) => id !== null && names(job, id))) continue;
    held.push(job);
    missing.push(madeBy(job));
  }
  return held;
}

/** A refused act of the same name on the same record as one of `news`: that one is sent instead of it. */
export function mendedBy(jobs: readonly Job[], news: readonly NewJob[]): { readonly refused: Job; readonly by: string } | undefined {
  for (const job of news) {
    const refused = jobs.find(
      (each) =>
        each.state === 'refused' &&
        !each.mendedBy &&
        each.kind === 'act' &&
        job.kind === 'act' &&
        each.name === job.name &&
        recordOf(each) === recordOf(job),
    );
    if (refused) return { refused, by: job.actId };
  }
  return undefined;
}

/** The earlier job that must go through before this one, or undefined. `line` is in order. */
export function waitsFor(line: readonly Job[], job: Job): Job | undefined {
  const before = line
    .slice(
      0,
      line.findIndex((each) => each.seq === job.seq),
    )
    .filter((each) => !each.mendedBy);
  return before.find((earlier) => needs(job, earlier, before));
}

/** Lies beside the patrol; nothing waits for it. */
const BESIDE: readonly string[] = ['patrol.keepTrack'];
/** Without these what comes after is possible all the same: somebody else started it, a signature is given anew. */
const BESIDE_WHEN_REFUSED: readonly string[] = ['patrol.start', 'patrol.sign', 'patrol.countersign', 'patrol.giveReason'];

function needs(job: Job, earlier: Job, before: readonly Job[]): boolean {
  if (earlier.kind === 'photo') return names(job, earlier.photoId) && !earlier.announced;
  const record = recordOf(earlier);
  if (BESIDE.includes(earlier.name) || (earlier.state === 'refused' && BESIDE_WHEN_REFUSED.includes(earlier.name))) return false;
  if (record !== null && recordOf(job) === record) return true;
  const made = madeBy(earlier);
  if (made && names(job, made)) return true;
  // The log tells of every problem of the patrol and of what was done about it.
  if (job.kind !== 'act' || job.name !== 'patrol.reportLog') return false;
  const patrolId = recordOf(job)!;
  const isOfIssue = earlier.name.startsWith('issue.');
  return isOfIssue && (names(earlier, patrolId) || before.some((each) => madeBy(each) === record && names(each, patrolId)));
}

/** Only bytes are left to send: the server knows of the photo, and nothing waits for it any more. */
export function isBytes(job: Job): boolean {
  return job.kind === 'photo' && job.announced === true;
}

/**
 * The first in line that nothing holds back; `notBefore` says of each job that failed when it may be tried again. After a failure the small
 * ones go first: on a line that lets no photo through, a record may still get through.
 */
export function nextJob(line: readonly Job[], now: number, notBefore: ReadonlyMap<number, number>, smallFirst = false): Job | undefined {
  const ready = line.filter((job) => job.state !== 'refused' && (notBefore.get(job.seq) ?? 0) <= now && !waitsFor(line, job));
  return (smallFirst ? ready.find((job) => !isBytes(job)) : undefined) ?? ready[0];
}

export type Verdict = 'again' | 'signIn' | 'refused';

/** A conflict may be over a moment later: a colleague's act of the same minute is still on its way. */
const CONFLICT_TRIES = 2;

/** What an answer other than 2xx means for the job; `null` when no answer came. */
export function verdictOn(status: number | null, tries: number): Verdict {
  if (status === 409) return tries < CONFLICT_TRIES ? 'again' : 'refused';
  if (status === null || status >= 500 || status === 408 || status === 425 || status === 429) return 'again';
  return status === 401 ? 'signIn' : 'refused';
}

/** A refusal that says the work is already done: the partner started the same patrol a minute earlier, the photo is there. */
export function doneAlready(job: NewJob, problem: ProblemBody): boolean {
  if (job.kind !== 'act') return false;
  return job.name === 'patrol.start'
    ? problem.code === 'act.wrongState'
    : job.name === 'presence.checkIn' && problem.code === 'presence.already';
}

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** Doubling with jitter, so that forty phones that lost the same mast do not come back in the same second. */
export function backOff(tries: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, tries));
  return Math.max(FIRST_MS, Math.round(full * (0.5 + random / 2)));
}

const SMALLEST_PART = 32 * 1024;
const LARGEST_PART = 1024 * 1024;

/** The size of the next part of a photo: what goes through in a few seconds; half of it after a cut. `ms` is null when it was cut. */
export function nextPart(bytes: number, ms: number | null): number {
  if (ms === null) return Math.max(SMALLEST_PART, Math.floor(bytes / 2));
  return ms < 2_000 ? Math.min(LARGEST_PART, bytes * 2) : ms > 8_000 ? Math.max(SMALLEST_PART, Math.floor(bytes / 2)) : bytes;
}

/** The act without a photo that will never arrive. */
export function withoutPhoto(job: Job, photoId: string): Job {
  if (job.kind !== 'act' || !('photoIds' in job.input) || !job.input.photoIds) return job;
  return { ...job, input: { ...job.input, photoIds: job.input.photoIds.filter((id) => id !== photoId) } } as Job;
}
