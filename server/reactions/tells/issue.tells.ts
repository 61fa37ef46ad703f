/** What the problem loop tells. */
import { sayDate } from '#domain/message/say.ts';
import type { Db } from '#server/platform/database.ts';
import type { Reporter } from '../../modules/message/telling.ts';
import { issueTelling, knownIssues } from './issue.said.ts';

export const issueTells: Reporter = async (db, fact) => {
  const issue = await knownIssues(db).where('issue.id', '=', fact.subjectId).executeTakeFirst();
  if (!issue) return [];
  const { reason, note } = fact.data as { readonly reason?: string; readonly note?: string };
  const fixer = await lastFixer(db, issue.id);
  const people = { concerned: fixer ? [fixer] : [], finder: [issue.finderId, ...(await findersOfJoined(db, issue.id))] };
  const fields = {
    by: fact.byName,
    handler: issue.handler ?? { zh: '有关部门', en: 'a department' },
    reason: reason ?? '',
    until: issue.suspendedUntil ? sayDate(issue.suspendedUntil) : '',
    goTo: issue.goTo ?? '',
    note: note?.trim() ? { zh: `备注：${note.trim()}`, en: `Note: ${note.trim()}` } : '',
  };
  return [await issueTelling(db, issue, people, fields)];
};

/** Who found the same and had it joined is told of what becomes of it. */
async function findersOfJoined(db: Db, issueId: string): Promise<string[]> {
  const rows = await db.selectFrom('issue').select('finderId').where('duplicateOfId', '=', issueId).execute();
  return rows.map(({ finderId }) => finderId);
}

/** Whoever reported the fix that is sent back; the record itself forgets them. */
async function lastFixer(db: Db, issueId: string): Promise<string | null> {
  const row = await db
    .selectFrom('fact')
    .select('actorId')
    .where('subjectId', '=', issueId)
    .where('name', 'in', ['issue.fixed', 'issue.solved'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.actorId ?? null;
}
