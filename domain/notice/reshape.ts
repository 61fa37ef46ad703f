/**
 * Items parted and joined by the clerk's hand, before the draft is made of them: a sentence that orders two things becomes two
 * duties, two sentences that order one thing become one. The words stay the notice's own, and each part is read again by itself.
 */
import type { Correction } from './draft.model.ts';
import { itemAt } from './facts.ts';
import { shortTitle } from './outline.ts';
import { type Item, type Plan, Span } from './plan.ts';
import { unique } from './recognise/text.ts';
import { noticeYear } from './years.ts';

/** What a clerk may do to the list of duties itself: `cuts` and `mergedInto` of a duty, `addedItems` of the notice. */
const structuralFields = ['cuts', 'mergedInto', 'addedItems'] as const;

export const isStructural = (field: string): boolean => (structuralFields as readonly string[]).includes(field);

/** The plan with its items parted and joined, in the order the corrections were made. What names an item that is gone does nothing. */
export function reshape(plan: Plan, text: string, corrections: readonly Correction[]): Plan {
  const items = corrections.reduce<readonly Item[]>((now, { target, field, value }) => {
    if (field === 'addedItems' && isSpans(value)) return withAdded(now, value, text, noticeYear(plan));
    if (!target.startsWith('duty:')) return now;
    const path = target.slice('duty:'.length);
    if (field === 'cuts' && isCuts(value)) return parted(now, path, value, text, noticeYear(plan));
    if (field === 'mergedInto' && typeof value === 'string') return merged(now, path, value, text);
    return now;
  }, plan.items);
  return items === plan.items ? plan : { ...plan, items: items.toSorted((a, b) => a.span[0] - b.span[0]) };
}

const isCuts = (value: unknown): value is number[] => Array.isArray(value) && value.every((cut) => Number.isSafeInteger(cut));

const isSpans = (value: unknown): value is Span[] => Array.isArray(value) && value.every((span) => Span.safeParse(span).success);

/** Passages the clerk points at become items, keyed by where they stand. */
function withAdded(items: readonly Item[], spans: readonly Span[], text: string, year: number | null): readonly Item[] {
  const words = spans.flatMap(([start, end]) => trimmed(Math.min(start, text.length), Math.min(end, text.length), text));
  const added = words.map((span) => itemAt(text, span, year, `+${span[0]}`, shortTitle(text.slice(...span))));
  // The same words marked twice, also with other white space before them, are one duty.
  const paths = new Set(items.map(({ path }) => path));
  return [...items, ...added.filter(({ path }) => !paths.has(path) && paths.add(path))];
}

/** Parts are keyed PATH/1, PATH/2. A part that names no owner of its own keeps the owners of the whole. */
function parted(items: readonly Item[], path: string, cuts: readonly number[], text: string, year: number | null): readonly Item[] {
  return items.flatMap((item) => {
    if (item.path !== path) return [item];
    const spans = spansBetween(item.span, cuts, text);
    if (spans.length < 2) return [item];
    return spans.map((span, index) => partOf(item, itemAt(text, span, year, `${path}/${index + 1}`, shortTitle(text.slice(...span)))));
  });
}

function spansBetween([start, end]: Span, cuts: readonly number[], text: string): Span[] {
  const inside = [...new Set(cuts)].filter((cut) => cut > start && cut < end).sort((a, b) => a - b);
  const edges = [start, ...inside, end];
  return edges.slice(0, -1).flatMap((from, index) => trimmed(from, edges[index + 1] ?? end, text));
}

function trimmed(from: number, to: number, text: string): Span[] {
  const words = text.slice(from, to);
  const lead = words.length - words.trimStart().length;
  return words.trim() === '' ? [] : [[from + lead, from + words.trimEnd().length]];
}

/** Days printed beside the words (the deadline cell of a row) hold for every part. */
function partOf(whole: Item, part: Item): Item {
  const beside = whole.deadlines.filter(({ span }) => span[0] < whole.span[0] || span[1] > whole.span[1]);
  return {
    ...part,
    owners: part.owners.length > 0 ? part.owners : whole.owners,
    leaders: part.leaders.length > 0 ? part.leaders : whole.leaders,
    places: part.places.length > 0 ? part.places : whole.places,
    deadlines: [...part.deadlines, ...beside],
    ...(whole.cells === undefined ? {} : { cells: whole.cells }),
  };
}

/** The item joins the other and takes over its key; their facts stand together, in the order of the text. */
function merged(items: readonly Item[], path: string, into: string, text: string): readonly Item[] {
  const joining = items.find((item) => item.path === path);
  const other = items.find((item) => item.path === into);
  if (joining === undefined || other === undefined || joining === other) return items;
  const [first, second] = joining.span[0] < other.span[0] ? [joining, other] : [other, joining];
  const neighbours = !items.some(
    (item) => item !== first && item !== second && item.span[0] >= first.span[1] && item.span[1] <= second.span[0],
  );
  const span: Span = neighbours ? [first.span[0], second.span[1]] : other.span;
  const both: Item = {
    ...other,
    title: first.title,
    text: neighbours && sameLine(text, first.span[1], second.span[0]) ? text.slice(...span) : `${first.text}\n${second.text}`,
    owners: unique([...first.owners, ...second.owners]),
    leaders: unique([...first.leaders, ...second.leaders]),
    deadlines: [...first.deadlines, ...second.deadlines],
    cadences: [...first.cadences, ...second.cadences],
    headcounts: [...first.headcounts, ...second.headcounts],
    wordCounts: [...first.wordCounts, ...second.wordCounts],
    photos: [...first.photos, ...second.photos],
    places: unique([...first.places, ...second.places]),
    measures: [...first.measures, ...second.measures],
    reportTo: [...first.reportTo, ...second.reportTo],
    channels: [...first.channels, ...second.channels],
    forms: [...(first.forms ?? []), ...(second.forms ?? [])],
    span,
  };
  return items.flatMap((item) => (item === joining ? [] : item === other ? [both] : [item]));
}

const sameLine = (text: string, from: number, to: number): boolean =>
  text.slice(from, to).trim() === '' && !text.slice(from, to).includes('\n');
