/**
 * Server and database are killed (SIGKILL) under load, in turn and together, and started again as an operator would. No acknowledged act
 * may be lost, none may happen twice, the seals must hold, and every photo the rows name must be whole.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import sharp from 'sharp';
import { isGoneWithin, signal } from '#server/platform/postgres/process.ts';
import { visitDatabase } from '#server/platform/postgres/visit.ts';
import { verifyHistory } from '#server/platform/seal/verify.ts';
import { type Server, startServer } from '../server-process.ts';
import { type Clients, type Sent, startClients } from './clients.ts';
import { firstClerk, signIn } from './office.ts';

const CLIENTS = 6;
/** So many acts must have been acknowledged between two kills. */
const ACTS_PER_ROUND = 12;
const KINDS = ['server', 'database', 'server and database'] as const;
type Kind = (typeof KINDS)[number];
const SEALED_WITHIN_MS = 30_000;

/** Answers what does not hold; empty when all does. */
export async function proveKill(rounds: number, log: (line: string) => void): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chuangcheng-kill-'));
  let server: Server = await startServer({ DATA_DIR: dataDir });
  try {
    await firstClerk(server.url);
    const cookie = await signIn(server.url);
    const jpeg = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#687' } })
      .jpeg()
      .toBuffer();
    const clients = startClients({ many: CLIENTS, url: () => server.url, cookie, jpeg });
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await moreAcknowledged(clients, ACTS_PER_ROUND);
      // Not always at the same point of an act.
      await sleep(Math.random() * 200);
      const kind = KINDS[round % KINDS.length]!;
      const began = performance.now();
      await kill(kind, server, dataDir);
      server = await startServer({ DATA_DIR: dataDir });
      seconds.push((performance.now() - began) / 1000);
      log(`round ${round + 1}: ${kind} killed after ${clients.acknowledged()} acts, back after ${seconds.at(-1)!.toFixed(1)} s`);
    }
    await moreAcknowledged(clients, ACTS_PER_ROUND);
    await clients.finish();
    const visit = await visitDatabase({ databaseUrl: null, dataDir });
    try {
      log(
        `${rounds} kills; ${clients.sent.length} acts acknowledged, ${clients.retries()} sends repeated; longest outage ${Math.max(...seconds).toFixed(1)} s`,
      );
      return [
        ...(await checkActs(visit.pool, clients.sent)),
        ...(await checkFiles(visit.pool, dataDir, log)),
        ...(await checkSeals(visit.pool, log)),
      ];
    } finally {
      await visit.leave();
    }
  } finally {
    if (!server.hasEnded()) await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function moreAcknowledged(clients: Clients, more: number): Promise<void> {
  const enough = clients.acknowledged() + more;
  for (const end = Date.now() + 60_000; clients.acknowledged() < enough; await sleep(10))
    if (Date.now() > end) throw new Error('the clients get no answers');
}

/** A server whose database is gone ends by itself. */
async function kill(kind: Kind, server: Server, dataDir: string): Promise<void> {
  const postmaster = Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  if (kind !== 'server') signal(postmaster, 'SIGKILL');
  if (kind !== 'database') await server.stop('SIGKILL');
  await server.ended;
  if (kind !== 'server') await isGoneWithin(postmaster, 5_000);
}

async function checkActs(pool: pg.Pool, sent: readonly Sent[]): Promise<string[]> {
  const { rows } = await pool.query(
    `SELECT a.id, a.answer, i.id AS record, i.no,
            (SELECT count(*) FROM fact WHERE fact.act_id = a.id) AS facts,
            (SELECT count(*) FROM issue_photo p WHERE p.issue_id = i.id) AS photos
     FROM act a LEFT JOIN issue i ON i.id = (a.answer->>'id')::uuid WHERE a.name = 'issue.report'`,
  );
  const kept = new Map(rows.map((row) => [row.id, row]));
  const broken: string[] = [];
  for (const { actId, id, photoId, answers } of sent) {
    const row = kept.get(actId);
    if (row?.record !== id) broken.push(`lost: act ${actId} was acknowledged and is not there`);
    else if (row.facts !== 1) broken.push(`act ${actId} stands ${row.facts} times in the history`);
    else if (row.photos !== (photoId ? 1 : 0)) broken.push(`act ${actId} has ${row.photos} photos`);
    else if (answers.some((answer) => JSON.parse(answer).no !== row.no)) broken.push(`act ${actId} was answered differently`);
  }
  const { rows: numbers } = await pool.query('SELECT count(*) AS n, count(DISTINCT no) AS different, max(no) AS highest FROM issue');
  const { n, different, highest } = numbers[0];
  if (n !== sent.length || different !== n || highest !== n)
    broken.push(`${sent.length} acts made ${n} records, numbered up to ${highest}`);
  return broken;
}

async function checkFiles(pool: pg.Pool, dataDir: string, log: (line: string) => void): Promise<string[]> {
  const { rows } = await pool.query(
    'SELECT id, unnest(ARRAY[sha256, shown_sha256, thumb_sha256]) AS sha256 FROM photo WHERE arrived_at IS NOT NULL',
  );
  const hashes = new Set<string>(rows.map((row) => row.sha256));
  const broken = [...hashes].filter((sha256) => {
    const path = join(dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    return !existsSync(path) || createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256;
  });
  log(`${hashes.size} files named by rows, all read`);
  return broken.map((sha256) => `the file ${sha256} is missing or not whole`);
}

async function checkSeals(pool: pg.Pool, log: (line: string) => void): Promise<string[]> {
  let found = await verifyHistory(pool);
  for (const end = Date.now() + SEALED_WITHIN_MS; found.unsealed > 0 && Date.now() < end; found = await verifyHistory(pool))
    await sleep(200);
  log(`${found.seals} seals over ${found.facts} facts, ${found.unsealed} not sealed`);
  const late = found.unsealed > 0 ? [`${found.unsealed} facts were not sealed within ${SEALED_WITHIN_MS / 1000} s`] : [];
  return [...found.findings.map(({ words }) => words.en), ...late];
}
