/** A problem of the story: found with a photo, then taken through its steps by those whose turn it is. */
import { type At, addDays, type Day, dayOf, instantOf } from '#domain/kernel/day.ts';
import type { Id } from '#domain/kernel/id.ts';
import { clerk, type PartnerKey, partners } from '../cast.ts';
import type { Moment } from '../scenes/subjects.ts';
import { as, type Crew, laterOn, type Stage } from '../stage.ts';
import type { By, DemoProblem, Step } from '../story/problem.ts';
import { METRES_A_DEGREE, middles, rounded } from './middles.ts';

interface Photo {
  readonly jpeg: () => Promise<Buffer>;
  readonly taken: { readonly takenAt: At; readonly lat: number; readonly lng: number; readonly accuracy: number };
}

export function findProblem(stage: Stage, problem: DemoProblem, crew: Crew, day: Day, at: At): void {
  const id = stage.id();
  const atNight = problem.light === 'dusk';
  const photo = photoOf(stage, problem, 'before', problem.light, atNight ? instantOf(addDays(day, -1), '19:08') : minutesAfter(at, -3));
  stage.agenda.put(at, async () => {
    const role = await as(stage, crew.finder);
    const photoId = await role.upload(await photo.jpeg(), photo.taken);
    const { lat, lng, accuracy } = photo.taken;
    await role.act('issue.report', {
      id,
      text: problem.text,
      spot: problem.spot,
      placeId: crew.placeId,
      patrolId: crew.patrolId,
      itemNo: problem.itemNo,
      position: { lat, lng, accuracy, source: 'device' },
      photoIds: [photoId],
    });
  });
  let handler: PartnerKey | null = null;
  let before = at;
  problem.steps.forEach((step, i) => {
    if ('to' in step) handler = step.to;
    // A step put off by a weekend must not be overtaken by the one after it.
    const soonest = minutesAfter(before, 11);
    const meant = step.days === 0 ? soonest : laterOn(stage, day, step.days, timeOfStep(step, stage, i));
    before = [soonest, meant].sort()[1]!;
    takeStep(stage, problem, id, step, whoIs(step.by, crew, handler), before);
  });
}

function takeStep(stage: Stage, problem: DemoProblem, id: Id, step: Step, username: string, when: At): void {
  const photo = 'light' in step ? photoOf(stage, problem, 'after', step.light, minutesAfter(when, -4)) : null;
  stage.agenda.put(when, async () => {
    const role = await as(stage, username);
    const photoIds = photo ? [await role.upload(await photo.jpeg(), photo.taken)] : [];
    switch (step.act) {
      case 'solve':
        return void (await role.act('issue.solve', { id, note: step.note, photoIds }));
      case 'fix':
        return void (await role.act('issue.fix', { id, note: step.note, photoIds }));
      case 'coordinate':
        return void (await role.act('issue.coordinate', { id, note: step.note, handlerId: stage.partnerIds.get(step.to)! }));
      case 'escalate':
        return void (await role.act('issue.escalate', { id, note: step.note, handlerId: stage.partnerIds.get(step.to)! }));
      case 'verify':
        return void (await role.act('issue.verify', { id, note: step.note }));
      case 'close':
        return void (await role.act('issue.close', { id, note: step.note }));
      case 'accept':
        return void (await role.act('issue.accept', { id, note: step.note }));
      case 'suspend':
        return void (await role.act('issue.suspend', { id, reason: step.reason, until: addDays(dayOf(when), step.forDays) }));
      case 'reject':
      case 'askReopen':
      case 'reopen':
      case 'decline':
      case 'askExtension':
        return void (await role.act(`issue.${step.act}`, { id, reason: step.reason }));
    }
  });
}

function whoIs(by: By, crew: Crew, handler: PartnerKey | null): string {
  if (by === 'clerk') return clerk.username;
  if (by !== 'handler') return crew[by];
  return partners.find(({ key }) => key === handler)!.liaison.username;
}

/** Steps of one day keep their order; a lamp is photographed after dark. */
function timeOfStep(step: Step, stage: Stage, i: number): string {
  if ('light' in step && step.light === 'dusk') return '19:24';
  const hour = Math.min(17, 10 + i * 2);
  return `${hour}:${String(stage.chance.whole(10, 50))}`;
}

function photoOf(stage: Stage, problem: DemoProblem, moment: Moment, light: DemoProblem['light'], at: At): Photo {
  const taken = { takenAt: at, ...spotAt(problem.place, problem.offset), accuracy: stage.chance.whole(5, 16) };
  return {
    jpeg: stage.album.order({ kind: problem.scene, moment, place: problem.spot, light }, { at, lat: taken.lat, lng: taken.lng }),
    taken,
  };
}

/** So many metres north and east of the middle of a place. */
export function spotAt(place: DemoProblem['place'], [north, east]: readonly [north: number, east: number]): { lat: number; lng: number } {
  const middle = middles[place];
  const lat = middle.lat + north / METRES_A_DEGREE;
  const lng = middle.lng + east / (METRES_A_DEGREE * Math.cos((middle.lat * Math.PI) / 180));
  return { lat: rounded(lat), lng: rounded(lng) };
}

const minutesAfter = (at: At, minutes: number): At => new Date(Date.parse(at) + minutes * 60_000).toISOString();
