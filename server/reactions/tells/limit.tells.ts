/** What the limits of problems tell: shortly before they end, and when they have passed. */
import { type At, dayOf, timeOf } from '#domain/kernel/day.ts';
import { sayDate } from '#domain/message/say.ts';
import type { Db } from '#server/platform/database.ts';
import type { LimitReporter, Telling } from '../../modules/message/telling.ts';
import { clerksOf, holdersOf } from './people.ts';

const HOUR_MS = 3600_000;
const SOON_MS = 2 * HOUR_MS;
/** A server that was down this long tells of what passed meanwhile, and of nothing older. */
const LOOKED_BACK_MS = 7 * 24 * HOUR_MS;
/** So many at a time; the rest comes with the next minute. */
const MOST = 200;

const known = (db: Db) =>
  db
    .selectFrom('issue')
    .leftJoin('place', 'place.id', 'issue.placeId')
    .leftJoin('unit as handler', 'handler.id', 'issue.handlerId')
    .innerJoin('unit', 'unit.id', 'issue.unitId')
    .select(['issue.id', 'issue.no', 'issue.text', 'issue.spot', 'issue.placeId', 'issue.finderId', 'issue.handlerId', 'issue.unitId'])
    .select(['issue.state', 'issue.dueAt', 'place.name as place', 'handler.name as handler', 'unit.shortName as unit'])
    .where('issue.dueAt', 'is not', null);

type Known = Awaited<ReturnType<ReturnType<typeof known>['execute']>>[number];

async function tellingOf(db: Db, issue: Known): Promise<Telling> {
  const where = [issue.place, issue.spot].filter(Boolean).join('');
  const day = sayDate(dayOf(issue.dueAt!));
  const time = timeOf(issue.dueAt!);
  const isWithHandler = issue.handlerId !== null && issue.state !== 'found' && issue.state !== 'declined';
  return {
    people: {
      holder: isWithHandler ? await holdersOf(db, issue.handlerId!) : [issue.finderId],
      finder: [issue.finderId],
      handler: issue.handlerId ? await holdersOf(db, issue.handlerId) : [],
      clerk: await clerksOf(db, issue.unitId),
    },
    fields: {
      no: String(issue.no),
      where: where ? { zh: `${where}，`, en: `${where}: ` } : '',
      text: issue.text.trim().replace(/[。.;；！!]+$/u, ''),
      due: { zh: `${day.zh}${time}`, en: `${day.en} ${time}` },
      holder: isWithHandler ? issue.handler! : issue.unit,
    },
    record: { kind: 'issue', id: issue.id },
    placeId: issue.placeId,
  };
}

function limitReporter(tell: 'issue.dueSoon' | 'issue.late', between: (now: number) => readonly [from: number, to: number]): LimitReporter {
  const iso = (ms: number): At => new Date(ms).toISOString();
  return {
    async due(tx, now) {
      const [from, to] = between(Date.parse(now));
      const issues = await known(tx)
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
      const issues = await known(db).where('issue.unitId', '=', unitId).orderBy('issue.dueAt', 'desc').limit(1).execute();
      return Promise.all(issues.map((issue) => tellingOf(db, issue)));
    },
  };
}

export const issueDueSoon = limitReporter('issue.dueSoon', (now) => [now, now + SOON_MS]);
export const issueLate = limitReporter('issue.late', (now) => [now - LOOKED_BACK_MS, now]);
