/**
 * A draft held against what is in force: which duties are new, changed, the same, repeated or gone. Pure; the screen shows it and
 * adopting carries it out, so what a clerk saw is what happens.
 */
import type { DutyChange, EntryChange, FieldChange, NoticeChanges } from './compare.model.ts';
import type { Draft, DutyDraft, PatrolRuleDraft, PlaceDraft } from './draft.model.ts';
import { isSamePlace } from './identity.ts';
import type { DutyInForce, InForce, PlaceInForce } from './in-force.ts';
import { listedDuties, type Match, matchDuties } from './match.ts';

export function compareWithForce(draft: Draft, inForce: InForce): NoticeChanges {
  const amended = draft.amends?.notice ?? null;
  const duties = listedDuties(draft);
  const matches = matchDuties(duties, inForce.duties, amended);
  const matched = new Set([...matches.values()].map(({ old }) => old.id));
  return {
    duties: duties.map(({ duty }) => changeOf(duty, matches.get(duty.key), amended)),
    gone: inForce.duties.filter((old) => draft.amends?.whole === true && old.noticeId === amended && !matched.has(old.id)).map(goneDuty),
    others: [
      ...placeChanges(draft, inForce),
      ...ruleChanges(draft, inForce),
      ...stageChanges(draft, inForce),
      ...memberChanges(draft, inForce),
    ],
  };
}

function changeOf(duty: DutyDraft, match: Match | undefined, amended: string | null): DutyChange {
  if (match === undefined || (match.old.noticeId !== amended && duty.separate))
    return { key: duty.key, kind: 'new', duty: null, likeness: null, fields: [] };
  const { id, noticeId, noticeNumber, listTitle, number, title } = match.old;
  const fields = differences(duty, match.old);
  return {
    key: duty.key,
    kind: noticeId !== amended ? 'repeats' : fields.length > 0 ? 'changed' : 'same',
    duty: { id, noticeId, noticeNumber, listTitle, number, title },
    likeness: match.likeness,
    fields,
  };
}

function differences(duty: DutyDraft, old: DutyInForce): FieldChange[] {
  return changedFields([
    ['text', old.text, duty.text],
    ['owners', old.owners, duty.owners],
    ['leaders', old.leaders, duty.leaders],
    ['standard', old.standard, duty.standard],
    ['words', old.words, duty.wordCount?.n ?? null],
    ['photos', old.photos, duty.photos?.n ?? null],
    ['due', daysOf(old.tasks.filter((task) => !task.derived)), daysOf(duty.tasks.filter((task) => task.basis !== 'derived'))],
  ]);
}

const daysOf = (tasks: readonly { readonly due: string | null }[]): string[] =>
  [...new Set(tasks.flatMap((task) => task.due ?? []))].sort();

type Shown = string | number | boolean | null | readonly string[];

function changedFields(rows: readonly (readonly [field: string, was: Shown, now: Shown])[]): FieldChange[] {
  return rows.flatMap(([field, was, now]) =>
    JSON.stringify(was) === JSON.stringify(now) ? [] : [{ field, was: shown(was), now: shown(now) }],
  );
}

const shown = (value: Shown): FieldChange['was'] => (Array.isArray(value) ? [...value] : (value as string | number | boolean | null));

function goneDuty(old: DutyInForce): NoticeChanges['gone'][number] {
  const { id, listTitle, number, title, tasks } = old;
  return { id, listTitle, number, title, openTasks: tasks.filter((task) => task.open).length, hasWork: tasks.some((task) => task.worked) };
}

/** New, changed or gone by name. What another notice ordered never goes. */
function entryChange(target: string, name: string, isNew: boolean, fields: readonly FieldChange[]): EntryChange[] {
  if (isNew) return [{ target, kind: 'new', name, fields: [] }];
  return fields.length > 0 ? [{ target, kind: 'changed', name, fields: [...fields] }] : [];
}

const endsWith = (draft: Draft, noticeId: string): boolean => draft.amends?.whole === true && draft.amends.notice === noticeId;

