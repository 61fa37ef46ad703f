import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IssueView } from '#domain/issue/issue.model.ts';
import type { PatrolView } from '#domain/patrol/patrol.model.ts';
import { actJob, type Job, type NewJob } from '#web/api/outbox.rules.ts';
import { issueAsQueued, patrolAsQueued, queuedIssues } from './queued.ts';

const jobsOf = (...jobs: NewJob[]): Job[] =>
  jobs.map((job, i) => ({ ...job, seq: i + 1, queuedAt: 0, state: 'waiting', tries: 0, problem: null, clockOff: null }));
const help = { dissuaded: 0, cleaned: 0, tidied: 0, explained: 0 };
const day = '2026-01-05';
const at = {
  actor: { personId: 'p1', name: '李明', unitId: 'u', posts: [{ unitId: 'u', kind: 'officer', sectionId: null }] },
  now: `${day}T02:00:00Z`,
} as const;
const patrol = {
  id: 'r1',
  unitId: 'u',
  state: 'planned',
  day,
  memberIds: ['p1'],
  leaderId: null,
  checklist: [{ no: 1, text: '', measures: [] }],
  answers: [],
  help,
  note: '',
  startedAt: null,
  log: '',
} as unknown as PatrolView;
const answers = [{ no: 1, verdict: 'fine' as const, measures: [], note: '' }];

test('a patrol stands as its queued acts will leave it', () => {
  const start = actJob('patrol.start', { id: 'r1' }, '');
  const submit = actJob('patrol.submit', { id: 'r1', answers, help, note: '' }, '');
  assert.equal(patrolAsQueued(patrol, [], at).queued, false);
  assert.equal(patrolAsQueued(patrol, jobsOf(start), at).patrol.state, 'underway');
  const both = patrolAsQueued(patrol, jobsOf(start, submit), at);
  assert.deepEqual([both.patrol.state, both.patrol.answers, both.queued], ['submitted', answers, true]);
});

test('what the rules refuse is not shown as done', () => {
  const submit = actJob('patrol.submit', { id: 'r1', answers: [], help, note: '' }, '');
  assert.equal(patrolAsQueued(patrol, jobsOf(submit), at).patrol.state, 'planned');
  const delivered = actJob('patrol.start', { id: 'r1' }, '');
  assert.equal(patrolAsQueued({ ...patrol, state: 'underway' }, jobsOf(delivered), at).patrol.state, 'underway');
});

test('a problem that is only on the phone carries what was done about it', () => {
  const report = actJob('issue.report', { id: 'i1', text: '小广告', photoIds: ['a'], patrolId: 'r1', itemNo: 3 }, '');
  const escalate = actJob('issue.escalate', { id: 'i1', handlerId: 'h1', note: '' }, '');
  const other = actJob('issue.solve', { id: 'i2', note: '已清理' }, '');
  assert.deepEqual(
    queuedIssues(jobsOf(report, escalate, other)).map((issue) => [issue.id, issue.state, issue.handlerId, issue.itemNo]),
    [['i1', 'escalated', 'h1', 3]],
  );
});

test('the fixer is not offered to verify, even before the fix has arrived', () => {
  const issue = { id: 'i1', unitId: 'u', state: 'coordinated', fixerId: null, handlerId: 'h', acts: [] } as unknown as IssueView;
  const fix = actJob('issue.fix', { id: 'i1', note: '', photoIds: ['a'] }, '');
  const next = issueAsQueued(issue, jobsOf(fix), at);
  assert.equal(next.issue.state, 'fixed');
  assert.equal(next.acts.find((act) => act.act === 'verify')?.allowed, false);
});
