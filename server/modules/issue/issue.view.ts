/** One problem as a screen shows it, with the names of all it is tied to. */
import type { Issue, IssueView } from '#domain/issue/issue.model.ts';
import { issueWorkflow } from '#domain/issue/issue.rules.ts';
import { allowedActs } from '#domain/kernel/act.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { At } from '#domain/kernel/day.ts';
import type { Db } from '#server/platform/database.ts';
import { findNames, nameOf } from '../org/names.ts';
import { findChecklistItem, findPlaceName } from '../place/place.store.ts';
import { findIssueRef, listIssuePhotos, listRelated } from './issue.store.ts';

export async function viewIssue(db: Db, issue: Issue, actor: Actor, now: At): Promise<IssueView> {
  const names = await findNames(db, {
    people: [issue.finderId, issue.fixerId, issue.verifierId],
    units: [issue.unitId, issue.handlerId, issue.assignedById],
  });
  const placeName = issue.placeId ? await findPlaceName(db, issue.placeId, issue.unitId) : null;
  return {
    ...issue,
    place: issue.placeId && placeName ? { id: issue.placeId, name: placeName } : null,
    handler: nameOf(names, issue.handlerId),
    finder: nameOf(names, issue.finderId)!,
    fixer: nameOf(names, issue.fixerId),
    verifier: nameOf(names, issue.verifierId),
    unit: nameOf(names, issue.unitId)!,
    assigner: nameOf(names, issue.assignedById),
    duplicateOf: await findIssueRef(db, issue.duplicateOfId),
    partOf: await findIssueRef(db, issue.partOfId),
    ...(await listRelated(db, issue.id)),
    photos: await listIssuePhotos(db, issue.id),
    item:
      placeName && issue.placeId && issue.itemNo
        ? await findChecklistItem(db, { placeId: issue.placeId, patrolId: issue.patrolId, itemNo: issue.itemNo })
        : null,
    acts: allowedActs(issueWorkflow, issue, { actor, now }),
  };
}
