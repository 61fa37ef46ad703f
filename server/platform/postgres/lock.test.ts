import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, suite, test } from 'node:test';
import { StartupError } from '../../config.ts';
import { lockFolder } from './lock.ts';
import { startOf } from './process.ts';

suite('the lock of a data folder', () => {
  let folder: string;
  const lockPath = () => join(folder, 'lock');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('a living owner keeps it, and is named', () => {
    const lock = lockFolder(folder);
    assert.throws(
      () => lockFolder(folder),
      (error) => error instanceof StartupError && error.message.includes(`pid ${process.pid}`),
    );
    assert.deepEqual(readdirSync(folder), ['lock']);
    lock.release();
    assert.equal(existsSync(lockPath()), false);
    lockFolder(folder).release();
  });

  test('the lock of a killed process is taken over', async () => {
    const owner = spawn('sleep', ['60']);
    writeFileSync(lockPath(), JSON.stringify({ pid: owner.pid, start: startOf(owner.pid!) }));
    assert.throws(() => lockFolder(folder), StartupError);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const lock = lockFolder(folder);
    assert.equal(JSON.parse(readFileSync(lockPath(), 'utf8')).pid, process.pid);
    assert.deepEqual(readdirSync(folder), ['lock']);
    lock.release();
  });

  test('a pid given again to another process is no owner', () => {
    writeFileSync(lockPath(), JSON.stringify({ pid: process.ppid, start: '1' }));
    lockFolder(folder).release();
  });

  test('a broken lock file is nobody’s', () => {
    for (const text of ['', '{', 'null', '123']) {
      writeFileSync(lockPath(), text);
      lockFolder(folder).release();
    }
  });

  test('releasing leaves the lock of a later owner alone', () => {
    const lock = lockFolder(folder);
    writeFileSync(lockPath(), 'another');
    lock.release();
    assert.equal(readFileSync(lockPath(), 'utf8'), 'another');
  });
});
