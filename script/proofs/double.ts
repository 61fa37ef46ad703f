/** The same acts sent again and again at the same moment, to one server and to two: each happens once, and every copy gets the same answer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#domain/kernel/id.ts';
import { openDatabase } from '#server/platform/database.ts';
import { startEmbedded } from '#server/platform/postgres/embedded.ts';
import { type Server, startServer } from '../server-process.ts';
import { firstClerk, signIn } from './office.ts';

/** Copies of one act under way together. */
const COPIES = 10;
/** Acts under way together. */
const ACTS = 4;

/** Answers what does not hold; empty when all does. */
export async function proveDouble(sends: number, log: (line: string) => void): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chuangcheng-double-'));
  const embedded = await startEmbedded({ dataDir: folder, log: () => undefined });
  const { pool } = openDatabase(embedded.pool);
  const servers: Server[] = [];
  try {
    const { host, user, database } = embedded.pool;
    const place = { DATA_DIR: folder, DATABASE_URL: `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host!)}` };
    servers.push(await startServer(place), await startServer(place));
    await firstClerk(servers[0]!.url);
    const broken: string[] = [];
    for (const [many, among] of [
      ['one server', servers.slice(0, 1)],
      ['two servers', servers],
    ] as const) {
      const cookie = await signIn(servers[0]!.url);
      const acts = Array.from({ length: Math.ceil(sends / COPIES) }, (_, n) => ({ actId: newId(), id: newId(), text: `${many} ${n}` }));
      const bodies = new Map<string, Set<string>>();
      const left = [...acts];
      let answers = 0;
      await Promise.all(
        Array.from({ length: ACTS }, async () => {
          for (let act = left.pop(); act; act = left.pop()) {
            const sent = act;
            const got = await Promise.all(Array.from({ length: COPIES }, (_, copy) => send(among[copy % among.length]!, cookie, sent)));
            answers += got.length;
            bodies.set(act.id, new Set(got));
          }
        }),
      );
      const wrong = [...bodies.values()].filter((each) => each.size !== 1 || ![...each][0]!.startsWith('200 ')).length;
      const counted = await pool.query(
        `SELECT (SELECT count(*) FROM issue WHERE id = ANY ($1)) AS records,
                (SELECT count(*) FROM fact WHERE subject_id = ANY ($1)) AS facts,
                (SELECT count(*) FROM act WHERE id = ANY ($2)) AS claims`,
        [acts.map(({ id }) => id), acts.map(({ actId }) => actId)],
      );
      const { records, facts, claims } = counted.rows[0];
      log(`${many}: ${answers} sends of ${acts.length} acts; ${records} records, ${facts} facts; answered differently: ${wrong}`);
      if (wrong > 0) broken.push(`${many}: copies of ${wrong} acts were answered differently`);
      if ([records, facts, claims].some((n) => n !== acts.length))
        broken.push(`${many}: ${acts.length} acts made ${records} records, ${facts} facts, ${claims} claims`);
    }
    return broken;
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await pool.end();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function send(server: Server, cookie: string, body: object): Promise<string> {
  const headers = { 'content-type': 'application/json', cookie };
  const answer = await fetch(`${server.url}/api/issue.report`, { method: 'POST', headers, body: JSON.stringify(body) });
  return `${answer.status} ${await answer.text()}`;
}
