import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, suite, test } from 'node:test';
import pg from 'pg';
import { StartupError } from '../config.ts';
import { migrate, readMigrations } from './migrate.ts';
import { startTestPostgres, type TestDatabase } from './testing/postgres.ts';

suite('migrate', () => {
  let keeper: TestDatabase;
  let database: TestDatabase;
  let pool: pg.Pool;
  let folder: string;

  const put = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
  const names = async (): Promise<string[]> => (await pool.query('select name from migration order by name')).rows.map((row) => row.name);
  const holds = async (table: string): Promise<boolean> =>
    (await pool.query('select to_regclass($1) as found', [table])).rows[0].found !== null;

  before(async () => {
    keeper = await startTestPostgres({ migrated: false });
  });
  after(() => keeper.close());
  beforeEach(async () => {
    database = await startTestPostgres({ migrated: false });
    pool = new pg.Pool(database.poolConfig);
    folder = mkdtempSync(join(tmpdir(), 'migrate-test-'));
    put('0001_house.sql', 'create table house (id int); create table room (id int);');
    put('0002_door.sql', 'create table door (id int);');
    put('README.md', 'not a migration');
  });
  afterEach(async () => {
    await pool.end();
    await database.close();
    rmSync(folder, { recursive: true });
  });

  test('each file runs once, in the order of its number', async () => {
    assert.deepEqual(await migrate(pool, folder), ['0001_house.sql', '0002_door.sql']);
    assert.deepEqual(await migrate(pool, folder), []);
    put('0003_key.sql', 'alter table door add key int;');
    assert.deepEqual(await migrate(pool, folder), ['0003_key.sql']);
    assert.deepEqual(await names(), ['0001_house.sql', '0002_door.sql', '0003_key.sql']);
  });

  test('servers that start at once run each file once', async () => {
    const pools = [pool, new pg.Pool(database.poolConfig), new pg.Pool(database.poolConfig)];
    const runs = await Promise.all(pools.map((one) => migrate(one, folder)));
    assert.deepEqual(runs.flat().sort(), ['0001_house.sql', '0002_door.sql']);
    await Promise.all(pools.slice(1).map((one) => one.end()));
  });

  test('a file that fails leaves nothing of itself, and the error names file and line', async () => {
    put('0002_door.sql', 'create table door (id int);\ncreate table window_ (id nothing);');
    await assert.rejects(migrate(pool, folder), /0002_door\.sql, line 2: type "nothing" does not exist/);
    assert.deepEqual(await names(), ['0001_house.sql']);
    assert.equal(await holds('door'), false);
    put('0002_door.sql', 'create table door (id int);');
    assert.deepEqual(await migrate(pool, folder), ['0002_door.sql']);
  });

  test('a file changed after it ran is refused', async () => {
    await migrate(pool, folder);
    put('0001_house.sql', 'create table house (id bigint);');
    await assert.rejects(migrate(pool, folder), /0001_house\.sql was changed/);
  });

  test('a database that holds a migration this program does not know is refused, and nothing runs', async () => {
    await migrate(pool, folder);
    await pool.query(`insert into migration (name, sha256) values ('0009_later.sql', 'x')`);
    put('0003_key.sql', 'create table key (id int);');
    await assert.rejects(migrate(pool, folder), (error) => error instanceof StartupError && /0009_later/.test(error.message));
    assert.equal(await holds('key'), false);
  });

  test('a name without a number of its own is refused', () => {
    put('0002_again.sql', '');
    assert.throws(() => readMigrations(folder), /0002_door\.sql/);
    rmSync(join(folder, '0002_again.sql'));
    put('later.sql', '');
    assert.throws(() => readMigrations(folder), /later\.sql/);
  });
});
