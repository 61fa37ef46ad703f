/**
 * The embedded PostgreSQL: a child process on a Unix socket in the data folder. It is started, or adopted when a killed run left it behind,
 * and stopped with us.
 */
import { createHash } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartupError } from '../../config.ts';
import { type Account, accountFor } from './account.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, launch, NAME, prepareCluster } from './cluster.ts';
import { isGoneWithin, processesIn, signal, startOf } from './process.ts';

export interface Embedded {
  readonly pool: pg.PoolConfig;
  /** Resolves when the database goes away by itself. */
  readonly died: Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Ends a start that is still under way. */
  readonly signal?: AbortSignal;
}

const STOP_MS = 20_000;
const START_MS = 600_000;
const PROGRESS_MS = 5_000;
/** The kernel allows 107 bytes for a socket; the file name takes 17 of them. */
const LONGEST_SOCKET_FOLDER = 90;

export async function startEmbedded({ dataDir, log, signal: abort }: Options): Promise<Embedded> {
  mkdirSync(dataDir, { recursive: true });
  const folder = folderIn(dataDir);
  const account = accountFor(folder);
  const cluster: Cluster = { folder, account, binaries: findBinaries(account) };
  await prepareCluster(cluster, { sync: true, signal: abort });

  const socketFolder = chooseSocketFolder(folder, account);
  const pool = poolAt(socketFolder);
  const logFile = join(dataDir, 'postgres.log');

  let pid = await adopt(folder, socketFolder, pool, log, abort);
  if (pid === null) {
    const child = launch(cluster, socketFolder, logFile);
    if (child.pid === undefined) throw await new Promise((resolve) => child.once('error', resolve));
    pid = child.pid;
    if (!(await isReady(pid, pool, log, abort))) throw startFailed(logFile);
  }
  await makeDatabase(pool);

  const running = pid;
  const start = startOf(running);
  const death = Promise.withResolvers<void>();
  const watch = setInterval(() => startOf(running) !== start && death.resolve(), 1000).unref();
  return {
    pool,
    died: death.promise,
    stop() {
      clearInterval(watch);
      return stopPostgres(running);
    },
  };
}

/** How a running embedded database is reached, for whoever looks at it beside the server. */
export function reachEmbedded(dataDir: string): pg.PoolConfig {
  const folder = folderIn(dataDir);
  return poolAt(chooseSocketFolder(folder, accountFor(folder)));
}

function folderIn(dataDir: string): string {
  return join(realpathSync(dataDir), 'postgres');
}

function poolAt(socketFolder: string): pg.PoolConfig {
  return { host: socketFolder, port: 5432, user: NAME, database: NAME, ssl: false };
}

/** The postgres a killed run left behind, once it answers; null when there is none and the way is free for a new one. */
async function adopt(
  folder: string,
  socketFolder: string,
  pool: pg.PoolConfig,
  log: (line: string) => void,
  abort?: AbortSignal,
): Promise<number | null> {
  const noted = Number.parseInt(readPidFile(folder), 10);
  const left = processesIn(folder);
  if (left.includes(noted)) {
    log('adopting the database of a run that was killed');
    if (await isReady(noted, pool, log, abort)) return noted;
    await stopPostgres(noted);
  }
  // Helpers whose postmaster is gone end by themselves, as a rule at once.
  for (const pid of left) if (!(await isGoneWithin(pid, 5_000))) signal(pid, 'SIGKILL');
  // Now nobody works in this folder; should the pid in a lock belong to a stranger or to the dead not yet buried, postgres would shy from it.
  rmSync(join(folder, 'postmaster.pid'), { force: true });
  rmSync(join(socketFolder, '.s.PGSQL.5432.lock'), { force: true });
  return null;
}

function readPidFile(folder: string): string {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8');
  } catch {
    return '';
  }
}

/** Waits while it starts or recovers. False when it ended, or lives and never answered on its socket. */
async function isReady(pid: number, pool: pg.PoolConfig, log: (line: string) => void, abort?: AbortSignal): Promise<boolean> {
  const began = Date.now();
  let told = began;
  let refusedSince: number | null = null;
  while (startOf(pid) !== null && Date.now() - began < START_MS) {
    if (abort?.aborted) {
      await stopPostgres(pid);
      abort.throwIfAborted();
    }
    const answer = await probe(pool);
    if (answer === 'ready') return true;
    // 'starting' is said by a living postgres: recovery after a crash may take its time. Silence for long means that its socket is lost.
    refusedSince = answer === 'starting' ? null : (refusedSince ?? Date.now());
    if (refusedSince !== null && Date.now() - refusedSince > 30_000) return false;
    if (Date.now() - told > PROGRESS_MS) {
      told = Date.now();
      log(`the database is recovering, ${Math.round((told - began) / 1000)} s`);
    }
    await sleep(50);
  }
  return false;
}

async function probe(pool: pg.PoolConfig): Promise<'ready' | 'starting' | 'silent'> {
  const client = new pg.Client({ ...pool, database: 'postgres', connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    // 57P03: cannot connect now (starting up, recovering, shutting down)
    return (error as { code?: string }).code === '57P03' ? 'starting' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeDatabase(pool: pg.PoolConfig): Promise<void> {
  const client = new pg.Client({ ...pool, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [NAME]);
    if (!rowCount) await client.query(`create database ${NAME}`);
  } finally {
    await client.end();
  }
}

/** Fast shutdown: sessions are ended, everything is written. What does not end in time is killed; the next start recovers. */
async function stopPostgres(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await isGoneWithin(pid, STOP_MS)) return;
  signal(-pid, 'SIGKILL');
  await isGoneWithin(pid, STOP_MS);
}

function chooseSocketFolder(folder: string, account: Account): string {
  if (Buffer.byteLength(folder) <= LONGEST_SOCKET_FOLDER) return folder;
  const short = join(tmpdir(), `chuangcheng-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  const uid = account?.uid ?? process.getuid!();
  const found = lstatSync(short);
  if (!found.isDirectory() || found.mode & 0o077 || ![uid, process.getuid!()].includes(found.uid)) {
    throw new StartupError(`${short} 不属于本程序，请删除后重试`, `${short} is not ours; remove it and try again`);
  }
  if (account) chownSync(short, account.uid, account.gid);
  return short;
}

function startFailed(logFile: string): StartupError {
  const last =
    readFileSync(logFile, 'utf8')
      .trim()
      .split('\n')
      .findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? '';
  return new StartupError(`自带的数据库未能启动，见 ${logFile}`, `the embedded database did not start, see ${logFile}: ${last}`);
}
