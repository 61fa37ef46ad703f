/** Puts the entries of a backup, already proven, into an empty database and an empty folder of files. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { StartupError } from '../../config.ts';
import type { FileStore } from '../files.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { fileOf, KEY_FILE, type Manifest, tableOfPart } from './manifest.ts';
import type { Entry } from './tar.ts';

interface Target {
  readonly pool: pg.Pool;
  readonly files: FileStore;
  readonly dataDir: string;
  readonly migrations: string;
}

/** Throws where this program does not know the shape the backup was made in. */
export function checkShape(manifest: Manifest, migrations: string): void {
  const known = new Map(readMigrations(migrations).map(({ name, sha256 }) => [name, sha256]));
  const strange = manifest.migrations.find(({ name, sha256 }) => known.get(name) !== sha256);
  if (!strange) return;
  throw new StartupError(
    `备份来自另一版本的程序（含 ${strange.name}），请使用该版本恢复`,
    `the backup was made by another version of the program (it holds ${strange.name}); restore it with that version`,
  );
}

/** The database gets the shape of the backup; the next start of the server brings it to its own. */
export async function load(entries: AsyncIterable<Entry>, manifest: Manifest, target: Target): Promise<void> {
  await makeShape(target, manifest);
  const client = await target.pool.connect();
  try {
    await client.query('BEGIN');
    const bind = await unbind(client, manifest);
    // Migrations put rows in too; those of the backup stand for them.
    for (const { name } of manifest.tables) await client.query(`DELETE FROM "${name}"`);
    for await (const { name, body } of entries) {
      const table = manifest.tables.find((each) => each.name === tableOfPart(name));
      if (table) await copyIn(client, table, body);
      else if (fileOf(name)) await target.files.put(body);
      else if (name === KEY_FILE) writeFileSync(join(target.dataDir, KEY_FILE), body, { mode: 0o600 });
    }
    await bind();
    await setSequences(client, manifest);
    await checkCounts(client, manifest);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  } finally {
    client.release(true);
  }
}

async function makeShape({ pool, migrations }: Target, manifest: Manifest): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chuangcheng-shape-'));
  try {
    const wanted = new Set(manifest.migrations.map(({ name }) => name));
    for (const { name, sql } of readMigrations(migrations)) if (wanted.has(name)) writeFileSync(join(folder, name), sql);
    await migrate(pool, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tables refer to each other in circles, and triggers would do again what is in the rows already: both are set aside until all rows are in. */
async function unbind(client: pg.PoolClient, { tables }: Manifest): Promise<() => Promise<void>> {
  const names = tables.map(({ name }) => name);
  const { rows } = await client.query(
    `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY (SELECT to_regclass(quote_ident(t)) FROM unnest($1::text[]) t)`,
    [names],
  );
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  for (const name of names) await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER USER`);
  return async () => {
    for (const { table, name, definition } of rows) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
    for (const name of names) await client.query(`ALTER TABLE "${name}" ENABLE TRIGGER USER`);
  };
}

async function copyIn(client: pg.PoolClient, { name, columns }: Manifest['tables'][number], body: Buffer): Promise<void> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const stream = client.query(copyFrom(`COPY "${name}" (${list}) FROM STDIN`));
  stream.end(body);
  await finished(stream);
}

async function setSequences(client: pg.PoolClient, { tables }: Manifest): Promise<void> {
  for (const { name, columns } of tables)
    for (const column of columns) {
      const { rows } = await client.query('SELECT pg_get_serial_sequence(quote_ident($1), $2) AS sequence', [name, column]);
      if (rows[0].sequence) await client.query(`SELECT setval($1, greatest(max("${column}"), 1)) FROM "${name}"`, [rows[0].sequence]);
    }
}

async function checkCounts(client: pg.PoolClient, { tables }: Manifest): Promise<void> {
  for (const { name, rows: wanted } of tables) {
    const { rows } = await client.query(`SELECT count(*) AS n FROM "${name}"`);
    if (rows[0].n !== wanted) throw new Error(`${name}: ${rows[0].n} rows instead of ${wanted}`);
  }
}
