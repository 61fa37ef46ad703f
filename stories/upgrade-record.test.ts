/** A house that was at work before logs had versions: what was sent stays what it was, what is still ahead gets the new checklist. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newId } from '#domain/kernel/id.ts';
import { openDatabase } from '#server/platform/database.ts';
import { migrate } from '#server/platform/migrate.ts';
import { startTestPostgres } from '#server/platform/testing/postgres.ts';

const MIGRATIONS = fileURLToPath(new URL('../database/migrations', import.meta.url));

test('logs sent before are their first version; checklists get the states of their point type', async () => {
  const postgres = await startTestPostgres({ migrated: false });
  const { pool } = openDatabase(postgres.poolConfig);
  const before = mkdtempSync(join(tmpdir(), 'chuangcheng-before-'));
  try {
    for (const name of readdirSync(MIGRATIONS).filter((each) => each < '0012')) cpSync(join(MIGRATIONS, name), join(before, name));
    await migrate(pool, before);
    const id = { unit: newId(), person: newId(), notice: newId(), grid: newId(), road: newId(), sent: newId(), ahead: newId() };
    const items = JSON.stringify([{ no: 1, text: '路灯完好', measures: [], source: { noticeId: id.notice, start: 0, end: 4 } }]);
    await pool.query(`INSERT INTO unit VALUES ($1, 'office', '市外办', '外办', now())`, [id.unit]);
    await pool.query(`INSERT INTO person (id, unit_id, name, sort, created_at) VALUES ($1, $2, '何田', 0, now())`, [id.person, id.unit]);
    await pool.query(
      `INSERT INTO notice (id, unit_id, state, title, text, text_sha256, plan, corrections, settlements, imported_at)
       VALUES ($1, $2, 'adopted', '通知', '路灯完好', 'x', '{}', '[]', '[]', now())`,
      [id.notice, id.unit],
    );
    for (const [key, kind] of [
      [id.grid, 'grid'],
      [id.road, 'road'],
    ])
      await pool.query(
        `INSERT INTO place (id, unit_id, key, kind, name, identity, source, checklist_version, sort) VALUES ($1::uuid, $2, $1::uuid::text, $3, $3, '{}', '{}', 1, 0)`,
        [key, id.unit, kind],
      );
    await pool.query(`INSERT INTO checklist (place_id, version, notice_id, items) VALUES ($1, 1, $2, $3)`, [id.road, id.notice, items]);
    await pool.query(`INSERT INTO checklist (place_id, version, notice_id, items) VALUES ($1, 1, $2, $3)`, [id.grid, id.notice, items]);
    for (const [key, state, log] of [
      [id.sent, 'reported', '【巡查日志】'],
      [id.ahead, 'planned', null],
    ])
      await pool.query(
        `INSERT INTO patrol (id, unit_id, place_id, state, day, starts, ends, member_ids, checklist_version, answers, help, note, log_text, reported_at, reported_by_id, reported_via)
         VALUES ($1, $2, $3, $4, '2026-05-13', '09:00', '11:30', ARRAY[$5::uuid], 1, '[]', '{}', '', $6::text, CASE WHEN $6::text IS NULL THEN NULL ELSE now() END, $5, '群')`,
        [key, id.unit, id.road, state, id.person, log],
      );

    await migrate(pool, MIGRATIONS);

    const versions = await pool.query('SELECT version, text, sha256, page, sent_via FROM log_version WHERE patrol_id = $1', [id.sent]);
    assert.deepEqual(
      versions.rows.map(({ version, text, sha256, page, sent_via }) => [version, text, sha256.length, page, sent_via]),
      [[1, '【巡查日志】', 64, null, '群']],
    );
    const kept = await pool.query('SELECT id, checklist_version FROM patrol');
    assert.equal(kept.rows.find((row) => row.id === id.sent).checklist_version, 1);
    assert.equal(kept.rows.find((row) => row.id === id.ahead).checklist_version, 2);
    const points = await pool.query(`SELECT place_id, version, point ->> 'key' AS key, items FROM checklist ORDER BY version`);
    const latest = (place: string) => points.rows.find((row) => row.place_id === place && row.version === 2);
    assert.deepEqual([latest(id.road).key, latest(id.grid).key, latest(id.road).items.length], ['road', 'community', 1]);
    assert.equal(points.rows.find((row) => row.version === 1).key, null);
  } finally {
    await pool.end();
    await postgres.close();
    rmSync(before, { recursive: true, force: true });
  }
});
