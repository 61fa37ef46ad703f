/** A patrol and its log to test with: `aLog({ state: 'reported' })`. */
import type { Actor } from '../kernel/actor.ts';
import { instantOf } from '../kernel/day.ts';
import type { LogPage } from './log.model.ts';
import type { PatrolLog } from './log.rules.ts';

export const crewOf = (personId: string): Actor => ({
  personId,
  name: personId,
  unitId: 'u',
  posts: [{ unitId: 'u', kind: 'officer', sectionId: null }],
});

export function aLog(differing: Partial<PatrolLog> = {}): PatrolLog {
  return {
    id: 'p',
    unitId: 'u',
    state: 'submitted',
    day: '2026-05-13',
    leaderId: 'leader',
    memberIds: ['one', 'two'],
    reportedAt: null,
    sha256: 'a'.repeat(64),
    sent: false,
    signatures: [],
    lateReason: null,
    lateReasonById: null,
    lateReasonAt: null,
    ...differing,
  };
}

export function aPage(differing: Partial<LogPage> = {}): LogPage {
  return {
    unitName: '市外办',
    placeName: '青川路西侧',
    pointName: '主次干道、商业大街',
    day: '2026-05-13',
    startedAt: instantOf('2026-05-13', '09:05'),
    submittedAt: instantOf('2026-05-13', '10:40'),
    leaderName: '王岭',
    memberNames: ['何田', '唐宁'],
    items: [
      { no: 1, text: '宣传栏完好', verdict: 'fine', measures: [], grade: 'A', share: 100 },
      { no: 2, text: '路灯', verdict: 'fine', measures: [{ metric: '亮灯率', value: 99.5, atLeast: 99 }], grade: 'A', share: 100 },
    ],
    help: { dissuaded: 2, cleaned: 0, tidied: 0, explained: 0 },
    note: '',
    problems: [],
    ...differing,
  };
}
