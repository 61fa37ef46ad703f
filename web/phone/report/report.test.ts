import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dependents, type Job } from '#web/api/outbox.rules.ts';
import { positionOfReport, type ReportDraft, reportJobs, whatReportLacks } from './report.jobs.ts';

const photo = (id: string) => ({ id, facts: { takenAt: null, position: null }, sha256: '', bytes: 9, place: null, fromAlbum: false });
const draft: ReportDraft = {
  id: 'i1',
  text: ' 井盖破损 ',
  spot: '东门',
  placeId: 'pl',
  way: 'recorded',
  handlerId: null,
  note: '',
  photos: [photo('a'), photo('b')],
  after: [],
};
const found = { patrolId: 'r1', itemNo: 3, position: null };
const kinds = (jobs: readonly object[]) => jobs.map((job) => ('name' in job ? job.name : (job as { kind: string }).kind));

test('photos go before the record that names them, what was done comes last', () => {
  assert.deepEqual(kinds(reportJobs(draft, found)), ['photo', 'photo', 'issue.report']);
  const solved = reportJobs({ ...draft, way: 'onTheSpot', after: [photo('c')] }, found);
  assert.deepEqual(kinds(solved), ['photo', 'photo', 'issue.report', 'photo', 'issue.solve']);
  assert.deepEqual(kinds(reportJobs({ ...draft, way: 'escalated', handlerId: 'h' }, found)), [
    'photo',
    'photo',
    'issue.report',
    'issue.escalate',
  ]);
});

test('a refused photo of the fix leaves the record alone', () => {
  const jobs = reportJobs({ ...draft, way: 'onTheSpot', after: [photo('c')] }, found).map((job, i) => ({ ...job, seq: i + 1 })) as Job[];
  assert.deepEqual(
    dependents(jobs, jobs[3]!).map((job) => job.seq),
    [5],
  );
  assert.deepEqual(
    dependents(jobs, jobs[0]!).map((job) => job.seq),
    [3, 5],
  );
});

test('it says what is missing before anything is queued', () => {
  assert.equal(whatReportLacks(draft), null);
  assert.match(whatReportLacks({ ...draft, text: ' ' })!.zh, /写一句/);
  assert.match(whatReportLacks({ ...draft, way: 'onTheSpot' })!.zh, /怎么解决/);
  assert.equal(whatReportLacks({ ...draft, way: 'onTheSpot', after: [photo('c')] }), null);
  assert.match(whatReportLacks({ ...draft, way: 'coordinated' })!.zh, /交给谁/);
});

test('the place of the photo is better than the place of the phone', () => {
  const here = { lat: 1, lng: 2, accuracy: 9 };
  assert.deepEqual(positionOfReport([photo('a')], here), { ...here, source: 'device' });
  const placed = { ...photo('a'), place: { lat: 35, lng: 116, accuracy: null, source: 'exif' as const } };
  assert.equal(positionOfReport([placed], here)?.source, 'exif');
  assert.equal(positionOfReport([], null), null);
});
