/** `script/backup OUT` and `script/restore IN`: one line about what was done, or one about why not. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig, StartupError } from '#server/config.ts';
import { backup, restore } from '#server/platform/backup/backup.ts';

const MIGRATIONS = fileURLToPath(new URL('../database/migrations', import.meta.url));
const [what, from = '.', path, ...more] = process.argv.slice(2);
if (!path || more.length > 0) {
  console.error(what === 'restore' ? 'script/restore IN' : 'script/backup OUT');
  process.exit(2);
}
const file = resolve(from, path);
try {
  const { databaseUrl, dataDir } = readConfig({ DATA_DIR: process.env.DATA_DIR, DATABASE_URL: process.env.DATABASE_URL });
  const place = { databaseUrl, dataDir, migrations: MIGRATIONS, passphrase: readPassphrase() };
  if (what === 'restore') {
    const { madeAt, tables, entries } = await restore(file, place);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const files = entries.filter(({ name }) => name.startsWith('files/')).length;
    console.log(`已恢复 ${madeAt} 的备份 / restored the backup of ${madeAt}: ${tables.length} tables, ${rows} rows, ${files} files`);
  } else {
    await backup(file, place);
    console.log(
      `已备份 / backed up: ${file}, ${statSync(file).size} B${place.passphrase === null ? '，未加密 / not encrypted' : '，已加密 / encrypted'}`,
    );
  }
} catch (error) {
  console.error(error instanceof StartupError ? `✗ ${error.message}` : error);
  process.exit(1);
}

function readPassphrase(): string | null {
  const { BACKUP_PASSPHRASE: given, BACKUP_PASSPHRASE_FILE: at } = process.env;
  const passphrase = given || (at ? readGiven(at) : '');
  if (passphrase === '') return null;
  if (passphrase.length >= 12) return passphrase;
  throw new StartupError('备份口令至少要有 12 个字符', 'the passphrase of a backup must have at least 12 characters');
}

function readGiven(at: string): string {
  try {
    return readFileSync(at, 'utf8').trim();
  } catch {
    throw new StartupError(`读不到 BACKUP_PASSPHRASE_FILE 指定的文件 ${at}`, `cannot read the file ${at} of BACKUP_PASSPHRASE_FILE`);
  }
}
