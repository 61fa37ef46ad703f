/** A director's minute, gathered from the modules. */

import type { Issue, IssueRow } from '#domain/issue/issue.model.ts';
import { type IssueAct, issueWorkflow } from '#domain/issue/issue.rules.ts';
import { endedStates } from '#domain/issue/issue.states.ts';
import { whyNot } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At, Day } from '#domain/kernel/day.ts';
import { dayOf, firstDayOf, monthOf } from '#domain/kernel/day.ts';
import { overviewToday } from '#domain/overview/overview.contract.ts';
import type { Db } from '#server/platform/database.ts';
import type { Endpoints } from '#server/platform/endpoint.ts';
import { unitsOf } from '#server/platform/scope.ts';
import { countTasks, listStages, listTasks } from '../duty/duty.store.ts';
import { countIssues, listIssues, listOpenIssues } from '../issue/issue.list.ts';
import { countPatrols, listOnDay } from '../patrol/patrol.store.ts';

export function overviewRoutes(endpoint: Endpoints): void {
  endpoint.read(overviewToday, async ({ actor, db, now }) => {
    const day = dayOf(now);
    const counts = await countTasks(db, actor, day, false);
    const month = await countPatrols(db, unitsOf(actor), firstDayOf(monthOf(day)), day, now);
    const all = await countPatrols(db, unitsOf(actor), null, day, now);
    const { counts: byState } = await countIssues(db, actor, { limit: 1 }, now);
    const ended = endedStates.reduce((sum, state) => sum + (byState[state] ?? 0), 0);
    return {
      day,
      tasks: {
        late: counts.late,
        today: counts.today,
        week: counts.week,
        waiting: counts.waiting,
        next: await listTasks(db, actor, day, now, { limit: 6 }),
      },
      patrols: {
        today: await listOnDay(db, actor.unitId, day, now),
        lateLogs: all.late,
        thisMonth: month.total,
        nothingFound: month.nothingFound,
      },
      issues: {
        open: Object.values(byState).reduce((sum, n) => sum + n, 0) - ended,
        closed: byState.closed ?? 0,
        byState,
        byDisposal: await countByDisposal(db, actor),
        latest: (await listIssues(db, actor, { limit: 6 }, now)).rows,
        mine: await waitingFor(db, actor, now),
      },
      stage: await presentStage(db, actor, day),
      drafts: await countDrafts(db, actor),
      setUp: await setUp(db, actor),
    };
  });
}

/** How many open problems are looked through for one that waits for this person, and how many are shown. */
const LOOKED_AT = 60;
const SHOWN = 6;

/** Open problems whose next step is this person's: to verify, to close, to dispose of what they found, to fix what lies with their unit. */
async function waitingFor(db: Db, actor: Actor, now: At): Promise<IssueRow[]> {
  const units = unitsOf(actor);
  const waiting = (await listOpenIssues(db, actor, LOOKED_AT)).filter((issue) => {
    const next = nextStep(issue, actor, units);
    return next !== null && whyNot(issueWorkflow, issue, next, { actor, now }) === null;
  });
  if (waiting.length === 0) return [];
  return (await listIssues(db, actor, { ids: waiting.slice(0, SHOWN).map((issue) => issue.id), limit: SHOWN }, now)).rows;
}

function nextStep(issue: Issue, actor: Actor, units: readonly string[]): IssueAct | null {
  if (issue.state === 'fixed') return 'verify';
  if (issue.state === 'verified') return 'close';
  if (issue.state === 'reopenAsked') return 'reopen';
  if (issue.extensionAsked) return 'grantExtension';
  if (issue.state === 'found' || issue.state === 'declined') return issue.finderId === actor.personId ? 'solve' : null;
  if (issue.state === 'returned') return 'fix';
  return issue.handlerId !== null && units.includes(issue.handlerId) && issue.state !== 'suspended' ? 'fix' : null;
}

async function countByDisposal(db: Db, actor: Actor): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('issue')
    .where('unitId', 'in', unitsOf(actor))
    .where('disposal', 'is not', null)
    .groupBy('disposal')
    .select(['disposal', (eb) => eb.fn.countAll<number>().as('n')])
    .execute();
  return Object.fromEntries(rows.map((row) => [row.disposal, row.n]));
}

/** Stages are printed as months or days: '2018-04' holds from its first day to its last. */
async function presentStage(db: Db, actor: Actor, day: Day) {
  const stages = await listStages(db, actor.unitId);
  const stage = stages.findLast(
    (one) => (one.from === null || one.from <= day) && (one.to === null || day <= one.to || day.startsWith(one.to)),
  );
  return stage ? { name: stage.name, from: stage.from, to: stage.to } : null;
}

async function countDrafts(db: Db, actor: Actor): Promise<number> {
  const { n } = await db
    .selectFrom('notice')
    .where('unitId', '=', actor.unitId)
    .where('state', '=', 'draft')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

async function setUp(db: Db, actor: Actor): Promise<{ notices: boolean; people: boolean; roster: boolean }> {
  const adopted = await db
    .selectFrom('notice')
    .select('id')
    .where('unitId', '=', actor.unitId)
    .where('state', '=', 'adopted')
    .limit(1)
    .executeTakeFirst();
  const accounts = await db
    .selectFrom('person')
    .where('unitId', '=', actor.unitId)
    .where('userId', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const roster = await db
    .selectFrom('roster')
    .select('id')
    .where('unitId', '=', actor.unitId)
    .where('state', '=', 'published')
    .limit(1)
    .executeTakeFirst();
  return { notices: adopted !== undefined, people: accounts.n > 1, roster: roster !== undefined };
}
