/** Tries counted in the database, so that many servers and a restart count as one. */
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db } from './database.ts';

export interface Throttle {
  /** Counts one try; throws `session.tooManyTries` beyond the limit. */
  count(key: string): Promise<void>;
  /** One try less: it was a right one. */
  giveBack(key: string): Promise<unknown>;
  forget(key: string): Promise<unknown>;
}

const FIVE_MINUTES = 300;

/** `kind` keeps the keys of one throttle apart from those of another; `tries` may be made in five minutes. */
export function throttle(db: Db, kind: string, tries: number): Throttle {
  const limiter = new RateLimiterPostgres({
    storeClient: asClient(db),
    storeType: 'client',
    tableName: 'sign_in_failure',
    tableCreated: true,
    keyPrefix: kind,
    points: tries,
    duration: FIVE_MINUTES,
  });
  return {
    async count(key) {
      await limiter.consume(key).catch((refusal: unknown) => {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new Problem('session.tooManyTries', { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
      });
    },
    giveBack: (key) => limiter.reward(key, 1),
    forget: (key) => limiter.delete(key),
  };
}

/** The throttle's statements go through the same pool. */
function asClient(db: Db): { query(statement: { text: string; values: unknown[] }): Promise<{ rows: unknown[]; rowCount: number }> } {
  const plain = db.withoutPlugins();
  return {
    async query({ text, values }) {
      const { rows, numAffectedRows } = await plain.executeQuery(CompiledQuery.raw(text, values));
      return { rows, rowCount: Number(numAffectedRows ?? rows.length) };
    },
  };
}
