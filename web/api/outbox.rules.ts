/** The outbox's decisions, pure: what depends on what, what an answer means, how long to wait. */
import { newId } from '#domain/kernel/id.ts';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import type { Acts, PhotoFacts } from './call.ts';

export interface PhotoJob {
  readonly kind: 'photo';
  readonly photoId: string;
  readonly facts: PhotoFacts;
}
/** `actId` is made once, when the job is queued: the same act sent again gets the first answer. */
export type ActJob = {
  [Name in keyof Acts]: {
    readonly kind: 'act';
    readonly name: Name;
    readonly input: Acts[Name]['input'];
    readonly actId: string;
    readonly deviceAt: string;
  };
}[keyof Acts];

export type NewJob = (PhotoJob | ActJob) & {
  /** What it is about, as the person wrote it: the problem's text, the place. */
  readonly about: string;
};

export type JobState = 'waiting' | 'sending' | 'refused';

export type Job = NewJob & {
  readonly seq: number;
  readonly queuedAt: number;
  readonly state: JobState;
  readonly tries: number;
  /** Why the server refused it; null while waiting, and for a job held back by another. */
  readonly problem: ProblemBody | null;
  /** The refused job whose photo or record this one names. */
  readonly heldBy: number | null;
};

/** An act for the queue; its id and its time are made here, once. */
export function actJob<Name extends keyof Acts>(name: Name, input: Acts[Name]['input'], about: string): NewJob {
  return { kind: 'act', name, input, actId: newId(), deviceAt: new Date().toISOString(), about } as NewJob;
}

/** Acts that bring a record into being; every other act needs one that exists. */
const makers: readonly string[] = ['issue.report', 'patrol.open'];

/** The id of the photo or record that only exists once this job went through. */
export function madeBy(job: NewJob): string | null {
  if (job.kind === 'photo') return job.photoId;
  return makers.includes(job.name) ? (job.input as { readonly id: string }).id : null;
}

export function names(job: NewJob, id: string): boolean {
  return job.kind === 'act' && mentions(job.input, id);
}

function mentions(value: unknown, id: string): boolean {
  if (value === id) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => mentions(inner, id));
}

/** The jobs that cannot go through while `refused` has not: those naming what it makes, and so on down the line. */
export function dependents(jobs: readonly Job[], refused: Job): Job[] {
  const missing = [madeBy(refused)];
  const held: Job[] = [];
  for (const job of jobs) {
    if (job.seq <= refused.seq || !missing.some((id) => id !== null && names(job, id))) continue;
    held.push(job);
    missing.push(madeBy(job));
  }
  return held;
}

/** In order, and never past one that still waits. */
export function nextJob(jobs: readonly Job[]): Job | undefined {
  return jobs.find((job) => job.state !== 'refused');
}

export type Verdict = 'again' | 'signIn' | 'refused';

/** What an answer other than 2xx means for the job; `null` when no answer came. */
export function verdictOn(status: number | null): Verdict {
  if (status === null || status >= 500 || status === 408 || status === 425 || status === 429) return 'again';
  return status === 401 ? 'signIn' : 'refused';
}

/** A refusal that says the work is already done: the partner started the same patrol a minute earlier. */
export function doneAlready(job: NewJob, problem: ProblemBody): boolean {
  return job.kind === 'act' && job.name === 'patrol.start' && problem.code === 'act.wrongState';
}

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/** Doubling with jitter, so that forty phones that lost the same mast do not come back in the same second. */
export function backOff(tries: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, tries));
  return Math.max(FIRST_MS, Math.round(full * (0.5 + random / 2)));
}

/** The act without a photo that will never arrive. */
export function withoutPhoto(job: Job, photoId: string): Job {
  if (job.kind !== 'act' || !('photoIds' in job.input) || !job.input.photoIds) return job;
  return { ...job, input: { ...job.input, photoIds: job.input.photoIds.filter((id) => id !== photoId) } } as Job;
}
