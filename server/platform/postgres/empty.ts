/** Takes away what the migrations made, and nothing else that may stand in the same schema. */
import type pg from 'pg';
import { readMigrations } from '../migrate.ts';

export async function emptyDatabase(db: Pick<pg.Pool, 'query'>, migrationsFolder: string): Promise<void> {
  const sql = readMigrations(migrationsFolder)
    .map((migration) => migration.sql)
    .join('\n');
  const named = (what: string): string[] => [...sql.matchAll(new RegExp(`^CREATE ${what} (\\w+)`, 'gm'))].map((match) => match[1]!);
  for (const table of [...named('TABLE'), 'migration']) await db.query(`DROP TABLE IF EXISTS ${table} CASCADE`);
  for (const routine of named('FUNCTION')) await db.query(`DROP FUNCTION IF EXISTS ${routine} CASCADE`);
}
