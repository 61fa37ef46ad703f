/** A fresh, migrated database for a test, on the embedded PostgreSQL of its process or on the one of TEST_DATABASE_URL. */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate, readMigrations } from '../migrate.ts';
import { startTestServer, type TestServer } from './server.ts';

export interface TestDatabase {
  readonly poolConfig: pg.PoolConfig;
  close(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL('../../../database/migrations', import.meta.url));
/** Names the template after what is in it: a changed migration makes a new one. */
const TEMPLATE = `chuangcheng_test_${fingerprint(MIGRATIONS)}`;

let server: Promise<TestServer> | undefined;
let open = 0;

/** `migrated: false` gives a database with nothing in it. Close it when done: the last close of a process ends its server. */
export async function startTestPostgres({ migrated = true } = {}): Promise<TestDatabase> {
  open++;
  server ??= chooseServer();
  const { admin } = await server;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await ask(admin, `create database ${name} template ${migrated ? TEMPLATE : `template0 encoding 'UTF8'`}`);
  return {
    poolConfig: { ...admin, database: name },
    async close() {
      await left(admin, name);
      if (--open === 0) {
        const last = server;
        server = undefined;
        if (process.env.TEST_DATABASE_URL) await ask(admin, `drop database ${name} with (force)`);
        await (await last!).stop();
      } else {
        await ask(admin, `drop database ${name} with (force)`);
      }
    },
  };
}

async function chooseServer(): Promise<TestServer> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) return startTestServer(TEMPLATE, makeTemplate);
  const { hostname, port, username, password, pathname } = new URL(url);
  const admin: pg.PoolConfig = {
    host: decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1) || 'postgres',
  };
  await makeTemplate(admin);
  return { admin, stop: async () => undefined };
}

/** Several test processes may want the template at once: it gets its name only when it is whole. */
async function makeTemplate(admin: pg.PoolConfig): Promise<void> {
  if ((await ask(admin, `select 1 from pg_database where datname = '${TEMPLATE}'`)).rowCount) return;
  const draft = `${TEMPLATE}_${process.pid}`;
  await ask(admin, `create database ${draft} template template0 encoding 'UTF8'`);
  const pool = new pg.Pool({ ...admin, database: draft, max: 1 });
  pool.on('error', () => undefined);
  await migrate(pool, MIGRATIONS);
  await pool.end();
  await ask(admin, `alter database ${draft} rename to ${TEMPLATE}`).catch(() => ask(admin, `drop database ${draft}`));
}

/** A pool that has ended may still have a backend on its way out; ending that by force would be an error in its client. */
async function left(admin: pg.PoolConfig, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { rows } = await ask(admin, `select count(*)::int as n from pg_stat_activity where datname = '${name}'`);
    if (rows[0].n === 0) return;
    await setTimeout(20);
  }
}

async function ask(admin: pg.PoolConfig, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(admin);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const { name, sha256 } of readMigrations(folder)) hash.update(name).update(sha256);
  return hash.digest('hex').slice(0, 16);
}
