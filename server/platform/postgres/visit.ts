/** The database for a script beside the server: the operator's own, the embedded one of a running server, or the embedded one started for the visit. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, StartupError } from '../../config.ts';
import { openDatabase } from '../database.ts';
import { reachEmbedded, startEmbedded } from './embedded.ts';
import { checkServer } from './external.ts';
import { lockFolder, ownerOf } from './lock.ts';

export interface Visit {
  readonly db: ReturnType<typeof openDatabase>['db'];
  readonly pool: ReturnType<typeof openDatabase>['pool'];
  leave(): Promise<void>;
}

type Place = Pick<Config, 'databaseUrl' | 'dataDir'>;

/**
 * `alone`: no server may be at work on the data folder, and the embedded database is made when it is missing. Otherwise the visit goes on
 * beside a running server.
 */
export async function visitDatabase({ databaseUrl, dataDir }: Place, { alone = false } = {}): Promise<Visit> {
  if (databaseUrl) {
    const config = { connectionString: databaseUrl };
    await checkServer(config);
    return open(config, async () => undefined);
  }
  if (!alone && !existsSync(join(dataDir, 'postgres', 'PG_VERSION')))
    throw new StartupError(`数据目录 ${dataDir} 中没有数据库`, `there is no database in the data folder ${dataDir}`);
  if (!alone && ownerOf(dataDir) !== null) return open(reachEmbedded(dataDir), async () => undefined);
  mkdirSync(dataDir, { recursive: true });
  const lock = lockFolder(dataDir);
  try {
    const embedded = await startEmbedded({ dataDir, log: () => undefined });
    return open(embedded.pool, async () => {
      await embedded.stop();
      lock.release();
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

function open(config: Parameters<typeof openDatabase>[0], after: () => Promise<void>): Visit {
  const { db, pool } = openDatabase(config);
  return {
    db,
    pool,
    async leave() {
      await pool.end();
      await after();
    },
  };
}
