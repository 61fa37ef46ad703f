/** What there is to tell of a fact: whom it concerns, and what fills the words. The tell table decides who of them is told, and how. */
import type { At, Day } from '#domain/kernel/day.ts';
import type { Json } from '#domain/kernel/fact.ts';
import type { Fields } from '#domain/message/fill.ts';
import type { RecordRef } from '#domain/message/record.ts';
import type { Audience } from '#domain/message/tell.ts';
import type { Db, Tx } from '#server/platform/database.ts';

export interface Telling {
  readonly people: Partial<Record<Audience, readonly string[]>>;
  readonly fields: Fields;
  readonly record: RecordRef;
  /** The place whose group may read it. */
  readonly placeId?: string | null;
  /** Names the occasion where it must be told once only, by however many servers and times. */
  readonly once?: string;
}

/** A fact as the history keeps it. */
export interface Told {
  readonly subjectId: string;
  readonly data: { readonly [key: string]: Json | undefined };
  readonly unitId: string;
  readonly byId: string | null;
  readonly byName: string;
  readonly at: At;
}

export type Reporter = (db: Db, fact: Told) => Promise<readonly Telling[]>;

/** What limits bring up, over all units; each telling once, written down in the same transaction. */
export interface LimitReporter {
  due(tx: Tx, now: At): Promise<readonly { readonly unitId: string; readonly telling: Telling }[]>;
  latest(db: Db, unitId: string, now: At): Promise<readonly Telling[]>;
}

/** What the clock brings up on a day; `latest` answers with what it would have said lately, for the preview. */
export interface ClockReporter {
  due(db: Db, unitId: string, day: Day): Promise<readonly Telling[]>;
  latest(db: Db, unitId: string, day: Day): Promise<readonly Telling[]>;
}
