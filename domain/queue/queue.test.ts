import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQueueFile } from './queue.file.ts';
import { isBringable } from './queue.rules.ts';

const file = {
  format: 'chuangcheng-queue',
  version: 1,
  exportedAt: '2026-05-13T10:00:00Z',
  person: { id: 'p', name: '何田' },
  unitName: '市外办',
  items: [{ name: 'issue.report', body: '{}', seal: 'ab', about: '井盖', queuedAt: '2026-05-13T09:00:00Z', photoId: null, refused: null }],
  photos: {},
};

test('a file that is none of ours is told apart', () => {
  assert.deepEqual(readQueueFile(JSON.stringify(file)), file);
  for (const other of [
    '',
    'null',
    '[]',
    '{"format":"chuangcheng-queue"}',
    JSON.stringify({ ...file, version: 2 }),
    JSON.stringify({ ...file, items: [{}] }),
  ])
    assert.equal(readQueueFile(other), null, other);
});

test('only acts of the field are brought in for somebody: no sign-in, no rights, no adopting', () => {
  assert.deepEqual(
    [
      'issue.report',
      'patrol.submit',
      'photo.announce',
      'person.giveAccount',
      'session.signIn',
      'notice.adopt',
      'queue.bring',
      'issueX',
    ].filter(isBringable),
    ['issue.report', 'patrol.submit', 'photo.announce'],
  );
});
