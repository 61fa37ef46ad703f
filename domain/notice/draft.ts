/** From the plan to the draft: what adopting the notice would set to work. Nothing is decided here that the notice does not say. */
import type { ChecklistLine, Draft, DutyDraft, ListDraft, MemberDraft, PlaceDraft, StageDraft } from './draft.model.ts';
import { type PatrolSource, patrolRulesOf } from './draftPatrols.ts';
import { tasksOf } from './draftTasks.ts';
import { keyOfName, placesOf } from './identity.ts';
import { partnersOf } from './partners.ts';
import type { Doubt, Heading, Item, Plan } from './plan.ts';
import { unique } from './recognise/text.ts';
import { standardIn } from './rows.ts';
import { type Setting, settingsOf } from './setting.ts';

/** An item with where it stands and what it becomes. */
interface Placed {
  readonly item: Item;
  readonly setting: Setting;
  readonly duty: DutyDraft;
  readonly placeKeys: readonly string[];
}

export function draftFrom(plan: Plan): Draft {
  const places = placesOf(plan);
  const settings = settingsOf(plan);
  const placed = plan.items.flatMap((item, index): Placed[] => {
    const setting = settings[index];
    return setting === undefined ? [] : [placeItem(plan, places, item, setting)];
  });
  const sources = placed.filter((one): one is Placed & PatrolSource => one.duty.kind !== 'inspection' && one.placeKeys.length > 0);
  return {
    lists: listsOf(plan, placed),
    places: places.map((place) => ({ ...place, checklist: checklistOf(place, placed) })),
    patrolRules: patrolRulesOf(sources),
    members: membersOf(plan),
    officeSection: plan.officeSection?.raw ?? null,
    stages: plan.stages.map((stage, index): StageDraft => ({ key: `${index + 1}:${stage.name}`, ...stage })),
    partners: partnersOf(plan, places),
    channels: channelsOf(placed),
    unread: plan.unread ?? [],
    doubts: doubtsAbout(plan, null),
    accepted: [],
    amends: null,
  };
}

/** The least certain first. */
function doubtsAbout(plan: Plan, path: string | null): Doubt[] {
  return (plan.doubts ?? []).filter((doubt) => doubt.path === path).sort((a, b) => a.confidence - b.confidence);
}

const distinctForms = ({ forms = [] }: Item): DutyDraft['forms'] =>
  forms.filter((form, index) => forms.findIndex((other) => other.raw === form.raw) === index);

const tellsHow = /措施|保障|要求|制度|方式/;

