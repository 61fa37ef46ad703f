/** What the problem loop tells. */
import type { Fields } from '#domain/message/fill.ts';
import type { Db } from '#server/platform/database.ts';
import type { Reporter } from '../../modules/message/telling.ts';
import { clerksOf, holdersOf } from './people.ts';

export const issueTells: Reporter = async (db, fact) => {
  const issue = await db
    .selectFrom('issue')
    .leftJoin('place', 'place.id', 'issue.placeId')
    .leftJoin('unit as handler', 'handler.id', 'issue.handlerId')
    .innerJoin('unit', 'unit.id', 'issue.unitId')
    .where('issue.id', '=', fact.subjectId)
    .select([
      'issue.id',
      'issue.no',
      'issue.text',
      'issue.spot',
      'issue.placeId',
      'issue.finderId',
      'issue.handlerId',
      'issue.unitId',
      'issue.goTo',
    ])
    .select(['place.name as place', 'handler.name as handler', 'unit.shortName as unit'])
    .executeTakeFirst();
  if (!issue) return [];
  const { reason, note } = fact.data as { readonly reason?: string; readonly note?: string };
  const where = [issue.place, issue.spot].filter(Boolean).join('');
  const fields: Fields = {
    no: String(issue.no),
    where: where ? { zh: `${where}，`, en: `${where}: ` } : '',
    text: withoutEnd(issue.text),
    unit: issue.unit,
    by: fact.byName,
    handler: issue.handler ?? { zh: '有关部门', en: 'a department' },
    reason: reason ?? '',
    goTo: issue.goTo ?? '',
    note: note?.trim() ? { zh: `备注：${note.trim()}`, en: `Note: ${note.trim()}` } : '',
  };
  const fixer = await lastFixer(db, issue.id);
  return [
    {
      people: {
        concerned: fixer ? [fixer] : [],
        finder: [issue.finderId, ...(await findersOfJoined(db, issue.id))],
        handler: issue.handlerId ? await holdersOf(db, issue.handlerId) : [],
        clerk: await clerksOf(db, issue.unitId),
      },
      fields,
      record: { kind: 'issue', id: issue.id },
      placeId: issue.placeId,
    },
  ];
};

const withoutEnd = (text: string): string => text.trim().replace(/[。.;；！!]+$/u, '');

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
