/** What a point type makes of the items of a notice. Pure. */
import { Problem } from '../kernel/problem.ts';
import type { ChecklistItem } from './place.model.ts';
import type { Grade, GradeStep, PlaceKind, PointBody, PointType } from './point.model.ts';

/**
 * The items with the thresholds and states of the type. What the notice says stays: a number it asks for keeps the notice's threshold,
 * and its words and sentence are untouched.
 */
export function withPoint(items: readonly ChecklistItem[], point: PointBody | null): ChecklistItem[] {
  if (!point) return [...items];
  return items.map((item) => {
    const added = point.thresholds.filter(
      ({ metric, about }) => speaksOf(item.text, about) && !item.measures.some((measure) => isSameMetric(measure.metric, metric)),
    );
    const scale =
      point.scales.find(({ about }) => about.length > 0 && speaksOf(item.text, about)) ??
      point.scales.find(({ about }) => about.length === 0);
    return {
      ...item,
      measures: [...item.measures, ...added.map(({ metric, atLeast, unit }) => ({ metric, atLeast, unit, byType: true }))],
      ...(scale ? { scale: scale.steps } : {}),
    };
  });
}

/** A notice may print 路灯亮灯率 where the list of thresholds says 亮灯率. */
function isSameMetric(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a);
}

function speaksOf(text: string, about: readonly string[]): boolean {
  return about.length === 0 || about.some((word) => text.includes(word));
}

/** The type a place has: the one chosen for it, else the one its kind takes by itself. */
export function pointOf(
  types: readonly PointType[],
  place: { readonly kind: PlaceKind; readonly pointType: string | null },
): PointType | null {
  return types.find(({ key }) => key === place.pointType) ?? types.find(({ kinds }) => kinds.includes(place.kind)) ?? null;
}

/** The state that so many faults leave an item in; null where the type has no scale for it. */
export function gradeFor(steps: readonly GradeStep[] | undefined, faults: number): Grade | null {
  return steps?.find(({ upTo }) => upTo === null || faults <= upTo)?.grade ?? null;
}

export function shareOf(steps: readonly GradeStep[] | undefined, grade: Grade | null): number | null {
  return steps?.find((step) => step.grade === grade)?.share ?? null;
}

/** A scale must get worse with every step and leave no number of faults without a state. */
export function checkPoint(point: PointBody): void {
  for (const { steps } of point.scales) {
    const falls = steps.every((step, i) => {
      const before = steps[i - 1];
      return !before || (before.upTo !== null && (step.upTo === null || step.upTo > before.upTo) && step.share < before.share);
    });
    if (!falls || steps.at(-1)?.upTo !== null || new Set(steps.map(({ grade }) => grade)).size < steps.length)
      throw new Problem('point.badScale');
  }
  const metrics = point.thresholds.map(({ metric }) => metric);
  if (new Set(metrics).size < metrics.length) throw new Problem('point.metricTwice');
}
