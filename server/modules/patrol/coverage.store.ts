/** What was answered, counted by place, week and item. */
import { sql } from 'kysely';
import type { Day } from '#domain/kernel/day.ts';
import type { AnswerCount, PatrolCount } from '#domain/patrol/coverage.ts';
import type { Db } from '#server/platform/database.ts';

interface Span {
  readonly unitId: string;
  readonly from: Day;
  readonly until: Day;
}

const week = sql<Day>`date_trunc('week', patrol.day)::date`;

export async function countPlanned(db: Db, { unitId, from, until }: Span): Promise<PatrolCount[]> {
  return db
    .selectFrom('patrol')
    .where('unitId', '=', unitId)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .groupBy(['placeId', week])
    .select((eb) => [
      'placeId',
      week.as('week'),
      eb.fn.countAll<number>().as('planned'),
      sql<number>`count(*) FILTER (WHERE submitted_at IS NOT NULL)`.as('walked'),
    ])
    .execute();
}

/** Items are told apart by their words in the version the patrol was answered on. */
export async function countAnswers(db: Db, { unitId, from, until }: Span): Promise<AnswerCount[]> {
  const { rows } = await sql<AnswerCount>`
    SELECT patrol.place_id, ${week} AS week, item ->> 'text' AS text,
      max((item ->> 'no')::int) AS no, max(patrol.checklist_version) AS version,
      count(*) AS answered,
      count(*) FILTER (WHERE answer ->> 'verdict' <> 'notApplicable') AS checked,
      count(*) FILTER (WHERE answer ->> 'verdict' = 'problem') AS problems,
      count(*) FILTER (WHERE answer ->> 'verdict' = 'notApplicable') AS not_applicable
    FROM patrol
    JOIN checklist ON checklist.place_id = patrol.place_id AND checklist.version = patrol.checklist_version
    CROSS JOIN LATERAL jsonb_array_elements(patrol.answers) AS answer
    JOIN LATERAL jsonb_array_elements(checklist.items) AS item ON item -> 'no' = answer -> 'no'
    WHERE patrol.unit_id = ${unitId} AND patrol.day BETWEEN ${from} AND ${until} AND patrol.submitted_at IS NOT NULL
    GROUP BY 1, 2, 3`.execute(db);
  return rows;
}
