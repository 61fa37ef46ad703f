/** What patrols tell: the log of the day as it was sent, and the one that has not come. */
import { sayDate } from '#domain/message/say.ts';
import type { Db } from '#server/platform/database.ts';
import type { ClockReporter, Reporter, Telling } from '../../modules/message/telling.ts';
import { namesFor } from './people.ts';
import { sayCrew } from './roster.tells.ts';

const known = (db: Db) =>
  db
    .selectFrom('patrol')
    .innerJoin('place', 'place.id', 'patrol.placeId')
    .select(['patrol.id', 'patrol.day', 'patrol.placeId', 'patrol.leaderId', 'patrol.memberIds', 'place.name as place']);

/** The version that was sent last: first the log itself, then each amendment of it. */
const logTells =
  (amended: boolean): Reporter =>
  async (db, fact) => {
    const patrol = await known(db).where('patrol.id', '=', fact.subjectId).executeTakeFirst();
    const version = await db
      .selectFrom('logVersion')
      .select(['version', 'text'])
      .where('patrolId', '=', fact.subjectId)
      .where('sentAt', 'is not', null)
      .where('sentAt', '<=', fact.at)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (!patrol || !version) return [];
    return [
      {
        people: { leaderOnDuty: patrol.leaderId ? [patrol.leaderId] : [] },
        fields: {
          place: patrol.place,
          log: version.text,
          ...(amended ? { version: String(version.version) } : {}),
        },
        record: { kind: 'patrol', id: patrol.id },
        placeId: patrol.placeId,
        once: `log:${patrol.id}:${version.version}`,
      },
    ];
  };

export const logReportedTells = logTells(false);
export const amendmentSentTells = logTells(true);

export const logMissingTells: ClockReporter = {
  due: async (db, unitId, day) =>
    remind(
      db,
      await known(db).where('patrol.unitId', '=', unitId).where('patrol.day', '=', day).where('patrol.state', '<>', 'reported').execute(),
    ),
  latest: async (db, unitId, day) =>
    remind(
      db,
      await known(db).where('patrol.unitId', '=', unitId).where('patrol.day', '<=', day).orderBy('patrol.day', 'desc').limit(1).execute(),
    ),
};

async function remind(db: Db, patrols: Awaited<ReturnType<ReturnType<typeof known>['execute']>>): Promise<Telling[]> {
  const names = await namesFor(
    db,
    patrols.flatMap(({ leaderId, memberIds }) => [leaderId, ...memberIds]),
  );
  return patrols.map(({ id, day, place, leaderId, memberIds }) => ({
    people: { crew: memberIds, leaderOnDuty: leaderId ? [leaderId] : [] },
    fields: { place, day: sayDate(day), crew: sayCrew(names, leaderId, memberIds) },
    record: { kind: 'patrol', id },
    once: `patrol.logMissing:${id}:${day}`,
  }));
}
