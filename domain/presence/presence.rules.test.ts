import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decide, whyNot } from '../kernel/act.ts';
import type { Actor, PostKind } from '../kernel/actor.ts';
import { type At, instantOf } from '../kernel/day.ts';
import type { Presence } from './presence.model.ts';
import { cameLate, isNews, presenceWorkflow, standingOf, timeSaid } from './presence.rules.ts';
import { aPresence } from './presence.sample.ts';
import { isCounted, tallyOf } from './report.ts';

const DAY = '2026-05-06';
const at = (time: string, seconds = 0): At => new Date(Date.parse(instantOf(DAY, time)) + seconds * 1000).toISOString();
const there = (saidAt: At, differing: Partial<Presence> = {}) =>
  aPresence({ state: 'checkedIn', how: 'position', saidAt, arrivedAt: saidAt, ...differing });
const somebody = (personId: string, kind: PostKind = 'officer'): Actor => ({
  personId,
  name: personId,
  unitId: 'unit',
  posts: [{ unitId: 'unit', kind, sectionId: null }],
});
const [member, leader, clerk] = [somebody('member'), somebody('leader', 'leaderInCharge'), somebody('clerk', 'campaignClerk')];
const signs = { how: 'position', position: null, distance: null, outside: false } as const;

describe('where a person stands', () => {
  it('in time until the grace is over, late from the second after', () => {
    assert.equal(standingOf(there(at('07:30')), at('12:00')), 'present');
    assert.equal(standingOf(there(at('09:15')), at('12:00')), 'present');
    assert.equal(standingOf(there(at('09:15', 1)), at('12:00')), 'late');
    assert.equal(standingOf(there(at('15:00')), at('16:00')), 'late', 'gone in the afternoon instead');
  });

  it('awaited, then not there yet, then missing at the very end', () => {
    assert.equal(standingOf(aPresence(), at('09:15')), 'expected');
    assert.equal(standingOf(aPresence(), at('09:15', 1)), 'overdue');
    assert.equal(standingOf(aPresence(), at('11:30', -1)), 'overdue');
    assert.equal(standingOf(aPresence(), at('11:30')), 'missing');
    assert.equal(standingOf(aPresence(), instantOf('2026-05-07', '09:00')), 'missing');
    assert.equal(standingOf(aPresence(), instantOf('2026-05-05', '09:00')), 'expected');
  });

  it('the day being over ends hours that run past midnight', () => {
    const night = aPresence({ starts: '22:00', ends: '00:30' });
    assert.equal(standingOf(night, at('23:59')), 'overdue');
    assert.equal(standingOf(night, instantOf('2026-05-07')), 'missing');
  });

  it('a disputed check-in is none; an excused one stays missing', () => {
    assert.equal(standingOf(there(at('09:00'), { state: 'disputed' }), at('12:00')), 'missing');
    assert.equal(standingOf(there(at('09:00'), { state: 'disputed' }), at('09:10')), 'expected');
    assert.equal(standingOf(aPresence({ excuse: '家中急事' }), at('12:00')), 'missing');
  });

  it('a patrol outside the roster knows neither late nor missing', () => {
    assert.equal(standingOf(aPresence({ rostered: false }), at('23:00')), 'expected');
    assert.equal(standingOf(there(at('15:00'), { rostered: false }), at('23:00')), 'present');
  });
});

describe('the time that counts', () => {
  it('that of the device on the day of the patrol, also when it arrives a day later', () => {
    assert.equal(timeSaid(at('09:02'), at('09:02', 3), DAY), at('09:02'));
    assert.equal(timeSaid(at('09:02'), instantOf('2026-05-07', '08:00'), DAY), at('09:02'));
    assert.equal(timeSaid('2026-05-06T09:02:00+08:00', at('09:30'), DAY), at('09:02'));
  });

  it('that of the server where there is none, where it runs ahead, or where the clock is off by a day', () => {
    assert.equal(timeSaid(null, at('09:10'), DAY), at('09:10'));
    assert.equal(timeSaid(at('09:15', 1), at('09:10'), DAY), at('09:10'), 'more than five minutes ahead');
    assert.equal(timeSaid(at('09:15'), at('09:10'), DAY), at('09:10'), 'a little ahead: nothing is said before it happens');
    assert.equal(timeSaid(instantOf('2026-05-05', '09:02'), at('09:10'), DAY), at('09:10'));
    assert.equal(timeSaid(instantOf('2026-05-07', '09:02'), at('09:10'), DAY), at('09:10'));
    assert.equal(timeSaid(at('23:59', 59), instantOf('2026-05-07', '00:00'), DAY), at('23:59', 59), 'the last second of the day');
  });

  it('what came out of a queue is marked, what somebody vouched for is not', () => {
    assert.equal(cameLate(there(at('09:00'), { arrivedAt: at('09:10') })), false);
    assert.equal(cameLate(there(at('09:00'), { arrivedAt: at('09:10', 1) })), true);
    assert.equal(cameLate(there(at('09:00'), { how: 'vouched', arrivedAt: at('12:00') })), false);
  });

  it('the first check-in counts, whichever arrives first; after a dispute another one may', () => {
    assert.equal(isNews(aPresence(), at('09:00')), true);
    assert.equal(isNews(there(at('09:10')), at('09:20')), false);
    assert.equal(isNews(there(at('09:10')), at('09:10')), false);
    assert.equal(isNews(there(at('09:10')), at('09:02')), true);
    assert.equal(isNews(there(at('09:10'), { state: 'disputed' }), at('09:40')), true);
  });
});

