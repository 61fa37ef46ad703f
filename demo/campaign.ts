/**
 * The demo campaign: a notice pair is imported and adopted, patrols walk, problems go round their loop, by the same calls a user makes.
 * A clock that is moved from act to act dates everything to the weeks before the day it is made.
 */
import type { Kysely } from 'kysely';
import { addDays, type Day, dayOf, instantOf, type Month, mondayOf, weekdayOf } from '#domain/kernel/day.ts';
import type { Id } from '#domain/kernel/id.ts';
import type { PatrolRow } from '#domain/patrol/patrol.model.ts';
import { createApp } from '#server/app.ts';
import type { FileStore } from '#server/platform/files.ts';
import type { Database } from '#server/platform/tables.ts';
import { openAlbum } from './album.ts';
import { cast, clerk, everybody, patroller } from './cast.ts';
import { issueDay } from './notices/notices.ts';
import { adoptNotices } from './play/adopting.ts';
import { writePapers } from './play/papers.ts';
import { crewOf, planPatrol } from './play/patrols.ts';
import { planPresence, setCentres } from './play/presence.ts';
import { patrolsOf, publishRoster, rosterMonths } from './play/rosters.ts';
import { planTasks } from './play/tasks.ts';
import { setUpUnit } from './play/unit.ts';
import { playOn } from './player.ts';
import { chanceOf } from './random.ts';
import { agendaOf, as, idsFrom, type Stage } from './stage.ts';

export interface DemoDeps {
  readonly db: Kysely<Database>;
  readonly files: FileStore;
  readonly secret: string;
  readonly log: (line: string) => void;
}

export async function makeDemo({ db, files, secret, log }: DemoDeps): Promise<void> {
  const now = Date.now();
  let time = 0;
  // Every look at the clock takes a few seconds, so that acts of one sitting do not share an instant.
  const clock = (): number => {
    time += 3_000;
    return time;
  };
  // While it is made everybody stands in the list, so that the parts are played without two dozen passwords to check.
  await keepSetting(db, { state: 'making', cast: everybody.map(({ username }) => ({ username, comesFor: { zh: '', en: '' } })) });
  const app = await createApp({ db, files, clock, demo: true, webRoot: null, log: false, secret });
  try {
    const today = dayOf(now);
    const chance = chanceOf(`demo ${today}`);
    const id = idsFrom(() => time, chance);
    const stage: Stage = {
      today,
      now,
      player: playOn(app, id),
      agenda: agendaOf((at) => {
        time = Math.max(time, at);
      }),
      chance,
      album: openAlbum(),
      personIds: new Map(),
      partnerIds: new Map(),
      id,
      log,
    };
    planCampaign(stage);
    await stage.agenda.run();
    time = Math.max(now - 60_000, Date.parse(instantOf(today)));
    await openToday(stage);
    await readInboxes(stage);
  } finally {
    await app.close();
  }
  const asCast = cast.map(({ username, comesFor }) => ({ username, comesFor }));
  await keepSetting(db, { state: 'made', at: new Date(now).toISOString(), cast: asCast });
}

/** Issued about five weeks ago, adopted on the next weekday, patrols from the Monday four weeks ago. */
function planCampaign(stage: Stage): void {
  const issued = issueDay(stage.today);
  const adopted = addDays(issued, weekdayOf(issued) === 5 ? 3 : 1);
  const firstPatrol = mondayOf(addDays(stage.today, -22));
  stage.agenda.put(instantOf(issued, '09:10'), async () => {
    stage.log('设立单位、人员和账号 / setting up the unit, its people and accounts');
    await setUpUnit(stage);
  });
  stage.agenda.put(instantOf(adopted, '10:20'), async () => {
    stage.log('导入并采纳公文 / importing and adopting the notices');
    await adoptNotices(stage);
    await setCentres(stage);
    await planTasks(stage);
  });
  const [ahead, next] = rosterMonths(firstPatrol, stage.today);
  stage.agenda.put(instantOf(firstPatrol, '08:10'), async () => {
    for (const month of ahead) await rosterOf(stage, month, firstPatrol);
    await planPatrols(stage, firstPatrol, ahead);
  });
  const yesterday = addDays(stage.today, -1);
  for (const month of next) stage.agenda.put(instantOf(yesterday, '16:00'), () => rosterOf(stage, month, yesterday));
  stage.agenda.put(instantOf(yesterday, '17:10'), () => writePapers(stage));
}

async function rosterOf(stage: Stage, month: Month, from: Day): Promise<void> {
  stage.log(`排出并发布 ${month} 值班表 / making the roster of ${month}`);
  await publishRoster(stage, month, from, (await placeIds(stage)).road);
}

async function planPatrols(stage: Stage, from: Day, months: readonly Month[]): Promise<void> {
  const { road } = await placeIds(stage);
  const all = (await Promise.all(months.map((month) => patrolsOf(stage, month))))
    .flat()
    .filter(({ day }) => day >= from && day <= stage.today);
  const kindOf = (row: PatrolRow) => (row.place.id === road ? 'road' : 'grid');
  for (const row of all.filter(({ day }) => day === stage.today)) planPresence(stage, row, crewOf(stage, row), kindOf(row), -1, null);
  const rows = all.filter(({ day }) => day < stage.today);
  const days = [...new Set(rows.map(({ day }) => day))].sort().reverse();
  stage.log(`重演 ${rows.length} 次巡查 / playing ${rows.length} patrols`);
  for (const row of rows) planPatrol(stage, row, kindOf(row), days.indexOf(row.day));
}

/** The patroller of the cast has a patrol waiting today, whatever weekday it is. */
async function openToday(stage: Stage): Promise<void> {
  const role = await as(stage, patroller);
  const { mine } = await role.read('patrol.today', {});
  if (mine.some(({ day, state }) => day === stage.today && state === 'planned')) return;
  await role.act('patrol.open', { id: stage.id(), placeId: (await placeIds(stage)).road });
}

/** Everybody of the cast has read all but the two latest messages. */
async function readInboxes(stage: Stage): Promise<void> {
  for (const { username } of cast) {
    const role = await as(stage, username);
    const read = (await role.read('inbox.list', { limit: 100 })).rows.slice(2).map(({ id }) => id);
    if (read.length > 0) await role.act('inbox.read', { ids: read });
  }
}

async function placeIds(stage: Stage): Promise<{ readonly grid: Id; readonly road: Id }> {
  const { places } = await (await as(stage, clerk.username)).read('place.list', {});
  const idOf = (kind: 'grid' | 'road'): Id => {
    const place = places.find((one) => one.kind === kind);
    if (!place) throw new Error(`the adopted notices gave no place of the kind ${kind}`);
    return place.id;
  };
  return { grid: idOf('grid'), road: idOf('road') };
}

async function keepSetting(db: Kysely<Database>, value: object): Promise<void> {
  const json = JSON.stringify(value);
  await db
    .insertInto('setting')
    .values({ key: 'demo', value: json })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: json }))
    .execute();
}
