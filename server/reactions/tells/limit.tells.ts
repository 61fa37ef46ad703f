/** What the limits of problems tell: shortly before they end, and when they have passed. */
import { holderOf } from '#domain/issue/issue.clock.ts';
import { type At, dayOf, timeOf } from '#domain/kernel/day.ts';
import { sayDate } from '#domain/message/say.ts';
import type { Db } from '#server/platform/database.ts';
import type { LimitReporter, Telling } from '../../modules/message/telling.ts';
import { issueTelling, type KnownIssue, knownIssues } from './issue.said.ts';
import { holdersOf } from './people.ts';

const HOUR_MS = 3600_000;
const SOON_MS = 2 * HOUR_MS;
/** A server that was down this long tells of what passed meanwhile, and of nothing older. */
const LOOKED_BACK_MS = 7 * 24 * HOUR_MS;
/** So many at a time; the rest comes with the next minute. */
const MOST = 200;

const limited = (db: Db) => knownIssues(db).where('issue.dueAt', 'is not', null);

async function tellingOf(db: Db, issue: KnownIssue): Promise<Telling> {
  const day = sayDate(dayOf(issue.dueAt!));
  const time = timeOf(issue.dueAt!);
  const holderId = holderOf(issue);
  const isOurs = holderId === null || holderId === issue.unitId;
  return issueTelling(
    db,
    issue,
    { holder: isOurs ? [issue.finderId] : await holdersOf(db, holderId) },
    { due: { zh: `${day.zh}${time}`, en: `${day.en} ${time}` }, holder: isOurs ? issue.unit : issue.handler! },
  );
}

function limitReporter(tell: 'issue.dueSoon' | 'issue.late', between: (now: number) => readonly [from: number, to: number]): LimitReporter {
  const iso = (ms: number): At => new Date(ms).toISOString();
  return {
    async due(tx, now) {
      const [from, to] = between(Date.parse(now));
      const issues = await limited(tx)
        .where('issue.dueAt', '>', iso(from))
        .where('issue.dueAt', '<=', iso(to))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('issueLimitTold as told')
                .whereRef('told.issueId', '=', 'issue.id')
                .whereRef('told.dueAt', '=', 'issue.dueAt')
                .where('told.tell', '=', tell),
            ),
          ),
        )
        .orderBy('issue.dueAt')
        .limit(MOST)
        .execute();
      if (issues.length === 0) return [];
      // Another server may be at it: only what this one has written down is this one's to tell.
      const ours = await tx
        .insertInto('issueLimitTold')
        .values(issues.map(({ id, dueAt }) => ({ issueId: id, tell, dueAt: dueAt! })))
        .onConflict((conflict) => conflict.doNothing())
        .returning('issueId')
        .execute();
      const ids = new Set(ours.map(({ issueId }) => issueId));
      return Promise.all(
        issues.filter(({ id }) => ids.has(id)).map(async (issue) => ({ unitId: issue.unitId, telling: await tellingOf(tx, issue) })),
      );
    },
    async latest(db, unitId) {
      const issues = await limited(db).where('issue.unitId', '=', unitId).orderBy('issue.dueAt', 'desc').limit(1).execute();
      return Promise.all(issues.map((issue) => tellingOf(db, issue)));
    },
  };
}

export const issueDueSoon = limitReporter('issue.dueSoon', (now) => [now, now + SOON_MS]);
export const issueLate = limitReporter('issue.late', (now) => [now - LOOKED_BACK_MS, now]);
