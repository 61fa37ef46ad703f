import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Problem } from '#domain/kernel/problem.ts';
import { sayValue, versionsOf } from './versions.ts';

it('a conflict shows both versions in words', () => {
  const conflict = new Problem('record.changed', { zh: '责任科室', en: 'owners', yours: ['友协办'], theirs: ['领事科', '秘书科'] });
  assert.deepEqual(versionsOf(conflict.toJSON()), { theirs: '领事科、秘书科', yours: '友协办' });
  assert.equal(versionsOf(new Problem('record.notFound').toJSON()), null);
  assert.equal(sayValue([{ kind: 'officer', title: '科员' }]), '科员');
  assert.equal(sayValue({ weekdays: [1, 3], leaderOnDuty: true, starts: '09:00' }), '1、3、✓、09:00');
  assert.equal(sayValue(null), '—');
});