function placeItem(plan: Plan, places: readonly PlaceDraft[], item: Item, setting: Setting): Placed {
  const ownPlace = setting.placeName === null ? null : keyOfName(plan, places, setting.placeName);
  const kind = ownPlace === null ? 'duty' : tellsHow.test(setting.above.at(-1)?.text ?? '') ? 'measure' : 'inspection';
  const named = item.places.flatMap((name) => keyOfName(plan, places, name) ?? []);
  const duty: DutyDraft = {
    key: item.path,
    kind,
    number: (item.path.split('>').at(-1) ?? '').replace(/#\d+$|^\+\d+/, ''),
    title: item.title,
    text: item.text,
    owners: item.owners,
    leaders: item.leaders,
    placeKey: ownPlace,
    standard: item.cells === undefined ? null : standardIn(item.cells),
    wordCount: item.wordCounts[0] ?? null,
    photos: item.photos[0] ?? null,
    forms: kind === 'inspection' ? [] : distinctForms(item),
    tasks: kind === 'inspection' ? [] : tasksOf(item, plan),
    span: item.span,
    dropped: false,
    separate: false,
    doubts: doubtsAbout(plan, item.path),
  };
  return { item, setting, duty, placeKeys: ownPlace === null ? unique(named) : [ownPlace] };
}

/** A list, an annex or a short document is one list; a plan gives one list for each of its sections. */
function listsOf(plan: Plan, placed: readonly Placed[]): ListDraft[] {
  const lists = new Map<string, { title: string; duties: DutyDraft[] }>();
  const sectioned = new Set(
    placed.filter(({ setting }) => setting.above.some((heading) => heading.level === 1)).map(({ setting }) => setting.document),
  );
  for (const one of placed) {
    const { key, title } = listOf(plan, one, sectioned);
    const list = lists.get(key) ?? { title, duties: [] };
    list.duties.push(one.duty);
    lists.set(key, list);
  }
  return [...lists].map(([key, list]) => ({
    key,
    title: list.title,
    duties: list.duties,
    span: [firstStart(list.duties), lastEnd(list.duties)],
  }));
}

/** `sectioned`: documents in which some item stands below a section heading of its own. */
function listOf(plan: Plan, one: Placed, sectioned: ReadonlySet<Heading | null>): { key: string; title: string } {
  const document = one.setting.document;
  const section = one.setting.above.find((heading) => heading.level === 1);
  const title = document?.text ?? plan.title ?? '';
  const documentKey = document === null ? '' : document.number === '' ? document.text : document.number;
  const table = tableOf(plan, one);
  if (table !== null && (section === undefined || section.span[0] < table.start))
    return { key: `list:${documentKey}:table${table.no}`, title };
  if (section === undefined || (document !== null && isList(document)) || !sectioned.has(document))
    return { key: `list:${documentKey}`, title };
  return { key: `list:${documentKey}:${section.number}`, title: section.text };
}

/** The table whose row the item is; a section row inside it (一、…) parts it like a section of the text. */
function tableOf(plan: Plan, { item }: Placed): { no: number; start: number } | null {
  if (item.cells === undefined) return null;
  const index = plan.tables.findIndex((table) => table.span[0] <= item.span[0] && item.span[1] <= table.span[1]);
  return index < 0 ? null : { no: index + 1, start: plan.tables[index]?.span[0] ?? 0 };
}

function isList(document: Heading): boolean {
  return /清单|名单|分工|一览表|任务表|分解表|考评指标|指标$/.test(document.text);
}

function firstStart(duties: readonly DutyDraft[]): number {
  return duties.reduce((first, duty) => Math.min(first, duty.span[0]), Number.MAX_SAFE_INTEGER);
}

function lastEnd(duties: readonly DutyDraft[]): number {
  return duties.reduce((last, duty) => Math.max(last, duty.span[1]), 0);
}

function checklistOf(place: PlaceDraft, placed: readonly Placed[]): ChecklistLine[] {
  return placed
    .filter(({ duty }) => duty.kind === 'inspection' && duty.placeKey === place.key)
    .map(({ item }, index) => ({
      no: index + 1,
      text: item.text,
      measures: item.measures.map(({ metric, atLeast, unit }) => ({ metric, atLeast, unit })),
      span: item.span,
    }));
}

function membersOf(plan: Plan): MemberDraft[] {
  const seen = new Set<string>();
  return plan.people.map((person, index) => {
    const key = `${person.group}|${person.role}|${person.name}`;
    const repeated = seen.has(key);
    seen.add(key);
    return memberOf(person, repeated ? `${key}#${index}` : key);
  });
}

function memberOf(person: Plan['people'][number], key: string): MemberDraft {
  return {
    key,
    group: person.group,
    role: person.role,
    name: person.name,
    post: person.post,
    concurrent: person.concurrent ?? false,
    span: person.span,
  };
}

/** Groups through which reports go, with the place whose reports they carry. A public account receives none. */
function channelsOf(placed: readonly Placed[]): Draft['channels'] {
  const channels = placed.flatMap(({ item, duty }) =>
    item.channels
      .filter((channel) => /群$/.test(channel.raw))
      .map((channel) => ({ key: channel.raw, name: channel.raw, placeKey: duty.placeKey, span: channel.span })),
  );
  return channels.filter((channel, index) => channels.findIndex((other) => other.key === channel.key) === index);
}
