/** The database: one pool, one query layer. Dates come as 'YYYY-MM-DD', instants as ISO strings, counts as numbers. */
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Database } from './tables.ts';

export type { Database } from './tables.ts';
/** Either the database or one of its transactions: what a store is asked with. */
export type Db = Kysely<Database>;
export type Tx = Transaction<Database>;

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (text: string) => text;
    if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

export function openDatabase(config: pg.PoolConfig): { readonly db: Kysely<Database>; readonly pool: pg.Pool } {
  const pool = new pg.Pool({ max: 10, connectionTimeoutMillis: 10_000, ...config, types });
  // A connection cut while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  // One cut between two statements of a transaction fails at the next of them, and only there.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { db, pool };
}
