/** A backup is one file: rows, uploaded files and the key of the channels, with their checksums, compressed and sealed if a passphrase is given. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Config, StartupError } from '../../config.ts';
import { openFileStore } from '../files.ts';
import { emptyDatabase, tablesOf } from '../postgres/empty.ts';
import { visitDatabase } from '../postgres/visit.ts';
import { isSealed, openStream, sealStream } from './cipher.ts';
import { dump } from './dump.ts';
import { checkShape, load } from './load.ts';
import { fileOf, KEY_FILE, MANIFEST, Manifest } from './manifest.ts';
import { type Entry, readTar, writeTar } from './tar.ts';

export interface Place extends Pick<Config, 'databaseUrl' | 'dataDir'> {
  /** The folder of the migrations. */
  readonly migrations: string;
  readonly passphrase: string | null;
}

/** Beside a running server or without one. The file appears whole or not at all. */
export async function backup(out: string, { passphrase, migrations, ...place }: Place): Promise<void> {
  if (existsSync(out)) throw new StartupError(`${out} 已存在，未覆盖`, `${out} exists and was not overwritten`);
  const visit = await visitDatabase(place);
  const draft = `${out}.part`;
  try {
    const entries = dump({ pool: visit.pool, dataDir: place.dataDir, tables: tablesOf(migrations), now: Date.now });
    const gzip = createGzip({ level: 4 });
    const bytes = passphrase === null ? gzip : sealStream(gzip, passphrase);
    await Promise.all([pipeline(writeTar(entries), gzip), pipeline(bytes, createWriteStream(draft, { mode: 0o600 }))]);
    const handle = await open(draft, 'r');
    await handle.sync();
    await handle.close();
    await rename(draft, out);
  } finally {
    rmSync(draft, { force: true });
    await visit.leave();
  }
}

/** Proves the whole archive first, then puts it into an empty place. What fails leaves the place as it was. */
export async function restore(from: string, { passphrase, migrations, ...place }: Place): Promise<Manifest> {
  const manifest = await prove(from, passphrase);
  checkShape(manifest, migrations);
  const filesFolder = join(place.dataDir, 'files');
  const isNew = !existsSync(place.dataDir);
  const hadDatabase = existsSync(join(place.dataDir, 'postgres'));
  if (existsSync(filesFolder) && readdirSync(filesFolder).length > 0) throw notEmpty();
  if (existsSync(join(place.dataDir, KEY_FILE)) && manifest.entries.some(({ name }) => name === KEY_FILE)) throw notEmpty();
  mkdirSync(place.dataDir, { recursive: true });
  const visit = await visitDatabase(place, { alone: true });
  let isDone = false;
  let mayClear = false;
  try {
    const { rows } = await visit.pool.query("SELECT to_regclass('unit') IS NOT NULL AS there");
    if (rows[0].there && (await visit.pool.query('SELECT 1 FROM unit LIMIT 1')).rowCount) throw notEmpty();
    mayClear = true;
    await emptyDatabase(visit.pool, migrations);
    await load(entriesOf(from, passphrase), manifest, {
      pool: visit.pool,
      files: openFileStore(filesFolder),
      dataDir: place.dataDir,
      migrations,
    });
    isDone = true;
    return manifest;
  } finally {
    if (!isDone && mayClear) {
      await emptyDatabase(visit.pool, migrations).catch(() => undefined);
      rmSync(filesFolder, { recursive: true, force: true });
      if (manifest.entries.some(({ name }) => name === KEY_FILE)) rmSync(join(place.dataDir, KEY_FILE), { force: true });
    }
    await visit.leave();
    if (!isDone && isNew) rmSync(place.dataDir, { recursive: true, force: true });
    else if (!isDone && !hadDatabase) rmSync(join(place.dataDir, 'postgres'), { recursive: true, force: true });
  }
}

/** Reads everything once and holds it against the manifest; nothing is written. */
async function prove(from: string, passphrase: string | null): Promise<Manifest> {
  if (!existsSync(from)) throw new StartupError(`没有文件 ${from}`, `there is no file ${from}`);
  const sealed = await startsSealed(from);
  if (sealed && passphrase === null)
    throw new StartupError(
      '备份有口令，请设 BACKUP_PASSPHRASE 或 BACKUP_PASSPHRASE_FILE',
      'the backup is sealed; set BACKUP_PASSPHRASE or BACKUP_PASSPHRASE_FILE',
    );
  try {
    const seen: Manifest['entries'] = [];
    let manifest: Manifest | null = null;
    for await (const { name, body } of entriesOf(from, passphrase)) {
      if (manifest) throw new Error('something follows the manifest');
      const sha256 = createHash('sha256').update(body).digest('hex');
      if (name === MANIFEST) manifest = Manifest.parse(JSON.parse(body.toString()));
      else if (fileOf(name) !== null && fileOf(name) !== sha256) throw new Error('a file is not what its name says');
      else seen.push({ name, bytes: body.length, sha256 });
    }
    if (!manifest || JSON.stringify(seen) !== JSON.stringify(manifest.entries)) throw new Error('the manifest says otherwise');
    return manifest;
  } catch {
    const why = sealed ? { zh: '，或口令不对', en: ', or the passphrase is wrong' } : { zh: '', en: '' };
    throw new StartupError(
      `备份文件已损坏或不完整${why.zh}，未恢复任何内容`,
      `the backup is damaged or incomplete${why.en}; nothing was restored`,
    );
  }
}

async function startsSealed(from: string): Promise<boolean> {
  for await (const chunk of createReadStream(from, { end: 63 })) return isSealed(chunk);
  return false;
}

async function* entriesOf(from: string, passphrase: string | null): AsyncGenerator<Entry> {
  const bytes = createReadStream(from);
  const gunzip = createGunzip();
  const opened = (await startsSealed(from)) ? openStream(bytes, passphrase ?? '') : bytes;
  // Whoever reads from the gunzip is told of what breaks before it.
  const feeding = pipeline(opened, gunzip).catch(() => undefined);
  try {
    yield* readTar(gunzip);
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

function notEmpty(): StartupError {
  return new StartupError(
    '目标不是空的：已有单位、文件或密钥。请恢复到新的 DATA_DIR 或空数据库',
    'the target is not empty: it holds a unit, files or a key. Restore into a new DATA_DIR or an empty database',
  );
}
