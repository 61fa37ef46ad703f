import assert from 'node:assert/strict';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { bytesOfHex, hexOf, hmacSha256, sha256 } from './sha256.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('the hash is that of the standard, at every length around a block', () => {
  assert.equal(hexOf(sha256(bytes('abc'))), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  for (const length of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 1_000_003]) {
    const message = randomBytes(length);
    assert.equal(hexOf(sha256(message)), createHash('sha256').update(message).digest('hex'), String(length));
  }
});

test('the seal is the one the server makes', () => {
  for (const length of [1, 32, 64, 65, 200]) {
    const key = randomBytes(length);
    assert.equal(hexOf(hmacSha256(key, bytes('巡查'))), createHmac('sha256', key).update('巡查').digest('hex'));
  }
  assert.deepEqual([...bytesOfHex('00ff10')], [0, 255, 16]);
});
