/**
 * The way out of the phone: acts and photos wait here until the server has them, each under an id made once, none before what it
 * depends on. Nothing leaves the queue without a 2xx; what the server refuses stays with its reason until the person decides.
 */
import { atom } from 'nanostores';
import { Problem } from '#domain/kernel/problem.ts';
import { Refused, readCall, sendAct, Unreachable } from './call.ts';
import { dropNote } from './drafts.ts';
import { queryClient } from './hooks.ts';
import { deviceStore, dropCopies, heard, keepFor, signal, storeName, unheard } from './kept.ts';
import { alone } from './outbox.lock.ts';
import * as rules from './outbox.rules.ts';
import { actJob, backOff, dependents, doneAlready, type Job, type NewJob, nextJob, verdictOn, withoutPhoto } from './outbox.rules.ts';
import * as store from './outbox.store.ts';
import { sendPhotoInParts, within } from './photo.send.ts';

export { actJob, type Job, type NewJob } from './outbox.rules.ts';

export interface Queue {
  /** The device has been asked: before that nobody knows whether something waits. */
  readonly known: boolean;
  /** In line. */
  readonly jobs: readonly Job[];
  /** Delivered, but the screens have not read the outcome yet: still laid over what they show, no longer counted. */
  readonly delivered: readonly Job[];
  /** The one on the wire at this moment. */
  readonly sending: number | null;
  /** Why nothing is being sent although there is something to send. */
  readonly paused: 'signIn' | 'otherAccount' | null;
  /** When the next attempt is due, by this device's clock. */
  readonly nextAt: number | null;
}

const nothing: Queue = { known: false, jobs: [], delivered: [], sending: null, paused: null, nextAt: null };
export const queue = atom<Queue>(nothing);

const EVERY_MS = 15_000;
const ACT_MS = 30_000;
/** So many different jobs failing one after the other are no fault of theirs: the line is down. */
const LINE_DOWN = 2;

let account: string | null = null;
let busy = false;
let askedAgain = false;
let awayUntil = 0;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const notBefore = new Map<number, number>();
const otherTabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('chuangcheng.outbox');

/** Starts sending for this account; called again when another one signs in. */
export function startOutbox(personId: string): void {
  const first = account === null;
  account = personId;
  keepFor(personId);
  awayUntil = 0;
  notBefore.clear();
  queue.set(nothing);
  void restore().then(drain);
  if (!first) return;
  void navigator.storage?.persist?.().catch(() => undefined);
  addEventListener('online', () => {
    void queryClient.invalidateQueries();
    drainNow();
  });
  addEventListener('offline', unheard);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && drainNow());
  otherTabs?.addEventListener('message', () => void refresh());
  setInterval(() => void drain(), EVERY_MS);
}

/** Safe on the device when this answers. */
export async function enqueue(jobs: readonly NewJob[], queued: store.Queued = {}): Promise<void> {
  await store.addJobs(await deviceStore(), jobs, { ...queued, mends: queued.mends ?? rules.mendedBy(queue.get().jobs, jobs) });
  for (const key of queued.finishedDrafts ?? []) dropNote(key);
  await show();
  drainNow();
}

export function drainNow(): void {
  awayUntil = 0;
  notBefore.clear();
  void drain();
}

/** A refused job goes into the line again. */
export async function retry(seq: number): Promise<void> {
  const job = queue.get().jobs.find((each) => each.seq === seq);
  if (job) await store.changeJobs(await deviceStore(), [{ ...job, state: 'waiting', tries: 0, problem: null }]);
  await show();
  drainNow();
}

/** Gives up a job. A photo is taken out of the acts that named it and they go on; a record takes its later acts with it. */
export async function discard(seq: number): Promise<void> {
  const { jobs } = queue.get();
  const job = jobs.find((each) => each.seq === seq);
  if (!job) return;
  const db = await deviceStore();
  if (job.mendedBy) await store.dropJobs(db, [job]);
  else if (job.kind === 'photo') {
    await store.dropJobs(
      db,
      [job],
      dependents(jobs, job).map((each) => withoutPhoto(each, job.photoId)),
    );
    // The record that names it would wait for ever.
    if (job.announced) await store.addJobs(db, [actJob('photo.withdraw', { id: job.photoId }, job.about)]);
  } else await store.dropJobs(db, [job, ...dependents(jobs, job)]);
  await show();
  drainNow();
}

/** A reload without signal still knows what was delivered after the kept answers were read. */
async function restore(): Promise<void> {
  const db = await deviceStore();
  queue.set({ ...queue.get(), delivered: await store.readDelivered(db) });
  await refresh();
  await dropCopies(db).catch(() => undefined);
}

async function refresh(): Promise<void> {
  const jobs = await store.readJobs(await deviceStore());
  queue.set({ ...queue.get(), known: true, jobs });
}

async function drain(): Promise<void> {
  if (busy) {
    askedAgain = true;
    return;
  }
  if (!account || Date.now() < awayUntil) return;
  busy = true;
  try {
    do {
      askedAgain = false;
      await alone(`outbox.${storeName()}`, round);
    } while (askedAgain && Date.now() >= awayUntil);
  } finally {
    busy = false;
    if (queue.get().sending !== null) queue.set({ ...queue.get(), sending: null });
  }
  await showOutcome();
}

