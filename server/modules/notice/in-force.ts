/** What is in force in a unit, as a new notice is held against it. Six queries, however much there is. */
import type { DutyInForce, InForce, PlaceInForce } from '#domain/notice/in-force.ts';
import type { Db } from '#server/platform/database.ts';

export async function readInForce(db: Db, unitId: string): Promise<InForce> {
  return {
    duties: await readDuties(db, unitId),
    places: await readPlaces(db, unitId),
    stages: await db
      .selectFrom('stage')
      .where('unitId', '=', unitId)
      .orderBy('sort')
      .select(['noticeId', 'name', 'fromMonth as from', 'toMonth as to'])
      .execute(),
    members: await db
      .selectFrom('groupMember')
      .innerJoin('person', 'person.id', 'groupMember.personId')
      .where('groupMember.unitId', '=', unitId)
      .orderBy('groupMember.sort')
      .select(['groupMember.noticeId', 'groupMember.groupName as group', 'groupMember.role', 'groupMember.post', 'person.name'])
      .execute(),
  };
}

async function readDuties(db: Db, unitId: string): Promise<DutyInForce[]> {
  const duties = await db
    .selectFrom('duty')
    .innerJoin('responsibilityList', 'responsibilityList.id', 'duty.listId')
    .innerJoin('notice', 'notice.id', 'duty.noticeId')
    .where('duty.unitId', '=', unitId)
    .where('duty.endedAt', 'is', null)
    .orderBy('responsibilityList.sort')
    .orderBy('duty.sort')
    .select(['duty.id', 'duty.noticeId', 'duty.kind', 'duty.number', 'duty.title', 'duty.text', 'duty.owners', 'duty.leaders'])
    .select(['duty.standard', 'duty.words', 'duty.photos', 'notice.number as noticeNumber', 'responsibilityList.title as listTitle'])
    .execute();
  const tasks = await db
    .selectFrom('task')
    .where('unitId', '=', unitId)
    .where('state', '<>', 'withdrawn')
    .select(['dutyId', 'due', 'basis', 'state'])
    .execute();
  const tasksOf = Map.groupBy(tasks, (task) => task.dutyId);
  return duties.map(({ words, photos, ...duty }) => ({
    ...duty,
    words: words?.n ?? null,
    photos: photos?.n ?? null,
    tasks: (tasksOf.get(duty.id) ?? []).map(({ due, basis, state }) => ({
      due,
      derived: basis === 'derived',
      open: state !== 'done',
      worked: state !== 'todo',
    })),
  }));
}

async function readPlaces(db: Db, unitId: string): Promise<PlaceInForce[]> {
  const rows = await db
    .selectFrom('place')
    .leftJoin('checklist', (join) =>
      join.onRef('checklist.placeId', '=', 'place.id').onRef('checklist.version', '=', 'place.checklistVersion'),
    )
    .where('place.unitId', '=', unitId)
    .orderBy('place.sort')
    .select(['place.identity', 'place.source', 'place.rule', 'checklist.items'])
    .execute();
  return rows.map(({ identity, source, rule, items }) => ({
    identity,
    noticeId: source.noticeId,
    checklist: (items ?? []).map((item) => item.text),
    rule,
  }));
}
