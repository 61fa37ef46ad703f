import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { findSealKey } from './seal-key.ts';

describe('the key of the channels', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chuangcheng-key-'));
  after(() => rmSync(folder, { recursive: true }));
  const mode = () => statSync(join(folder, 'channel.key')).mode & 0o777;

  it('is the one of the setting, and then none is kept', () => {
    assert.equal(findSealKey('k'.repeat(32), folder), 'k'.repeat(32));
    assert.throws(mode);
  });

  it('is made once in the data folder, and nobody else may read it', () => {
    const key = findSealKey(null, folder);
    assert.ok(key.length >= 43);
    assert.equal(mode(), 0o600);
    assert.equal(findSealKey(null, folder), key);
    assert.equal(readFileSync(join(folder, 'channel.key'), 'utf8').trim(), key);
  });

  it('is closed again to others where somebody opened it', () => {
    chmodSync(join(folder, 'channel.key'), 0o644);
    findSealKey(null, folder);
    assert.equal(mode(), 0o600);
  });
});
