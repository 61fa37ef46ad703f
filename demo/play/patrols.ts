/** One patrol after another: started, answered, submitted, its log sent; most on the day, two late, one not at all. */
import { addDays, instantOf } from '#domain/kernel/day.ts';
import type { Id } from '#domain/kernel/id.ts';
import type { PatrolRow, PatrolView } from '#domain/patrol/patrol.model.ts';
import type { Role } from '../player.ts';
import { as, type Crew, type Stage, usernameOf } from '../stage.ts';
import { gridProblems } from '../story/grid.ts';
import type { DemoProblem } from '../story/problem.ts';
import { roadProblems } from '../story/road.ts';
import { patrolNotes } from '../story/words.ts';
import { planPresence } from './presence.ts';
import { findProblem } from './problems.ts';

/** How a log goes wrong, by place and patrol days back. */
const lateLogs = new Set(['grid 4', 'road 9']);
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

  planPresence(stage, row, crew, kind, ago, at(2));
  agenda.put(at(2), async () => void (await (await as(stage, crew.finder)).act('patrol.start', { id: row.id })));
  for (const [i, problem] of found.entries()) findProblem(stage, problem, crew, row.day, at(20 + i * 40));
  agenda.put(at(115), async () => submit(stage, await as(stage, submitter), row.id, found));
  if (`${kind} ${ago}` === logNeverSent) return;
  const sent = lateLogs.has(`${kind} ${ago}`) ? instantOf(addDays(row.day, 1), '08:52') : at(chance.whole(125, 180));
  agenda.put(sent, async () => sendLog(await as(stage, submitter), row.id));
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

async function submit(stage: Stage, role: Role, id: Id, found: readonly DemoProblem[]): Promise<void> {
  const { patrol } = await role.read('patrol.get', { id });
  const { chance } = stage;
  await role.act('patrol.submit', {
    id,
    answers: patrol.checklist.map((item) => answerTo(stage, item, found)),
    help: { dissuaded: chance.whole(0, 6), cleaned: chance.whole(1, 8), tidied: chance.whole(2, 16), explained: chance.whole(0, 9) },
    note: chance.pick(patrolNotes),
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
