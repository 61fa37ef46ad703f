/**
 * The PostgreSQL of one test process: a copy of a prepared cluster, without fsync, gone with the process. The prepared cluster is made once
 * per machine and kept among the temporary files.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { accountFor } from '../postgres/account.ts';
import { findBinaries } from '../postgres/binaries.ts';
import { type Cluster, NAME, pathFor, prepareCluster } from '../postgres/cluster.ts';
import { isGoneWithin, startOf } from '../postgres/process.ts';

export interface TestServer {
  readonly admin: pg.PoolConfig;
  stop(): Promise<void>;
}

/** `fill` is run once on the prepared cluster; `key` names what it fills in. */
export async function startTestServer(key: string, fill: (admin: pg.PoolConfig) => Promise<void>): Promise<TestServer> {
  const home = join(tmpdir(), `chuangcheng-test-${process.getuid!()}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  sweep(home);
  const account = accountFor(join(home, 'none'));
  const binaries = findBinaries(account);
  const kept = join(home, `prepared-${createHash('sha256').update(`${binaries.major}:${key}`).digest('hex').slice(0, 16)}`);
  const folder = join(home, `run-${process.pid}-${startOf(process.pid)}`);
  const cluster: Cluster = { folder, account, binaries };

  if (!existsSync(kept)) {
    await prepareCluster(cluster, { sync: false });
    const server = await run(cluster);
    await fill(server.admin);
    await server.stop('INT');
    moveIfMissing(folder, kept);
  }
  cpSync(kept, folder, { recursive: true, preserveTimestamps: true });
  own(folder, account);
  const server = await run(cluster);
  process.once('exit', server.end);
  return { admin: server.admin, stop: () => server.stop('QUIT').then(() => rmSync(folder, { recursive: true, force: true })) };
}

/**
 * A shell stands between us and postgres and ends it when our end of its input closes, however this process ends: a test that is killed
 * leaves nothing running.
 */
const KEEPER = 'bin=$1; shift; "$bin" "$@" >/dev/null 2>postgres.log </dev/null & p=$!; read how || how=QUIT; kill -$how $p; wait $p';

async function run(cluster: Cluster) {
  const { folder, account, binaries } = cluster;
  const settings = [
    'listen_addresses=',
    'unix_socket_directories=.',
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'shared_buffers=32MB',
    'timezone=UTC',
  ];
  const args = [join(binaries.folder, 'bin/postgres'), '-D', pathFor(folder, account), ...settings.flatMap((setting) => ['-c', setting])];
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'sh', ...args], {
    cwd: folder,
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...account,
  });
  keeper.unref();
  (keeper.stdin as unknown as { unref(): void }).unref();
  const admin: pg.PoolConfig = { host: folder, port: 5432, user: NAME, database: 'postgres', ssl: false };
  await answers(admin, keeper.pid!);
  return {
    admin,
    end: () => void keeper.stdin.end(),
    async stop(how: 'INT' | 'QUIT') {
      keeper.stdin.end(`${how}\n`);
      await isGoneWithin(keeper.pid!, 20_000);
    },
  };
}

async function answers(admin: pg.PoolConfig, keeper: number): Promise<void> {
  for (const end = Date.now() + 60_000; ; await sleep(20)) {
    const client = new pg.Client(admin);
    client.on('error', () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > end || startOf(keeper) === null) throw new Error(`the test database did not start: ${(error as Error).message}`);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function moveIfMissing(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    rmSync(from, { recursive: true, force: true }); // another process prepared the same meanwhile
  }
}

/** Removes what killed test processes left, and clusters prepared for migrations of another day. */
function sweep(home: string): void {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    const [, pid, start] = /^run-(\d+)-(\d+)/.exec(name) ?? [];
    const isOld = Date.now() - (statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0) > 86_400_000;
    if (pid ? startOf(Number(pid)) !== start : isOld) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  }
}

function own(folder: string, account: Cluster['account']): void {
  if (!account) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chownSync(join(folder, entry), account.uid, account.gid);
  chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}
