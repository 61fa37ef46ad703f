/** The acts of the table as they arrive: what must be looked up first, the act, what follows for others. */
import { USUAL_LIMIT } from '#domain/issue/issue.clock.ts';
import type { issueReport } from '#domain/issue/issue.contract.ts';
import type { Issue } from '#domain/issue/issue.model.ts';
import { type IssueAct, reportIssue } from '#domain/issue/issue.rules.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { UnitKind } from '#domain/org/org.model.ts';
import type { Db } from '#server/platform/database.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { calendarOf } from '../calendar/calendar.store.ts';
import { requirePhotos } from '../photo/photo.store.ts';
import { findPlaceName } from '../place/place.store.ts';
import { done, move } from './issue.move.ts';
import { attachPhotos, insertIssue, lockIssue, nextIssueNo } from './issue.store.ts';
import { endWithLastPart } from './issue.ties.ts';

type Reported = ReturnType<(typeof issueReport)['input']['parse']>;

export async function report({ input, actor, tx, now, tell }: ActCall<Reported>): Promise<Done & { readonly no: number }> {
  if (input.placeId && !(await findPlaceName(tx, input.placeId, actor.unitId))) throw new Problem('issue.unknownPlace');
  if (input.patrolId && !(await isOwnPatrol(tx, input.patrolId, actor.unitId))) throw new Problem('record.notFound');
  await requirePhotos(tx, input.photoIds, actor);
  const terms = {
    no: await nextIssueNo(tx, actor.unitId),
    unitId: actor.unitId,
    limit: USUAL_LIMIT,
    calendar: await calendarOf(tx, actor.unitId),
  };
  const { next, fact } = reportIssue(input, terms, { actor, now });
  await insertIssue(tx, next);
  await attachPhotos(tx, next.id, input.photoIds, 'before');
  await tell(fact);
  return { ...done(next, actor, now), no: next.no };
}

/** `require` looks at what the rules cannot see, with the problem already locked. */
export async function perform<Input extends { readonly id: string; readonly photoIds?: string[] | undefined }>(
  call: ActCall<Input>,
  act: IssueAct,
  require?: (call: ActCall<Input>, issue: Issue) => Promise<void>,
): Promise<Done> {
  const { input, actor, tx, now } = call;
  const was = await lockIssue(tx, input.id, actor);
  await require?.(call, was);
  if (input.photoIds) await requirePhotos(tx, input.photoIds, actor);
  const next = await move(call, was, act);
  if (input.photoIds) await attachPhotos(tx, next.id, input.photoIds, 'after');
  await endWithLastPart(call, next);
  return done(next, actor, now);
}

/** A partner of the problem's unit, of a kind that the act may go to. */
export const handlerOf =
  (...kinds: readonly UnitKind[]) =>
  async ({ input, tx }: ActCall<{ readonly id: string; readonly handlerId: string }>, issue: Issue): Promise<void> => {
    const handler = await tx
      .selectFrom('unitPartner')
      .innerJoin('unit', 'unit.id', 'unitPartner.partnerId')
      .where('unitPartner.unitId', '=', issue.unitId)
      .where('unit.id', '=', input.handlerId)
      .where('unit.kind', 'in', kinds)
      .select('unit.id')
      .executeTakeFirst();
    if (!handler) throw new Problem('issue.wrongHandler');
  };

async function isOwnPatrol(db: Db, id: string, unitId: string): Promise<boolean> {
  return (await db.selectFrom('patrol').select('id').where('id', '=', id).where('unitId', '=', unitId).executeTakeFirst()) !== undefined;
}
