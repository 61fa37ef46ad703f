import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decide, whyNot } from '../kernel/act.ts';
import type { Actor } from '../kernel/actor.ts';
import { channelWorkflow } from './channel.rules.ts';
import type { Message } from './message.model.ts';
import { markOf, messageWorkflow } from './message.rules.ts';

const unitId = 'unit';
const person = (kind: 'campaignClerk' | 'leaderInCharge', unit = unitId): Actor => ({
  personId: 'p',
  name: '林晓',
  unitId: unit,
  posts: [{ unitId: unit, kind, sectionId: null }],
});
const at = { actor: person('campaignClerk'), now: '2026-05-13T04:00:00.000Z' };
const message = (state: Message['state'], channelOn = true): Message => ({
  id: '0198c000-0000-7000-8000-0000abcd1234',
  unitId,
  state,
  dueAt: '2026-05-13T09:00:00.000Z',
  failures: 3,
  channelOn,
});

describe('a message that goes out', () => {
  it('is sent again at once and begins its pauses anew, unless its channel is off', () => {
    const { next, fact } = decide(messageWorkflow, message('stuck'), 'resend', {}, at);
    assert.deepEqual([next.state, next.dueAt, next.failures, fact.name], ['waiting', at.now, 0, 'message.resent']);
    assert.equal(whyNot(messageWorkflow, message('stuck', false), 'resend', at)?.code, 'message.channelOff');
  });

  it('that was sent is neither sent again nor withdrawn', () => {
    for (const act of ['resend', 'withdraw'] as const)
      assert.equal(whyNot(messageWorkflow, message('sent'), act, at)?.code, 'act.wrongState');
  });

  it('is the clerk’s affair, of the same unit', () => {
    for (const actor of [person('leaderInCharge'), person('campaignClerk', 'elsewhere')])
      assert.equal(whyNot(messageWorkflow, message('stuck'), 'resend', { ...at, actor })?.code, 'act.notAllowed');
  });

  it('bears the end of its id as a short number', () => {
    assert.equal(markOf(message('sent').id), 'abcd1234');
  });
});

describe('a channel', () => {
  it('that was removed stays removed', () => {
    const channel = { id: 'c', unitId, state: 'removed' as const, kind: 'wecom' as const, name: '群' };
    for (const act of ['change', 'turnOn', 'turnOff', 'remove'] as const)
      assert.equal(whyNot(channelWorkflow, channel, act, at)?.code, 'act.wrongState');
  });
});
