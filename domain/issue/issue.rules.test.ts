import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fastCheck from 'fast-check';
import { allowedActs, decide, whyNot } from '../kernel/act.ts';
import { postKinds } from '../kernel/actor.ts';
import { Problem } from '../kernel/problem.ts';
import { type IssueAct, issueActs, issueWorkflow, reportIssue } from './issue.rules.ts';
import { anActor, anIssue, DEPARTMENT } from './issue.sample.ts';
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
    assert.throws(() => reportIssue({ ...anIssue(), photoIds: [] }, 1, anIssue().unitId, stranger), Problem);
  });

  it('every cell of state × act × post either changes the record as the table says or says why not', () => {
    for (const state of Object.keys(issueStates) as IssueState[]) {
      for (const act of Object.keys(issueActs) as IssueAct[]) {
        for (const kind of Object.keys(postKinds) as (keyof typeof postKinds)[]) {
          const at = { actor: anActor(kind), now };
          const issue = anIssue({ state, fixerId: 'somebody', handlerId: DEPARTMENT });
          const input = { note: '说明', reason: '原因', photoIds: ['p'], handlerId: DEPARTMENT } as never;
          const problem = whyNot(issueWorkflow, issue, act, at, input);
          const rule = issueActs[act];
          assert.equal(
            problem === null,
            (rule.from as string[]).includes(state) && rule.by.some((relation) => relation.holds(at.actor, issue)),
            `${state} ${act} ${kind}`,
          );
          if (problem) assert.ok(problem.words.zh && problem.words.en);
          else assert.equal(decide(issueWorkflow, issue, act, input, at).next.state, rule.to);
        }
      }
    }
  });

  it('offers no act in a state that does not know it', () => {
    assert.deepEqual(
      allowedActs(issueWorkflow, anIssue(), officer).map((offered) => offered.act),
      ['solve', 'coordinate', 'escalate'],
    );
    assert.deepEqual(
      allowedActs(issueWorkflow, anIssue({ state: 'closed' }), officer).map((offered) => [offered.act, offered.allowed]),
      [['reopen', false]],
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
          const input = { note: '说明', reason: '原因', photoIds: ['p'], handlerId: DEPARTMENT } as never;
          if (whyNot(issueWorkflow, issue, act, people[who]!, input) === null)
            issue = decide(issueWorkflow, issue, act, input, people[who]!).next;
          if (issue.state === 'closed') assert.ok(issue.verifierId && issue.fixerId && issue.verifierId !== issue.fixerId);
        }
      }),
    );
  });
});
