/** A house is backed up while it works, and stands again elsewhere with every row and every file; a damaged backup leaves nothing behind. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type pg from 'pg';
import sharp from 'sharp';
import type { Role } from '#demo/player.ts';
import { newId } from '#domain/kernel/id.ts';
import { tablesOf } from '#server/platform/postgres/empty.ts';
import { visitDatabase } from '#server/platform/postgres/visit.ts';
import { openHistorySealer } from '#server/platform/seal/sealer.ts';
import { verifyHistory } from '#server/platform/seal/verify.ts';
import { firstClerk, type House, openHouse, urlOf } from './house.ts';
import { firstNotice } from './notices.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const MIGRATIONS = join(PROJECT, 'database/migrations');
const PASSPHRASE = '青川 2026 备份口令 offsite';

describe('a backup', () => {
  let house: House;
  let clerk: Role;
  let folder: string;
  const at = (name: string) => join(folder, name);
  const run = (what: 'backup' | 'restore', file: string, env: Record<string, string> = {}) => {
    const { status, stderr } = spawnSync(process.execPath, ['script/backup.ts', what, folder, file], {
      cwd: PROJECT,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DATA_DIR: house.dataDir, DATABASE_URL: urlOf(house), ...env },
    });
    return { status, stderr };
  };
  const here = (dataDir: string) => ({ DATA_DIR: dataDir, DATABASE_URL: '' });

  /** What stands in every table, and the files by their hashes. */
  async function standing(pool: pg.Pool, dataDir: string): Promise<Record<string, unknown>> {
    const tables: Record<string, unknown> = {};
    for (const table of tablesOf(MIGRATIONS)) {
      const { rows } = await pool.query(`SELECT count(*) AS n, md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS md5 FROM ${table} t`);
      tables[table] = rows[0];
    }
    const files = readdirSync(join(dataDir, 'files'), { recursive: true, encoding: 'utf8' }).sort();
    return {
      tables,
      files: files.filter((name) => name.length > 60).map((name) => [name, readFileSync(join(dataDir, 'files', name)).length]),
    };
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chuangcheng-backup-'));
    house = await openHouse();
    house.at('2026-03-09');
    clerk = await firstClerk(house);
    const notice = newId();
    await clerk.act('notice.import', { id: notice, text: firstNotice(2026) });
    for (const question of (await clerk.read('notice.get', { id: notice })).notice.questions.filter((one) => one.mustSettle))
      await clerk.act('notice.settle', { id: notice, question: question.key, option: question.options[0]!.key });
    await clerk.act('notice.adopt', { id: notice });
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
    const jpeg = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a8', noise } })
      .jpeg()
      .toBuffer();
    const photo = await clerk.upload(jpeg, { takenAt: '2026-03-09T01:00:00Z', lat: 35.4, lng: 116.5, accuracy: 8 });
    await clerk.act('issue.report', { id: newId(), text: '路面\t破损\n“两处”\\左侧', photoIds: [photo] });
    writeFileSync(join(house.dataDir, 'channel.key'), 'a key for tests, of thirty-two bytes\n', { mode: 0o600 });
    const sealer = openHistorySealer({ pool: house.database.pool, clock: house.now, everyMs: null });
    while (!(await sealer.step()));
  });
  after(async () => {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('stands again in a data folder of its own, every row and every file, its history still sealed', async () => {
    assert.deepEqual(run('backup', 'plain.tar.gz'), { status: 0, stderr: '' });
    assert.deepEqual(run('restore', 'plain.tar.gz', here(at('new'))), { status: 0, stderr: '' });
    const visit = await visitDatabase({ databaseUrl: null, dataDir: at('new') });
    try {
      assert.deepEqual(await standing(visit.pool, at('new')), await standing(house.database.pool, house.dataDir));
      const { findings, facts } = await verifyHistory(visit.pool);
      assert.ok(facts > 0);
      assert.deepEqual(findings, []);
      const { rows } = await visit.pool.query(
        `INSERT INTO fact (id, unit_id, subject_kind, subject_id, name, actor_name, at, data)
         SELECT gen_random_uuid(), unit_id, subject_kind, subject_id, name, actor_name, at, data FROM fact LIMIT 1 RETURNING seq`,
      );
      assert.equal(rows[0].seq, facts + 1, 'the history goes on where it was');
      await assert.rejects(visit.pool.query('DELETE FROM fact'), /append-only/);
      await assert.rejects(
        visit.pool.query('INSERT INTO post SELECT gen_random_uuid(), n, unit_id, kind, section_id, title FROM post'),
        /foreign key/,
      );
    } finally {
      await visit.leave();
    }
    assert.equal(readFileSync(join(at('new'), 'channel.key'), 'utf8'), 'a key for tests, of thirty-two bytes\n');
  });

  it('does not go over a unit that is there, and overwrites no backup', async () => {
    const before = await standing(house.database.pool, house.dataDir);
    const refused = run('restore', 'plain.tar.gz');
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /^✗ 目标不是空的.* \/ the target is not empty[^\n]*\n$/);
    assert.match(run('backup', 'plain.tar.gz').stderr, /已存在/);
    assert.deepEqual(await standing(house.database.pool, house.dataDir), before);
  });

  it('under a passphrase goes into a database of your own, and cannot be read without it', async () => {
    const passphrase = { BACKUP_PASSPHRASE: PASSPHRASE };
    assert.equal(run('backup', 'sealed', passphrase).status, 0);
    assert.ok(!readFileSync(at('sealed')).includes('manifest'));
    await house.database.pool.query('CREATE DATABASE restored_house TEMPLATE template0');
    try {
      const target = { DATA_DIR: at('shared'), DATABASE_URL: urlOf(house, 'restored_house') };
      assert.match(run('restore', 'sealed', target).stderr, /BACKUP_PASSPHRASE/);
      assert.match(run('restore', 'sealed', { ...target, BACKUP_PASSPHRASE: '另一个足够长的口令 12345' }).stderr, /口令不对/);
      assert.deepEqual(run('restore', 'sealed', { ...target, ...passphrase }), { status: 0, stderr: '' });
      const visit = await visitDatabase({ databaseUrl: target.DATABASE_URL, dataDir: target.DATA_DIR });
      const restored = await standing(visit.pool, target.DATA_DIR);
      await visit.leave();
      assert.deepEqual(restored, await standing(house.database.pool, house.dataDir));
    } finally {
      await house.database.pool.query('DROP DATABASE restored_house WITH (FORCE)');
    }
  });

  it('that is damaged anywhere is refused in one sentence, and leaves nothing behind', () => {
    const plain = readFileSync(at('plain.tar.gz'));
    const sealed = readFileSync(at('sealed'));
    const frame = 'CHUANGCHENG BACKUP 1\n'.length + 16 + 7 + 64 * 1024 + 16;
    assert.ok(sealed.length > frame);
    const tar = gunzipSync(plain);
    const row = tar.indexOf('路面');
    const changed = Buffer.from(tar);
    changed.write('桥面', row);
    const flipped = (bytes: Buffer, at: number) => {
      const copy = Buffer.from(bytes);
      copy[at]! ^= 1;
      return copy;
    };
    const damaged = {
      'cut off': plain.subarray(0, Math.floor(plain.length * 0.7)),
      'without its end': gzipSync(tar.subarray(0, tar.lastIndexOf('manifest.json'))),
      'one word changed': gzipSync(changed),
      'one bit turned': flipped(plain, Math.floor(plain.length / 2)),
      'no archive': Buffer.from('这不是备份'),
      empty: Buffer.alloc(0),
      'sealed, one bit turned': flipped(sealed, sealed.length - 40),
      'sealed, cut off between frames': sealed.subarray(0, frame),
    };
    for (const [how, bytes] of Object.entries(damaged)) {
      writeFileSync(at('damaged'), bytes);
      const { status, stderr } = run('restore', 'damaged', { ...here(at('nothing')), BACKUP_PASSPHRASE: PASSPHRASE });
      assert.equal(status, 1, how);
      assert.match(stderr, /^✗ 备份文件已损坏或不完整[^\n]* \/ the backup is damaged or incomplete[^\n]*\n$/, how);
      assert.equal(existsSync(at('nothing')), false, how);
    }
  });
});
