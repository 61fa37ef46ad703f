import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '#domain/kernel/problem.ts';
import type { Job } from '#web/api/outbox.rules.ts';
import { nameOf, photoProgressOf, standingOf } from './queue.words.ts';

const line = { queuedAt: 0, state: 'waiting', tries: 0, problem: null, clockOff: null, about: '', actId: 'a', deviceAt: '' } as const;
const act = (seq: number, name: string, input: object, more: object = {}): Job =>
  ({ ...line, seq, kind: 'act', name, input, ...more }) as unknown as Job;
const photo = (seq: number, more: object = {}): Job =>
  ({ ...line, seq, kind: 'photo', photoId: `p${seq}`, facts: {}, sha256: '', bytes: 1000, group: 'g', of: 4, ...more }) as unknown as Job;
const said = (job: Job, jobs: readonly Job[] = [job], now: object = {}, reachable = true) => {
  const { tag, why } = standingOf(job, { jobs, sending: null, paused: null, ...now }, reachable);
  return `${tag.zh} ${why?.zh ?? ''}`.trim();
};

test('each item says where it stands and why', () => {
  const report = act(1, 'issue.report', { id: 'i1' });
  assert.equal(said(report), '等待上传 排队中，马上就传。');
  assert.match(said(report, [report], {}, false), /没有网络/);
  assert.equal(said(report, [report], { sending: 1 }), '正在上传');
  assert.match(said({ ...report, tries: 2 }), /没有收到回应/);
  assert.match(said({ ...report, tries: 2, problem: new Problem('server.busy').toJSON() }), /系统正忙/);
  assert.match(said({ ...report, state: 'sending' }), /被打断/, 'a crash in mid-send does not look like being sent');
  assert.match(said(report, [report], { paused: 'otherAccount' }), /另一个账号/);
});

test('what is refused gives the reason, what depends on it names it', () => {
  const report = act(1, 'issue.report', { id: 'i1' }, { state: 'refused', problem: new Problem('issue.unknownPlace').toJSON() });
  const solve = act(2, 'issue.solve', { id: 'i1' });
  assert.equal(said(report), '被退回 没有这个地点。');
  assert.equal(said(solve, [report, solve]), '等前一项 要等“记录问题”先完成。');
  assert.match(said({ ...report, mendedBy: 'b' }), /^已修改重发/);
  assert.equal(nameOf(solve).zh, '当场解决');
});

test('photos queued together say how many have arrived', () => {
  const last = photo(4, { offset: 456 });
  assert.deepEqual(
    photoProgressOf(last, [last]).map((part) => part.zh),
    ['4 张已到 3 张', '已传 45%'],
  );
  assert.deepEqual(photoProgressOf(act(1, 'issue.report', {}), []), []);
});
