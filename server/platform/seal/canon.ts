/** What a seal is made of: the bytes of a fact and of a seal, the same on every server and for ever. */
import { createHash } from 'node:crypto';

/** Every column of a fact that carries meaning, as text that no setting of the session can alter. */
const COLUMNS: Readonly<Record<string, (column: string) => string>> = {
  seq: asText,
  id: asText,
  unit_id: asText,
  subject_kind: asText,
  subject_id: asText,
  name: asText,
  actor_id: asText,
  actor_name: asText,
  act_id: asText,
  at: asInstant,
  device_at: asInstant,
  clock_off: asText,
  brought_by_id: asText,
  brought_by_name: asText,
  data: asText,
};

export const SEALED_COLUMNS = Object.keys(COLUMNS);
/** The select list that `lineOf` wants. */
export const CANON_SQL = Object.entries(COLUMNS)
  .map(([column, form]) => `${form(column)} AS ${column}`)
  .join(', ');

export type CanonRow = Readonly<Record<string, string | null>>;

function asText(column: string): string {
  return `${column}::text`;
}

function asInstant(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`;
}

const SEQ_BYTES = 8;
export const LINE_BYTES = SEQ_BYTES + 32;

/** The line of a fact in a seal: its seq, then the SHA-256 of its columns as a JSON list. */
export function lineOf(row: CanonRow): Buffer {
  const line = Buffer.alloc(LINE_BYTES);
  line.writeBigInt64BE(BigInt(row.seq!));
  createHash('sha256')
    .update(JSON.stringify(SEALED_COLUMNS.map((column) => row[column])))
    .digest()
    .copy(line, SEQ_BYTES);
  return line;
}

export interface Seal {
  readonly no: number;
  readonly afterSeq: number;
  readonly untilSeq: number;
  readonly lines: Buffer;
  readonly previous: Buffer;
  readonly sha256: Buffer;
  /** ISO, whole milliseconds. */
  readonly at: string;
}

export const NO_SEAL = Buffer.alloc(32);

export function sealOf({ no, afterSeq, untilSeq, lines, previous, at }: Omit<Seal, 'sha256'>): Buffer {
  return createHash('sha256')
    .update(`${JSON.stringify(['history 1', no, afterSeq, untilSeq, previous.toString('hex'), at])}\n`)
    .update(lines)
    .digest();
}

/** The lines of a seal by seq. */
export function linesIn(lines: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 0; at < lines.length; at += LINE_BYTES) found.set(String(lines.readBigInt64BE(at)), lines.subarray(at, at + LINE_BYTES));
  return found;
}

export const SEAL_SQL = 'SELECT no, after_seq, until_seq, lines, previous, sha256, at FROM fact_seal';

/** A row of SEAL_SQL as `openDatabase` reads it. */
export function readSeal(row: Record<string, unknown>): Seal {
  return { ...row, afterSeq: row.after_seq, untilSeq: row.until_seq } as unknown as Seal;
}
