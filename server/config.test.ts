import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { readConfig, StartupError } from './config.ts';

test('a fresh machine needs no settings; an empty setting counts as none', () => {
  const config = {
    port: 8080,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    databaseUrl: null,
    demo: true,
    secret: null,
    tls: null,
    trustProxy: ['loopback'],
    channelKey: null,
    privateChannels: new Set<string>(),
  };
  assert.deepEqual(readConfig({}), config);
  assert.deepEqual(
    readConfig({ PORT: '', HOST: '', DATA_DIR: '', DATABASE_URL: '', DEMO: '', SECRET: '', TLS_CERT: '', TLS_KEY: '', TRUST_PROXY: '' }),
    config,
  );
});

test('settings are taken from the environment', () => {
  const databaseUrl = 'postgresql://clerk:pw@db.city.example:5433/city';
  const config = readConfig({
    PORT: '0',
    HOST: '::1',
    DATA_DIR: '/srv/city',
    DATABASE_URL: databaseUrl,
    DEMO: '0',
    SECRET: 's'.repeat(32),
    TRUST_PROXY: '10.1.2.3, 10.2.0.0/16,uniquelocal',
    CHANNEL_KEY: 'k'.repeat(32),
    ALLOW_PRIVATE_CHANNELS: 'Mail.office.lan, 10.1.2.3:5700',
  });
  const trustProxy = ['10.1.2.3', '10.2.0.0/16', 'uniquelocal'];
  assert.deepEqual(config, {
    tls: null,
    trustProxy,
    channelKey: 'k'.repeat(32),
    privateChannels: new Set(['mail.office.lan', '10.1.2.3:5700']),
    port: 0,
    host: '::1',
    dataDir: '/srv/city',
    databaseUrl,
    demo: false,
    secret: 's'.repeat(32),
  });
});

for (const [name, ...values] of [
  ['PORT', 'abc', '-1', '65536', '80.5', '0x50'],
  ['HOST', 'a b', 'http://localhost'],
  ['DATABASE_URL', 'localhost/city', 'mysql://a@b/c', 'postgres://host'],
  ['DEMO', 'no', '2'],
  ['SECRET', 'short'],
  ['CHANNEL_KEY', 'short'],
  ['ALLOW_PRIVATE_CHANNELS', 'http://10.1.2.3/'],
  ['TLS_CERT', '/there/is/none.pem'],
  ['TRUST_PROXY', 'all', '10.0.0.0/0', '10.0.0.0/33', 'proxy.example', '10.0.0.1,'],
] as const) {
  test(`a wrong ${name} is told in one sentence that names it`, () => {
    for (const value of values) {
      assert.throws(
        () => readConfig({ [name]: value }),
        (error) => error instanceof StartupError && error.message.includes(name) && !error.message.includes('\n'),
      );
    }
  });
}

test('the password of a wrong DATABASE_URL is not repeated', () => {
  assert.throws(
    () => readConfig({ DATABASE_URL: 'mysql://a:hush@b/c' }),
    (error: Error) => !error.message.includes('hush'),
  );
});

test('forwarded headers of nobody are believed when it says so', () => {
  assert.deepEqual(readConfig({ TRUST_PROXY: 'none' }).trustProxy, []);
});
