/** What a row of the tell table would have said of what really happened lately, and to whom. Writes nothing. */

import { instantOf } from '#domain/kernel/day.ts';
import { fill } from '#domain/message/fill.ts';
import type { TellPreview } from '#domain/message/message.model.ts';
import type { TellName } from '#domain/message/tells.ts';
import { fieldsFor, termsOf, wordingOf } from '#domain/message/terms.ts';
import type { Db } from '#server/platform/database.ts';
import type { Telling } from '../../modules/message/telling.ts';
import { readMessageTerms } from '../../modules/message/terms.store.ts';
import { groupsOf, readDoors, receiversOf } from '../../modules/message/write.ts';
import { clockTells, factTells, isClockTell, isFactTell, isLimitTell, limitTells } from './table.ts';

const LATEST = 3;

interface Found {
  readonly at: string;
  readonly exceptId: string | null;
  readonly telling: Telling;
}

export async function previewTell(db: Db, unitId: string, tell: TellName, today: string): Promise<TellPreview[]> {
  const found = await lately(db, unitId, tell, today);
  const terms = await readMessageTerms(db, unitId);
  const doors = await readDoors(db, unitId);
  const wording = wordingOf(terms, tell);
  return Promise.all(
    found.map(async ({ at, exceptId, telling }) => {
      const ids = receiversOf(terms, tell, telling.people, exceptId);
      const people =
        ids.length > 0 ? await db.selectFrom('person').select(['id', 'name', 'mail']).where('id', 'in', ids).orderBy('sort').execute() : [];
      const byMail = termsOf(terms, tell).ways.includes('mail') && doors.some(({ kind }) => kind === 'mail');
      const fields = fieldsFor(tell).map((name) => {
        const value = telling.fields[name] ?? '';
        return [name, typeof value === 'string' ? { zh: value, en: value } : value];
      });
      return {
        at,
        title: fill(wording.title, telling.fields),
        body: fill(wording.body, telling.fields),
        people: people.map(({ id, name }) => ({ id, name })),
        channels: groupsOf(terms, tell, telling.placeId, doors).map(({ name }) => name),
        mails: byMail ? people.filter(({ mail }) => mail !== null).length : 0,
        fields: Object.fromEntries(fields),
      };
    }),
  );
}

async function lately(db: Db, unitId: string, tell: TellName, today: string): Promise<Found[]> {
  const at = instantOf(today, '08:30');
  const asFound = (telling: Telling): Found => ({ at, exceptId: null, telling });
  if (isClockTell(tell)) return (await clockTells[tell].latest(db, unitId, today)).map(asFound);
  if (isLimitTell(tell)) return (await limitTells[tell].latest(db, unitId, at)).map(asFound);
  return ofFacts(db, unitId, tell);
}

async function ofFacts(db: Db, unitId: string, tell: TellName): Promise<Found[]> {
  if (!isFactTell(tell)) return [];
  const facts = await db
    .selectFrom('fact')
    .select(['subjectId', 'data', 'unitId', 'actorId', 'actorName', 'at'])
    .where('unitId', '=', unitId)
    .where('name', '=', tell)
    .orderBy('seq', 'desc')
    .limit(LATEST)
    .execute();
  const found: Found[] = [];
  for (const { subjectId, data, at, actorId, actorName } of facts) {
    const [telling] = await factTells[tell](db, { subjectId, data, unitId, byId: actorId, byName: actorName, at });
    if (telling) found.push({ at, exceptId: actorId, telling });
  }
  return found;
}
