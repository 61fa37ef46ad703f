/** Takes away what the migrations made, and nothing else that may stand in the same schema. */
import type pg from 'pg';
import { readMigrations } from '../migrate.ts';

export async function emptyDatabase(db: Pick<pg.Pool, 'query'>, migrationsFolder: string): Promise<void> {
  for (const table of [...tablesOf(migrationsFolder), 'migration']) await db.query(`DROP TABLE IF EXISTS ${table} CASCADE`);
  for (const routine of namedIn(migrationsFolder, 'FUNCTION')) await db.query(`DROP FUNCTION IF EXISTS ${routine} CASCADE`);
}

/** The tables of the migrations, in the order they were made. */
export function tablesOf(migrationsFolder: string): string[] {
  return namedIn(migrationsFolder, 'TABLE');
}

function namedIn(migrationsFolder: string, what: string): string[] {
  const sql = readMigrations(migrationsFolder)
    .map((migration) => migration.sql)
    .join('\n');
  return [...sql.matchAll(new RegExp(`^CREATE ${what} (\\w+)`, 'gm'))].map((match) => match[1]!);
}
