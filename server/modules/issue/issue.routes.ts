import {
  issueClose,
  issueCoordinate,
  issueEscalate,
  issueFix,
  issueGet,
  issueList,
  issueReject,
  issueReopen,
  issueReport,
  issueSolve,
  issueVerify,
} from '#domain/issue/issue.contract.ts';
import type { Issue, IssueView } from '#domain/issue/issue.model.ts';
import { type IssueAct, issueWorkflow, reportIssue } from '#domain/issue/issue.rules.ts';
import { allowedActs, decide } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { Done } from '#domain/kernel/contract.ts';
import type { At } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { UnitKind } from '#domain/org/org.model.ts';
import type { Db } from '#server/platform/database.ts';
import type { ActCall, Endpoints } from '#server/platform/endpoint.ts';
import { listHistory } from '#server/platform/history.ts';
import { findNames, nameOf } from '../org/names.ts';
import { requirePhotos } from '../photo/photo.store.ts';
import { findChecklistItem, findPlaceName } from '../place/place.store.ts';
import {
  attachPhotos,
  countIssues,
  findIssue,
  insertIssue,
  listIssuePhotos,
  listIssues,
  lockIssue,
  nextIssueNo,
  saveIssue,
} from './issue.store.ts';

export function issueRoutes(endpoint: Endpoints): void {
  endpoint.read(issueList, async ({ input, actor, db }) => ({
    ...(await listIssues(db, actor, input)),
    counts: await countIssues(db, actor, input),
  }));

  endpoint.read(issueGet, async ({ input, actor, db, now }) => {
    const issue = await findIssue(db, input.id, actor);
    if (!issue) throw new Problem('record.notFound');
    return { issue: await viewIssue(db, issue, actor, now), history: await listHistory(db, issue.id) };
  });

  endpoint.act(issueReport, async ({ input, actor, tx, now, tell }) => {
    if (input.placeId && !(await findPlaceName(tx, input.placeId, actor.unitId))) throw new Problem('issue.unknownPlace');
    if (input.patrolId && !(await isOwnPatrol(tx, input.patrolId, actor.unitId))) throw new Problem('record.notFound');
    await requirePhotos(tx, input.photoIds, actor);
    const { next, fact } = reportIssue(input, await nextIssueNo(tx, actor.unitId), actor.unitId, { actor, now });
    await insertIssue(tx, next);
    await attachPhotos(tx, next.id, input.photoIds, 'before');
    await tell(fact);
    return { ...done(next, actor, now), no: next.no };
  });

  endpoint.act(issueSolve, (call) => perform(call, 'solve'));
  endpoint.act(issueFix, (call) => perform(call, 'fix'));
  endpoint.act(issueVerify, (call) => perform(call, 'verify'));
  endpoint.act(issueReject, (call) => perform(call, 'reject'));
  endpoint.act(issueClose, (call) => perform(call, 'close'));
  endpoint.act(issueReopen, (call) => perform(call, 'reopen'));
  endpoint.act(issueCoordinate, async (call) => {
    await requireHandler(call, ['department', 'community']);
    return perform(call, 'coordinate');
  });
  endpoint.act(issueEscalate, async (call) => {
    await requireHandler(call, ['community', 'campaignOffice']);
    return perform(call, 'escalate');
  });
}

/** One act of the table on one problem: lock, decide, save, tell. */
async function perform(call: ActCall<{ readonly id: string; readonly photoIds?: string[] | undefined }>, act: IssueAct): Promise<Done> {
  const { input, actor, tx, now, tell } = call;
  const issue = await lockIssue(tx, input.id, actor);
  if (input.photoIds) await requirePhotos(tx, input.photoIds, actor);
  const { next, fact } = decide(issueWorkflow, issue, act, input as never, { actor, now });
  await saveIssue(tx, next);
  if (input.photoIds) await attachPhotos(tx, next.id, input.photoIds, 'after');
  await tell(fact, next.unitId);
  return done(next, actor, now);
}

async function requireHandler(
  { input, actor, tx }: ActCall<{ readonly id: string; readonly handlerId: string }>,
  kinds: readonly UnitKind[],
): Promise<void> {
  const issue = await lockIssue(tx, input.id, actor);
  const handler = await tx
    .selectFrom('unitPartner')
    .innerJoin('unit', 'unit.id', 'unitPartner.partnerId')
    .where('unitPartner.unitId', '=', issue.unitId)
    .where('unit.id', '=', input.handlerId)
    .where('unit.kind', 'in', kinds)
    .select('unit.id')
    .executeTakeFirst();
  if (!handler) throw new Problem('issue.wrongHandler');
}

async function isOwnPatrol(db: Db, id: string, unitId: string): Promise<boolean> {
  return (await db.selectFrom('patrol').select('id').where('id', '=', id).where('unitId', '=', unitId).executeTakeFirst()) !== undefined;
}

const done = (issue: Issue, actor: Actor, now: At): Done => ({
  id: issue.id,
  state: issue.state,
  acts: allowedActs(issueWorkflow, issue, { actor, now }),
});

async function viewIssue(db: Db, issue: Issue, actor: Actor, now: At): Promise<IssueView> {
  const names = await findNames(db, { people: [issue.finderId, issue.fixerId, issue.verifierId], units: [issue.unitId, issue.handlerId] });
  const placeName = issue.placeId ? await findPlaceName(db, issue.placeId, issue.unitId) : null;
  return {
    ...issue,
    place: issue.placeId && placeName ? { id: issue.placeId, name: placeName } : null,
    handler: nameOf(names, issue.handlerId),
    finder: nameOf(names, issue.finderId)!,
    fixer: nameOf(names, issue.fixerId),
    verifier: nameOf(names, issue.verifierId),
    unit: nameOf(names, issue.unitId)!,
    photos: await listIssuePhotos(db, issue.id),
    item:
      placeName && issue.placeId && issue.itemNo
        ? await findChecklistItem(db, { placeId: issue.placeId, patrolId: issue.patrolId, itemNo: issue.itemNo })
        : null,
    acts: allowedActs(issueWorkflow, issue, { actor, now }),
  };
}
