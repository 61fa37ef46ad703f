import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fastCheck from 'fast-check';
import { decide, whyNot } from '../kernel/act.ts';
import type { Actor } from '../kernel/actor.ts';
import { type At, addDays, dayOf, instantOf } from '../kernel/day.ts';
import { countedBetween, lengthOf } from '../kernel/limit.ts';
import { holderOf, startClock, turnClock, USUAL_LIMIT } from './issue.clock.ts';
import type { Issue } from './issue.model.ts';
import { type IssueAct, issueActs, issueWorkflow } from './issue.rules.ts';
import { anActor, anIssue, CAMPAIGN_OFFICE, DEPARTMENT, everyWeekday } from './issue.sample.ts';

const officer = anActor('officer');
const clerk = anActor('campaignClerk');
const leader = anActor('leaderInCharge');
const liaison = anActor('liaison', 'liaison', DEPARTMENT);
const above = anActor('campaignOfficer', 'above', CAMPAIGN_OFFICE);
const ANOTHER = '00000000-0000-7000-8000-000000000004';

const foundOn = (day: string, time: string): Issue =>
  anIssue({ foundAt: instantOf(day, time), ...startClock(USUAL_LIMIT, anIssue().unitId, instantOf(day, time), everyWeekday) });

function moved(issue: Issue, act: IssueAct, input: object, actor: Actor, now: At): Issue {
  const { next } = decide(issueWorkflow, issue, act, { note: '', ...input } as never, { actor, now });
  return { ...next, ...turnClock(issue, next, now, everyWeekday) };
}

