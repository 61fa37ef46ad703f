/** What the clock brings up: each row of a unit once a day from its hour on, also when the server was down at that hour; limits as they end. */
import { dayOf, timeOf } from '#domain/kernel/day.ts';
import type { Tell } from '#domain/message/tell.ts';
import { type TellName, tells } from '#domain/message/tells.ts';
import type { Db } from '#server/platform/database.ts';
import { writeTellings } from '../../modules/message/write.ts';
import { clockTells, isClockTell, isLimitTell, limitTells } from './table.ts';

const names = Object.keys(clockTells).filter(isClockTell);
const hourOf = (name: TellName): string => (tells[name] as Tell).clock!;

/** Looks at most once a minute. */
export function openReminder({ db, clock }: { readonly db: Db; readonly clock: () => number }): () => Promise<void> {
  let looked = '';
  return async () => {
    const now = new Date(clock()).toISOString();
    const minute = now.slice(0, 16);
    if (minute === looked) return;
    const due = names.filter((name) => timeOf(now) >= hourOf(name));
    if (due.length > 0) {
      const units = await db.selectFrom('unit').select('id').where('kind', '=', 'office').execute();
      const day = dayOf(now);
      const known = await db.selectFrom('messageClock').select(['unitId', 'tell']).where('day', '=', day).execute();
      const ticked = new Set(known.map(({ unitId, tell }) => `${unitId} ${tell}`));
      for (const { id } of units) for (const name of due) if (!ticked.has(`${id} ${name}`)) await bringUp(db, id, name, now);
    }
    await bringUpLimits(db, now);
    looked = minute;
  };
}

async function bringUpLimits(db: Db, now: string): Promise<void> {
  for (const tell of Object.keys(limitTells).filter(isLimitTell))
    await db.transaction().execute(async (tx) => {
      for (const { unitId, telling } of await limitTells[tell].due(tx, now))
        await writeTellings(tx, { tell, unitId, at: now, exceptId: null }, [telling]);
    });
}

/** The day is ticked off in the same transaction: two servers bring it up once, and a server that ends in between not at all. */
async function bringUp(db: Db, unitId: string, tell: keyof typeof clockTells, now: string): Promise<void> {
  const day = dayOf(now);
  await db.transaction().execute(async (tx) => {
    const ticked = await tx
      .insertInto('messageClock')
      .values({ unitId, day, tell })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (ticked.numInsertedOrUpdatedRows === 0n) return;
    await writeTellings(tx, { tell, unitId, at: now, exceptId: null }, await clockTells[tell].due(tx, unitId, day));
  });
}
