/** Lists of problems: filtered, paged by keyset, counted. */
import { sql } from 'kysely';
import type { Issue, IssueRow } from '#domain/issue/issue.model.ts';
import { endedStates, type IssueStage, type IssueState, issueStages } from '#domain/issue/issue.states.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At } from '#domain/kernel/day.ts';
import type { Db } from '#server/platform/database.ts';
import { after, decodeCursor, pageOf } from '#server/platform/keyset.ts';
import { unitsOf } from '#server/platform/scope.ts';
import { visibleTo } from './issue.store.ts';

/** Open problems with all that the rules ask for, newest first. */
export async function listOpenIssues(db: Db, actor: Actor, limit: number): Promise<Issue[]> {
  return filtered(db, actor, { open: 'true', limit })
    .selectAll('issue')
    .orderBy('issue.foundAt', 'desc')
    .orderBy('issue.id', 'desc')
    .limit(limit)
    .execute();
}

export interface IssueFilter {
  readonly ids?: readonly string[] | undefined;
  readonly state?: IssueState | undefined;
  readonly stage?: IssueStage | undefined;
  readonly late?: 'true' | undefined;
  readonly search?: string | undefined;
  readonly open?: 'true' | 'false' | undefined;
  readonly disposal?: Issue['disposal'] | undefined;
  readonly placeId?: string | undefined;
  readonly patrolId?: string | undefined;
  readonly mine?: 'true' | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function listIssues(
  db: Db,
  actor: Actor,
  filter: IssueFilter,
  now: At,
): Promise<{ readonly rows: IssueRow[]; readonly next: string | null }> {
  let query = filtered(db, actor, filter);
  if (filter.stage) query = query.where('issue.state', 'in', issueStages[filter.stage].states);
  if (filter.late) query = query.where(isLate(now));
  if (filter.state) query = query.where('issue.state', '=', filter.state);
  if (filter.after) {
    const cursor = decodeCursor(filter.after);
    query = query.where((eb) => after(eb, 'issue.foundAt', 'issue.id', cursor));
  }
  const rows = await query
    .leftJoin('place', 'place.id', 'issue.placeId')
    .leftJoin('unit as handler', 'handler.id', 'issue.handlerId')
    .innerJoin('person as finder', 'finder.id', 'issue.finderId')
    .select([
      'issue.id',
      'issue.no',
      'issue.state',
      'issue.disposal',
      'issue.text',
      'issue.spot',
      'issue.itemNo',
      'issue.foundAt',
      'issue.returns',
      'issue.dueAt',
      'issue.lateSince',
      'issue.suspendedUntil',
    ])
    .select([
      'place.id as placeId',
      'place.name as placeName',
      'handler.id as handlerId',
      'handler.name as handlerName',
      'finder.id as finderId',
      'finder.name as finderName',
    ])
    .select([firstPhoto('before').as('beforeId'), firstPhoto('after').as('afterId'), photosWaiting().as('photosWaiting')])
    .orderBy('issue.foundAt', 'desc')
    .orderBy('issue.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  return pageOf(rows.map(asRow), filter.limit, (row) => row.foundAt);
}

export interface IssueCounts {
  /** State → how many. */
  readonly counts: Record<string, number>;
  /** How many of them have missed a limit. */
  readonly late: number;
}

export async function countIssues(db: Db, actor: Actor, filter: IssueFilter, now: At): Promise<IssueCounts> {
  const rows = await filtered(db, actor, filter)
    .select(['issue.state', (eb) => eb.fn.countAll<number>().as('n')])
    .select(sql<number>`count(*) FILTER (WHERE ${isLate(now)})`.as('late'))
    .groupBy('issue.state')
    .execute();
  return {
    counts: Object.fromEntries(rows.map((row) => [row.state, row.n])),
    late: rows.reduce((sum, row) => sum + row.late, 0),
  };
}

const isLate = (now: At) => sql<boolean>`(issue.late_since IS NOT NULL OR issue.due_at < ${now}::timestamptz)`;

function filtered(db: Db, actor: Actor, filter: IssueFilter) {
  let query = db.selectFrom('issue').where(visibleTo(actor));
  if (filter.ids) query = query.where('issue.id', 'in', filter.ids);
  if (filter.open === 'true') query = query.where('issue.state', 'not in', endedStates);
  if (filter.open === 'false') query = query.where('issue.state', 'in', endedStates);
  if (filter.disposal) query = query.where('issue.disposal', '=', filter.disposal);
  if (filter.placeId) query = query.where('issue.placeId', '=', filter.placeId);
  if (filter.patrolId) query = query.where('issue.patrolId', '=', filter.patrolId);
  if (filter.search) query = query.where(saysWords(filter.search));
  if (filter.mine)
    query = query.where((eb) => eb.or([eb('issue.finderId', '=', actor.personId), eb('issue.handlerId', 'in', unitsOf(actor))]));
  return query;
}

/** Each word is in the problem, its spot or its place; '#12' and '12' are its number. */
function saysWords(search: string) {
  const words = search.trim().split(/\s+/u);
  const each = words.map((word) => {
    const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    const no = /^#?\d{1,9}$/.test(word) ? Number(word.replace('#', '')) : -1;
    return sql<boolean>`(issue.text ILIKE ${like} OR issue.spot ILIKE ${like} OR issue.no = ${no}
      OR EXISTS (SELECT FROM place WHERE place.id = issue.place_id AND place.name ILIKE ${like}))`;
  });
  return sql<boolean>`(${sql.join(each, sql` AND `)})`;
}

/** The first photo of the finding or of the fix that can be shown, for a row of a list. */
export function firstPhoto(role: 'before' | 'after') {
  return sql<string | null>`(SELECT photo_id FROM issue_photo JOIN photo ON photo.id = photo_id
    WHERE issue_id = issue.id AND role = ${role} AND thumb_sha256 IS NOT NULL ORDER BY n LIMIT 1)`;
}

/** How many of its photos have been announced and are still on their way. */
export function photosWaiting() {
  return sql<number>`(SELECT count(*) FROM issue_photo JOIN photo ON photo.id = photo_id
    WHERE issue_id = issue.id AND arrived_at IS NULL AND lost_why IS NULL)`;
}

interface JoinedRow extends Omit<IssueRow, 'place' | 'handler' | 'finder'> {
  readonly placeId: string | null;
  readonly placeName: string | null;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly finderId: string;
  readonly finderName: string;
}

function asRow({ placeId, placeName, handlerId, handlerName, finderId, finderName, ...row }: JoinedRow): IssueRow {
  return {
    ...row,
    place: placeId && placeName ? { id: placeId, name: placeName } : null,
    handler: handlerId && handlerName ? { id: handlerId, name: handlerName } : null,
    finder: { id: finderId, name: finderName },
  };
}
