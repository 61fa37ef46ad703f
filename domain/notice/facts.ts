/** All facts in the words of one item. */
import type { Item, Span } from './plan.ts';
import { cadencesIn } from './recognise/cadences.ts';
import { headcountsIn, measuresIn, photosIn, wordCountsIn } from './recognise/counts.ts';
import { deadlinesIn } from './recognise/dates.ts';
import { formsIn } from './recognise/forms.ts';
import { inNotes, leadersIn, ownersIn } from './recognise/owners.ts';
import { placesIn } from './recognise/places.ts';
import { channelsIn, receiversIn } from './recognise/reports.ts';
import { type Passage, unique } from './recognise/text.ts';

/** The item whose words stand at `span`. */
export function itemAt(source: string, span: Span, year: number | null, path: string, title: string): Item {
  const passage: Passage = { text: source.slice(span[0], span[1]), base: span[0], year };
  return {
    path,
    text: passage.text,
    title,
    owners: ownersIn(passage),
    leaders: leadersIn(passage),
    deadlines: deadlinesIn(passage),
    cadences: cadencesIn(passage),
    headcounts: headcountsIn(passage),
    wordCounts: wordCountsIn(passage),
    photos: photosIn(passage),
    places: unique(placesIn(passage).map((place) => place.name)),
    measures: measuresIn(passage),
    reportTo: receiversIn(passage),
    channels: channelsIn(passage),
    forms: formsIn(passage),
    span,
  };
}

/** A day, a number, a cadence or a note of its owner (（甲局负责）) orders something even in a descriptive paragraph. */
export function hasHardFacts(item: Item): boolean {
  if (inNotes({ text: item.text, base: 0, year: null }).length > 0) return true;
  return (
    item.deadlines.some((one) => one.date !== undefined) || item.cadences.length > 0 || item.wordCounts.length > 0 || item.photos.length > 0
  );
}
