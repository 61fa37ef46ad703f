/** Where a notice contradicts itself: two numbers of people for patrols of the same place. */
import type { Conflict, Item, Plan, Span } from './plan.ts';
import { settingsOf } from './setting.ts';

interface Count {
  readonly n: number;
  readonly raw: string;
  readonly span: Span;
}

export function conflictsIn(plan: Plan): Conflict[] {
  const byPlace = new Map<string, Count[]>();
  const settings = settingsOf(plan);
  for (const [index, item] of plan.items.entries()) {
    const own = settings[index]?.placeName ?? null;
    for (const place of own === null ? item.places : [own]) countsAt(byPlace, place).push(...patrolCounts(item));
  }
  return [...byPlace].flatMap(([place, counts]) => {
    const [first] = counts;
    const other = counts.find((count) => count.n !== first?.n);
    return first === undefined || other === undefined
      ? []
      : [{ message: `${place}：${first.raw}；${other.raw}`, spans: [first.span, other.span] }];
  });
}

function countsAt(byPlace: Map<string, Count[]>, place: string): Count[] {
  const counts = byPlace.get(place) ?? [];
  byPlace.set(place, counts);
  return counts;
}

/** A number sent every week to a place, or on every patrol. */
function patrolCounts(item: Item): Count[] {
  const isPatrol = item.cadences.some((cadence) => cadence.every === 'week' || cadence.every === 'patrol');
  return item.headcounts.filter((count) => count.per === 'patrol' || (isPatrol && count.per === 'once'));
}