const samePlace = (drawn: PlaceDraft, places: readonly PlaceInForce[]): PlaceInForce | undefined =>
  places.find((one) => one.identity.key === drawn.key) ?? places.find((one) => isSamePlace(one.identity, drawn));

function placeChanges(draft: Draft, { places }: InForce): EntryChange[] {
  const known = draft.places.map((drawn) => samePlace(drawn, places));
  const gone = places.filter((old) => endsWith(draft, old.noticeId) && old.rule !== null && !known.includes(old));
  return [
    ...draft.places.flatMap((drawn, index) => {
      const old = known[index];
      const items = drawn.checklist.map((line) => line.text);
      const differs = old !== undefined && items.length > 0 ? changedFields([['checklist', old.checklist, items]]) : [];
      return entryChange(`place:${drawn.key}`, drawn.name, old === undefined, differs);
    }),
    ...gone.map(({ identity }): EntryChange => ({ target: `place:${identity.key}`, kind: 'gone', name: identity.name, fields: [] })),
  ];
}

function ruleChanges(draft: Draft, { places }: InForce): EntryChange[] {
  return draft.patrolRules.flatMap((drawn) => {
    const place = draft.places.find((one) => one.key === drawn.placeKey);
    const rule = place === undefined ? undefined : samePlace(place, places)?.rule;
    if (place === undefined || rule === undefined) return [];
    return entryChange(`patrolRule:${drawn.key}`, place.name, rule === null, rule === null ? [] : ruleDifferences(drawn, rule));
  });
}

/** A field the notice does not speak of stays. */
function ruleDifferences(drawn: PatrolRuleDraft, rule: NonNullable<PlaceInForce['rule']>): FieldChange[] {
  return changedFields([
    ['daysAWeek', rule.daysAWeek, drawn.daysAWeek ?? rule.daysAWeek],
    ['people', rule.people, drawn.people === null ? rule.people : Math.ceil(drawn.people / drawn.sharedBy)],
    ['leaderOnDuty', rule.leaderOnDuty, drawn.leaderOnDuty ?? rule.leaderOnDuty],
  ]);
}

function stageChanges(draft: Draft, { stages }: InForce): EntryChange[] {
  const ofAmended = stages.filter((old) => old.noticeId === draft.amends?.notice);
  return [
    ...draft.stages.flatMap((stage) => {
      const old = ofAmended.find((one) => one.name === stage.name);
      const differs =
        old === undefined
          ? []
          : changedFields([
              ['from', old.from, stage.from],
              ['to', old.to, stage.to],
            ]);
      return entryChange(`stage:${stage.key}`, stage.name, old === undefined, differs);
    }),
    ...ofAmended
      .filter((old) => endsWith(draft, old.noticeId) && !draft.stages.some((stage) => stage.name === old.name))
      .map(({ name }): EntryChange => ({ target: name, kind: 'gone', name, fields: [] })),
  ];
}

/** A new list of a group takes the place of the old one, so whoever it leaves out is gone. */
function memberChanges(draft: Draft, { members }: InForce): EntryChange[] {
  const groups = new Set(draft.members.map((member) => member.group));
  const isReplaced = (old: InForce['members'][number]): boolean =>
    draft.amends !== null && old.noticeId === draft.amends.notice && (draft.amends.whole || groups.has(old.group));
  return [
    ...draft.members.flatMap((member) => {
      const old = members.find((one) => one.name === member.name && one.group === member.group);
      const differs =
        old === undefined
          ? []
          : changedFields([
              ['role', old.role, member.role],
              ['post', old.post, member.post],
            ]);
      return entryChange(`member:${member.key}`, member.name, old === undefined, differs);
    }),
    ...members
      .filter((old) => isReplaced(old) && !draft.members.some((member) => member.name === old.name && member.group === old.group))
      .map(({ name }): EntryChange => ({ target: name, kind: 'gone', name, fields: [] })),
  ];
}
