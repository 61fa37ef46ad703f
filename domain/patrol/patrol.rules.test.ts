import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allowedActs, decide, whyNot } from '../kernel/act.ts';
import type { Actor } from '../kernel/actor.ts';
import { instantOf } from '../kernel/day.ts';
import type { ChecklistItem } from '../place/place.model.ts';
import { amendedLog, plainLog, writeLog } from './log.ts';
import type { Answer, Patrol } from './patrol.model.ts';
import { belowThreshold, entryOf, isLogLate, logDueAt, patrolWorkflow, whatIsMissing } from './patrol.rules.ts';

const source = { noticeId: 'n', start: 0, end: 1 };
const checklist: ChecklistItem[] = [
  { no: 1, text: '宣传栏是否完好', measures: [], source },
  { no: 2, text: '路灯', measures: [{ metric: '亮灯率', atLeast: 99, unit: '%' }], source },
];
const fine = (no: number, measures: Answer['measures'] = []): Answer => ({ no, verdict: 'fine', measures, note: '' });
const help = { dissuaded: 0, cleaned: 0, tidied: 0, explained: 0 };
const walker: Actor = { personId: 'walker', name: '何田', unitId: 'u', posts: [{ unitId: 'u', kind: 'officer', sectionId: null }] };
const patrol: Patrol = {
  id: 'p',
  unitId: 'u',
  state: 'planned',
  placeId: 'place',
  rosterId: null,
  day: '2026-05-13',
  starts: '09:00',
  ends: '11:30',
  leaderId: 'leader',
  memberIds: ['walker'],
  formerIds: [],
  checklistVersion: 1,
  answers: [],
  help,
  note: '',
  startedAt: null,
  submittedAt: null,
  submittedById: null,
  logText: null,
  reportedAt: null,
  reportedById: null,
  reportedVia: null,
  startPosition: null,
  submitPosition: null,
  lateReason: null,
  lateReasonById: null,
  lateReasonAt: null,
};
const at = (day: string, time: string, actor = walker) => ({ actor, now: instantOf(day, time) });

describe('a patrol', () => {
  it('is walked by its crew, on its day or later, not before', () => {
    assert.equal(whyNot(patrolWorkflow, patrol, 'start', at('2026-05-12', '23:59'))?.code, 'patrol.notYet');
    assert.equal(whyNot(patrolWorkflow, patrol, 'start', at('2026-05-13', '00:00')), null);
    const stranger = { ...walker, personId: 'stranger' };
    assert.equal(whyNot(patrolWorkflow, patrol, 'start', at('2026-05-13', '09:00', stranger))?.code, 'act.notAllowed');
  });

  it('is submitted when every item has a result and every threshold its number', () => {
    assert.equal(whatIsMissing({ checklist, answers: [fine(1)] })?.code, 'patrol.unanswered');
    assert.equal(whatIsMissing({ checklist, answers: [fine(1), fine(2)] })?.code, 'patrol.measureMissing');
    assert.equal(whatIsMissing({ checklist, answers: [fine(1), fine(2), fine(9)] })?.code, 'patrol.unknownItem');
    assert.equal(whatIsMissing({ checklist, answers: [fine(1), { ...fine(2), verdict: 'notApplicable' }] }), null);
    const answers = [fine(2, [{ metric: '亮灯率', value: 99 }]), fine(1)];
    const { next, fact } = decide(patrolWorkflow, patrol, 'submit', { checklist, answers, help, note: '' }, at('2026-05-13', '10:30'));
    assert.deepEqual(
      [next.state, next.answers.map((answer) => answer.no), next.startedAt, fact.data.fine],
      ['submitted', [1, 2], next.submittedAt, 2],
    );
  });

  it('two who each checked a part make a whole, whoever comes first', () => {
    const lamps = fine(2, [{ metric: '亮灯率', value: 99 }]);
    const when = at('2026-05-13', '10:30');
    const first = decide(patrolWorkflow, patrol, 'handIn', { checklist, answers: [fine(1)], help, note: '' }, when);
    assert.deepEqual([first.next.state, first.next.submittedAt, first.fact.name], ['underway', null, 'patrol.handedIn']);
    const second = decide(patrolWorkflow, first.next, 'handIn', { checklist, answers: [lamps], help, note: '' }, when);
    assert.deepEqual([second.next.state, second.next.answers, second.next.submittedById], ['submitted', [fine(1), lamps], 'walker']);
    const submitted = decide(patrolWorkflow, first.next, 'submit', { checklist, answers: [lamps], help, note: '' }, when);
    assert.equal(submitted.next.answers.length, 2, 'what the other handed in need not be answered again');
  });

  it('a second phone comes after the first has submitted, even after the log was sent: nothing of it is lost', () => {
    const lamps = fine(2, [{ metric: '亮灯率', value: 99 }]);
    const whole = { checklist, answers: [fine(1), lamps], help, note: '' };
    const submitted = decide(patrolWorkflow, patrol, 'submit', whole, at('2026-05-13', '10:30')).next;
    assert.equal(entryOf(submitted, false), 'join');
    const broken = { ...fine(1), verdict: 'problem' as const, answeredAt: '2026-05-13T02:20:00Z' };
    const joined = decide(patrolWorkflow, submitted, 'join', { ...whole, answers: [broken, lamps] }, at('2026-05-13', '10:40'));
    assert.deepEqual([joined.next.state, joined.next.answers[0], joined.next.submittedAt], ['submitted', broken, submitted.submittedAt]);
    assert.deepEqual(joined.fact.data.differs, [{ no: 1, counts: broken, other: fine(1) }]);
    const reported = decide(patrolWorkflow, submitted, 'reportLog', { text: '日志', via: '群' }, at('2026-05-13', '11:00')).next;
    const late = decide(patrolWorkflow, reported, 'join', { ...whole, answers: [broken] }, at('2026-05-13', '11:40')).next;
    assert.deepEqual([late.state, late.logText, late.answers[0]], ['reported', '日志', broken]);
  });

  it('who was on duty until the roster changed may still bring what they walked', () => {
    const swapped = { ...patrol, memberIds: ['another'], formerIds: ['walker'] };
    assert.equal(whyNot(patrolWorkflow, swapped, 'submit', at('2026-05-13', '09:00')), null);
    assert.equal(whyNot(patrolWorkflow, { ...swapped, formerIds: [] }, 'submit', at('2026-05-13', '09:00'))?.code, 'act.notAllowed');
  });

  it('a lamp rate below 99 is a problem, 99 is not', () => {
    assert.equal(belowThreshold(checklist[1]!, { measures: [{ metric: '亮灯率', value: 98.9 }] }), true);
    assert.equal(belowThreshold(checklist[1]!, { measures: [{ metric: '亮灯率', value: 99 }] }), false);
  });

  it('its log is late from midnight in Shanghai on, and late stays late', () => {
    assert.equal(logDueAt(patrol), '2026-05-13T16:00:00.000Z');
    assert.equal(isLogLate(patrol, '2026-05-13T15:59:59.999Z'), false);
    assert.equal(isLogLate(patrol, '2026-05-13T16:00:00.000Z'), true);
    assert.equal(isLogLate({ ...patrol, reportedAt: '2026-05-13T15:00:00.000Z' }, '2026-06-01T00:00:00.000Z'), false);
    assert.equal(isLogLate({ ...patrol, reportedAt: '2026-05-13T16:00:01.000Z' }, '2026-05-13T16:00:02.000Z'), true);
  });

  it('offers the log only once it is submitted', () => {
    assert.deepEqual(
      allowedActs(patrolWorkflow, patrol, at('2026-05-13', '09:00')).map((offered) => offered.act),
      ['start', 'submit', 'handIn'],
    );
    assert.deepEqual(
      allowedActs(patrolWorkflow, { ...patrol, state: 'submitted' as const }, at('2026-05-13', '12:00')).map((offered) => offered.act),
      ['join', 'reportLog'],
    );
  });
});

