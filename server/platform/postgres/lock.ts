/** One server per data folder. The lock names its owner by pid and start time, so that a killed run's lock is taken over and a reused pid is no owner. */
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../../config.ts';
import { startOf } from './process.ts';

export interface Lock {
  release(): void;
}

export function lockFolder(dataDir: string): Lock {
  const path = join(dataDir, 'lock');
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) });
  // A link appears whole or not at all: nobody ever reads half a lock.
  const draft = `${path}.${process.pid}`;
  rmSync(draft, { force: true });
  writeFileSync(draft, mine);
  try {
    while (!tryLink(draft, path)) {
      const owner = readOwner(path);
      if (owner === null) continue;
      if (isAlive(owner)) throw inUse(owner.pid);
      takeAway(path, `${draft}.stale`);
    }
  } finally {
    unlinkSync(draft);
  }
  return {
    release() {
      if (readText(path) === mine) unlinkSync(path);
    },
  };
}

/** The living server that holds the folder; null when nobody does. */
export function ownerOf(dataDir: string): number | null {
  const owner = readOwner(join(dataDir, 'lock'));
  return owner && isAlive(owner) ? owner.pid : null;
}

interface Owner {
  readonly pid: number;
  readonly start: string | null;
}

/** Removes a stale lock. Should a new owner have put up his between our look and our hand, it is put back. */
function takeAway(path: string, aside: string): void {
  try {
    renameSync(path, aside);
  } catch {
    return; // somebody else took it away
  }
  const owner = readOwner(aside);
  if (owner && isAlive(owner)) tryLink(aside, path);
  unlinkSync(aside);
}

function isAlive(owner: Owner): boolean {
  const start = startOf(owner.pid);
  return start !== null && start === owner.start;
}

/** Null when there is no lock; an unreadable one counts as that of nobody. */
function readOwner(path: string): Owner | null {
  const text = readText(path);
  if (text === null) return null;
  try {
    const { pid, start } = JSON.parse(text);
    return { pid: Number(pid), start };
  } catch {
    return { pid: 0, start: null };
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function inUse(pid: number): StartupError {
  return new StartupError(`数据目录正被另一个进程使用（pid ${pid}）`, `the data folder is in use by another process (pid ${pid})`);
}
