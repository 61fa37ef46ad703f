/** Brings the database to the shape this program knows: plain numbered SQL files, each run once in a transaction. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { StartupError } from '../config.ts';

/** Any number will do, as long as all servers on one database take the same. */
const LOCK = 7_201_842;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Runs what has not run yet and answers the names. Several servers may start at once: one runs, the others wait. */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    try {
      return await runMissing(client, migrations);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    client.release();
  }
}

/** By number. A name that does not fit is refused rather than passed over. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const numbers = new Set<string>();
  return names.map((name) => {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
    if (!number || numbers.has(number)) throw new Error(`migration ${name}: the name must be NNNN_name.sql with a number of its own`);
    numbers.add(number);
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

async function runMissing(client: pg.PoolClient, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(`
    create table if not exists migration (
      name text primary key,
      sha256 text not null,
      at timestamptz not null default now()
    )`);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration order by name');
  const done = new Map(rows.map((row) => [row.name, row.sha256]));
  checkKnown([...done.keys()], migrations);

  const run: string[] = [];
  for (const migration of migrations) {
    const sha256 = done.get(migration.name);
    if (sha256 === undefined) run.push(await runOne(client, migration));
    else if (sha256 !== migration.sha256)
      throw new Error(`migration ${migration.name} was changed after it had run on this database; write a new one instead`);
  }
  return run;
}

function checkKnown(done: readonly string[], migrations: readonly Migration[]): void {
  const unknown = done.find((name) => !migrations.some((migration) => migration.name === name));
  if (!unknown) return;
  throw new StartupError(
    `数据库比本程序新（含 ${unknown}），请使用新版程序`,
    `the database is newer than this program (it holds ${unknown}); use the newer program`,
  );
}

async function runOne(client: pg.PoolClient, { name, sql, sha256 }: Migration): Promise<string> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
    return name;
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name}${lineOf(sql, error)}: ${(error as Error).message}`, { cause: error });
  }
}

function lineOf(sql: string, error: unknown): string {
  const position = Number((error as { position?: string }).position);
  return position ? `, line ${sql.slice(0, position).split('\n').length}` : '';
}
