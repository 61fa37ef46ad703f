/**
 * What an adopted notice orders: responsibility lists, duties, due tasks, stages, the channels for logs. What is in force already is
 * changed where the notice changes it (duty.amend.ts) and left alone where it does not.
 */
import { newId } from '#domain/kernel/id.ts';
import type { NoticeChanges } from '#domain/notice/compare.model.ts';
import type { Draft, ListDraft, TaskDraft } from '#domain/notice/draft.model.ts';
import type { Person } from '#domain/org/org.model.ts';
import { findPerson, findSection, type Named } from '#domain/org/org.rules.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { listPeople, listSections } from '../org/org.store.ts';
import { sourceOf } from '../place/place.adopt.ts';
import { amendDuty, endDuty, joinDuty } from './duty.amend.ts';
import { createDuty, type DutyWriting } from './duty.write.ts';

type Call = ActCall<unknown>;

export interface AdoptedDuties {
  readonly noticeId: string;
  readonly draft: Draft;
  /** The same draft with its dates as printed. */
  readonly printed: Draft;
  readonly placeIds: ReadonlyMap<string, string>;
  readonly changes: NoticeChanges;
}

export async function adoptDuties(call: Call, adopted: AdoptedDuties): Promise<void> {
  const { noticeId, draft, changes } = adopted;
  const changeOf = new Map(changes.duties.map((change) => [change.key, change]));
  const writing = await writingOf(call, adopted);
  for (const list of draft.lists) {
    const duties = list.duties.filter((duty) => !duty.dropped);
    const own = duties.filter((duty) => changeOf.get(duty.key)?.kind !== 'repeats');
    const listId = own.length === 0 ? null : await listFor(call, adopted, list);
    for (const [sort, duty] of duties.entries()) {
      const change = changeOf.get(duty.key);
      const known = change?.duty ?? null;
      if (known !== null && change?.kind === 'repeats') await joinDuty(call, writing, known.id, duty);
      else if (known !== null) await amendDuty(call, writing, known.id, { duty, listId: listId!, sort, fields: change?.fields ?? [] });
      else await createDuty(call, writing, { duty, listId: listId!, sort });
    }
  }
  for (const gone of changes.gone) await endDuty(call, noticeId, gone.id);
  await adoptStages(call, adopted);
  await adoptChannels(call, adopted);
}

async function writingOf({ tx, actor }: Call, { noticeId, printed, placeIds }: AdoptedDuties): Promise<DutyWriting> {
  const sections = await listSections(tx, actor.unitId);
  const people = await listPeople(tx, [actor.unitId]);
  return {
    noticeId,
    placeIds,
    printedDue: new Map(tasksOf(printed).map((task) => [task.key, task.due])),
    sectionsMeant: (owners) => sectionsMeant(owners, sections),
    leadersMeant: (leaders) => [...new Set(leaders.flatMap((leader) => leadersMeant(leader, people)))],
  };
}

const tasksOf = (draft: Draft): TaskDraft[] => draft.lists.flatMap((list) => list.duties.flatMap((duty) => duty.tasks));

const sectionsMeant = (owners: readonly string[], sections: readonly Named[]): string[] =>
  owners.flatMap((owner) => findSection(owner, sections)?.id ?? []);

/** The person of that name; '主要负责人', '主要领导' and '一把手' mean whoever heads the unit. */
function leadersMeant(wording: string, people: readonly Person[]): string[] {
  if (/主要(负责人|领导)|一把手/.test(wording))
    return people.filter((person) => person.posts.some((post) => post.kind === 'topLeader')).map((person) => person.id);
  const named = findPerson(wording, people);
  return named ? [named.id] : [];
}

/** A list of the amended notice with the same title goes on under this one; else a new list begins. */
async function listFor({ tx, actor }: Call, { noticeId, draft }: AdoptedDuties, list: ListDraft): Promise<string> {
  const amended = draft.amends?.notice;
  if (amended !== undefined) {
    const known = await tx
      .updateTable('responsibilityList')
      .set({ noticeId })
      .where('unitId', '=', actor.unitId)
      .where('noticeId', '=', amended)
      .where('title', '=', list.title)
      .returning('id')
      .executeTakeFirst();
    if (known) return known.id;
  }
  const { last } = await tx
    .selectFrom('responsibilityList')
    .where('unitId', '=', actor.unitId)
    .select((eb) => eb.fn.max<number | null>('sort').as('last'))
    .executeTakeFirstOrThrow();
  const id = newId();
  await tx
    .insertInto('responsibilityList')
    .values({ id, unitId: actor.unitId, noticeId, title: list.title, sort: (last ?? -1) + 1 })
    .execute();
  return id;
}

/** Stages of the amended notice give way to those of the same name, or all of them where it is replaced as a whole. */
async function adoptStages({ tx, actor }: Call, { noticeId, draft }: AdoptedDuties): Promise<void> {
  if (draft.amends !== null) {
    const old = tx.deleteFrom('stage').where('unitId', '=', actor.unitId).where('noticeId', '=', draft.amends.notice);
    const names = draft.stages.map((stage) => stage.name);
    if (draft.amends.whole) await old.execute();
    else if (names.length > 0) await old.where('name', 'in', names).execute();
  }
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
  if (draft.amends?.whole === true)
    await tx.deleteFrom('channel').where('unitId', '=', actor.unitId).where('noticeId', '=', draft.amends.notice).execute();
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
