/**
 * Seals the history after the fact: writers never wait for it, nor for each other. A fact gets its seq before its transaction commits, so
 * a lower seq may appear after a higher one. The sealer therefore notes the highest seq it sees, then takes a transaction id of its own:
 * once every transaction up to that id has ended, nothing below the noted seq can appear any more (the trigger `fact_xid_before_seq`
 * holds the order), and what stands there is sealed.
 */
import type pg from 'pg';
import { CANON_SQL, type CanonRow, lineOf, NO_SEAL, readSeal, SEAL_SQL, type Seal, sealOf } from './canon.ts';

/** One sealer at a time among the servers of a database. */
const LOCK = 7_201_844;
/** So that a long history is sealed, and later verified, in bounded memory. */
const LARGEST_BATCH = 1_000;

/** Nothing at or below `seq` can appear once all transactions up to `xid` have ended. */
interface Mark {
  readonly seq: number;
  readonly xid: string;
}

export interface HistorySealer {
  /** Notes what stands there now, or seals what was noted before and is settled. True when everything noted is sealed. */
  step(): Promise<boolean>;
  close(): Promise<void>;
}

interface Deps {
  readonly pool: pg.Pool;
  readonly clock: () => number;
  /** How often it looks; null leaves the steps to the caller. */
  readonly everyMs: number | null;
}

export function openHistorySealer({ pool, clock, everyMs }: Deps): HistorySealer {
  let mark: Mark | null = null;
  let running: Promise<unknown> = Promise.resolve();
  let closed = false;

  const step = async (): Promise<boolean> => {
    mark ??= await noteMark(pool);
    if (mark === null) return true;
    if (!(await isSettled(pool, mark))) return false;
    while (!closed && (await sealBatch(pool, mark.seq, clock)));
    mark = null;
    return true;
  };
  const timer =
    everyMs === null
      ? null
      : setInterval(() => {
          // A database that is away for a moment is no news: what was noted is sealed later.
          running = running.then(() => (closed ? true : step())).catch(() => undefined);
        }, everyMs);
  return {
    step,
    async close() {
      closed = true;
      if (timer) clearInterval(timer);
      await running;
    },
  };
}

/** Two statements on purpose: the id must be younger than whoever was seen. Null when all is sealed. */
async function noteMark(pool: pg.Pool): Promise<Mark | null> {
  const { rows } = await pool.query(
    'SELECT (SELECT max(seq) FROM fact) AS highest, (SELECT until_seq FROM fact_seal ORDER BY no DESC LIMIT 1) AS sealed',
  );
  const { highest, sealed } = rows[0] as { highest: number | null; sealed: number | null };
  if (highest === null || highest <= (sealed ?? 0)) return null;
  const own = await pool.query('SELECT pg_current_xact_id()::text AS xid');
  return { seq: highest, xid: own.rows[0].xid };
}

async function isSettled(pool: pg.Pool, { xid }: Mark): Promise<boolean> {
  const { rows } = await pool.query('SELECT pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 AS settled', [xid]);
  return rows[0].settled;
}

/** One seal in one transaction. False when nothing is left up to `until`, or another server is sealing. */
async function sealBatch(pool: pg.Pool, until: number, clock: () => number): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const sealed = await sealNext(client, until, clock);
    await client.query('COMMIT');
    client.release();
    return sealed;
  } catch (error) {
    client.release(true); // with the connection the transaction ends
    throw error;
  }
}

async function sealNext(client: pg.PoolClient, until: number, clock: () => number): Promise<boolean> {
  const { rows } = await client.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [LOCK]);
  if (!rows[0].mine) return false;
  const last = (await client.query(`${SEAL_SQL} ORDER BY no DESC LIMIT 1`)).rows.map(readSeal)[0];
  const afterSeq = last?.untilSeq ?? 0;
  const facts = await client.query<CanonRow>(
    `SELECT ${CANON_SQL} FROM fact WHERE fact.seq > $1 AND fact.seq <= $2 ORDER BY fact.seq LIMIT $3`,
    [afterSeq, until, LARGEST_BATCH],
  );
  if (facts.rows.length === 0) return false;
  const isFull = facts.rows.length === LARGEST_BATCH;
  const draft: Omit<Seal, 'sha256'> = {
    no: (last?.no ?? 0) + 1,
    afterSeq,
    untilSeq: isFull ? Number(facts.rows.at(-1)!.seq) : until,
    lines: Buffer.concat(facts.rows.map(lineOf)),
    previous: last?.sha256 ?? NO_SEAL,
    at: new Date(clock()).toISOString(),
  };
  await client.query('INSERT INTO fact_seal (no, after_seq, until_seq, lines, previous, sha256, at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    draft.no,
    draft.afterSeq,
    draft.untilSeq,
    draft.lines,
    draft.previous,
    sealOf(draft),
    draft.at,
  ]);
  return isFull;
}
