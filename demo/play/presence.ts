/** Who was on post: checked in by position or by the poster, confirmed by the leader; some late, two missing. */
import { type At, instantOf } from '#domain/kernel/day.ts';
import type { Id } from '#domain/kernel/id.ts';
import type { PatrolRow } from '#domain/patrol/patrol.model.ts';
import { clerk, patroller } from '../cast.ts';
import { type Chance, chanceOf } from '../random.ts';
import { as, type Crew, type Stage } from '../stage.ts';
import { fromTheOffice, otherwise, sentLater } from '../story/presence.ts';
import type { DemoProblem } from '../story/problem.ts';
import { METRES_A_DEGREE, middles, rounded } from './middles.ts';

type Kind = DemoProblem['place'];
const RADIUS = { grid: 300, road: 500 } as const;

/** The clerk says where the places are. */
export async function setCentres(stage: Stage): Promise<void> {
  const role = await as(stage, clerk.username);
  const { places } = await role.read('place.list', {});
  for (const { id, kind, centre } of places)
    if (kind !== 'community') await role.act('place.setCentre', { id, was: centre, centre: { ...middles[kind], radius: RADIUS[kind] } });
}

/**
 * `ago` counts patrol days back from the last one before today; today is one day ahead of it. `begins` is when the finder starts the patrol,
 * which is checking in too; null when nobody does. Nothing later than now is played.
 */
export function planPresence(stage: Stage, row: PatrolRow, crew: Crew, kind: Kind, ago: number, begins: At | null): void {
  const chance = chanceOf(`presence ${row.day} ${kind}`);
  const start = Date.parse(instantOf(row.day, row.starts));
  const at = (minutes: number): At => new Date(start + minutes * 60_000).toISOString();
  const put = (when: At, job: () => Promise<void>): void => {
    if (Date.parse(when) < stage.now) stage.agenda.put(when, job);
  };
  const key = `${kind} ${ago}`;
  const unusual = otherwise[key];
  for (const who of ['leader', 'finder', 'partner'] as const) {
    // The patroller of the cast has today's patrol still before them.
    if (row.day === stage.today && crew[who] === patroller) continue;
    const comes = unusual?.who === who ? unusual.late : chance.whole(-14, 1);
    if (comes === null) continue;
    const startsInTime = who === 'finder' && begins !== null && begins < at(14);
    if (startsInTime && chance.next() < 0.6) continue;
    const queued = sentLater.has(key) && who === 'partner';
    const far = key === fromTheOffice && who === 'partner';
    const byPoster = !far && chance.next() < 0.3;
    const position = positionNear(chance, kind, far ? 2_000 : 110);
    put(at(queued ? 141 : comes), async () => {
      const role = await as(stage, crew[who]);
      const signs = byPoster ? { how: 'code' as const, code: await codeOf(stage, crew.placeId) } : { how: 'position' as const };
      await role.act('presence.checkIn', { patrolId: row.id, position, ...signs }, queued ? at(comes) : undefined);
    });
    if (who !== 'leader' && !queued && !far && unusual?.who !== 'leader' && chance.next() < 0.5)
      put(at(Math.max(comes, 3) + chance.whole(1, 9)), async () => {
        await (await as(stage, crew.leader)).act('presence.confirm', { patrolId: row.id, personId: stage.personIds.get(crew[who])! });
      });
  }
  const { who, excuse } = unusual ?? {};
  if (who && excuse)
    put(at(400), async () => {
      const role = await as(stage, clerk.username);
      await role.act('presence.excuse', { patrolId: row.id, personId: stage.personIds.get(crew[who])!, reason: excuse });
    });
}

const codes = new WeakMap<Stage, ReadonlyMap<Id, string>>();

/** What hangs at the place; nobody renews it while the demo is made. */
async function codeOf(stage: Stage, placeId: Id): Promise<string> {
  let known = codes.get(stage);
  if (!known) {
    const { posters } = await (await as(stage, clerk.username)).read('place.posters', {});
    known = new Map(posters.map(({ place, code }) => [place.id, code]));
    codes.set(stage, known);
  }
  return known.get(placeId)!;
}

function positionNear(chance: Chance, kind: Kind, metres: number) {
  const turn = chance.next() * 2 * Math.PI;
  const far = metres * (0.3 + 0.7 * chance.next());
  const middle = middles[kind];
  return {
    lat: rounded(middle.lat + (far * Math.cos(turn)) / METRES_A_DEGREE),
    lng: rounded(middle.lng + (far * Math.sin(turn)) / (METRES_A_DEGREE * Math.cos((middle.lat * Math.PI) / 180))),
    accuracy: chance.whole(6, 34),
  };
}
