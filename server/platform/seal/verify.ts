/** Holds the history against its seals, seal by seal in bounded memory, and names what does not fit. */
import type pg from 'pg';
import type { Words } from '#domain/kernel/words.ts';
import { CANON_SQL, type CanonRow, lineOf, linesIn, NO_SEAL, readSeal, SEAL_SQL, type Seal, sealOf } from './canon.ts';

export interface Finding {
  readonly kind: 'changed' | 'removed' | 'slippedIn' | 'sealChanged' | 'sealMissing' | 'headLost';
  readonly seal: number;
  /** The place of the fact in the history; null where the seal itself is meant. */
  readonly seq: string | null;
  readonly words: Words;
}

/** A seal noted outside: from then on nobody, not even the owner of the database, can write another history under it. */
export interface Head {
  readonly no: number;
  /** Hex. */
  readonly sha256: string;
}

export interface Verification {
  readonly findings: readonly Finding[];
  readonly seals: number;
  readonly facts: number;
  /** Written within the last seconds, or held up by a transaction that is still open. */
  readonly unsealed: number;
  readonly head: Head | null;
}

const PAGE = 20;

/** `pool` of `openDatabase`. With `noted`, that seal must still be part of the chain. */
export async function verifyHistory(pool: pg.Pool, noted: Head | null = null): Promise<Verification> {
  const findings: Finding[] = [];
  let last: Seal | null = null;
  let seals = 0;
  let facts = 0;
  let isNotedThere = noted === null;
  for (;;) {
    const page: Seal[] = (await pool.query(`${SEAL_SQL} WHERE no > $1 ORDER BY no LIMIT $2`, [last?.no ?? 0, PAGE])).rows.map(readSeal);
    for (const seal of page) {
      findings.push(...checkLink(seal, last));
      const rows = await factsOf(pool, seal);
      findings.push(...checkFacts(seal, rows));
      isNotedThere ||= seal.no === noted?.no && seal.sha256.toString('hex') === noted.sha256;
      facts += rows.length;
      seals++;
      last = seal;
    }
    if (page.length < PAGE) break;
  }
  if (noted && !isNotedThere) findings.push(headLost(noted));
  const { rows } = await pool.query('SELECT count(*) AS n FROM fact WHERE seq > $1', [last?.untilSeq ?? 0]);
  return { findings, seals, facts, unsealed: rows[0].n, head: last && { no: last.no, sha256: last.sha256.toString('hex') } };
}

/** The first seal answers for everything below it too. */
async function factsOf(pool: pg.Pool, seal: Seal): Promise<CanonRow[]> {
  const { rows } = await pool.query<CanonRow>(
    `SELECT ${CANON_SQL} FROM fact WHERE ($1::bigint IS NULL OR fact.seq > $1) AND fact.seq <= $2 ORDER BY fact.seq`,
    [seal.no === 1 ? null : seal.afterSeq, seal.untilSeq],
  );
  return rows;
}

function checkLink(seal: Seal, last: Seal | null): Finding[] {
  const about = { seal: seal.no, seq: null };
  if (seal.no !== (last?.no ?? 0) + 1) {
    const missing = (last?.no ?? 0) + 1;
    return [{ kind: 'sealMissing', seal: missing, seq: null, words: { zh: `缺少第 ${missing} 号封条`, en: `seal ${missing} is missing` } }];
  }
  if (!seal.sha256.equals(sealOf(seal)))
    return [{ kind: 'sealChanged', ...about, words: { zh: `第 ${seal.no} 号封条被改动`, en: `seal ${seal.no} was changed` } }];
  const follows = seal.previous.equals(last?.sha256 ?? NO_SEAL) && seal.afterSeq === (last?.untilSeq ?? 0);
  if (follows) return [];
  const words = { zh: `第 ${seal.no} 号封条与上一号不相接`, en: `seal ${seal.no} does not follow the one before it` };
  return [{ kind: 'sealChanged', ...about, words }];
}

function checkFacts(seal: Seal, rows: readonly CanonRow[]): Finding[] {
  const sealed = linesIn(seal.lines);
  const findings: Finding[] = [];
  for (const row of rows) {
    const line = sealed.get(row.seq!);
    sealed.delete(row.seq!);
    if (!line) findings.push(finding('slippedIn', seal, row.seq!, row));
    else if (!line.equals(lineOf(row))) findings.push(finding('changed', seal, row.seq!, row));
  }
  for (const seq of sealed.keys()) findings.push(finding('removed', seal, seq, null));
  return findings;
}

const WHAT = {
  changed: { zh: '被改动', en: 'was changed' },
  removed: { zh: '被删除', en: 'was removed' },
  slippedIn: { zh: '是事后插入的', en: 'was slipped in' },
};

function finding(kind: keyof typeof WHAT, seal: Seal, seq: string, row: CanonRow | null): Finding {
  const who = row ? ` (${row.name}, ${row.subject_kind} ${row.subject_id})` : '';
  const { zh, en } = WHAT[kind];
  return {
    kind,
    seal: seal.no,
    seq,
    words: { zh: `第 ${seal.no} 号封条：第 ${seq} 条记录${zh}${who}`, en: `seal ${seal.no}: fact ${seq} ${en}${who}` },
  };
}

function headLost({ no, sha256 }: Head): Finding {
  const short = sha256.slice(0, 12);
  const words = { zh: `链上没有记下的封条 ${no}:${short}…`, en: `the noted seal ${no}:${short}… is not in the chain` };
  return { kind: 'headLost', seal: no, seq: null, words };
}
