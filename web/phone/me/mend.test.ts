import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Job } from '#web/api/outbox.rules.ts';
import { fieldsOf, isMendable, mendedJob } from './mend.ts';

const refused = (name: string, input: object): Job =>
  ({ seq: 1, kind: 'act', name, input, actId: 'first', deviceAt: '', about: '井盖', state: 'refused' }) as unknown as Job;

test('a refused act is sent again under an id of its own, on the same record', () => {
  const report = refused('issue.report', { id: 'i1', text: '井盖', spot: '', placeId: 'gone', photoIds: ['p'] });
  assert.deepEqual(fieldsOf(report), ['text', 'placeId', 'spot']);
  const mended = mendedJob(report, { text: '井盖破损', placeId: null });
  assert.notEqual(mended.actId, 'first');
  assert.equal(mended.about, '井盖破损');
  assert.deepEqual(mended.kind === 'act' && mended.input, { id: 'i1', text: '井盖破损', spot: '', placeId: null, photoIds: ['p'] });
});

test('a checklist is mended where it stands, a photo not at all', () => {
  assert.equal(isMendable(refused('patrol.submit', { id: 'r1', note: '' })), false);
  assert.equal(isMendable({ ...refused('', {}), kind: 'photo' } as unknown as Job), false);
});
