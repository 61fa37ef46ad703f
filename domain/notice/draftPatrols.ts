/** How places are patrolled: from the measures under a place, and from an item that sends people to places named in it. */
import type { DutyDraft, PatrolRuleDraft } from './draft.model.ts';
import type { Item, Span } from './plan.ts';
import { matchesOf, type Passage } from './recognise/text.ts';

export interface PatrolSource {
  readonly item: Item;
  readonly duty: DutyDraft;
  /** Keys of the places it speaks of. */
  readonly placeKeys: readonly string[];
}

const isPatrolText = /巡查|值班|带班|巡逻|协助/;
const dress = /着[^，。；\n]{2,24}(?:服装|标识|马甲|制服|袖标)|携带[^，。；\n]{2,20}|佩戴[^，。；\n]{2,16}/g;

/** One rule for each place; a second one only where the notice gives the same place other numbers. */
export function patrolRulesOf(sources: readonly PatrolSource[]): PatrolRuleDraft[] {
  const rules: PatrolRuleDraft[] = [];
  for (const source of sources) {
    for (const placeKey of source.placeKeys) {
      const found = ruleFrom(source, placeKey);
      if (found !== null) addRule(rules, found);
    }
  }
  return rules;
}

function ruleFrom({ item, duty, placeKeys }: PatrolSource, placeKey: string): PatrolRuleDraft | null {
  const passage: Passage = { text: item.text, base: item.span[0], year: null };
  const week = patrolDays(item);
  const people = item.headcounts.find((count) => count.n <= 50 && (count.per === 'patrol' || (week !== undefined && count.per === 'once')));
  const leader = matchesOf(passage, /领导带班|带班领导/g)[0];
  const requirements = matchesOf(passage, dress);
  if ((week === undefined && people === undefined) || !isPatrolText.test(item.text)) return null;
  return {
    key: placeKey,
    placeKey,
    daysAWeek: week?.times ?? null,
    people: people?.n ?? null,
    sharedBy: duty.kind === 'measure' ? 1 : placeKeys.length,
    leaderOnDuty: leader === undefined ? null : true,
    requirements: requirements.map((match) => match.raw),
    spans: spans([
      ['daysAWeek', week?.span],
      ['people', people?.span],
      ['leaderOnDuty', leader?.span],
      ['requirements', requirements[0]?.span],
    ]),
  };
}

/** How many days a week are walked. 每周五大扫除 beside daily patrols is no number of patrol days; every day is every working day. */
function patrolDays(item: Item): { readonly times: number; readonly span: Span } | undefined {
  const weekly = item.cadences.find((cadence) => cadence.every === 'week' && cadence.times <= 7 && !isOneWeekday(item, cadence.span));
  if (weekly !== undefined) return weekly;
  const daily = item.cadences.find(
    (cadence) => cadence.every === 'day' && /^[^。；]{0,24}(?:巡查|巡逻|值班|值守)/.test(item.text.slice(cadence.span[1] - item.span[0])),
  );
  return daily && { times: 5, span: daily.span };
}

/** 每周五: a day of the week, not five times. */
const isOneWeekday = (item: Item, [start, end]: Span): boolean =>
  /^每周$/.test(item.text.slice(start - item.span[0], end - item.span[0])) &&
  /^[一二三四五六日天](?![次天场、和])/.test(item.text.slice(end - item.span[0]));

function spans(entries: readonly (readonly [string, Span | undefined])[]): Record<string, Span> {
  return Object.fromEntries(entries.flatMap(([field, span]) => (span === undefined ? [] : [[field, span]])));
}

function addRule(rules: PatrolRuleDraft[], rule: PatrolRuleDraft): void {
  const known = rules.findIndex((one) => one.placeKey === rule.placeKey && !differ(one, rule));
  const first = rules[known];
  if (first !== undefined) rules[known] = joined(first, rule);
  else {
    const times = rules.filter((one) => one.placeKey === rule.placeKey).length;
    rules.push(times === 0 ? rule : { ...rule, key: `${rule.placeKey}#${times + 1}` });
  }
}

function differ(a: PatrolRuleDraft, b: PatrolRuleDraft): boolean {
  const daysDiffer = a.daysAWeek !== null && b.daysAWeek !== null && a.daysAWeek !== b.daysAWeek;
  return daysDiffer || (a.people !== null && b.people !== null && (a.people !== b.people || a.sharedBy !== b.sharedBy));
}

function joined(a: PatrolRuleDraft, b: PatrolRuleDraft): PatrolRuleDraft {
  return {
    ...a,
    daysAWeek: a.daysAWeek ?? b.daysAWeek,
    people: a.people ?? b.people,
    sharedBy: a.people === null ? b.sharedBy : a.sharedBy,
    leaderOnDuty: a.leaderOnDuty ?? b.leaderOnDuty,
    requirements: [...new Set([...a.requirements, ...b.requirements])],
    spans: { ...b.spans, ...a.spans },
  };
}
