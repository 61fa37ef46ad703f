/** An office whose patrols are under way, on a database that two limits share with it: a bare server, and bare INSERTs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { newId } from '#domain/kernel/id.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { processesIn } from '#server/platform/postgres/process.ts';
import { firstNotice } from '../../stories/notices.ts';
import { firstClerk, signIn } from '../proofs/office.ts';
import { type Server, startServer } from '../server-process.ts';
import { cpuOf } from './intake.clients.ts';
import { MAKE_TABLE } from './intake.row.ts';

export interface Office {
  readonly server: Server;
  readonly cookie: string;
  readonly bareUrl: string;
  readonly pool: pg.Pool;
  /** What the checklist of the place asks for, all fine. */
  readonly answers: readonly object[];
  /** Ids of so many more patrols that are under way. */
  begin(many: number): Promise<string[]>;
  /** Milliseconds of CPU all processes of the database have had, the ended ones too. */
  databaseCpu(): number;
  close(): Promise<void>;
}

const BARE = fileURLToPath(new URL('./intake.bare.ts', import.meta.url));

export async function openOffice(): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'chuangcheng-intake-'));
  const embedded = await startEmbedded({ dataDir: folder, log: () => undefined });
  const cluster = join(realpathSync(folder), 'postgres');
  const { host, user, database } = embedded.pool;
  const url = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host!)}`;
  const server = await startServer({ DATA_DIR: folder, DATABASE_URL: url });
  const pool = new pg.Pool({ ...embedded.pool, max: 10 });
  pool.on('error', () => undefined);
  const { patrol, answers } = await beginOne(server.url);
  await pool.query(MAKE_TABLE);
  const photos = join(folder, 'bare');
  mkdirSync(photos);
  const bare = spawn(process.execPath, [BARE, JSON.stringify({ pool: embedded.pool, folder: photos })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(bare.stdout.setEncoding('utf8'), 'data');
  return {
    server,
    cookie: await signIn(server.url),
    bareUrl: /is running: (\S+)/.exec(said)![1]!,
    pool,
    answers,
    async begin(many) {
      const ids = Array.from({ length: many }, () => newId());
      const columns = await pool.query(
        "SELECT string_agg(quote_ident(attname), ', ') AS list FROM pg_attribute WHERE attrelid = 'patrol'::regclass AND attnum > 1 AND NOT attisdropped",
      );
      const { list } = columns.rows[0];
      await pool.query(`INSERT INTO patrol (id, ${list}) SELECT unnest($1::uuid[]), ${list} FROM patrol WHERE id = $2`, [ids, patrol]);
      return ids;
    },
    databaseCpu: () => processesIn(cluster).reduce((sum, pid) => sum + cpuOf(pid, true), 0),
    async close() {
      bare.kill();
      await server.stop();
      await pool.end();
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** By the calls a user makes: a notice adopted, a patrol begun at its first place. */
async function beginOne(url: string) {
  const clerk = await firstClerk(url);
  const notice = newId();
  await clerk.act('notice.import', { id: notice, text: firstNotice(2026) });
  for (const question of (await clerk.read('notice.get', { id: notice })).notice.questions.filter((one) => one.mustSettle))
    await clerk.act('notice.settle', { id: notice, question: question.key, option: question.options[0]!.key });
  await clerk.act('notice.adopt', { id: notice });
  const place = (await clerk.read('place.list', {})).places[0]!;
  const patrol = newId();
  await clerk.act('patrol.open', { id: patrol, placeId: place.id });
  await clerk.act('patrol.start', { id: patrol, position: null });
  const { checklist } = (await clerk.read('patrol.get', { id: patrol })).patrol;
  const answers = checklist.map((item) => ({
    no: item.no,
    verdict: 'fine' as const,
    measures: item.measures.map(({ metric, atLeast }) => ({ metric, value: atLeast })),
    note: '',
  }));
  return { patrol, answers };
}
