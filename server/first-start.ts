/** What happens once in the life of an installation: the demo campaign. And what the person at the terminal is told about signing in. */
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Database } from './platform/database.ts';
import type { FileStore } from './platform/files.ts';
import { migrate } from './platform/migrate.ts';
import { emptyDatabase } from './platform/postgres/empty.ts';
import { readSetting, writeSetting } from './platform/postgres/setting.ts';

interface Installation {
  readonly db: Kysely<Database>;
  readonly pool: pg.Pool;
  readonly files: FileStore;
  readonly secret: string;
  /** The folder of the migrations. */
  readonly migrations: string;
  /** False when the server is started without the demo. */
  readonly wanted: boolean;
  readonly log: (line: string) => void;
}

type DemoState = { readonly state: 'making' | 'made' } | null;

/** Servers that start at once on one database make one campaign: the others wait here. */
const LOCK = 7_201_843;

/**
 * Makes the demo campaign in an empty installation, if it is wanted. One that was interrupted is thrown away at the next start, wanted or not:
 * before the server answers anybody, so that no work of a user can ever stand beside a half-made demo.
 */
export async function prepareDemo(installation: Installation): Promise<void> {
  const { pool } = installation;
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    try {
      await prepareLocked(installation);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    client.release();
  }
}

async function prepareLocked({ db, pool, files, secret, migrations, wanted, log }: Installation): Promise<void> {
  const demo = await readSetting<DemoState>(pool, 'demo');
  if (demo?.state === 'made' || (!demo && (await holdsUnit(pool)))) return;
  if (demo?.state === 'making') {
    log('the demo campaign was begun and not finished: clearing it away');
    await emptyDatabase(pool, migrations);
    await migrate(pool, migrations);
    await writeSetting(pool, 'secret', secret);
  }
  if (!wanted) return;
  log('making the demo campaign');
  const { makeDemo } = await import('#demo/campaign.ts');
  await makeDemo({ db, files, secret, log });
}

/** The lines that tell how to sign in. */
export async function signInLines(pool: pg.Pool): Promise<string[]> {
  if ((await readSetting<DemoState>(pool, 'demo'))?.state === 'made') {
    const { cast, demoPassword } = await import('#demo/cast.ts');
    const width = Math.max(...cast.map(({ username }) => username.length));
    return [
      `演示用户（密码均为 ${demoPassword}） / demo users (password ${demoPassword})`,
      ...cast.map(({ username, name, title }) => `  ${username.padEnd(width)}  ${name}  ${title}`),
    ];
  }
  if (await holdsUnit(pool)) return [];
  return ['尚无账号：首次打开页面时创建第一个账号 / no account yet: the first visit makes the first one'];
}

async function holdsUnit(pool: pg.Pool): Promise<boolean> {
  return (await pool.query('select 1 from unit limit 1')).rowCount === 1;
}