describe('who may say what', () => {
  const why = (presence: Presence, act: keyof typeof presenceWorkflow.acts, actor: Actor, now = at('09:30'), input?: object) =>
    whyNot(presenceWorkflow, presence, act, { actor, now }, input as never)?.code ?? null;

  it('everybody checks in for themselves, on the day, if they are of the crew', () => {
    assert.equal(why(aPresence(), 'checkIn', member), null);
    assert.equal(why(aPresence(), 'checkIn', leader), 'act.notAllowed');
    assert.equal(why(aPresence({ onCrew: false }), 'checkIn', member), 'act.notAllowed');
    assert.equal(why(aPresence(), 'checkIn', member, instantOf('2026-05-05', '23:59')), 'presence.notThatDay');
    assert.equal(why(aPresence(), 'checkIn', member, instantOf('2026-05-07', '00:00')), 'presence.notThatDay');
    assert.equal(why(aPresence(), 'checkIn', member, instantOf('2026-05-07', '08:00'), { ...signs, saidAt: at('09:00') }), null);
    assert.equal(why(there(at('09:00')), 'checkIn', member), 'presence.already', 'not offered again');
  });

  it('the leader on duty and the clerk judge others, never themselves', () => {
    const here = there(at('09:00'));
    assert.deepEqual(
      [member, leader, clerk].map((actor) => why(here, 'confirm', actor)),
      ['act.notAllowed', null, null],
    );
    const led = there(at('09:00'), { personId: 'leader' });
    assert.equal(why(led, 'confirm', leader), 'presence.own');
    assert.equal(why(led, 'confirm', clerk), null);
    assert.equal(why(here, 'confirm', somebody('other', 'leaderInCharge')), 'act.notAllowed', 'the leader of another patrol');
    assert.equal(why(here, 'dispute', leader, at('09:30'), { reason: '' }), 'presence.reasonNeeded');
    assert.equal(why(aPresence({ personId: 'leader' }), 'vouch', leader), 'presence.own');
    assert.equal(why(aPresence(), 'vouch', leader, at('08:50'), { saidAt: at('09:00'), note: '' }), 'presence.ahead');
  });

  it('only the clerk excuses, and only who was not in time', () => {
    assert.equal(why(aPresence(), 'excuse', leader), 'act.notAllowed');
    assert.equal(why(aPresence(), 'excuse', clerk), null);
    assert.equal(why(there(at('09:20')), 'excuse', clerk), null);
    assert.equal(why(there(at('09:10')), 'excuse', clerk), 'presence.nothingToExcuse');
    assert.equal(why(aPresence({ rostered: false }), 'excuse', clerk, at('12:00')), 'presence.nothingToExcuse');
    assert.equal(why(aPresence(), 'excuse', clerk, at('12:00'), { reason: '' }), 'presence.reasonNeeded');
  });

  it('a new check-in after a dispute is a new matter; an earlier one leaves a confirmation standing', () => {
    const disputed = there(at('08:40'), { state: 'disputed', judgedById: 'leader', judgedAt: at('09:10'), judgement: '人不在' });
    const again = decide(
      presenceWorkflow,
      disputed,
      'checkIn',
      { ...signs, saidAt: at('09:40') },
      { actor: member, now: at('09:40') },
    ).next;
    assert.deepEqual([again.state, again.judgedById, standingOf(again, at('10:00'))], ['checkedIn', null, 'late']);
    const vouched = decide(
      presenceWorkflow,
      aPresence(),
      'vouch',
      { saidAt: at('09:20'), note: '' },
      { actor: leader, now: at('09:20') },
    ).next;
    assert.equal(standingOf(vouched, at('10:00')), 'late');
    const early = decide(presenceWorkflow, vouched, 'checkIn', { ...signs, saidAt: at('09:02') }, { actor: member, now: at('11:00') }).next;
    assert.deepEqual([early.state, early.how, standingOf(early, at('11:00'))], ['confirmed', 'position', 'present']);
  });
});

describe('the report', () => {
  it('counts duties of the roster whose hours are over, each once', () => {
    assert.equal(isCounted(aPresence(), at('11:30', -1)), false);
    assert.equal(isCounted(aPresence(), at('11:30')), true);
    assert.equal(isCounted(aPresence({ rostered: false }), at('12:00')), false);
    const duties = [there(at('09:00')), there(at('09:30'), { excuse: '堵车' }), aPresence(), aPresence({ excuse: '病假' })];
    assert.deepEqual(tallyOf(duties, at('12:00')), { duties: 4, onTime: 1, late: 1, missing: 2, excused: 2 });
  });
});
