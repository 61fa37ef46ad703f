/**
 * The key under which secrets of channels are sealed. It never lies in the database: a copy of the database alone opens nothing. Servers
 * that share a database are given the same key by the setting.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'channel.key';

/** The key of the setting, else the one of the data folder, made at the first start and readable by its owner only. */
export function findSealKey(given: string | null, dataDir: string): string {
  if (given) return given;
  const path = join(dataDir, FILE);
  try {
    return make(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  return readFileSync(path, 'utf8').trim();
}

function make(path: string): string {
  const key = randomBytes(32).toString('base64url');
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, `${key}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return key;
}
