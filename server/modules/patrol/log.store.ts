/** Versions of a log and their signatures in the database. A version is never changed; only its sending is added. */
import { createHash } from 'node:crypto';
import type { At } from '#domain/kernel/day.ts';
import type { LogPage, SignatureRole } from '#domain/patrol/log.model.ts';
import type { Db, Tx } from '#server/platform/database.ts';

/** A log as it can be signed: its text, its page, and the hash over both. */
export interface LogPaper {
  readonly text: string;
  readonly page: LogPage | null;
  readonly sha256: string;
}

export interface KeptVersion extends LogPaper {
  readonly version: number;
  readonly reason: string;
  readonly at: At;
  readonly byId: string | null;
  readonly sentAt: At | null;
  readonly sentById: string | null;
  readonly sentVia: string | null;
  readonly signatures: readonly { readonly personId: string; readonly role: SignatureRole; readonly at: At }[];
}

export function paperOf(text: string, page: LogPage): LogPaper {
  return {
    text,
    page,
    sha256: createHash('sha256')
      .update(`${text}\n${JSON.stringify(page)}`)
      .digest('hex'),
  };
}

/** Oldest first. */
export async function listVersions(db: Db, patrolId: string): Promise<KeptVersion[]> {
  const versions = await db.selectFrom('logVersion').selectAll().where('patrolId', '=', patrolId).orderBy('version').execute();
  if (versions.length === 0) return [];
  const signatures = await db
    .selectFrom('logSignature')
    .select(['version', 'personId', 'role', 'at'])
    .where('patrolId', '=', patrolId)
    .orderBy('at')
    .execute();
  return versions.map(({ patrolId: _patrol, ...row }) => ({
    ...row,
    signatures: signatures.filter(({ version }) => version === row.version).map(({ version: _version, ...signature }) => signature),
  }));
}

interface NewVersion extends LogPaper {
  readonly version: number;
  readonly reason: string;
  readonly at: At;
  readonly byId: string;
}

export async function insertVersion(tx: Tx, patrolId: string, { page, ...version }: NewVersion): Promise<void> {
  await tx
    .insertInto('logVersion')
    .values({ patrolId, ...version, page: page && JSON.stringify(page), sentAt: null, sentById: null, sentVia: null })
    .execute();
}

export async function insertSignature(
  tx: Tx,
  patrolId: string,
  version: number,
  signature: { readonly personId: string; readonly role: SignatureRole; readonly at: At },
): Promise<void> {
  await tx
    .insertInto('logSignature')
    .values({ patrolId, version, ...signature })
    .execute();
}

export async function markSent(
  tx: Tx,
  patrolId: string,
  version: number,
  sent: { readonly sentAt: At; readonly sentById: string; readonly sentVia: string },
): Promise<void> {
  await tx.updateTable('logVersion').set(sent).where('patrolId', '=', patrolId).where('version', '=', version).execute();
}
