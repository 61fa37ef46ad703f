/** A problem to test with: `anIssue({ state: 'fixed', fixerId: … })`. */
import type { Actor, PostKind } from '../kernel/actor.ts';
import type { WorkingCalendar } from '../kernel/calendar.ts';
import type { Issue } from './issue.model.ts';
import { untouched } from './issue.rules.ts';

export const OFFICE = '00000000-0000-7000-8000-000000000001';
export const DEPARTMENT = '00000000-0000-7000-8000-000000000002';

export const CAMPAIGN_OFFICE = '00000000-0000-7000-8000-000000000003';

/** A calendar without holidays. */
export const everyWeekday: WorkingCalendar = { holidays: new Map(), makeUpDays: new Map() };

export function anIssue(differing: Partial<Issue> = {}): Issue {
  return {
    id: '00000000-0000-7000-8000-0000000000a1',
    unitId: OFFICE,
    no: 318,
    text: '井盖破损',
    spot: '站前路口',
    placeId: null,
    patrolId: null,
    itemNo: null,
    position: null,
    finderId: 'finder',
    foundAt: '2026-05-13T01:42:00.000Z',
    ...untouched,
    ...differing,
  };
}

export function anActor(kind: PostKind, personId: string = kind, unitId: string = OFFICE): Actor {
  return { personId, name: personId, unitId, posts: [{ unitId, kind, sectionId: null }] };
}
