/** A patrol with everything around it: names, checklist, problems found, the log as it stands. */
import { sql } from 'kysely';
import { allowedActs } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At } from '#domain/kernel/day.ts';
import { writeLog } from '#domain/patrol/log.ts';
import type { Patrol, PatrolView } from '#domain/patrol/patrol.model.ts';
import { isLogLate, logDueAt, patrolWorkflow } from '#domain/patrol/patrol.rules.ts';
import type { Db } from '#server/platform/database.ts';
import { firstPhoto, photosWaiting } from '../issue/issue.store.ts';
import { findNames, nameOf, namesOf } from '../org/names.ts';
import { getChecklist, listPlaces } from '../place/place.store.ts';

export async function viewPatrol(db: Db, patrol: Patrol, actor: Actor, now: At): Promise<PatrolView> {
  const names = await findNames(db, {
    people: [patrol.leaderId, ...patrol.memberIds, patrol.submittedById, patrol.reportedById],
    units: [patrol.unitId],
  });
  const place = (await listPlaces(db, patrol.unitId)).find((one) => one.id === patrol.placeId)!;
  const checklist =
    place.checklistVersion === patrol.checklistVersion ? place.checklist : await getChecklist(db, place.id, patrol.checklistVersion);
  const issues = await listFound(db, patrol.id);
  const leader = nameOf(names, patrol.leaderId);
  const members = namesOf(names, patrol.memberIds);
  const unit = nameOf(names, patrol.unitId)!;
  return {
    ...patrol,
    place: { id: place.id, name: place.name },
    unit,
    leader,
    members,
    submittedBy: nameOf(names, patrol.submittedById),
    reportedBy: nameOf(names, patrol.reportedById),
    checklist,
    requirements: place.rule?.requirements ?? [],
    late: isLogLate(patrol, now),
    dueAt: logDueAt(patrol),
    log:
      patrol.logText ??
      writeLog({
        patrol,
        unitName: unit.name,
        placeName: place.name,
        leaderName: leader?.name ?? null,
        memberNames: members.map((member) => member.name),
        checklistLength: checklist.length,
        issues,
      }),
    channel: await findChannel(db, patrol),
    issues: issues.map(({ handlerName: _handler, ...issue }) => issue),
    acts: allowedActs(patrolWorkflow, patrol, { actor, now }),
  };
}

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
      'handler.name as handlerName',
    ])
    .select([firstPhoto('before').as('beforeId'), firstPhoto('after').as('afterId'), photosWaiting().as('photosWaiting')])
    .execute();
}

/** The group chat the notice names for this place, else any it names. */
async function findChannel(db: Db, patrol: Patrol): Promise<string | null> {
  const row = await db
    .selectFrom('channel')
    .innerJoin('notice', 'notice.id', 'channel.noticeId')
    .where('channel.unitId', '=', patrol.unitId)
    .where((eb) => eb.or([eb('channel.placeId', '=', patrol.placeId), eb('channel.placeId', 'is', null)]))
    .orderBy(sql`channel.place_id IS NULL`)
    .orderBy('notice.adoptedAt', 'desc')
    .select('channel.name')
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? null;
}
