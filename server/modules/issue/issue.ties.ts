/** Problems tied to one another: joined to the same one, or split into parts. */
import { startClock, USUAL_LIMIT } from '#domain/issue/issue.clock.ts';
import type { issueSplit } from '#domain/issue/issue.contract.ts';
import { endWhole } from '#domain/issue/issue.endings.ts';
import type { Issue } from '#domain/issue/issue.model.ts';
import { untouched } from '#domain/issue/issue.rules.ts';
import { isEnded } from '#domain/issue/issue.states.ts';
import type { Done } from '#domain/kernel/contract.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { ActCall } from '#server/platform/endpoint.ts';
import { calendarOf } from '../calendar/calendar.store.ts';
import { done, move } from './issue.move.ts';
import { findAndLockIssue, hasOpenParts, insertIssue, lockIssue, nextIssueNo, saveIssue } from './issue.store.ts';

/** What is joined goes to another open problem of the same unit, not to the whole it is a part of; the two rows are locked in one order, so that nobody waits in a circle. */
export async function requireOther({ input, actor, tx }: ActCall<{ readonly id: string; readonly otherId: string }>): Promise<void> {
  if (input.id === input.otherId) throw new Problem('issue.wrongOther');
  const locked = new Map<string, Issue>();
  for (const id of [input.id, input.otherId].sort()) {
    const issue = await findAndLockIssue(tx, id, actor);
    if (issue) locked.set(id, issue);
  }
  const issue = locked.get(input.id);
  const other = locked.get(input.otherId);
  if (!issue) throw new Problem('record.notFound');
  if (!other || other.unitId !== issue.unitId || other.id === issue.partOfId || isEnded(other.state)) throw new Problem('issue.wrongOther');
}

/** Each part is a problem of its own, with a number and a limit of its own, at the same place. */
export async function split(call: ActCall<ReturnType<(typeof issueSplit)['input']['parse']>>): Promise<Done> {
  const { input, actor, tx, now, tell } = call;
  const whole = await lockIssue(tx, input.id, actor);
  const next = await move(call, whole, 'split');
  const calendar = await calendarOf(tx, whole.unitId);
  for (const { id, text } of input.parts) {
    const part: Issue = {
      ...untouched,
      id,
      text,
      unitId: whole.unitId,
      no: await nextIssueNo(tx, whole.unitId),
      spot: whole.spot,
      placeId: whole.placeId,
      patrolId: whole.patrolId,
      itemNo: whole.itemNo,
      position: whole.position,
      finderId: whole.finderId,
      foundAt: whole.foundAt,
      partOfId: whole.id,
      ...startClock(whole.clock?.limit ?? USUAL_LIMIT, whole.unitId, now, calendar),
    };
    await insertIssue(tx, part);
    await tell(
      { name: 'issue.reported', subject: { kind: 'issue', id }, data: { no: part.no, text, spot: part.spot, partOf: whole.no } },
      whole.unitId,
    );
  }
  return done(next, actor, now);
}

/** With the last of its parts the whole ends too. Two that end at the same moment meet at its lock, so that one of them is the last. */
export async function endWithLastPart({ tx, actor, now, tell }: ActCall<unknown>, part: Issue): Promise<void> {
  if (!part.partOfId || !isEnded(part.state)) return;
  const whole = await lockIssue(tx, part.partOfId, actor);
  if (whole.state !== 'split' || (await hasOpenParts(tx, whole.id))) return;
  const { next, fact } = endWhole(whole, { actor, now });
  await saveIssue(tx, next);
  await tell(fact, whole.unitId);
}
