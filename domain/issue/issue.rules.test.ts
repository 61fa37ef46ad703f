import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fastCheck from 'fast-check';
import { type ActRule, allowedActs, decide, whyNot } from '../kernel/act.ts';
import { postKinds } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import { USUAL_LIMIT } from './issue.clock.ts';
import type { Issue } from './issue.model.ts';
import { type IssueAct, issueActs, issueWorkflow, reportIssue } from './issue.rules.ts';
import { anActor, anIssue, CAMPAIGN_OFFICE, DEPARTMENT, everyWeekday } from './issue.sample.ts';
import { type IssueState, issueStates } from './issue.states.ts';

const now = '2026-05-13T02:00:00.000Z';
const officer = { actor: anActor('officer'), now };
const other = { actor: anActor('officer', 'another officer'), now };
const clerk = { actor: anActor('campaignClerk'), now };

describe('the problem loop', () => {
  it('goes round: coordinated, fixed, verified by somebody else, closed', () => {
    let issue = anIssue();
    issue = decide(issueWorkflow, issue, 'coordinate', { handlerId: DEPARTMENT, note: '' }, officer).next;
    assert.deepEqual([issue.state, issue.disposal, issue.handlerId], ['coordinated', 'coordinated', DEPARTMENT]);
    issue = decide(
      issueWorkflow,
      issue,
      'fix',
      { note: '已更换', photoIds: ['p'] },
      { actor: anActor('liaison', 'liaison', DEPARTMENT), now },
    ).next;
    assert.deepEqual([issue.state, issue.fixerId], ['fixed', 'liaison']);
    issue = decide(issueWorkflow, issue, 'verify', { note: '' }, other).next;
    const { next, fact } = decide(issueWorkflow, issue, 'close', { note: '' }, clerk);
    assert.deepEqual(
      [next.state, next.closedAt, fact.name, fact.data.from, fact.data.to],
      ['closed', now, 'issue.closed', 'verified', 'closed'],
    );
  });

  it('who fixed it never verifies or rejects it', () => {
    const issue = anIssue({ state: 'fixed', fixerId: officer.actor.personId });
    assert.equal(whyNot(issueWorkflow, issue, 'verify', officer)?.code, 'issue.sameFixer');
    assert.equal(whyNot(issueWorkflow, issue, 'reject', officer)?.code, 'issue.sameFixer');
    assert.equal(whyNot(issueWorkflow, issue, 'verify', other), null);
  });

  it('a fix needs an after-photo; what was solved on the spot a photo or a word', () => {
    const issue = anIssue({ state: 'coordinated', handlerId: DEPARTMENT });
    assert.equal(whyNot(issueWorkflow, issue, 'fix', officer, { note: '好了', photoIds: [] })?.code, 'issue.photoNeeded');
    assert.equal(whyNot(issueWorkflow, anIssue(), 'solve', officer, { note: '', photoIds: [] })?.code, 'issue.photoNeeded');
    assert.equal(whyNot(issueWorkflow, anIssue(), 'solve', officer, { note: '已清理', photoIds: [] }), null);
  });

  it('coming back is counted and needs a reason', () => {
    const issue = anIssue({ state: 'fixed', fixerId: 'liaison' });
    assert.equal(whyNot(issueWorkflow, issue, 'reject', other, { reason: ' ' })?.code, 'issue.reasonNeeded');
    const { next } = decide(issueWorkflow, issue, 'reject', { reason: '仍有缺口' }, other);
    assert.deepEqual([next.state, next.returns, next.fixerId], ['returned', 1, null]);
  });

  it('only the office closes, only the handler and the unit report a fix', () => {
    assert.equal(whyNot(issueWorkflow, anIssue({ state: 'verified' }), 'close', officer)?.code, 'act.notAllowed');
    const stranger = { actor: anActor('liaison', 'stranger', 'another unit'), now };
    assert.equal(whyNot(issueWorkflow, anIssue({ state: 'coordinated', handlerId: DEPARTMENT }), 'fix', stranger)?.code, 'act.notAllowed');
    const terms = { no: 1, unitId: anIssue().unitId, limit: USUAL_LIMIT, calendar: everyWeekday };
    assert.throws(() => reportIssue({ ...anIssue(), photoIds: [] }, terms, stranger), Problem);
  });

  it('every cell of state × act × post either changes the record as the table says or says why not', () => {
    const input = {
      note: '说明',
      reason: '原因',
      photoIds: ['p'],
      handlerId: DEPARTMENT,
      otherId: 'other',
      goTo: '请到社区反映',
      until: '2026-06-01',
      parts: [],
    } as never;
    for (const state of Object.keys(issueStates) as IssueState[]) {
      for (const act of Object.keys(issueActs) as IssueAct[]) {
        for (const kind of Object.keys(postKinds) as (keyof typeof postKinds)[]) {
          const at = { actor: anActor(kind), now };
          const asked = { byId: 'somebody', at: now, reason: '原因' };
          const issue = anIssue({
            state,
            fixerId: 'somebody',
            handlerId: DEPARTMENT,
            disposal: 'escalated',
            suspendedFrom: state === 'suspended' ? 'coordinated' : null,
            reopenAsked: asked,
            extensionAsked: act === 'askExtension' ? null : asked,
            dueAt: '2026-05-20T00:00:00.000Z',
          });
          const problem = whyNot(issueWorkflow, issue, act, at, input);
          const rule: ActRule<Issue, never> = issueActs[act];
          assert.equal(
            problem === null,
            (rule.from as string[]).includes(state) && rule.by.some((relation) => relation.holds(at.actor, issue)),
            `${state} ${act} ${kind}`,
          );
          if (problem) assert.ok(problem.words.zh && problem.words.en);
          else {
            const leadsTo = typeof rule.to === 'function' ? rule.to(issue, input) : (rule.to ?? state);
            assert.equal(decide(issueWorkflow, issue, act, input, at).next.state, leadsTo);
          }
        }
      }
    }
  });

  it('who declined gets it again only by assignment from above, and may then not decline', () => {
    const liaison = { actor: anActor('liaison', 'liaison', DEPARTMENT), now };
    const above = { actor: anActor('campaignOfficer', 'above', CAMPAIGN_OFFICE), now };
    let issue = anIssue({ state: 'coordinated', disposal: 'coordinated', handlerId: DEPARTMENT });
    issue = decide(issueWorkflow, issue, 'decline', { reason: '属城管' }, liaison).next;
    assert.deepEqual([issue.state, issue.handlerId, issue.declinedBy], ['declined', null, [DEPARTMENT]]);
    const again = { handlerId: DEPARTMENT, note: '' };
    assert.equal(whyNot(issueWorkflow, issue, 'coordinate', officer, again)?.code, 'issue.declinedBefore');
    issue = decide(issueWorkflow, issue, 'escalate', { handlerId: CAMPAIGN_OFFICE, note: '' }, officer).next;
    issue = decide(issueWorkflow, issue, 'assign', again, above).next;
    assert.deepEqual([issue.state, issue.handlerId, issue.assignedById], ['coordinated', DEPARTMENT, CAMPAIGN_OFFICE]);
    assert.equal(whyNot(issueWorkflow, issue, 'decline', liaison, { reason: '属城管' })?.code, 'issue.assigned');
  });

  it('is suspended once, for a year at most', () => {
    const until = (day: string) => whyNot(issueWorkflow, anIssue(), 'suspend', clerk, { reason: '等树木进入补种期', until: day })?.code;
    assert.deepEqual(
      [until('2026-05-13'), until('2026-05-14'), until('2027-05-13'), until('2027-05-14')],
      ['issue.suspensionDay', undefined, undefined, 'issue.suspensionDay'],
    );
    const suspended = decide(issueWorkflow, anIssue(), 'suspend', { reason: '等补种', until: '2026-11-01' }, clerk).next;
    const resumed = decide(issueWorkflow, suspended, 'resume', { note: '' }, clerk).next;
    assert.deepEqual([resumed.state, resumed.suspendedUntil], ['found', null]);
    assert.equal(whyNot(issueWorkflow, resumed, 'suspend', clerk)?.code, 'issue.suspendedBefore');
  });

  it('more time is asked for before the limit, decided by somebody else, granted twice at most', () => {
    let issue = anIssue({ state: 'accepted', handlerId: DEPARTMENT, dueAt: '2026-05-20T00:00:00.000Z' });
    for (const granted of [1, 2]) {
      issue = decide(issueWorkflow, issue, 'askExtension', { reason: '等配件' }, clerk).next;
      assert.equal(whyNot(issueWorkflow, issue, 'grantExtension', clerk)?.code, 'issue.sameAsker');
      issue = decide(issueWorkflow, issue, 'grantExtension', { note: '' }, { actor: anActor('leaderInCharge'), now }).next;
      assert.deepEqual([issue.extensions, issue.extensionAsked], [granted, null]);
    }
    assert.equal(whyNot(issueWorkflow, issue, 'askExtension', clerk)?.code, 'issue.extendedBefore');
    const late = anIssue({ state: 'accepted', handlerId: DEPARTMENT, dueAt: '2026-05-12T00:00:00.000Z' });
    assert.equal(whyNot(issueWorkflow, late, 'askExtension', clerk)?.code, 'issue.extensionTooLate');
  });

  it('a reopening is asked for by one and decided by another', () => {
    const asked = decide(issueWorkflow, anIssue({ state: 'closed' }), 'askReopen', { reason: '又坏了' }, clerk).next;
    assert.equal(whyNot(issueWorkflow, asked, 'reopen', clerk, { reason: '同意' })?.code, 'issue.sameAsker');
    const leader = { actor: anActor('leaderInCharge'), now };
    const left = decide(issueWorkflow, asked, 'refuseReopen', { reason: '是另一处' }, leader).next;
    const { next } = decide(issueWorkflow, asked, 'reopen', { reason: '同意' }, leader);
    assert.deepEqual([left.state, next.state, next.returns, next.closedAt], ['closed', 'returned', 1, null]);
  });

  it('a dismissal says where to go instead; a part is not split again', () => {
    assert.equal(whyNot(issueWorkflow, anIssue(), 'dismiss', clerk, { reason: '属居民自管', goTo: ' ' })?.code, 'issue.goToNeeded');
    assert.equal(whyNot(issueWorkflow, anIssue({ partOfId: 'whole' }), 'split', clerk)?.code, 'issue.partOfPart');
  });

  it('offers no act in a state that does not know it', () => {
    assert.deepEqual(
      allowedActs(issueWorkflow, anIssue(), officer).map((offered) => offered.act),
      ['solve', 'coordinate', 'escalate', 'suspend', 'join', 'dismiss', 'split'],
    );
    assert.deepEqual(
      allowedActs(issueWorkflow, anIssue({ state: 'closed' }), officer).map((offered) => [offered.act, offered.allowed]),
      [['askReopen', true]],
    );
  });

  it('whatever people try, a closed problem was verified by somebody who did not fix it', () => {
    const people = [officer, other, clerk];
    const acts = fastCheck.array(
      fastCheck.tuple(fastCheck.constantFrom(...(Object.keys(issueActs) as IssueAct[])), fastCheck.integer({ min: 0, max: 2 })),
      { maxLength: 30 },
    );
    fastCheck.assert(
      fastCheck.property(acts, (tries) => {
        let issue = anIssue();
        for (const [act, who] of tries) {
          const input = {
            note: '说明',
            reason: '原因',
            photoIds: ['p'],
            handlerId: DEPARTMENT,
            otherId: 'o',
            goTo: '社区',
            until: '2026-06-01',
            parts: [],
          };
          if (whyNot(issueWorkflow, issue, act, people[who]!, input as never) === null)
            issue = decide(issueWorkflow, issue, act, input as never, people[who]!).next;
          if (issue.state === 'closed') assert.ok(issue.verifierId && issue.fixerId && issue.verifierId !== issue.fixerId);
        }
      }),
    );
  });
});
