/** A PostgreSQL of the operator's own (DATABASE_URL): is it there, new enough and in Unicode? */
import pg from 'pg';
import { StartupError } from '../../config.ts';

const OLDEST = 15;

export async function checkServer(pool: pg.PoolConfig): Promise<void> {
  const { version, encoding } = await ask(pool);
  checkVersion(version);
  if (encoding !== 'UTF8') {
    throw new StartupError(`数据库编码应为 UTF8，现为 ${encoding}`, `the database must be encoded in UTF8, not ${encoding}`);
  }
}

/** `version` as PostgreSQL counts it: '150018' is 15.18. */
export function checkVersion(version: string): void {
  const major = Math.floor(Number(version) / 10_000);
  if (major >= OLDEST) return;
  throw new StartupError(
    `数据库版本过低：PostgreSQL ${major}，需要 ${OLDEST} 以上`,
    `the database is too old: PostgreSQL ${major}; ${OLDEST} or newer is needed`,
  );
}

async function ask(pool: pg.PoolConfig): Promise<{ version: string; encoding: string }> {
  const client = new pg.Client({ ...pool, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    );
    return rows[0];
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new StartupError(`连不上 DATABASE_URL 指定的数据库：${message || code}`, 'cannot reach the database of DATABASE_URL');
  } finally {
    await client.end().catch(() => undefined);
  }
}
