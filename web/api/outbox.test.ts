import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  backOff,
  dependents,
  doneAlready,
  inLine,
  type Job,
  madeBy,
  mendedBy,
  names,
  nextJob,
  nextPart,
  verdictOn,
  waitsFor,
  withoutPhoto,
} from './outbox.rules.ts';

let seq = 0;
const line = { queuedAt: 0, state: 'waiting', tries: 0, problem: null, clockOff: null, about: '' } as const;
const photo = (photoId: string): Job => ({
  ...line,
  seq: ++seq,
  kind: 'photo',
  photoId,
  facts: { takenAt: null, position: null },
  sha256: '',
  bytes: 9,
  actId: photoId,
  deviceAt: '',
  group: '',
  of: 1,
});
const act = (name: string, input: object): Job =>
  ({ ...line, seq: ++seq, kind: 'act', name, input, actId: `act-${seq}`, deviceAt: '2026-11-22T01:00:00Z' }) as unknown as Job;

test('a refused photo holds back the problem that names it and what was done about that problem, nothing else', () => {
  const picture = photo('p1');
  const report = act('issue.report', { id: 'i1', text: '井盖破损', photoIds: ['p0', 'p1'] });
  const coordinate = act('issue.coordinate', { id: 'i1', handlerId: 'h1', note: '' });
  const other = act('issue.verify', { id: 'i2', note: '' });
  const submit = act('patrol.submit', { id: 'r1', answers: [], help: {}, note: '' });
  assert.deepEqual(dependents([picture, report, coordinate, other, submit], picture), [report, coordinate]);
});

test('a refused act on an existing record holds back nothing', () => {
  const start = act('patrol.start', { id: 'r1' });
  const submit = act('patrol.submit', { id: 'r1' });
  assert.equal(madeBy(start), null);
  assert.deepEqual(dependents([start, submit], start), []);
});

test('what was sent before a refusal does not depend on it', () => {
  const before = act('issue.fix', { id: 'i1', photoIds: ['p9'] });
  const picture = photo('p9');
  assert.deepEqual(dependents([before, picture], picture), []);
  assert.equal(names(before, 'p9'), true);
});

const now = 1_000;
const none = new Map<number, number>();
const refused = (job: Job): Job => ({ ...job, state: 'refused' });
const next = (...jobs: Job[]) => nextJob(inLine(jobs), now, none)?.seq;

test('the line goes in order; what failed a moment ago lets the others pass', () => {
  const [first, second] = [photo('a'), photo('b')];
  assert.equal(next(first, second), first.seq);
  assert.equal(next({ ...first, state: 'sending' }, second), first.seq, 'what a crash left half sent is sent again');
  assert.equal(nextJob([first, second], now, new Map([[first.seq, now + 1]]))?.seq, second.seq);
  assert.equal(nextJob([first, second], now, new Map([[first.seq, now]]))?.seq, first.seq);
  assert.equal(next(refused(first)), undefined);
});

test('a record waits until its photos are announced, not until their bytes have arrived', () => {
  const picture = photo('p1');
  const report = act('issue.report', { id: 'i1', photoIds: ['p1'] });
  const slow = new Map([[picture.seq, now + 60_000]]);
  assert.equal(nextJob([picture, report], now, slow), undefined);
  assert.equal(nextJob([{ ...picture, announced: true } as Job, report], now, slow)?.seq, report.seq);
});

test('after a failure the small ones go first: photos that do not get through keep no record waiting', () => {
  const [one, two] = [photo('p1'), photo('p2')].map((job) => ({ ...job, announced: true }) as Job) as [Job, Job];
  const report = act('issue.report', { id: 'i1', photoIds: ['p1', 'p2'] });
  assert.equal(nextJob([one, two, report], now, none)?.seq, one.seq);
  assert.equal(nextJob([one, two, report], now, none, true)?.seq, report.seq);
  assert.equal(nextJob([one, two], now, none, true)?.seq, one.seq);
});

