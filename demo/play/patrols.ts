/** One patrol after another: started, answered, submitted, its log signed and sent; most on the day, two late, one not at all, one amended. */
import { addDays, instantOf } from '#domain/kernel/day.ts';
import type { Id } from '#domain/kernel/id.ts';
import type { PatrolRow, PatrolView } from '#domain/patrol/patrol.model.ts';
import { leader } from '../cast.ts';
import type { Role } from '../player.ts';
import { as, type Crew, laterOn, type Stage, usernameOf } from '../stage.ts';
import { gridProblems } from '../story/grid.ts';
import type { DemoProblem } from '../story/problem.ts';
import { roadProblems } from '../story/road.ts';
import { patrolNotes } from '../story/words.ts';
import { planPresence } from './presence.ts';
import { findProblem, spotAt } from './problems.ts';

/** How a log goes wrong, by place and patrol days back; one of the late ones says why. */
const lateLogs = new Set(['grid 4', 'road 9']);
const lateReason = { log: 'road 9', text: '傍晚手机没电，回单位时群已静默，次日一早补报。' };
/** A log that is amended after it was sent. */
const amendedLog = 'road 3';
/** Somebody agreed to have their way recorded. */
const walkedWithTrack = 'road 0';
/** The logs of the last patrol day still wait for their leader, and the last ones of the deputy of the cast. */
const isUncountersigned = (ago: number, crew: Crew): boolean => ago === 0 || (ago <= 2 && crew.leader === leader);
const logNeverSent = 'road 2';

/** `ago` counts patrol days back from the last one before today. */
export function planPatrol(stage: Stage, row: PatrolRow, kind: DemoProblem['place'], ago: number): void {
  const { chance, agenda } = stage;
  const crew = crewOf(stage, row);
  const minute = chance.whole(0, 14);
  const at = (time: number): string =>
    instantOf(row.day, `${String(9 + Math.floor((time + minute) / 60)).padStart(2, '0')}:${String((time + minute) % 60).padStart(2, '0')}`);
  const found = (kind === 'grid' ? gridProblems : roadProblems).filter((problem) => problem.ago === ago);
  const submitter = chance.pick([crew.finder, crew.partner]);
  const other = submitter === crew.finder ? crew.partner : crew.finder;

  planPresence(stage, row, crew, kind, ago, at(2));
  agenda.put(at(2), async () => {
    await (await as(stage, crew.finder)).act('patrol.start', { id: row.id, position: standing(stage, kind) });
  });
  for (const [i, problem] of found.entries()) findProblem(stage, problem, crew, row.day, at(20 + i * 40));
  agenda.put(at(115), async () => submit(stage, await as(stage, submitter), row.id, kind, found));
  const log = `${kind} ${ago}`;
  if (log === walkedWithTrack) agenda.put(at(116), async () => keepTrack(await as(stage, crew.finder), row.id, kind, at));
  agenda.put(at(118), async () => sign(await as(stage, submitter), row.id, 'sign'));
  if (log === logNeverSent) return;
  agenda.put(at(121), async () => sign(await as(stage, other), row.id, 'sign'));
  const sent = lateLogs.has(log) ? instantOf(addDays(row.day, 1), '08:52') : at(chance.whole(125, 180));
  agenda.put(sent, async () => sendLog(await as(stage, submitter), row.id));
  if (log === lateReason.log)
    agenda.put(instantOf(addDays(row.day, 1), '08:55'), async () => {
      await (await as(stage, submitter)).act('patrol.giveReason', { id: row.id, reason: lateReason.text });
    });
  if (!isUncountersigned(ago, crew))
    agenda.put(laterOn(stage, row.day, lateLogs.has(log) ? 1 : 0, '17:30'), async () =>
      sign(await as(stage, crew.leader), row.id, 'countersign'),
    );
  if (log === amendedLog) amend(stage, crew, row, submitter);
}