describe('the log for the group chat', () => {
  const content = {
    patrol: {
      ...patrol,
      startedAt: instantOf('2026-05-13', '09:05'),
      submittedAt: instantOf('2026-05-13', '10:40'),
      answers: [fine(1), fine(2)],
    },
    unitName: '市外办',
    placeName: '青川路西侧',
    leaderName: '王岭',
    memberNames: ['何田', '唐宁'],
    checklistLength: 2,
    issues: [],
  };

  it('says plainly that nothing was found', () => {
    assert.equal(
      writeLog(content),
      [
        '【巡查日志】2026年5月13日 青川路西侧',
        '检查：共 2 项，合格 2 项；发现问题 0 个。',
        '问题：本次巡查未发现问题。',
        '人员：王岭（带班）、何田、唐宁',
        '时间：09:05—10:40',
        '单位：市外办',
      ].join('\n'),
    );
  });

  it('counts by the three ways and tells each outcome', () => {
    const issue = (no: number, disposal: string | null, handlerName: string | null = null) => ({
      no,
      text: `问题${no}`,
      spot: '路口',
      disposal,
      handlerName,
    });
    const log = writeLog({
      ...content,
      patrol: { ...content.patrol, help: { ...help, tidied: 6 } },
      issues: [issue(1, 'onTheSpot'), issue(2, 'coordinated', '城管局'), issue(3, null)],
    });
    assert.match(log, /发现问题 3 个（当场解决 1 个，协调部门 1 个，待处置 1 个）/);
    assert.match(log, /2\. 路口，问题2——已协调城管局/);
    assert.match(log, /帮助：摆放车辆 6 辆。/);
  });

  it('counts every item of the checklist once', () => {
    const answers = [fine(1), { ...fine(2), verdict: 'problem' as const }, { ...fine(3), verdict: 'notApplicable' as const }];
    const log = writeLog({ ...content, patrol: { ...content.patrol, answers }, checklistLength: 5 });
    assert.match(log, /检查：共 5 项，合格 1 项，不合格 1 项，不适用 1 项，未查 2 项；/);
  });

  it('amended, says so before anything else; without that line it is the same log', () => {
    const log = writeLog(content);
    const amended = amendedLog(log, { version: 3, reason: '漏记\n一处' });
    assert.equal(amended, `【更正】以第3版为准，更正原因：漏记 一处\n${log}`);
    assert.deepEqual([plainLog(amended), plainLog(log)], [log, log]);
  });
});
