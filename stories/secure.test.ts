/** A page phones can trust: https by the server itself, or by a proxy in front whose word is believed only where the settings say so. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readConfig, StartupError } from '#server/config.ts';
import { firstClerk, type House, openHouse, PASSWORD } from './house.ts';

/** Made by openssl, as the guide says; a machine without it cannot play these. */
function makeCertificate(folder: string, name: string): { readonly cert: string; readonly key: string } | null {
  const [cert, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  const args = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=127.0.0.1',
  ];
  try {
    execFileSync('openssl', [...args, '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { cert, key };
  } catch {
    return null;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'chuangcheng-tls-'));
const own = makeCertificate(folder, 'own');
after(() => rmSync(folder, { recursive: true, force: true }));

describe('https', { skip: own ? false : 'openssl is not on this machine' }, () => {
  let house: House;
  let port: number;

  before(async () => {
    house = await openHouse({ tls: readConfig({ TLS_CERT: own!.cert, TLS_KEY: own!.key }).tls });
    house.at('2026-05-06');
    await house.app.listen({ port: 0, host: '127.0.0.1' });
    ({ port } = house.app.server.address() as AddressInfo);
  });
  after(() => house.close());

  const call = (path: string, body?: object): Promise<{ readonly status: number; readonly cookie: string }> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', origin: `https://127.0.0.1:${port}` };
      const sent = request(
        { host: '127.0.0.1', port, path, method: body ? 'POST' : 'GET', headers, ca: readFileSync(own!.cert) },
        (answer) => {
          answer.resume();
          resolve({ status: answer.statusCode!, cookie: String(answer.headers['set-cookie'] ?? '') });
        },
      );
      sent.on('error', reject);
      sent.end(body && JSON.stringify(body));
    });

  it('is spoken with the certificate of the settings, and the session stays on it', async () => {
    assert.equal((await call('/api/health')).status, 200);
    const first = { unitName: '青川市外事办公室', shortName: '市外办', name: '林晓', username: 'linxiao', password: PASSWORD };
    const { status, cookie } = await call('/api/setup.firstAccount', first);
    assert.equal(status, 200);
    assert.match(cookie, /; Secure/);
  });

  it('with half a pair, another certificate’s key or no PEM at all is refused at the start in one sentence', () => {
    const other = makeCertificate(folder, 'other')!;
    for (const [cert, key] of [
      [own!.cert, undefined],
      [own!.cert, other.key],
      [own!.key, own!.key],
    ])
      assert.throws(
        () => readConfig({ TLS_CERT: cert, TLS_KEY: key }),
        (error) => error instanceof StartupError && /TLS_KEY/.test(error.message),
      );
  });
});

describe('a proxy in front', () => {
  const houses: House[] = [];
  after(async () => {
    for (const house of houses) await house.close();
  });
  const opened = async (...trustProxy: string[]): Promise<House> => {
    const house = await openHouse({ trustProxy });
    houses.push(house);
    house.at('2026-05-06');
    await firstClerk(house);
    return house;
  };
  const signIn = (house: House, remoteAddress: string, headers: Record<string, string>) =>
    house.app.inject({
      method: 'POST',
      url: '/api/session.signIn',
      headers,
      remoteAddress,
      payload: { username: 'linxiao', password: PASSWORD },
    });
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'office.example', origin: 'https://office.example' };

  it('is believed at the addresses named and nowhere else', async () => {
    const house = await opened('10.1.0.0/16');
    const near = await signIn(house, '10.1.2.3', forwarded);
    assert.deepEqual([near.statusCode, /; Secure/.test(String(near.headers['set-cookie']))], [200, true]);
    const far = await signIn(house, '10.2.0.1', forwarded);
    assert.deepEqual(
      [far.statusCode, far.json().code],
      [403, 'request.foreignOrigin'],
      'a host that only the headers claim is none of ours',
    );
  });

  it('is believed on the same machine when nothing is set, and not even there with none', async () => {
    assert.match(String((await signIn(await opened('loopback'), '127.0.0.1', forwarded)).headers['set-cookie']), /; Secure/);
    const strict = await opened();
    assert.equal((await signIn(strict, '127.0.0.1', forwarded)).statusCode, 403);
    const plain = await signIn(strict, '127.0.0.1', { 'x-forwarded-proto': 'https' });
    assert.deepEqual([plain.statusCode, /Secure/.test(String(plain.headers['set-cookie']))], [200, false]);
  });
});
