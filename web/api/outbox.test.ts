import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backOff, dependents, doneAlready, type Job, madeBy, names, nextJob, verdictOn, withoutPhoto } from './outbox.rules.ts';

let seq = 0;
const line = { queuedAt: 0, state: 'waiting', tries: 0, problem: null, heldBy: null, about: '' } as const;
const photo = (photoId: string): Job => ({ ...line, seq: ++seq, kind: 'photo', photoId, facts: { takenAt: null, position: null } });
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

test('the line goes in order and past the refused only', () => {
  const [first, second, third] = [photo('a'), photo('b'), photo('c')] as [Job, Job, Job];
  assert.equal(nextJob([first, second]), first);
  assert.equal(nextJob([{ ...first, state: 'refused' }, { ...second, state: 'sending' }, third])?.seq, second.seq);
  assert.equal(nextJob([{ ...first, state: 'refused' }]), undefined);
});

test('no answer, a fault of the server and "too many" are tried again; a missing session waits; the rest is refused', () => {
  for (const status of [null, 500, 502, 503, 408, 425, 429]) assert.equal(verdictOn(status), 'again', String(status));
  assert.equal(verdictOn(401), 'signIn');
  for (const status of [400, 403, 404, 409, 413, 415, 422]) assert.equal(verdictOn(status), 'refused', String(status));
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