/** Sends what can be sent, until nothing is left, what is left has to wait, or the line is down. */
async function round(): Promise<void> {
  const person = account;
  const db = await deviceStore();
  const wasAway = !signal.get().reachable;
  let inARow = 0;
  const next = async (): Promise<Job | undefined> => nextJob(await store.readJobs(db), Date.now(), notBefore, inARow > 0);
  if (!wasAway && !(await next())) return comeBack();
  if (!(await isSignedIn(person))) return;
  if (wasAway) void queryClient.invalidateQueries();
  for (let job = await next(); job && account === person; job = await next()) {
    const sending: Job = { ...job, state: 'sending' };
    await store.changeJobs(db, [sending]);
    queue.set({ ...queue.get(), sending: job.seq });
    await show();
    try {
      await send(sending);
      await delivered(job);
      inARow = 0;
    } catch (error) {
      const verdict = await settle(job, error);
      if (verdict === 'signIn') return;
      inARow = verdict === 'again' ? inARow + 1 : 0;
      if (inARow > 0 && isLineDown(job, await next(), inARow)) return waitLonger(error);
    }
    await show();
  }
  comeBack();
}

/** With nothing else to try, one failure is all there is to go by; where only photos have failed, a record is still tried. */
function isLineDown(failed: Job, next: Job | undefined, inARow: number): boolean {
  if (!next) return true;
  return inARow >= LINE_DOWN && (rules.isBytes(next) || !rules.isBytes(failed));
}

/** The phone may lie in somebody else's hands by now: work is only sent under the account that did it. */
async function isSignedIn(person: string | null): Promise<boolean> {
  try {
    const { signedIn } = await within(ACT_MS, (cut) => readCall('session.state', {}, cut));
    heard();
    const ours = signedIn?.person.id === person;
    queue.set({ ...queue.get(), paused: ours ? null : signedIn ? 'otherAccount' : 'signIn' });
    return ours;
  } catch (error) {
    waitLonger(error);
    return false;
  }
}

async function send(job: Job): Promise<void> {
  if (job.kind === 'act') {
    const { name, input, actId, deviceAt, clockOff: off } = job;
    await within(ACT_MS, (cut) => sendAct(name, input as never, { actId, deviceAt, clockOff: off, signal: cut }));
    return;
  }
  const db = await deviceStore();
  const photo = await store.photoBytes(db, job.photoId);
  if (!photo) throw new Refused(new Problem('photo.notPicture').toJSON());
  let known: Job = job;
  const note = async (part: Partial<rules.PhotoJob>) => {
    known = { ...known, ...part } as Job;
    await store.changeJobs(db, [known]);
    await show();
  };
  await sendPhotoInParts(job, photo.bytes, {
    announced: () => note({ announced: true }),
    came: (offset) => note({ offset }),
  });
}

async function delivered(job: Job): Promise<void> {
  failures = 0;
  notBefore.delete(job.seq);
  heard();
  await store.dropJobs(await deviceStore(), [job]);
  await setDelivered([...queue.get().delivered, job]);
}

async function setDelivered(jobs: readonly Job[]): Promise<void> {
  queue.set({ ...queue.get(), delivered: jobs });
  await store.keepDelivered(await deviceStore(), jobs);
}

/** What a failed attempt means for the job. */
async function settle(job: Job, error: unknown): Promise<rules.Verdict> {
  const problem = error instanceof Refused ? error.problem : null;
  if (problem && doneAlready(job, problem)) {
    await delivered(job);
    return 'refused';
  }
  const verdict = error instanceof Refused || error instanceof Unreachable ? verdictOn(problem?.status ?? null, job.tries) : 'again';
  const db = await deviceStore();
  // What a photo learnt on the way, that it was announced and how far it came, stands in the store.
  const known = (await store.readJobs(db)).find((each) => each.seq === job.seq) ?? job;
  if (verdict === 'refused') await store.changeJobs(db, [{ ...known, state: 'refused', problem }]);
  else await store.changeJobs(db, [{ ...known, state: 'waiting', tries: job.tries + 1, problem }]);
  if (verdict === 'again') notBefore.set(job.seq, Date.now() + backOff(job.tries, Math.random()));
  if (verdict === 'signIn') queue.set({ ...queue.get(), paused: 'signIn' });
  return verdict;
}

/** Nothing goes for a while. A server that answers with a fault is there all the same. */
function waitLonger(error: unknown): void {
  const wait = backOff(failures++, Math.random());
  awayUntil = Date.now() + wait;
  comeBack();
  if (error instanceof Unreachable) unheard();
}

/** The next attempt: when the first of those that failed may be tried again, and not before the line is thought to be up. */
function comeBack(): void {
  const at = Math.max(awayUntil, notBefore.size > 0 ? Math.min(...notBefore.values()) : 0);
  const isDue = at > Date.now();
  clearTimeout(timer);
  queue.set({ ...queue.get(), nextAt: isDue ? at : null });
  if (isDue) timer = setTimeout(() => void drain(), at - Date.now() + 10);
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
