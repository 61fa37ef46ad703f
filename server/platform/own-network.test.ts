import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guardedLookup, isAllowed, isPublicAddress, OwnNetwork, refuseOwnNetwork } from './own-network.ts';

const none = new Set<string>();

describe('an address of the own network', () => {
  it('is told from a public one in every spelling', () => {
    for (const own of [
      '127.0.0.1',
      '127.8.9.1',
      '0.0.0.0',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::1',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      'fe80::1',
      'fd00::1',
      'ff02::1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      'not an address',
    ])
      assert.equal(isPublicAddress(own), false, own);
    for (const there of ['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '223.5.5.5', '2400:3200::1'])
      assert.equal(isPublicAddress(there), true, there);
  });

  it('is refused however a URL spells it', () => {
    for (const spelled of ['http://2130706433/', 'http://0x7f.1/', 'http://127.1/', 'http://[::ffff:7f00:1]/', 'http://[::1]/'])
      assert.throws(() => refuseOwnNetwork(new URL(spelled).hostname, 80, none), OwnNetwork, spelled);
  });

  it('is refused when a name leads there, and allowed when the setting names it, with or without a port', async () => {
    const ask = (allowed: ReadonlySet<string>) =>
      new Promise<string>((resolve, reject) =>
        guardedLookup('localhost', 5700, allowed)('localhost', {}, (error, address) => (error ? reject(error) : resolve(String(address)))),
      );
    await assert.rejects(ask(none), OwnNetwork);
    assert.match(await ask(new Set(['localhost'])), /127\.0\.0\.1|::1/);
    assert.match(await ask(new Set(['localhost:5700'])), /127\.0\.0\.1|::1/);
    await assert.rejects(ask(new Set(['localhost:5701'])), OwnNetwork);
    assert.ok(isAllowed(new Set(['::1']), '[::1]', 80));
  });
});