describe('the clock of a problem', () => {
  it('runs for the unit from the finding, and anew for the department from the hand-over', () => {
    let issue = foundOn('2026-11-23', '08:00');
    assert.equal(issue.dueAt, instantOf('2026-11-25', '18:00'));
    issue = moved(issue, 'coordinate', { handlerId: DEPARTMENT }, officer, instantOf('2026-11-24', '08:00'));
    assert.equal(issue.dueAt, instantOf('2026-11-26', '18:00'));
  });

  it('stands while a fix is looked at and goes on from there when it is sent back', () => {
    let issue = foundOn('2026-11-23', '08:00');
    issue = moved(issue, 'coordinate', { handlerId: DEPARTMENT }, officer, instantOf('2026-11-23', '08:00'));
    issue = moved(issue, 'fix', { photoIds: ['p'] }, liaison, instantOf('2026-11-25', '14:00'));
    assert.equal(issue.dueAt, null);
    issue = moved(issue, 'reject', { reason: '未修好' }, officer, instantOf('2026-12-01', '08:00'));
    assert.equal(issue.dueAt, instantOf('2026-12-01', '12:00'));
  });

  it('is no fresh limit for a unit that had it before', () => {
    let issue = foundOn('2026-11-23', '08:00');
    issue = moved(issue, 'coordinate', { handlerId: DEPARTMENT }, officer, instantOf('2026-11-23', '08:00'));
    issue = moved(issue, 'decline', { reason: '属路灯所' }, liaison, instantOf('2026-11-24', '18:00'));
    assert.equal(issue.dueAt, instantOf('2026-11-27', '18:00'));
    issue = moved(issue, 'escalate', { handlerId: CAMPAIGN_OFFICE }, officer, instantOf('2026-11-25', '08:00'));
    issue = moved(issue, 'assign', { handlerId: DEPARTMENT }, above, instantOf('2026-11-25', '10:00'));
    assert.equal(issue.dueAt, instantOf('2026-11-26', '10:00'));
  });

  it('stands through a suspension and runs again by itself on its last day', () => {
    let issue = foundOn('2026-11-23', '08:00');
    issue = moved(issue, 'suspend', { reason: '等补种', until: '2027-03-01' }, clerk, instantOf('2026-11-24', '08:00'));
    assert.equal(issue.dueAt, instantOf('2027-03-02', '18:00'));
    const early = moved(issue, 'resume', {}, clerk, instantOf('2027-02-22', '08:00'));
    assert.equal(early.dueAt, instantOf('2027-02-23', '18:00'));
    const overslept = moved(issue, 'resume', {}, clerk, instantOf('2027-03-02', '08:00'));
    assert.equal(overslept.dueAt, instantOf('2027-03-02', '18:00'));
  });

  it('late stays late, whatever comes after', () => {
    let issue = foundOn('2026-11-23', '08:00');
    issue = moved(issue, 'coordinate', { handlerId: DEPARTMENT }, officer, instantOf('2026-11-30', '08:00'));
    assert.equal(issue.lateSince, instantOf('2026-11-25', '18:00'));
    issue = moved(issue, 'fix', { photoIds: ['p'] }, liaison, instantOf('2026-12-01', '08:00'));
    assert.equal(issue.lateSince, instantOf('2026-11-25', '18:00'));
  });

  it('more time is one limit more for who asked', () => {
    let issue = foundOn('2026-11-23', '08:00');
    issue = moved(issue, 'coordinate', { handlerId: DEPARTMENT }, officer, instantOf('2026-11-23', '08:00'));
    issue = moved(issue, 'askExtension', { reason: '等配件' }, liaison, instantOf('2026-11-24', '08:00'));
    issue = moved(issue, 'grantExtension', {}, clerk, instantOf('2026-11-24', '09:00'));
    assert.equal(issue.dueAt, instantOf('2026-11-30', '18:00'));
  });

  it('a reopened problem begins a new round', () => {
    let issue = { ...foundOn('2026-11-23', '08:00'), state: 'closed' as const, dueAt: null };
    issue = moved(issue, 'askReopen', { reason: '又坏了' }, officer, instantOf('2026-12-07', '08:00')) as typeof issue;
    const reopened = moved(issue, 'reopen', { reason: '同意' }, clerk, instantOf('2026-12-07', '08:00'));
    assert.equal(reopened.dueAt, instantOf('2026-12-09', '18:00'));
  });

  it('no sequence of acts gives a unit more time than its limit and the extensions granted, round by round', () => {
    const people = [officer, clerk, leader, liaison, above, anActor('liaison', 'another', ANOTHER)];
    const tries = fastCheck.array(
      fastCheck.record({
        act: fastCheck.constantFrom(...(Object.keys(issueActs) as IssueAct[])),
        who: fastCheck.integer({ min: 0, max: people.length - 1 }),
        handlerId: fastCheck.constantFrom(DEPARTMENT, ANOTHER, CAMPAIGN_OFFICE),
        hours: fastCheck.integer({ min: 0, max: 60 }),
      }),
      { maxLength: 40 },
    );
    fastCheck.assert(
      fastCheck.property(tries, (steps) => {
        let issue = foundOn('2026-11-23', '08:00');
        let now = issue.foundAt;
        let used: Record<string, number> = {};
        for (const { act, who, handlerId, hours } of steps) {
          const then = new Date(Date.parse(now) + hours * 3600_000).toISOString();
          const holder = issue.state === 'suspended' ? issue.clock!.holderId : holderOf(issue);
          const from = issue.state === 'suspended' ? [now, instantOf(issue.suspendedUntil!)].sort()[1]! : now;
          if (holder) used[holder] = (used[holder] ?? 0) + countedBetween(USUAL_LIMIT.unit, from, then, everyWeekday);
          now = then;
          const input = {
            note: '说明',
            reason: '原因',
            photoIds: ['p'],
            handlerId,
            otherId: 'o',
            goTo: '社区',
            until: addDays(dayOf(now), 9),
            parts: [],
          };
          if (whyNot(issueWorkflow, issue, act, { actor: people[who]!, now }, input as never) !== null) continue;
          issue = moved(issue, act, input, people[who]!, now);
          if (act === 'reopen') used = {};
          const { clock, dueAt } = issue;
          if (dueAt === null || issue.state === 'suspended') continue;
          const given = lengthOf(USUAL_LIMIT) * (1 + (clock!.granted[clock!.holderId] ?? 0));
          const left = countedBetween(USUAL_LIMIT.unit, now, dueAt, everyWeekday);
          assert.ok(left <= Math.max(0, given - (used[clock!.holderId] ?? 0)), `${act}: ${left} left of ${given}`);
          assert.ok(Object.values(clock!.granted).reduce((sum, n) => sum + n, 0) <= 2);
        }
      }),
      { numRuns: 400 },
    );
  });
});
