/**
 * The way out of the phone: acts and photos wait here until the server has them, in order, each under an id made once.
 * Nothing leaves the queue without a 2xx; what the server refuses stays with its reason until the person decides.
 */
import { atom } from 'nanostores';
import { Problem } from '#domain/kernel/problem.ts';
import { Refused, readCall, sendAct, sendPhoto, Unreachable } from './call.ts';
import { queryClient } from './hooks.ts';
import { deviceStore, heard, keepFor, signal, storeName, unheard } from './kept.ts';
import { alone } from './outbox.lock.ts';
import { backOff, dependents, doneAlready, type Job, type NewJob, nextJob, verdictOn, withoutPhoto } from './outbox.rules.ts';
import { addJobs, changeJobs, dropJobs, keepDelivered, photoBytes, readDelivered, readJobs } from './outbox.store.ts';

export { actJob, type Job, type NewJob } from './outbox.rules.ts';

export interface Queue {
  readonly jobs: readonly Job[];
  /** Delivered, but the screens have not read the outcome yet: still laid over what they show, no longer counted. */
  readonly delivered: readonly Job[];
  readonly sending: boolean;
  /** Why nothing is being sent although there is something to send. */
  readonly paused: 'signIn' | 'otherAccount' | null;
}

export const queue = atom<Queue>({ jobs: [], delivered: [], sending: false, paused: null });

const EVERY_MS = 15_000;
const ACT_MS = 30_000;
const PHOTO_MS = 120_000;

let account: string | null = null;
let busy = false;
let askedAgain = false;
let notBefore = 0;
let failures = 0;
const otherTabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('chuangcheng.outbox');

/** Starts sending for this account; called again when another one signs in. */
export function startOutbox(personId: string): void {
  const first = account === null;
  account = personId;
  keepFor(personId);
  notBefore = 0;
  queue.set({ jobs: [], delivered: [], sending: false, paused: null });
  void restore().then(drain);
  if (!first) return;
  void navigator.storage?.persist?.();
  addEventListener('online', () => {
    void queryClient.invalidateQueries();
    drainNow();
  });
  addEventListener('offline', unheard);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && drainNow());
  otherTabs?.addEventListener('message', () => void refresh());
  setInterval(() => void drain(), EVERY_MS);
}

/** Safe on the device when this answers; `finishedDraft` is the draft these jobs were made from. */
export async function enqueue(jobs: readonly NewJob[], finishedDraft?: string): Promise<void> {
  await addJobs(await deviceStore(), jobs, finishedDraft);
  await show();
  drainNow();
}

export function drainNow(): void {
  notBefore = 0;
  void drain();
}

/** A refused job and those it held back go into the line again. */
export async function retry(seq: number): Promise<void> {
  const freed = queue.get().jobs.filter((job) => job.seq === seq || job.heldBy === seq);
  await changeJobs(
    await deviceStore(),
    freed.map((job) => ({ ...job, state: 'waiting', problem: null, heldBy: null })),
  );
  await show();
  drainNow();
}

/** Gives up a refused job. A photo is taken out of the acts that named it and they go on; a record takes its later acts with it. */
export async function discard(seq: number): Promise<void> {
  const { jobs } = queue.get();
  const job = jobs.find((each) => each.seq === seq);
  if (!job) return;
  const held = dependents(jobs, job);
  const db = await deviceStore();
  if (job.kind === 'photo') {
    await dropJobs(
      db,
      [job],
      held.map((each) => ({ ...withoutPhoto(each, job.photoId), state: 'waiting', heldBy: null })),
    );
  } else {
    await dropJobs(db, [job, ...held]);
  }
  await show();
  drainNow();
}

/** A reload without signal still knows what was delivered after the kept answers were read. */
async function restore(): Promise<void> {
  const delivered = await readDelivered(await deviceStore());
  queue.set({ ...queue.get(), delivered });
  await refresh();
}

async function refresh(): Promise<void> {
  const jobs = await readJobs(await deviceStore());
  queue.set({ ...queue.get(), jobs });
}

