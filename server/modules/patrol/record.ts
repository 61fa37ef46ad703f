/** Everything that is known of one patrol, read once: what the view, the log and its versions are made of. */
import { sql } from 'kysely';
import { gradeOf } from '#domain/patrol/grade.ts';
import { differenceOf } from '#domain/patrol/log.difference.ts';
import type { LogPage } from '#domain/patrol/log.model.ts';
import type { PatrolLog } from '#domain/patrol/log.rules.ts';
import { type Amendment, amendedLog, plainLog, writeLog } from '#domain/patrol/log.ts';
import type { Help, Patrol } from '#domain/patrol/patrol.model.ts';
import type { Place } from '#domain/place/place.model.ts';
import type { Db } from '#server/platform/database.ts';
import { firstPhoto, photosWaiting } from '../issue/issue.list.ts';
import { findNames, type Names, nameOf, namesOf } from '../org/names.ts';
import { getChecklistVersion, listPlaces } from '../place/place.store.ts';
import { type KeptVersion, type LogPaper, listVersions, paperOf } from './log.store.ts';

export interface PatrolRecord {
  readonly patrol: Patrol;
  readonly place: Place;
  readonly checklist: Place['checklist'];
  readonly point: Place['point'];
  readonly issues: Awaited<ReturnType<typeof listFound>>;
  readonly names: Names;
  readonly versions: readonly KeptVersion[];
  /** The log as the records stand now. */
  readonly drawn: LogPaper;
  /** The log that counts: the latest version once one was sent, before that the records as they stand. */
  readonly present: LogPaper;
  /** The version of the present log; null while nobody has signed or sent it. */
  readonly version: KeptVersion | null;
}

export async function readRecord(db: Db, patrol: Patrol): Promise<PatrolRecord> {
  const place = (await listPlaces(db, patrol.unitId)).find((one) => one.id === patrol.placeId)!;
  const { items: checklist, point } =
    place.checklistVersion === patrol.checklistVersion
      ? { items: place.checklist, point: place.point }
      : await getChecklistVersion(db, place.id, patrol.checklistVersion);
  const issues = await listFound(db, patrol.id);
  const versions = await listVersions(db, patrol.id);
  const names = await findNames(db, {
    people: [
      patrol.leaderId,
      ...patrol.memberIds,
      patrol.submittedById,
      patrol.reportedById,
      patrol.lateReasonById,
      ...versions.flatMap((version) => [version.byId, version.sentById, ...version.signatures.map(({ personId }) => personId)]),
    ],
    units: [patrol.unitId],
  });
  const known = { patrol, place, checklist, point, issues, names, versions };
  const drawn = draw(known);
  const latest = versions.at(-1) ?? null;
  const present = patrol.state === 'reported' && latest ? latest : drawn;
  return { ...known, drawn, present, version: latest?.sha256 === present.sha256 ? latest : null };
}

/** The log under other answers than those kept: what an amendment would make of it. Its text says which one it is, and is signed so. */
export function redraw(record: PatrolRecord, content: Pick<Patrol, 'answers' | 'help' | 'note'>, amendment: Amendment): LogPaper {
  const known = { ...record, patrol: { ...record.patrol, ...content } };
  return paperOf(amendedLog(textOf(known), amendment), pageOf(known));
}

type Known = Pick<PatrolRecord, 'patrol' | 'place' | 'checklist' | 'point' | 'issues' | 'names'>;

const draw = (known: Known): LogPaper => paperOf(textOf(known), pageOf(known));

function textOf({ patrol, place, checklist, issues, names }: Known): string {
  return writeLog({
    patrol,
    unitName: nameOf(names, patrol.unitId)!.name,
    placeName: place.name,
    leaderName: nameOf(names, patrol.leaderId)?.name ?? null,
    memberNames: namesOf(names, patrol.memberIds).map(({ name }) => name),
    checklistLength: checklist.length,
    issues,
  });
}

function pageOf({ patrol, place, checklist, point, issues, names }: Known): LogPage {
  return {
    unitName: nameOf(names, patrol.unitId)!.name,
    placeName: place.name,
    pointName: point?.name.zh ?? null,
    day: patrol.day,
    startedAt: patrol.startedAt,
    submittedAt: patrol.submittedAt,
    leaderName: nameOf(names, patrol.leaderId)?.name ?? null,
    memberNames: namesOf(names, patrol.memberIds).map(({ name }) => name),
    items: checklist.map((item) => {
      const answer = patrol.answers.find(({ no }) => no === item.no);
      const { grade, share } = gradeOf(item, answer, issues);
      const leastOf = (metric: string) => item.measures.find((measure) => measure.metric === metric)?.atLeast ?? null;
      return {
        no: item.no,
        text: item.text,
        verdict: answer?.verdict ?? null,
        measures: (answer?.measures ?? []).map(({ metric, value }) => ({ metric, value, atLeast: leastOf(metric) })),
        grade,
        share,
      };
    }),
    help: inOrder(patrol.help),
    note: patrol.note,
    problems: issues.map(({ no, itemNo, text, spot, disposal, handlerName, beforeIds, afterIds }) => ({
      no,
      itemNo,
      text,
      spot,
      disposal,
      handlerName,
      beforeIds,
      afterIds,
    })),
  };
}

/** To a reader; the time of drawing may differ. */
export function saysTheSame(one: LogPaper, other: LogPaper): boolean {
  return (
    plainLog(one.text) === plainLog(other.text) &&
    one.page !== null &&
    other.page !== null &&
    differenceOf(one.page, other.page).length === 0
  );
}

/** The database gives back an object's fields in an order of its own; what is hashed needs one. */
const inOrder = ({ dissuaded, cleaned, tidied, explained }: Help): Help => ({ dissuaded, cleaned, tidied, explained });

/** What the rules of signing ask for. */
export function logOf({ patrol, present, version }: PatrolRecord): PatrolLog {
  const { id, unitId, state, day, leaderId, memberIds, reportedAt, lateReason, lateReasonById, lateReasonAt } = patrol;
  return {
    ...{ id, unitId, state, day, leaderId, memberIds, reportedAt, lateReason, lateReasonById, lateReasonAt },
    sha256: present.sha256,
    sent: version !== null && version.sentAt !== null,
    signatures: version?.signatures ?? [],
  };
}

const photosOf = (role: 'before' | 'after') =>
  sql<string[]>`ARRAY(SELECT photo_id FROM issue_photo WHERE issue_id = issue.id AND role = ${role} ORDER BY n)`;

function listFound(db: Db, patrolId: string) {
  return db
    .selectFrom('issue')
    .leftJoin('unit as handler', 'handler.id', 'issue.handlerId')
    .where('issue.patrolId', '=', patrolId)
    .orderBy('issue.no')
    .select([
      'issue.id',
      'issue.no',
      'issue.state',
      'issue.disposal',
      'issue.text',
      'issue.spot',
      'issue.itemNo',
      'issue.position',
      'handler.name as handlerName',
    ])
    .select([firstPhoto('before').as('beforeId'), firstPhoto('after').as('afterId'), photosWaiting().as('photosWaiting')])
    .select([photosOf('before').as('beforeIds'), photosOf('after').as('afterIds')])
    .execute();
}
