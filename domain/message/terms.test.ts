import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldsOf, fill } from './fill.ts';
import type { Tell } from './tell.ts';
import { isLateDay, tellNames, tells } from './tells.ts';
import { MessageTerms } from './terms.model.ts';
import { fieldsFor, quietFor, termsOf, unknownField, usualTerms, wordingOf } from './terms.ts';

describe('the tell table', () => {
  it('each row names in English nothing it does not name in Chinese, and tells somebody by a way it allows', () => {
    for (const name of tellNames) {
      const row: Tell = tells[name];
      const inChinese = fieldsOf({ zh: row.title.zh + row.body.zh, en: '' });
      assert.deepEqual(
        fieldsOf({ zh: '', en: row.title.en + row.body.en }).filter((field) => !inChinese.includes(field)),
        [],
        name,
      );
      assert.ok(row.to.length > 0 && row.ways.includes('inbox'), name);
      assert.ok(row.mayGroup || !row.ways.includes('group'), name);
      assert.ok(!row.clock || /^\d\d:\d\d$/.test(row.clock));
    }
  });

  it('is as delivered until a unit changes a row', () => {
    assert.deepEqual(termsOf(usualTerms, 'task.late').to, ['owners', 'leaderInCharge', 'clerk']);
    assert.deepEqual(quietFor(usualTerms, 'task.late'), { from: '21:30', to: '07:30' });
    assert.equal(quietFor(usualTerms, 'issue.escalated'), null);
    assert.equal(wordingOf(usualTerms, 'task.late').title, tells['task.late'].title);
  });

  it('a way or a person the row does not allow is passed over, whatever was kept', () => {
    const row = {
      ...termsOf(usualTerms, 'swap.asked'),
      ways: ['inbox', 'group'] as const,
      to: ['clerk', 'concerned'] as const,
      channelIds: ['x'],
    };
    const terms = { ...usualTerms, tells: { 'swap.asked': { ...row, ways: [...row.ways], to: [...row.to] } } };
    const inForce = termsOf(terms, 'swap.asked');
    assert.deepEqual([inForce.ways, inForce.to, inForce.channelIds], [['inbox'], ['concerned'], []]);
  });

  it('words of a unit may ask only for what the row knows', () => {
    const own = (body: string) => ({
      ...usualTerms,
      tells: { 'task.late': { ...termsOf(usualTerms, 'task.late'), title: { zh: '{task}', en: '{task}' }, body: { zh: body, en: body } } },
    });
    assert.equal(unknownField(own('{days} {due}')), null);
    assert.deepEqual(unknownField(own('{weather}')), { tell: 'task.late', field: 'weather' });
    assert.deepEqual(fieldsFor('task.late'), ['task', 'days', 'due', 'duty']);
    assert.equal(MessageTerms.safeParse(own('x'.repeat(601))).success, false);
    assert.equal(MessageTerms.safeParse({ quiet: { from: '25:00', to: '07:30' }, tells: {} }).success, false);
  });

  it('fills words in both languages, and never with half of them', () => {
    const said = fill({ zh: '{who}：{n}', en: '{n} by {who}' }, { who: { zh: '何田', en: 'He Tian' }, n: '3' });
    assert.deepEqual(said, { zh: '何田：3', en: '3 by He Tian' });
    assert.throws(() => fill({ zh: '{missing}', en: '' }, {}));
  });

  it('a late task comes up on day 1, 3, 7 and then weekly', () => {
    const days = Array.from({ length: 22 }, (_, n) => n).filter(isLateDay);
    assert.deepEqual(days, [1, 3, 7, 14, 21]);
  });
});
