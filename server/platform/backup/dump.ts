/**
 * Writes the entries of a backup. The rows of all tables are those of one moment (one REPEATABLE READ transaction), while the server goes
 * on. A file is durable before the row that names it is committed, and never changed or removed: files read after that moment hold all
 * the rows name.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { StartupError } from '../../config.ts';
import { fileName, KEY_FILE, MANIFEST, type Manifest, partName } from './manifest.ts';
import type { Entry } from './tar.ts';

const PART = 4 * 1024 * 1024;
const NEWLINE = 10;

interface Source {
  readonly pool: pg.Pool;
  readonly dataDir: string;
  /** Our tables: in a database of the operator's own others may stand beside them. */
  readonly tables: readonly string[];
  readonly now: () => number;
}

export async function* dump({ pool, dataDir, tables, now }: Source): AsyncGenerator<Entry> {
  const entries: Manifest['entries'] = [];
  const noted = (entry: Entry): Entry => {
    entries.push({ name: entry.name, bytes: entry.body.length, sha256: createHash('sha256').update(entry.body).digest('hex') });
    return entry;
  };
  const madeAt = new Date(now()).toISOString();
  const counted: Manifest['tables'] = [];
  const client = await pool.connect();
  let migrations: Manifest['migrations'];
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    migrations = (await client.query('SELECT name, sha256 FROM migration ORDER BY name')).rows;
    for (const { name, columns } of await shapeOf(client, tables)) {
      let rows = 0;
      for await (const entry of partsOf(client, name, columns)) {
        for (const byte of entry.body) if (byte === NEWLINE) rows++;
        yield noted(entry);
      }
      counted.push({ name, columns, rows });
    }
    await client.query('COMMIT');
  } finally {
    client.release(true);
  }
  for await (const entry of filesIn(join(dataDir, 'files'))) yield noted(entry);
  const key = join(dataDir, KEY_FILE);
  if (existsSync(key)) yield noted({ name: KEY_FILE, body: await readFile(key) });
  const manifest: Manifest = { format: 1, madeAt, migrations, tables: counted, entries };
  yield { name: MANIFEST, body: Buffer.from(JSON.stringify(manifest, null, 1)) };
}

/** Generated columns are made again on the other side. */
async function shapeOf(client: pg.PoolClient, tables: readonly string[]): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname = ANY ($1)
     GROUP BY c.relname ORDER BY c.relname`,
    [tables],
  );
  return rows;
}

/** COPY in its text form, cut between rows. */
async function* partsOf(client: pg.PoolClient, table: string, columns: readonly string[]): AsyncGenerator<Entry> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  let held: Buffer[] = [];
  let length = 0;
  let part = 0;
  for await (const chunk of client.query(copyTo(`COPY "${table}" (${list}) TO STDOUT`)) as AsyncIterable<Buffer>) {
    held.push(chunk);
    length += chunk.length;
    const end = length >= PART ? chunk.lastIndexOf(NEWLINE) + 1 : 0;
    if (end === 0) continue;
    const all = Buffer.concat(held);
    const cut = length - chunk.length + end;
    yield { name: partName(table, part++), body: all.subarray(0, cut) };
    held = [all.subarray(cut)];
    length -= cut;
  }
  if (length > 0) yield { name: partName(table, part), body: Buffer.concat(held) };
}

async function* filesIn(folder: string): AsyncGenerator<Entry> {
  if (!existsSync(folder)) return;
  // What bears another name than a hash is a file still being written.
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => /^[0-9a-f]{64}$/.test(each.name));
  for (const { name, parentPath } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const body = await readFile(join(parentPath, name));
    if (createHash('sha256').update(body).digest('hex') !== name)
      throw new StartupError(`文件 ${name} 已损坏，未做备份`, `the file ${name} is damaged; no backup was made`);
    yield { name: fileName(name), body };
  }
}
