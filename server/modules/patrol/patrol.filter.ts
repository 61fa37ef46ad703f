/** What a list of patrols may be narrowed to. */
import { sql } from 'kysely';
import type { Day } from '#domain/kernel/day.ts';
import type { PatrolState, Verdict } from '#domain/patrol/patrol.states.ts';

export interface PatrolFilter {
  readonly state?: PatrolState | undefined;
  readonly placeId?: string | undefined;
  readonly late?: 'true' | undefined;
  readonly nothingFound?: 'true' | undefined;
  readonly words?: string | undefined;
  /** "version.number" of an item of the place's checklist. */
  readonly item?: string | undefined;
  readonly verdict?: Verdict | undefined;
  readonly from?: Day | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A long list of words says no more than its first ones. */
const MOST_WORDS = 5;

export function wordsIn(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}

/**
 * The word stands in the log, in its note, or in a problem of the patrol. The pairs of its characters are looked up in an index, and what
 * holds them is read; a word of one character is looked for by reading alone.
 */
export function holdsWord(word: string) {
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  const pairs = [...word].length > 1 ? sql`pairs @> bigrams(${word})` : sql`true`;
  return sql<boolean>`patrol.id IN (SELECT patrol_id FROM patrol_words WHERE ${pairs} AND words ILIKE ${like})`;
}

/** The patrol answered this item, by its words, whatever number it bore in the version of the day. */
export function answersItem(item: string, verdict: Verdict | null) {
  const [version, no] = item.split('.').map(Number) as [number, number];
  return sql<boolean>`patrol.submitted_at IS NOT NULL AND EXISTS (
    SELECT FROM checklist AS named, jsonb_array_elements(named.items) AS wanted, checklist AS answered, jsonb_array_elements(answered.items) AS asked,
      jsonb_array_elements(patrol.answers) AS answer
    WHERE named.place_id = patrol.place_id AND named.version = ${version} AND (wanted ->> 'no')::int = ${no}
      AND answered.place_id = patrol.place_id AND answered.version = patrol.checklist_version AND asked ->> 'text' = wanted ->> 'text'
      AND answer -> 'no' = asked -> 'no' AND (${verdict}::text IS NULL OR answer ->> 'verdict' = ${verdict}))`;
}
