/** What an adopted notice orders: responsibility lists, duties, due tasks, stages, the channels for logs. */
import { dayOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import type { Draft, DutyDraft, TaskDraft } from '#domain/notice/draft.model.ts';
import { tasksOwed } from '#domain/notice/effective.ts';
import type { Person } from '#domain/org/org.model.ts';
import { findPerson, findSection, type Named } from '#domain/org/org.rules.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { listPeople, listSections } from '../org/org.store.ts';
import { sourceOf } from '../place/place.adopt.ts';

type Call = ActCall<unknown>;

export interface AdoptedDuties {
  readonly noticeId: string;
  readonly draft: Draft;
  /** The same draft with its dates as printed. */
  readonly printed: Draft;
  readonly placeIds: ReadonlyMap<string, string>;
}

export async function adoptDuties(call: Call, adopted: AdoptedDuties): Promise<void> {
  const { tx, actor } = call;
  const sections = await listSections(tx, actor.unitId);
  const people = await listPeople(tx, [actor.unitId]);
  const printedDue = new Map(tasksOf(adopted.printed).map((task) => [task.key, task.due]));
  const { count } = await tx
    .selectFrom('responsibilityList')
    .where('unitId', '=', actor.unitId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  for (const [index, list] of adopted.draft.lists.entries()) {
    const duties = list.duties.filter((duty) => !duty.dropped);
    if (duties.length === 0) continue;
    const listId = newId();
    await tx
      .insertInto('responsibilityList')
      .values({ id: listId, unitId: actor.unitId, noticeId: adopted.noticeId, title: list.title, sort: count + index })
      .execute();
    for (const [sort, duty] of duties.entries()) await createDuty(call, adopted, { duty, listId, sort, sections, people, printedDue });
  }
  await adoptStages(call, adopted);
  await adoptChannels(call, adopted);
}

const tasksOf = (draft: Draft): TaskDraft[] => draft.lists.flatMap((list) => list.duties.flatMap((duty) => duty.tasks));

interface DutyContext {
  readonly duty: DutyDraft;
  readonly listId: string;
  readonly sort: number;
  readonly sections: readonly Named[];
  readonly people: readonly Person[];
  readonly printedDue: ReadonlyMap<string, string | null>;
}

async function createDuty({ tx, actor, now, tell }: Call, { noticeId, placeIds }: AdoptedDuties, context: DutyContext): Promise<void> {
  const { duty, listId, sort, sections, people, printedDue } = context;
  const id = newId();
  const sectionIds = duty.owners.flatMap((owner) => findSection(owner, sections)?.id ?? []);
  const leaderIds = [...new Set(duty.leaders.flatMap((leader) => leadersMeant(leader, people)))];
  await tx
    .insertInto('duty')
    .values({
      id,
      unitId: actor.unitId,
      listId,
      noticeId,
      key: duty.key,
      kind: duty.kind,
      number: duty.number,
      title: duty.title,
      text: duty.text,
      owners: duty.owners,
      leaders: duty.leaders,
      sectionIds,
      leaderIds,
      placeId: duty.placeKey ? (placeIds.get(duty.placeKey) ?? null) : null,
      standard: duty.standard,
      words: duty.wordCount && JSON.stringify({ n: duty.wordCount.n, approximate: duty.wordCount.approximate }),
      photos: duty.photos && JSON.stringify({ n: duty.photos.n, kinds: duty.photos.kinds, captionFields: duty.photos.captionFields }),
      source: JSON.stringify(sourceOf(noticeId, duty.span)),
      sort,
    })
    .execute();
  await tell({ name: 'duty.created', subject: { kind: 'duty', id }, data: { noticeId } });
  for (const task of tasksOwed(duty, dayOf(now))) {
    const taskId = newId();
    const printed = printedDue.get(task.key) ?? null;
    await tx
      .insertInto('task')
      .values({
        id: taskId,
        unitId: actor.unitId,
        dutyId: id,
        state: 'todo',
        title: task.title,
        covers: task.covers,
        due: task.due,
        printedDue: printed === task.due ? null : printed,
        basis: task.basis,
        sectionIds,
        leaderIds,
        forAll: duty.owners.some(namesEverybody),
        source: JSON.stringify(sourceOf(noticeId, task.span)),
      })
      .execute();
    await tell({ name: 'task.created', subject: { kind: 'task', id: taskId }, data: { noticeId, due: task.due } });
  }
}

/** The person of that name; '主要负责人', '主要领导' and '一把手' mean whoever heads the unit. */
function leadersMeant(wording: string, people: readonly Person[]): string[] {
  if (/主要(负责人|领导)|一把手/.test(wording))
    return people.filter((person) => person.posts.some((post) => post.kind === 'topLeader')).map((person) => person.id);
  const named = findPerson(wording, people);
  return named ? [named.id] : [];
}

/** '各科室', '全办各科室', '全体干部职工', '机关' */
const namesEverybody = (owner: string): boolean => /^(各|全|所有|机关)|干部职工|工作人员/.test(owner);

async function adoptStages({ tx, actor }: Call, { noticeId, draft }: AdoptedDuties): Promise<void> {
  if (draft.stages.length === 0) return;
  await tx
    .insertInto('stage')
    .values(
      draft.stages.map((stage, sort) => ({
        id: newId(),
        unitId: actor.unitId,
        noticeId,
        name: stage.name,
        fromMonth: stage.from,
        toMonth: stage.to,
        source: JSON.stringify(sourceOf(noticeId, stage.span)),
        sort,
      })),
    )
    .execute();
}

async function adoptChannels({ tx, actor }: Call, { noticeId, draft, placeIds }: AdoptedDuties): Promise<void> {
  if (draft.channels.length === 0) return;
  await tx
    .insertInto('channel')
    .values(
      draft.channels.map((channel, sort) => ({
        unitId: actor.unitId,
        noticeId,
        sort,
        name: channel.name,
        placeId: channel.placeKey ? (placeIds.get(channel.placeKey) ?? null) : null,
      })),
    )
    .execute();
}
