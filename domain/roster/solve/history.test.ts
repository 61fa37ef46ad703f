import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fastCheck from 'fast-check';
import { type EarlierPerson, surplusOf } from './history.ts';

const walker = (id: string, given: Partial<EarlierPerson> = {}): EarlierPerson => ({
  id,
  role: 'member',
  since: '2026-01-01',
  away: [],
  ...given,
});
const served = (day: string, ...ids: string[]) => ({ day, served: ids.map((personId) => ({ personId, role: 'member' as const })) });

describe('what earlier rosters left uneven', () => {
  it('is how much more somebody served than their part of each day', () => {
    const surplus = surplusOf(
      [served('2026-03-02', 'a'), served('2026-03-04', 'a'), served('2026-03-06', 'b')],
      [walker('a'), walker('b')],
    );
    assert.deepEqual(
      [...surplus],
      [
        ['a', 0.5],
        ['b', -0.5],
      ],
    );
  });

  it('asks nothing of the days before somebody came or while they were away', () => {
    const days = [served('2026-03-02', 'a'), served('2026-03-04', 'a'), served('2026-03-06', 'a')];
    const came = surplusOf(days, [walker('a'), walker('new', { since: '2026-03-05' })]);
    assert.equal(came.get('new'), -0.5);
    const away = surplusOf(days, [walker('a'), walker('ill', { away: [{ from: '2026-03-01', to: '2026-03-31' }] })]);
    assert.equal(away.get('ill'), 0);
  });

  it('does not count duties in another role, nor those of people who have left', () => {
    const surplus = surplusOf([served('2026-03-02', 'left', 'a')], [walker('a'), walker('head', { role: 'leader' })]);
    assert.deepEqual([surplus.get('a'), surplus.get('head')], [0, 0]);
  });

  it('adds up to nothing', () => {
    fastCheck.assert(
      fastCheck.property(
        fastCheck.array(fastCheck.uniqueArray(fastCheck.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }), { maxLength: 20 }),
        (days) => {
          const people = ['a', 'b', 'c', 'd'].map((id) => walker(id, { since: id === 'd' ? '2026-03-08' : '2026-01-01' }));
          const surplus = surplusOf(
            days.map((ids, at) => served(`2026-03-${String(at + 1).padStart(2, '0')}`, ...ids)),
            people,
          );
          assert.ok(Math.abs([...surplus.values()].reduce((a, b) => a + b, 0)) < 1e-9);
        },
      ),
    );
  });
});
