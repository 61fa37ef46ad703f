import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decide, whyNot } from '../kernel/act.ts';
import type { Actor } from '../kernel/actor.ts';
import { instantOf } from '../kernel/day.ts';
import { differenceOf } from './log.difference.ts';
import { logWorkflow } from './log.rules.ts';
import { aLog, aPage, crewOf } from './patrol.sample.ts';

const at = (actor: Actor, day = '2026-05-13', time = '11:00') => ({ actor, now: instantOf(day, time) });
const one = at(crewOf('one'));
const leader = at(crewOf('leader'));
const read = { sha256: 'a'.repeat(64) };
const other = { sha256: 'b'.repeat(64) };
const signed = (personId: string, role: 'member' | 'leader') => ({ personId, role, at: one.now });

describe('the log of two', () => {
  it('is signed by each member for themselves, once, and by nobody else', () => {
    const { next, fact } = decide(logWorkflow, aLog(), 'sign', read, one);
    assert.deepEqual([next.signatures, fact.name, fact.data.sha256], [[signed('one', 'member')], 'patrol.signed', read.sha256]);
    assert.equal(whyNot(logWorkflow, next, 'sign', one)?.code, 'patrol.signed');
    assert.equal(whyNot(logWorkflow, next, 'sign', at(crewOf('two'))), null);
    for (const stranger of [leader, at(crewOf('stranger'))])
      assert.equal(whyNot(logWorkflow, next, 'sign', stranger)?.code, 'act.notAllowed');
  });

  it('is not signed unread: a text that has changed meanwhile is read again', () => {
    assert.equal(whyNot(logWorkflow, aLog(), 'sign', one, other)?.code, 'patrol.logChanged');
    assert.equal(whyNot(logWorkflow, aLog({ state: 'underway' }), 'sign', one, read)?.code, 'act.wrongState');
  });

  it('is countersigned by the leader on duty after a member', () => {
    assert.equal(whyNot(logWorkflow, aLog(), 'countersign', leader)?.code, 'patrol.notSigned');
    const log = aLog({ signatures: [signed('one', 'member')] });
    assert.deepEqual(decide(logWorkflow, log, 'countersign', read, leader).next.signatures.at(-1), { ...signed('leader', 'leader') });
    assert.equal(whyNot(logWorkflow, log, 'countersign', one)?.code, 'act.notAllowed');
  });

  it('changes after sending only by an amendment that differs, and is then signed and sent anew', () => {
    const sent = aLog({ state: 'reported', sent: true, signatures: [signed('one', 'member'), signed('leader', 'leader')] });
    assert.equal(whyNot(logWorkflow, aLog(), 'amend', one)?.code, 'act.wrongState');
    assert.equal(whyNot(logWorkflow, sent, 'amend', one, { ...read, reason: '漏记' })?.code, 'patrol.nothingAmended');
    assert.equal(whyNot(logWorkflow, sent, 'sendAmended', one)?.code, 'patrol.logSent');
    const { next, fact } = decide(logWorkflow, sent, 'amend', { ...other, reason: '漏记' }, one);
    assert.deepEqual([next.signatures, next.sent, fact.data.reason], [[], false, '漏记']);
    assert.equal(whyNot(logWorkflow, next, 'sendAmended', one), null);
  });

  it('a reason is for late logs, and the log stays late', () => {
    assert.equal(whyNot(logWorkflow, aLog(), 'giveReason', one)?.code, 'patrol.notLate');
    const next = decide(logWorkflow, aLog(), 'giveReason', { reason: '手机没电' }, at(crewOf('two'), '2026-05-14', '08:30')).next;
    assert.deepEqual([next.lateReason, next.lateReasonById], ['手机没电', 'two']);
    const inTime = aLog({ state: 'reported', reportedAt: instantOf('2026-05-13', '12:00') });
    assert.equal(whyNot(logWorkflow, inTime, 'giveReason', at(crewOf('one'), '2026-06-01'))?.code, 'patrol.notLate');
  });
});

describe('the difference of two versions', () => {
  it('names what changed, before and after, and nothing else', () => {
    const after = aPage({
      items: [
        aPage().items[0]!,
        { ...aPage().items[1]!, verdict: 'problem', measures: [{ metric: '亮灯率', value: 97, atLeast: 99 }], grade: 'B', share: 66 },
      ],
      help: { dissuaded: 2, cleaned: 3, tidied: 0, explained: 0 },
      note: '东段两盏灯不亮',
      problems: [
        { no: 7, itemNo: 2, text: '路灯不亮', spot: '路口', disposal: 'coordinated', handlerName: '路灯所', beforeIds: [], afterIds: [] },
      ],
    });
    assert.deepEqual(
      differenceOf(aPage(), after).map(({ zh, was, now }) => [zh, was, now]),
      [
        ['第 2 项', '合格 亮灯率 99.5% A', '问题 亮灯率 97% B'],
        ['问题 #7', '—', '路口，路灯不亮（协调部门 路灯所）'],
        ['清理', '0', '3'],
        ['说明', '—', '东段两盏灯不亮'],
      ],
    );
    assert.deepEqual(differenceOf(after, after), []);
  });
});
