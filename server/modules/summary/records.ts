/** The rows that figures are counted from: the patrols and problems of a unit over some days, plain. */
import { sql } from 'kysely';
import { type At, addDays, type Day, instantOf } from '#domain/kernel/day.ts';
import { isLogLate } from '#domain/patrol/patrol.rules.ts';
import { type CountedState, type IssueRecord, type PatrolRecord, type Records, uncountedStates } from '#domain/summary/figures.ts';
import type { Db } from '#server/platform/database.ts';

export async function readRecords(db: Db, unitId: string, from: Day, to: Day, now: At): Promise<Records> {
  return { patrols: await readPatrols(db, unitId, from, to, now), issues: await readIssues(db, unitId, from, to) };
}

async function readPatrols(db: Db, unitId: string, from: Day, to: Day, now: At): Promise<PatrolRecord[]> {
  const answered = (verdict: string) =>
    sql<number>`(SELECT count(*)::int FROM jsonb_array_elements(patrol.answers) AS answer WHERE answer ->> 'verdict' = ${verdict})`;
  const rows = await db
    .selectFrom('patrol')
    .innerJoin('place', 'place.id', 'patrol.placeId')
    .where('patrol.unitId', '=', unitId)
    .where('patrol.day', '>=', from)
    .where('patrol.day', '<=', to)
    .orderBy('patrol.day')
    .orderBy('patrol.id')
    .select([
      'patrol.day',
      'patrol.rosterId',
      'patrol.submittedAt',
      'patrol.reportedAt',
      'patrol.leaderId',
      'patrol.memberIds',
      'patrol.help',
    ])
    .select('place.name as place')
    .select([
      answered('fine').as('fine'),
      answered('problem').as('faulty'),
      answered('notApplicable').as('notApplicable'),
      sql<number>`(SELECT count(*)::int FROM issue WHERE issue.patrol_id = patrol.id)`.as('problems'),
    ])
    .execute();
  return rows.map(({ rosterId, submittedAt, reportedAt, leaderId, memberIds, ...row }) => ({
    ...row,
    isRostered: rosterId !== null,
    isSubmitted: submittedAt !== null,
    log: reportedAt === null ? 'unsent' : isLogLate({ day: row.day, reportedAt }, now) ? 'late' : 'onTime',
    people: memberIds.length + (leaderId ? 1 : 0),
  }));
}

function readIssues(db: Db, unitId: string, from: Day, to: Day): Promise<IssueRecord[]> {
  return db
    .selectFrom('issue')
    .leftJoin('place', 'place.id', 'issue.placeId')
    .leftJoin('patrol', 'patrol.id', 'issue.patrolId')
    .leftJoin('unit as handler', 'handler.id', 'issue.handlerId')
    .where('issue.unitId', '=', unitId)
    .where('issue.state', 'not in', uncountedStates)
    .where(sql<boolean>`NOT EXISTS (SELECT FROM issue AS part WHERE part.part_of_id = issue.id)`)
    .where('issue.foundAt', '>=', instantOf(from))
    .where('issue.foundAt', '<', instantOf(addDays(to, 1)))
    .orderBy('issue.no')
    .select(['issue.no', 'issue.text', 'issue.foundAt', 'issue.disposal', 'place.name as place', 'handler.name as handler'])
    .select((eb) => eb.ref('issue.state').$castTo<CountedState>().as('state'))
    .select(
      sql<string | null>`(SELECT item ->> 'text' FROM checklist, jsonb_array_elements(checklist.items) AS item
        WHERE checklist.place_id = issue.place_id AND checklist.version = COALESCE(patrol.checklist_version, place.checklist_version)
          AND (item ->> 'no')::int = issue.item_no LIMIT 1)`.as('item'),
    )
    .execute();
}
