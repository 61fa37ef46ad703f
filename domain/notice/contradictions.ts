/** Patrol numbers on which two notices, or two passages of one, do not agree. */
import type { Correction, Draft, Passage, PatrolRuleDraft, PlaceDraft, Question } from './draft.model.ts';
import { isSamePlace } from './identity.ts';

/** A notice with its draft, as corrected so far. */
export interface Subject {
  readonly id: string;
  readonly number: string | null;
  readonly text: string;
  readonly draft: Draft;
}

type Field = 'people' | 'daysAWeek';

/** What one passage says of one place. `notice` is null for the notice that is asked about. */
interface Side {
  readonly notice: string | null;
  readonly subject: Subject;
  readonly rule: PatrolRuleDraft;
}

interface Disagreement {
  readonly place: PlaceDraft;
  readonly sides: readonly Side[];
  /** Places with the same signature are asked about together. */
  readonly signature: string;
}

export function contradictions(subject: Subject, others: readonly Subject[]): Question[] {
  return (['people', 'daysAWeek'] as const).flatMap((field) =>
    [...groups(disagreements(subject, others, field))].map(([signature, group]) => questionOf(field, signature, group)),
  );
}

function disagreements(subject: Subject, others: readonly Subject[], field: Field): Disagreement[] {
  return subject.draft.places.flatMap((place) => {
    const own = sidesAt(subject, place, field, null);
    const sides = [...own, ...others.flatMap((other) => sidesAt(other, place, field, other.id))];
    const values = [...new Set(sides.map((side) => worth(side.rule, field)))];
    if (own.length === 0 || values.length < 2) return [];
    const signature = sides
      .map((side) => `${side.notice ?? ''}/${side.rule[field]}/${field === 'people' ? side.rule.sharedBy : 1}`)
      .join('|');
    return [{ place, sides, signature }];
  });
}

function sidesAt(subject: Subject, place: PlaceDraft, field: Field, notice: string | null): Side[] {
  return subject.draft.patrolRules.flatMap((rule) => {
    const own = subject.draft.places.find((one) => one.key === rule.placeKey);
    return own !== undefined && isSamePlace(own, place) && rule[field] !== null ? [{ notice, subject, rule }] : [];
  });
}

/** Six for two places together are three for each. */
function worth(rule: PatrolRuleDraft, field: Field): number {
  return field === 'people' ? (rule.people ?? 0) / rule.sharedBy : (rule.daysAWeek ?? 0);
}

function groups(found: readonly Disagreement[]): Map<string, Disagreement[]> {
  const map = new Map<string, Disagreement[]>();
  for (const one of found) map.set(one.signature, [...(map.get(one.signature) ?? []), one]);
  return map;
}

function questionOf(field: Field, signature: string, group: readonly Disagreement[]): Question {
  const sides = group.flatMap((one) => one.sides);
  const passages = distinct(sides.map((side) => passageOf(side, field)));
  const quotes = [...new Set(passages.map((passage) => `${passage.number ?? '本文'}“${passage.quote}”`))].join('；');
  const places = group.map((one) => one.place.name).join('、');
  const words =
    field === 'people'
      ? { zh: '同一处巡查人数', en: 'The number of patrollers for the same place' }
      : { zh: '同一处每周巡查天数', en: 'The days of patrol a week for the same place' };
  return {
    key: `contradiction:${field}:${group.map((one) => one.place.key).join('+')}:${signature}`,
    kind: 'contradiction',
    message: {
      zh: `${words.zh}不一致：${quotes}（${places}）。以哪个为准？`,
      en: `${words.en} is not the same in two passages: ${quotes} (${places}). Which one holds?`,
    },
    passages,
    options: field === 'people' ? peopleOptions(sides) : daysOptions(sides),
    mustSettle: true,
  };
}

function passageOf(side: Side, field: Field): Passage {
  const span = side.rule.spans[field] ?? [0, 0];
  return { notice: side.notice, number: side.subject.number, quote: side.subject.text.slice(span[0], span[1]), span };
}

function distinct(passages: readonly Passage[]): Passage[] {
  return passages.filter(
    (passage, index) => passages.findIndex((other) => other.notice === passage.notice && other.span[0] === passage.span[0]) === index,
  );
}

type Option = Question['options'][number];

/** Each printed number for each place, and a number printed for several places divided among them. */
function peopleOptions(sides: readonly Side[]): Option[] {
  const each = [...new Set(sides.flatMap((side) => side.rule.people ?? []))].sort((a, b) => a - b);
  const shared = sides.filter(({ rule }) => rule.people !== null && rule.sharedBy > 1 && rule.people % rule.sharedBy === 0);
  const totals = new Map(shared.map(({ rule }) => [`${rule.people}/${rule.sharedBy}`, rule]));
  return [
    ...each.map((n) => peopleOption(`each:${n}`, { zh: `每处每次 ${n} 人`, en: `${n} people at each place` }, sides, n)),
    ...[...totals].map(([key, rule]) => {
      const people = rule.people ?? 0;
      const n = people / rule.sharedBy;
      const words = {
        zh: `共 ${people} 人，分到 ${rule.sharedBy} 处，每处 ${n} 人`,
        en: `${people} people in all, shared by ${rule.sharedBy} places: ${n} at each`,
      };
      return peopleOption(`shared:${key}`, words, sides, n);
    }),
  ];
}

function peopleOption(key: string, words: Option['words'], sides: readonly Side[], n: number): Option {
  return { key, words, corrections: sides.flatMap((side) => [...correctionOf(side, 'people', n), ...correctionOf(side, 'sharedBy', 1)]) };
}

function daysOptions(sides: readonly Side[]): Option[] {
  return [...new Set(sides.flatMap((side) => side.rule.daysAWeek ?? []))]
    .sort((a, b) => a - b)
    .map((n) => ({
      key: `days:${n}`,
      words: { zh: `每周 ${n} 天`, en: `${n} days a week` },
      corrections: sides.flatMap((side) => correctionOf(side, 'daysAWeek', n)),
    }));
}

/** Nothing to correct where the number stands already. */
function correctionOf(
  side: Side,
  field: 'people' | 'sharedBy' | 'daysAWeek',
  value: number,
): { notice: string | null; correction: Correction }[] {
  if (side.rule[field] === value) return [];
  return [{ notice: side.notice, correction: { target: `patrolRule:${side.rule.key}`, field, value } }];
}
