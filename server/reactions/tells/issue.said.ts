/** A problem as messages speak of it: what fills their words, and whom they may concern. */
import type { Fields } from '#domain/message/fill.ts';
import type { Db } from '#server/platform/database.ts';
import type { Telling } from '../../modules/message/telling.ts';
import { clerksOf, holdersOf } from './people.ts';

export const knownIssues = (db: Db) =>
  db
    .selectFrom('issue')
    .leftJoin('place', 'place.id', 'issue.placeId')
    .leftJoin('unit as handler', 'handler.id', 'issue.handlerId')
    .innerJoin('unit', 'unit.id', 'issue.unitId')
    .select(['issue.id', 'issue.no', 'issue.text', 'issue.spot', 'issue.placeId', 'issue.finderId', 'issue.handlerId', 'issue.unitId'])
    .select(['issue.state', 'issue.dueAt', 'issue.goTo', 'issue.suspendedUntil'])
    .select(['place.name as place', 'handler.name as handler', 'unit.shortName as unit']);

export type KnownIssue = Awaited<ReturnType<ReturnType<typeof knownIssues>['execute']>>[number];

/** `people` and `fields` come to those that every message about a problem has. */
export async function issueTelling(db: Db, issue: KnownIssue, people: Telling['people'], fields: Fields): Promise<Telling> {
  const where = [issue.place, issue.spot].filter(Boolean).join('');
  return {
    people: {
      finder: [issue.finderId],
      handler: issue.handlerId ? await holdersOf(db, issue.handlerId) : [],
      clerk: await clerksOf(db, issue.unitId),
      ...people,
    },
    fields: {
      no: String(issue.no),
      where: where ? { zh: `${where}，`, en: `${where}: ` } : '',
      text: issue.text.trim().replace(/[。.;；！!]+$/u, ''),
      unit: issue.unit,
      ...fields,
    },
    record: { kind: 'issue', id: issue.id },
    placeId: issue.placeId,
  };
}