async function drain(): Promise<void> {
  if (busy) {
    askedAgain = true;
    return;
  }
  if (!account || Date.now() < notBefore) return;
  busy = true;
  try {
    do {
      askedAgain = false;
      await alone(`outbox.${storeName()}`, round);
    } while (askedAgain && Date.now() >= notBefore);
  } finally {
    busy = false;
    if (queue.get().sending) queue.set({ ...queue.get(), sending: false });
  }
  await showOutcome();
}

/** Sends what there is, until the line is empty or the server cannot be reached. */
async function round(): Promise<void> {
  const person = account;
  const db = await deviceStore();
  const wasAway = !signal.get().reachable;
  if (!wasAway && !nextJob(await readJobs(db))) return;
  if (!(await isSignedIn(person))) return;
  if (wasAway) void queryClient.invalidateQueries();
  let job = nextJob(await readJobs(db));
  while (job && account === person) {
    const sending: Job = { ...job, state: 'sending' };
    await changeJobs(db, [sending]);
    queue.set({ ...queue.get(), sending: true });
    await show();
    try {
      await within(job.kind === 'photo' ? PHOTO_MS : ACT_MS, send(job));
      await delivered(job);
    } catch (error) {
      if (!(await settle(sending, error))) return;
    }
    await show();
    job = nextJob(await readJobs(db));
  }
}

/** The phone may lie in somebody else's hands by now: work is only sent under the account that did it. */
async function isSignedIn(person: string | null): Promise<boolean> {
  try {
    const { signedIn } = await within(ACT_MS, readCall('session.state', {}));
    heard();
    const ours = signedIn?.person.id === person;
    queue.set({ ...queue.get(), paused: ours ? null : signedIn ? 'otherAccount' : 'signIn' });
    return ours;
  } catch {
    waitLonger();
    return false;
  }
}

async function send(job: Job): Promise<void> {
  if (job.kind === 'act') {
    await sendAct(job.name, job.input as never, job.actId, job.deviceAt);
    return;
  }
  const photo = await photoBytes(await deviceStore(), job.photoId);
  if (!photo) throw new Refused(new Problem('photo.notPicture').toJSON());
  await sendPhoto(job.photoId, photo.bytes, photo.mime, job.facts);
}

async function delivered(job: Job): Promise<void> {
  failures = 0;
  heard();
  await dropJobs(await deviceStore(), [job]);
  await setDelivered([...queue.get().delivered, job]);
}

async function setDelivered(jobs: readonly Job[]): Promise<void> {
  queue.set({ ...queue.get(), delivered: jobs });
  await keepDelivered(await deviceStore(), jobs);
}

/** What a failed attempt means; answers whether the next job may go. */
async function settle(job: Job, error: unknown): Promise<boolean> {
  const db = await deviceStore();
  const problem = error instanceof Refused ? error.problem : null;
  if (problem && doneAlready(job, problem)) {
    await delivered(job);
    return true;
  }
  const verdict = error instanceof Refused || error instanceof Unreachable ? verdictOn(problem?.status ?? null) : 'again';
  if (verdict === 'refused') {
    const held = dependents(await readJobs(db), job);
    await changeJobs(db, [
      { ...job, state: 'refused', problem },
      ...held.map((each): Job => ({ ...each, state: 'refused', heldBy: job.seq })),
    ]);
    return true;
  }
  await changeJobs(db, [{ ...job, state: 'waiting', tries: job.tries + 1 }]);
  if (verdict === 'signIn') queue.set({ ...queue.get(), paused: 'signIn' });
  else waitLonger();
  await show();
  return false;
}

function waitLonger(): void {
  const wait = backOff(failures++, Math.random());
  notBefore = Date.now() + wait;
  setTimeout(() => void drain(), wait + 10);
  unheard();
}

async function show(): Promise<void> {
  await refresh();
  otherTabs?.postMessage('changed');
}

/** The screens read anew; only then the overlay of what was delivered goes, so that nothing jumps back in between. */
async function showOutcome(): Promise<void> {
  const shown = queue.get().delivered;
  if (shown.length === 0) return;
  await Promise.race([queryClient.invalidateQueries({ refetchType: 'all' }), new Promise((resolve) => setTimeout(resolve, 5_000))]);
  if (signal.get().reachable) await setDelivered(queue.get().delivered.filter((job) => !shown.includes(job)));
}

/** A request without an end would hold up the whole line; what it did is unknown, and its id makes another try harmless. */
function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Unreachable('too slow')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
