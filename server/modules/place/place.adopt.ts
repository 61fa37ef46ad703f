/** What an adopted notice says of places: the place itself, its checklist, how it is patrolled. */
import { newId } from '#domain/kernel/id.ts';
import type { Draft, PatrolRuleDraft, PlaceDraft } from '#domain/notice/draft.model.ts';
import { isSamePlace } from '#domain/notice/identity.ts';
import type { Settlement } from '#domain/notice/notice.model.ts';
import type { ChecklistItem, PatrolRule, Source } from '#domain/place/place.model.ts';
import { usualRule, usualWeekdays } from '#domain/place/usual.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { listPartners } from '../org/org.store.ts';
import { listPlaces, saveRule } from './place.store.ts';
import { renewChecklist } from './point.store.ts';

type Call = ActCall<unknown>;

export interface Adopted {
  readonly noticeId: string;
  readonly draft: Draft;
  readonly settlements: readonly Settlement[];
}

/** Answers with the place of each key of the draft. */
export async function adoptPlaces(call: Call, adopted: Adopted): Promise<Map<string, string>> {
  const placeIds = new Map<string, string>();
  for (const drawn of adopted.draft.places) {
    const id = (await findSame(call, drawn)) ?? (await createPlace(call, adopted.noticeId, drawn));
    placeIds.set(drawn.key, id);
    if (adopted.draft.amends !== null) await renewSource(call, adopted, id, drawn);
    await adoptChecklist(call, adopted.noticeId, id, drawn);
    for (const rule of adopted.draft.patrolRules.filter((one) => one.placeKey === drawn.key)) await adoptRule(call, adopted, id, rule);
  }
  if (adopted.draft.amends?.whole === true) await endPlaces(call, adopted.draft.amends.notice, [...placeIds.values()]);
  return placeIds;
}

/** A place that only the replaced notice ordered is patrolled no longer: its rule ends. The place, its checklist and its patrols stay. */
async function endPlaces({ tx, actor, tell }: Call, amended: string, kept: readonly string[]): Promise<void> {
  const places = await listPlaces(tx, actor.unitId);
  for (const place of places.filter((one) => one.source.noticeId === amended && one.rule !== null && !kept.includes(one.id))) {
    await saveRule(tx, place.id, null);
    await tell({ name: 'place.ruleEnded', subject: { kind: 'place', id: place.id }, data: { noticeId: amended } });
  }
}

/** The amending notice is the source from now on, so that a later one ends what it ordered. */
async function renewSource({ tx }: Call, { noticeId, draft }: Adopted, id: string, drawn: PlaceDraft): Promise<void> {
  const place = await tx.selectFrom('place').select('source').where('id', '=', id).executeTakeFirstOrThrow();
  if (place.source.noticeId !== draft.amends?.notice) return;
  const source = JSON.stringify(sourceOf(noticeId, drawn.span));
  await tx.updateTable('place').set({ source }).where('id', '=', id).execute();
}

async function findSame({ tx, actor }: Call, drawn: PlaceDraft): Promise<string | null> {
  const rows = await tx
    .selectFrom('place')
    .select(['id', 'identity'])
    .where('unitId', '=', actor.unitId)
    .orderBy('sort')
    .forUpdate()
    .execute();
  const same = rows.find((row) => row.identity.key === drawn.key) ?? rows.find((row) => isSamePlace(row.identity, drawn));
  return same?.id ?? null;
}

async function createPlace({ tx, actor, tell }: Call, noticeId: string, drawn: PlaceDraft): Promise<string> {
  const id = newId();
  const partners = await listPartners(tx, actor.unitId);
  const community = partners.find(
    (partner) => partner.kind === 'community' && drawn.community !== null && partner.name.endsWith(drawn.community),
  );
  const { count } = await tx
    .selectFrom('place')
    .where('unitId', '=', actor.unitId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('place')
    .values({
      id,
      unitId: actor.unitId,
      key: drawn.key,
      kind: drawn.kind,
      name: drawn.name,
      communityId: community?.id ?? null,
      identity: JSON.stringify({ ...drawn, checklist: [] }),
      source: JSON.stringify(sourceOf(noticeId, drawn.span)),
      checklistVersion: 0,
      pointType: null,
      rule: null,
      sort: count,
    })
    .execute();
  await tell({ name: 'place.created', subject: { kind: 'place', id }, data: { name: drawn.name, noticeId } });
  return id;
}

/** A new version only where the items differ; patrols keep the version they were answered on. */
async function adoptChecklist(call: Call, noticeId: string, id: string, drawn: PlaceDraft): Promise<void> {
  if (drawn.checklist.length === 0) return;
  const items: ChecklistItem[] = drawn.checklist.map(({ no, text, measures, span }) => ({
    no,
    text,
    measures,
    source: sourceOf(noticeId, span),
  }));
  const place = (await listPlaces(call.tx, call.actor.unitId)).find((one) => one.id === id)!;
  const same = JSON.stringify(place.checklist.map(wordsOf)) === JSON.stringify(items.map(wordsOf));
  if (same) return;
  await renewChecklist(call, place, noticeId, items);
}

/** What the notice says of an item; the thresholds of the point type are none of its words. */
const wordsOf = ({ no, text, measures }: ChecklistItem) => [no, text, measures.filter(({ byType }) => !byType)];

/** Fields the notice speaks of replace the known ones, each with its sentence; the others stay. */
async function adoptRule({ tx, actor, tell }: Call, { noticeId, settlements }: Adopted, id: string, drawn: PatrolRuleDraft): Promise<void> {
  const known = (await listPlaces(tx, actor.unitId)).find((one) => one.id === id)?.rule ?? usualRule;
  const daysAWeek = drawn.daysAWeek ?? known.daysAWeek;
  const settled = settlements.find((settlement) => settlement.question.startsWith('contradiction:people'));
  const rule: PatrolRule = {
    ...known,
    daysAWeek,
    weekdays: daysAWeek === known.weekdays.length ? known.weekdays : [...usualWeekdays[daysAWeek]!],
    people: drawn.people === null ? known.people : Math.ceil(drawn.people / drawn.sharedBy),
    leaderOnDuty: drawn.leaderOnDuty ?? known.leaderOnDuty,
    requirements: [...new Set([...known.requirements, ...drawn.requirements])],
    sources: { ...known.sources },
    settlement: settled ? { zh: settled.zh, en: settled.en, byName: settled.byName } : known.settlement,
  };
  for (const [field, span] of Object.entries(drawn.spans)) {
    // The sentence that ordered a value stays its source when a later notice, or a settled contradiction, only repeats it.
    const repeats =
      rule.sources[field] !== undefined &&
      JSON.stringify(rule[field as keyof PatrolRule]) === JSON.stringify(known[field as keyof PatrolRule]);
    if (!repeats) rule.sources[field] = sourceOf(noticeId, span);
  }
  await saveRule(tx, id, rule);
  await tell({ name: 'place.ruleSet', subject: { kind: 'place', id }, data: { people: rule.people, daysAWeek: rule.daysAWeek, noticeId } });
}

export const sourceOf = (noticeId: string, [start, end]: readonly [number, number]): Source => ({ noticeId, start, end });