test('a refused job holds back what depends on it and nothing else', () => {
  const picture = refused(photo('p1'));
  const report = act('issue.report', { id: 'i1', photoIds: ['p1'], patrolId: 'r1' });
  const solve = act('issue.solve', { id: 'i1', photoIds: [] });
  const other = act('issue.report', { id: 'i2', photoIds: [], patrolId: 'r1' });
  const submit = act('patrol.submit', { id: 'r1' });
  const log = act('patrol.reportLog', { id: 'r1', via: '群' });
  const line = [picture, report, solve, other, submit, log];
  assert.deepEqual(
    line.map((job) => waitsFor(line, job)?.seq ?? null),
    [null, picture.seq, report.seq, null, null, report.seq],
    'the log waits for the problems it tells of',
  );
  assert.equal(next(...line), other.seq);
});

test('acts on one record keep their order; a refused start keeps nobody from submitting', () => {
  const start = act('patrol.start', { id: 'r1' });
  const submit = act('patrol.submit', { id: 'r1' });
  const log = act('patrol.reportLog', { id: 'r1' });
  const away = new Map([[start.seq, now + 1]]);
  assert.equal(nextJob([start, submit], now, away), undefined);
  assert.equal(next(refused(start), submit), submit.seq);
  assert.equal(next(refused(submit), log), undefined);
});

test('what is sent instead of a refused act takes its place in the line', () => {
  const report = refused(act('issue.report', { id: 'i1', text: '', photoIds: [] }));
  const solve = act('issue.solve', { id: 'i1' });
  const mended: Job = { ...act('issue.report', { id: 'i1', text: '井盖' }), order: report.seq };
  const found = mendedBy([report, solve], [mended]);
  assert.deepEqual([found?.refused.seq, found?.by], [report.seq, mended.actId]);
  const line = inLine([{ ...report, mendedBy: mended.actId }, solve, mended]);
  assert.deepEqual(
    line.map((job) => job.seq),
    [report.seq, mended.seq, solve.seq],
  );
  assert.equal(nextJob(line, now, none)?.seq, mended.seq);
  assert.equal(waitsFor(line, solve)?.seq, mended.seq);
  assert.equal(mendedBy([report], [act('issue.report', { id: 'i2' })]), undefined);
});

test('no answer, a fault of the server and "too many" are tried again; a conflict twice more; a missing session waits; the rest is refused', () => {
  for (const status of [null, 500, 502, 503, 408, 425, 429]) assert.equal(verdictOn(status, 9), 'again', String(status));
  assert.deepEqual(
    [0, 1, 2].map((tries) => verdictOn(409, tries)),
    ['again', 'again', 'refused'],
  );
  assert.equal(verdictOn(401, 0), 'signIn');
  for (const status of [400, 403, 404, 413, 415, 422]) assert.equal(verdictOn(status, 0), 'refused', String(status));
});

test('parts of a photo grow while they go through quickly and shrink after a cut', () => {
  assert.equal(nextPart(128 * 1024, 300), 256 * 1024);
  assert.equal(nextPart(1024 * 1024, 300), 1024 * 1024);
  assert.equal(nextPart(128 * 1024, 5_000), 128 * 1024);
  assert.equal(nextPart(128 * 1024, 20_000), 64 * 1024);
  assert.equal(nextPart(40 * 1024, null), 32 * 1024);
});

test('waiting doubles from one second to a minute, with jitter', () => {
  assert.equal(backOff(0, 0), 1_000);
  assert.equal(backOff(3, 1), 8_000);
  assert.equal(backOff(3, 0), 4_000);
  assert.equal(backOff(40, 1), 60_000);
  for (let tries = 0; tries < 20; tries++)
    for (const random of [0, 0.5, 1]) assert.ok(backOff(tries, random) >= 1_000 && backOff(tries, random) <= 60_000);
});

test('the partner started the patrol first: nothing is left to do', () => {
  const problem = { type: '', code: 'act.wrongState', status: 409, zh: '', en: '', details: {} } as const;
  assert.equal(doneAlready(act('patrol.start', { id: 'r1' }), problem), true);
  assert.equal(doneAlready(act('issue.verify', { id: 'i1' }), problem), false);
});

test('a photo given up is taken out of the act that named it', () => {
  const report = act('issue.report', { id: 'i1', photoIds: ['p1', 'p2'] });
  assert.deepEqual((withoutPhoto(report, 'p1') as unknown as { input: { photoIds: string[] } }).input.photoIds, ['p2']);
});
