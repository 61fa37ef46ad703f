import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, suite, test } from 'node:test';
import pg from 'pg';
import { StartupError } from '../../config.ts';
import { startEmbedded } from './embedded.ts';
import { checkServer, checkVersion } from './external.ts';
import { isGoneWithin, signal, startOf } from './process.ts';

suite('the embedded database', () => {
  // A home closed to others, as root's is, and a path too long for a socket.
  const home = mkdtempSync(join(tmpdir(), 'embedded-test-'));
  const dataDir = join(home, 'a-folder-with-a-long-name-'.repeat(3), '创城通');
  const lines: string[] = [];
  const start = () => startEmbedded({ dataDir, log: (line) => lines.push(line) });
  const pidOf = () => Number.parseInt(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
  after(() => rmSync(home, { recursive: true }));

  async function ask(config: pg.PoolConfig, sql: string): Promise<unknown[]> {
    const client = new pg.Client(config);
    await client.connect();
    try {
      return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.flat();
    } finally {
      await client.end();
    }
  }

  test('starts, speaks Unicode, listens on no network, flushes to disk, and stops', async () => {
    const { pool, stop } = await start();
    const settings = ['server_encoding', 'listen_addresses', 'fsync', 'data_checksums'].map((name) => `current_setting('${name}')`);
    assert.deepEqual(await ask(pool, `select ${settings}`), ['UTF8', '', 'on', 'on']);
    await ask(pool, `create table kept as select '创城' as word`);
    await checkServer(pool);
    const pid = pidOf();
    await stop();
    assert.equal(startOf(pid), null);
    assert.equal(existsSync(join(dataDir, 'postgres/postmaster.pid')), false);
  });

  test('a database left behind by a killed run is adopted, with what it holds', async () => {
    await start(); // never stopped: as after kill -9 of the server
    const left = pidOf();
    const { pool, stop } = await start();
    assert.equal(pidOf(), left);
    assert.deepEqual(await ask(pool, 'select word from kept'), ['创城']);
    await stop();
    assert.equal(startOf(left), null);
  });

  test('a database that was itself killed recovers, even when its pid now belongs to a stranger', async () => {
    const { pool: before } = await start();
    const killed = pidOf();
    signal(-killed, 'SIGKILL');
    await isGoneWithin(killed, 5_000);
    for (const file of [join(dataDir, 'postgres/postmaster.pid'), join(before.host!, '.s.PGSQL.5432.lock')])
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)));
    const { pool, stop, died } = await start();
    assert.deepEqual(await ask(pool, 'select word from kept'), ['创城']);
    signal(-pidOf(), 'SIGKILL');
    await died;
    await stop();
  });

  test('a start can be broken off', async () => {
    const other = join(home, 'broken-off');
    const breaker = new AbortController();
    const starting = startEmbedded({ dataDir: other, log: () => undefined, signal: breaker.signal });
    setTimeout(() => breaker.abort(), 200);
    await assert.rejects(starting);
    assert.equal(existsSync(join(other, 'postgres')), false);
  });

  test('a folder of another version, or of something else, is refused in one sentence', async () => {
    const other = join(home, 'other');
    mkdirSync(join(other, 'postgres'), { recursive: true });
    const refused = startEmbedded({ dataDir: other, log: () => undefined });
    await assert.rejects(refused, (error) => error instanceof StartupError && /not a database folder/.test(error.message));
    writeFileSync(join(other, 'postgres/PG_VERSION'), '14\n');
    const old = startEmbedded({ dataDir: other, log: () => undefined });
    await assert.rejects(old, (error) => error instanceof StartupError && /PostgreSQL 14/.test(error.message));
  });
});

suite('a database of the operator’s own', () => {
  test('too old is told', () => {
    checkVersion('150000');
    assert.throws(
      () => checkVersion('140018'),
      (error) => error instanceof StartupError && /PostgreSQL 14; 15 or newer/.test(error.message),
    );
  });

  test('out of reach is told without the password', async () => {
    const pool = { connectionString: 'postgres://a:hush@127.0.0.1:1/c' };
    await assert.rejects(checkServer(pool), (error: Error) => error instanceof StartupError && !error.message.includes('hush'));
  });
});
