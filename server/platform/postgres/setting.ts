/** Facts about this installation, kept in the database where every server on it finds the same. */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';

type Asker = Pick<pg.Pool, 'query'>;

/** The secret that signs sessions: the operator's, else one made at the first start. */
export async function findSecret(db: Asker, given: string | null): Promise<string> {
  if (given) return given;
  await db.query(`insert into setting (key, value) values ('secret', to_jsonb($1::text)) on conflict do nothing`, [
    randomBytes(32).toString('base64url'),
  ]);
  return (await readSetting<string>(db, 'secret'))!;
}

export async function readSetting<Value>(db: Asker, key: string): Promise<Value | null> {
  const { rows } = await db.query('select value from setting where key = $1', [key]);
  return rows[0]?.value ?? null;
}

export async function writeSetting(db: Asker, key: string, value: unknown): Promise<void> {
  await db.query('insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value', [
    key,
    JSON.stringify(value),
  ]);
}
