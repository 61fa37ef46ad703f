/** The history is sealed after the fact. Whatever somebody with the database in their hands changes, removes or slips in is named. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Role } from '#demo/player.ts';
import { newId } from '#domain/kernel/id.ts';
import { openDatabase } from '#server/platform/database.ts';
import { SEALED_COLUMNS } from '#server/platform/seal/canon.ts';
import { openHistorySealer } from '#server/platform/seal/sealer.ts';
import { verifyHistory } from '#server/platform/seal/verify.ts';
import { firstClerk, type House, openHouse } from './house.ts';

describe('the sealed history', () => {
  let house: House;
  let clerk: Role;
  let pool: pg.Pool;
  const sealer = () => openHistorySealer({ pool, clock: house.now, everyMs: null });
  const report = (text: string) => clerk.act('issue.report', { id: newId(), text });

  async function sealAll(): Promise<void> {
    const seal = sealer();
    for (let tries = 0; !(await seal.step()); tries++) assert.ok(tries < 1_000, 'it settles');
  }

  /** As somebody does who owns the database: the triggers are off, and on again afterwards. */
  async function tamper(...statements: string[]): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query('SET session_replication_role = replica');
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.query('SET session_replication_role = DEFAULT');
      client.release();
    }
  }

  const found = async (noted?: Parameters<typeof verifyHistory>[1]) =>
    (await verifyHistory(pool, noted)).findings.map(({ kind, seal, seq }) => [kind, seal, seq]);

  before(async () => {
    house = await openHouse();
    house.at('2026-05-06');
    clerk = await firstClerk(house);
    pool = house.database.pool;
    for (const text of ['甲', '乙', '丙']) await report(text);
    await sealAll();
    for (const text of ['丁', '戊']) await report(text);
    await sealAll();
    await pool.query('CREATE TABLE kept_fact AS SELECT * FROM fact');
    await pool.query('CREATE TABLE kept_seal AS SELECT * FROM fact_seal');
  });
  after(() => house.close());
  afterEach(() =>
    tamper(
      'DELETE FROM fact',
      'INSERT INTO fact OVERRIDING SYSTEM VALUE SELECT * FROM kept_fact',
      'DELETE FROM fact_seal',
      'INSERT INTO fact_seal SELECT * FROM kept_seal',
    ),
  );

  it('fits when nobody touched it, and covers every column of a fact', async () => {
    const { findings, seals, facts, unsealed, head } = await verifyHistory(pool);
    const { rows } = await pool.query('SELECT count(*) AS n FROM fact');
    assert.deepEqual([findings, seals, facts, unsealed, head?.no], [[], 2, rows[0].n, 0, 2]);
    const columns = await pool.query("SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'fact'");
    assert.deepEqual(columns.rows.map(({ name }) => name).sort(), [...SEALED_COLUMNS].sort());
  });

  it('is append-only, facts and seals alike', async () => {
    for (const table of ['fact', 'fact_seal']) await assert.rejects(pool.query(`DELETE FROM ${table}`), /append-only/);
    await assert.rejects(pool.query('UPDATE fact_seal SET at = now()'), /append-only/);
  });

  it('a changed fact is named, whichever column was changed', async () => {
    for (const change of [
      "actor_name = '别人'",
      "at = at + interval '1 microsecond'",
      `data = data || '{"x":1}'`,
      'brought_by_id = unit_id',
      'clock_off = 1',
      'device_at = at',
    ]) {
      await tamper(`UPDATE fact SET ${change} WHERE seq = 3`);
      assert.deepEqual(await found(), [['changed', 1, '3']], change);
      await tamper('DELETE FROM fact WHERE seq = 3', 'INSERT INTO fact OVERRIDING SYSTEM VALUE SELECT * FROM kept_fact WHERE seq = 3');
    }
  });

  it('a removed fact is named, and one that was slipped in', async () => {
    await tamper('DELETE FROM fact WHERE seq = 4');
    assert.deepEqual(await found(), [['removed', 1, '4']]);
    await tamper(
      `INSERT INTO fact (id, seq, unit_id, subject_kind, subject_id, name, actor_name, at, data) OVERRIDING SYSTEM VALUE
       SELECT gen_random_uuid(), -1, unit_id, subject_kind, subject_id, name, actor_name, at, data FROM fact WHERE seq = 3`,
    );
    assert.deepEqual(await found(), [
      ['slippedIn', 1, '-1'],
      ['removed', 1, '4'],
    ]);
  });

  it('a fact changed together with its line in the seal betrays the seal; one changed with its seal, the seal after it', async () => {
    await tamper('UPDATE fact_seal SET lines = set_byte(lines, 8, get_byte(lines, 8) # 1) WHERE no = 1');
    assert.ok((await found()).some(([kind, seal]) => kind === 'sealChanged' && seal === 1));
    await tamper('UPDATE fact_seal SET lines = k.lines, sha256 = k.previous FROM kept_seal k WHERE k.no = 1 AND fact_seal.no = 1');
    assert.deepEqual(await found(), [
      ['sealChanged', 1, null],
      ['sealChanged', 2, null],
    ]);
  });

  it('a removed seal is missed; a history cut off at its end, or written anew, by whoever noted a seal before', async () => {
    const { head } = await verifyHistory(pool);
    await tamper('DELETE FROM fact_seal WHERE no = 1');
    assert.deepEqual(await found(), [['sealMissing', 1, null]]);
    await tamper('DELETE FROM fact_seal', "UPDATE fact SET actor_name = '别人' WHERE seq = 3");
    await sealAll();
    assert.deepEqual(await found(), []);
    assert.deepEqual(await found(head), [['headLost', 2, null]]);
  });

  it('waits for a writer that is still open, and loses neither the early nor the late', async () => {
    const slow = await pool.connect();
    const write = `INSERT INTO fact (id, unit_id, subject_kind, subject_id, name, actor_name, at, data)
      SELECT gen_random_uuid(), unit_id, subject_kind, subject_id, name, actor_name, now(), data FROM fact WHERE seq = 3 RETURNING seq`;
    await slow.query('BEGIN');
    const [{ seq }] = (await slow.query(write)).rows;
    await report('快');
    const seal = sealer();
    const sealedTooSoon = await seal.step();
    const { unsealed } = await verifyHistory(pool);
    await slow.query('COMMIT');
    slow.release();
    assert.deepEqual([sealedTooSoon, unsealed], [false, 1], 'a lower seq may still appear');
    assert.equal(await seal.step(), true);
    const { rows } = await pool.query('SELECT until_seq FROM fact_seal ORDER BY no DESC LIMIT 1');
    assert.ok(rows[0].until_seq > seq);
    assert.deepEqual(await found(), []);
  });

  it('loses no fact of racing writers, with two sealers that are cut off again and again', async () => {
    const { host, port, user, password, database } = pool.options;
    const sealing = openDatabase({ host, port, user, password, database, ssl: false, application_name: 'sealing' }).pool;
    const seals = [0, 1].map(() => openHistorySealer({ pool: sealing, clock: house.now, everyMs: null }));
    const writing = Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let n = 0; n < 15; n++) await report(`第 ${writer} 人第 ${n} 件`);
      }),
    );
    let written = false;
    const atWork = seals.map(async (seal) => {
      while (!written) await seal.step().catch(() => undefined);
    });
    const cutting = (async () => {
      while (!written) {
        await pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sealing' LIMIT 1");
        await sleep(15);
      }
    })();
    await writing.finally(() => {
      written = true;
    });
    await Promise.all([...atWork, cutting]);
    await sealing.end();
    await sealAll();
    const { findings, facts, unsealed } = await verifyHistory(pool);
    const { rows } = await pool.query('SELECT count(*) AS n FROM fact');
    assert.deepEqual([findings, facts, unsealed], [[], rows[0].n, 0]);
  });
});
