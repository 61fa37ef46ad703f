import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openSealer } from './sealed.ts';

const SECRET = 'a secret for tests only, thirty-two bytes';

describe('a sealed secret', () => {
  const sealer = openSealer(SECRET, 'channels');

  it('opens for the row it was sealed for and shows nothing of itself', () => {
    const sealed = sealer.seal({ token: 'let-me-in' }, 'row one');
    assert.deepEqual(sealer.open(sealed, 'row one'), { token: 'let-me-in' });
    assert.ok(!sealed.toString('latin1').includes('let-me-in'));
    assert.notDeepEqual(sealer.seal({ token: 'let-me-in' }, 'row one'), sealed);
  });

  it('does not open in another row, under another secret or purpose, or once touched', () => {
    const sealed = sealer.seal({ token: 'let-me-in' }, 'row one');
    assert.equal(sealer.open(sealed, 'row two'), null);
    assert.equal(openSealer(`${SECRET}!`, 'channels').open(sealed, 'row one'), null);
    assert.equal(openSealer(SECRET, 'sessions').open(sealed, 'row one'), null);
    for (let at = 0; at < sealed.length; at++) {
      const touched = Buffer.from(sealed);
      touched[at]! ^= 1;
      assert.equal(sealer.open(touched, 'row one'), null, `byte ${at}`);
    }
    assert.equal(sealer.open(Buffer.of(1, 2, 3), 'row one'), null);
  });
});