/** The evening's second look: more was put in order than was counted; both sign again, the leader countersigns the next day. */
function amend(stage: Stage, crew: Crew, row: PatrolRow, submitter: string): void {
  const at = (time: string): string => instantOf(row.day, time);
  stage.agenda.put(at('19:10'), async () => {
    const role = await as(stage, submitter);
    const { patrol } = await role.read('patrol.get', { id: row.id });
    await role.act('patrol.amend', {
      id: row.id,
      was: patrol.versions.at(-1)!.version,
      answers: patrol.answers,
      help: { ...patrol.help, tidied: patrol.help.tidied + 6 },
      note: '晚间回头看：路口东侧又摆放电动自行车 6 辆。',
      reason: '漏记晚间回头看摆放的车辆',
    });
    await sign(role, row.id, 'sign');
    await role.act('patrol.sendAmended', { id: row.id, via: patrol.reportedVia ?? 'QQ群' });
  });
  const other = submitter === crew.finder ? crew.partner : crew.finder;
  stage.agenda.put(at('20:05'), async () => sign(await as(stage, other), row.id, 'sign'));
  stage.agenda.put(laterOn(stage, row.day, 1, '08:40'), async () => sign(await as(stage, crew.leader), row.id, 'countersign'));
}

async function sign(role: Role, id: Id, act: 'sign' | 'countersign'): Promise<void> {
  const { patrol } = await role.read('patrol.get', { id });
  await role.act(`patrol.${act}`, { id, sha256: patrol.logSha256 });
}

/** Up the road on one side and back on the other, a point every two minutes. */
async function keepTrack(role: Role, id: Id, kind: DemoProblem['place'], at: (minutes: number) => string): Promise<void> {
  const points = Array.from({ length: 50 }, (_, i) => {
    const along = i < 25 ? -190 + i * 16 : 190 - (i - 25) * 15;
    return { ...spotAt(kind, [along, (i < 25 ? 6 : -9) + ((i * 7) % 5)]), accuracy: 8, at: at(4 + i * 2) };
  });
  await role.act('patrol.keepTrack', { id, consentedAt: at(3), points });
}

/** Somewhere at the place, as a phone says it. */
function standing({ chance }: Stage, kind: DemoProblem['place']) {
  return { ...spotAt(kind, [chance.whole(-60, 60), chance.whole(-12, 12)]), accuracy: chance.whole(5, 24), source: 'device' as const };
}

export function crewOf(stage: Stage, row: PatrolRow): Crew {
  const [first, second] = row.members;
  if (!first || !second || !row.leader) throw new Error(`the patrol of ${row.day} at ${row.place.name} is not fully crewed`);
  return {
    patrolId: row.id,
    placeId: row.place.id,
    finder: usernameOf(stage, first.id),
    partner: usernameOf(stage, second.id),
    leader: usernameOf(stage, row.leader.id),
  };
}

async function submit(stage: Stage, role: Role, id: Id, kind: DemoProblem['place'], found: readonly DemoProblem[]): Promise<void> {
  const { patrol } = await role.read('patrol.get', { id });
  const { chance } = stage;
  await role.act('patrol.submit', {
    id,
    answers: patrol.checklist.map((item) => answerTo(stage, item, found)),
    help: { dissuaded: chance.whole(0, 6), cleaned: chance.whole(1, 8), tidied: chance.whole(2, 16), explained: chance.whole(0, 9) },
    note: chance.pick(patrolNotes),
    position: standing(stage, kind),
  });
}

function answerTo({ chance }: Stage, item: PatrolView['checklist'][number], found: readonly DemoProblem[]) {
  const problem = found.find(({ itemNo }) => itemNo === item.no);
  const measures = item.measures.map(({ metric, atLeast }) => {
    const short = problem?.scene === 'lamp' && atLeast < 100;
    return { metric, value: short ? 98.6 : atLeast === 100 ? 100 : Math.round(chance.between(atLeast + 0.2, 100) * 10) / 10 };
  });
  return { no: item.no, verdict: problem ? ('problem' as const) : ('fine' as const), measures, note: '' };
}

async function sendLog(role: Role, id: Id): Promise<void> {
  const { patrol } = await role.read('patrol.get', { id });
  await role.act('patrol.reportLog', { id, via: patrol.channel ?? 'QQ群' });
}
