/** A problem to test with: `anIssue({ state: 'fixed', fixerId: … })`. */
import type { Actor, PostKind } from '../kernel/actor.ts';
import type { Issue } from './issue.model.ts';

export const OFFICE = '00000000-0000-7000-8000-000000000001';
export const DEPARTMENT = '00000000-0000-7000-8000-000000000002';

export function anIssue(differing: Partial<Issue> = {}): Issue {
  return {
    id: '00000000-0000-7000-8000-0000000000a1',
    unitId: OFFICE,
    no: 318,
    state: 'found',
    disposal: null,
    text: '井盖破损',
    spot: '站前路口',
    placeId: null,
    patrolId: null,
    itemNo: null,
    position: null,
    finderId: 'finder',
    foundAt: '2026-05-13T01:42:00.000Z',
    handlerId: null,
    fixerId: null,
    fixedAt: null,
    fixNote: null,
    verifierId: null,
    closedAt: null,
    returns: 0,
    ...differing,
  };
}

export function anActor(kind: PostKind, personId: string = kind, unitId: string = OFFICE): Actor {
  return { personId, name: personId, unitId, posts: [{ unitId, kind, sectionId: null }] };
}
