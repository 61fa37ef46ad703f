/** Starts 创城通: settings, database, migrations, demo, pages and calls. Whatever is opened here is closed again in the opposite order. */
import { once } from 'node:events';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { PoolConfig } from 'pg';
import { createApp } from './app.ts';
import { type Config, readConfig, StartupError } from './config.ts';
import { prepareDemo, signInLines } from './first-start.ts';
import { dropOldTracks } from './modules/patrol/track.routes.ts';
import { openDatabase } from './platform/database.ts';
import { openFileStore } from './platform/files.ts';
import { migrate } from './platform/migrate.ts';
import { startEmbedded } from './platform/postgres/embedded.ts';
import { checkServer } from './platform/postgres/external.ts';
import { lockFolder } from './platform/postgres/lock.ts';
import { findSecret } from './platform/postgres/setting.ts';
import { openHistorySealer } from './platform/seal/sealer.ts';
import { findSealKey } from './platform/seal-key.ts';

/** A closer that hangs (a request that never ends) must not keep the next ones from closing. */
const CLOSE_MS = 3_000;
/** How often the outbox is looked at besides, and how long a service may take to answer. */
const OUTBOX_MS = 2_000;
const SEND_MS = 15_000;
/** How long the history may lie unsealed. */
const SEAL_MS = 1_000;

const project = fileURLToPath(new URL('..', import.meta.url));
const closers: { readonly close: () => unknown; readonly ms: number }[] = [];
const interrupted = new AbortController();
const log = (line: string): void => console.log(`· ${line}`);

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => (interrupted.signal.aborted ? force() : stop(0)));
process.on('uncaughtException', fail);
await start(process.env).catch(fail);

async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env);
  makeFolder(config.dataDir);
  await checkPort(config);
  const { db, pool } = await startDatabase(config);
  const migrations = join(project, 'database/migrations');
  for (const name of await migrate(pool, migrations)) log(`migration ${name}`);

  const secret = await findSecret(pool, config.secret);
  const files = openFileStore(join(config.dataDir, 'files'));
  await prepareDemo({ db, pool, files, secret, migrations, wanted: config.demo, log });

  const webRoot = existsSync(join(project, 'dist/desk')) ? join(project, 'dist') : null;
  keepTracksShort(db);
  const sealer = openHistorySealer({ pool, clock: Date.now, everyMs: SEAL_MS });
  onClose(() => sealer.close());
  const app = await createApp({
    db,
    files,
    clock: Date.now,
    demo: config.demo,
    webRoot,
    log: true,
    secret,
    tls: config.tls,
    trustProxy: config.trustProxy,
    delivery: {
      sealKey: findSealKey(config.channelKey, config.dataDir),
      allowed: config.privateChannels,
      everyMs: OUTBOX_MS,
      timeoutMs: SEND_MS,
    },
  });
  onClose(() => app.close());
  const address = await app.listen({ port: config.port, host: config.host });
  for (const line of await signInLines(pool)) console.log(line);
  console.log(`创城通已启动 / 创城通 is running: ${address}`);
}

/** The embedded database belongs to one server at a time, hence the lock; a database of the operator's own may serve several. */
async function startDatabase(config: Config): Promise<ReturnType<typeof openDatabase>> {
  if (config.databaseUrl) {
    const pool = { connectionString: config.databaseUrl };
    await checkServer(pool);
    return open(pool);
  }
  const lock = lockFolder(config.dataDir);
  onClose(() => lock.release());
  const starting = startEmbedded({ dataDir: config.dataDir, log, signal: interrupted.signal });
  onClose(
    () =>
      starting.then(
        (embedded) => embedded.stop(),
        () => undefined,
      ),
    60_000,
  );
  const embedded = await starting;
  void embedded.died.then(() =>
    fail(
      new StartupError(
        '自带的数据库意外终止，见数据目录中的 postgres.log',
        'the embedded database has ended, see postgres.log in the data folder',
      ),
    ),
  );
  return open(embedded.pool);
}

function open(config: PoolConfig): ReturnType<typeof openDatabase> {
  const database = openDatabase(config);
  onClose(() => database.pool.end());
  return database;
}

/** Tracks live as long as they were promised to, also on a server that runs for months. */
function keepTracksShort(db: ReturnType<typeof openDatabase>['db']): void {
  const drop = () => dropOldTracks(db, new Date().toISOString()).catch((error: unknown) => console.error(error));
  void drop();
  const timer = setInterval(drop, 3_600_000);
  onClose(() => clearInterval(timer));
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new StartupError(`不能写入数据目录 ${folder}`, `cannot write to the data folder ${folder}`);
  }
}

/** Asked first, so that nobody waits for a demo campaign to learn that the port is taken. */
async function checkPort({ port, host }: Config): Promise<void> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new StartupError(`端口 ${port} 已被占用，请设 PORT 换一个`, `port ${port} is in use; set PORT to another`);
    throw new StartupError(`不能在 ${host}:${port} 上监听（${code}）`, `cannot listen on ${host}:${port} (${code})`);
  }
  server.close();
  await once(server, 'close');
}

function onClose(close: () => unknown, ms = CLOSE_MS): void {
  closers.unshift({ close, ms });
}

async function stop(code: number): Promise<void> {
  interrupted.abort();
  for (const { close, ms } of closers) await Promise.race([attempt(close), sleep(ms)]);
  process.exit(code);
}

/** The second Ctrl-C: everything is told to end, nothing is waited for. */
function force(): void {
  for (const { close } of closers)
    void Promise.resolve()
      .then(close)
      .catch(() => undefined);
  setImmediate(() => process.exit(130));
}

async function attempt(close: () => unknown): Promise<void> {
  try {
    await close();
  } catch (error) {
    console.error(error);
  }
}

function fail(error: unknown): void {
  if (interrupted.signal.aborted) return; // what breaks while we end is no news
  console.error(error instanceof StartupError ? `✗ ${error.message}` : error);
  void stop(1);
}
