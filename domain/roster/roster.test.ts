import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fastCheck from 'fast-check';
import type { WorkingCalendar } from '../kernel/calendar.ts';
import { remarksOn } from './check.ts';
import { patrolDaysOf } from './days.ts';
import { judgeRoster, proposeRoster, type RosterPerson, type RosterPlace } from './propose.ts';

const days = (from: string, to: string, name: string): [string, string][] => {
  const list: [string, string][] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) list.push([new Date(at).toISOString().slice(0, 10), name]);
  return list;
};
/** Spring Festival and National Day of 2026 as announced. */
const calendar: WorkingCalendar = {
  holidays: new Map([...days('2026-02-15', '2026-02-23', '春节'), ...days('2026-10-01', '2026-10-07', '国庆节')]),
  makeUpDays: new Map([
    ['2026-02-14', '春节'],
    ['2026-02-28', '春节'],
    ['2026-09-20', '国庆节'],
    ['2026-10-10', '国庆节'],
  ]),
};
const MON_WED_FRI = [1, 3, 5];

describe('patrol days', () => {
  it('are the weekdays of the rule in an ordinary week', () => {
    assert.deepEqual(patrolDaysOf('2026-03', MON_WED_FRI, calendar).slice(0, 4), ['2026-03-02', '2026-03-04', '2026-03-06', '2026-03-09']);
  });

  it('move to the free working day of a short week, make-up weekends included', () => {
    const february = patrolDaysOf('2026-02', MON_WED_FRI, calendar);
    assert.ok(!february.some((day) => day >= '2026-02-15' && day <= '2026-02-23'), 'nobody patrols at Spring Festival');
    assert.equal(february.filter((day) => day >= '2026-02-23' && day <= '2026-03-01').length, 3);
    const october = patrolDaysOf('2026-10', MON_WED_FRI, calendar);
    assert.deepEqual(october.filter((day) => day <= '2026-10-11').length, 3, 'Thursday, Friday and the make-up Saturday carry the week');
  });
});

const people = (walkers: number, leaders: number): RosterPerson[] => [
  ...Array.from({ length: leaders }, (_, i) => ({ id: `l${i}`, name: `领导${i}`, mayLead: true, mayWalk: false, before: 0, away: [] })),
  ...Array.from({ length: walkers }, (_, i) => ({ id: `w${i}`, name: `人员${i}`, mayLead: false, mayWalk: true, before: 0, away: [] })),
];
const places = (month: string): RosterPlace[] =>
  ['grid', 'road'].map((id) => ({ id, people: 2, leaderOnDuty: true, days: patrolDaysOf(month, MON_WED_FRI, calendar) }));
const loads = (seats: readonly { personId: string | null }[]): Map<string, number> =>
  seats.reduce(
    (counts, { personId }) => (personId ? counts.set(personId, (counts.get(personId) ?? 0) + 1) : counts),
    new Map<string, number>(),
  );

describe('a proposed roster', () => {
  it('fills every seat with the right role, nobody twice a day, everybody as often as anybody', () => {
    fastCheck.assert(
      fastCheck.property(
        fastCheck.integer({ min: 4, max: 30 }),
        fastCheck.integer({ min: 2, max: 8 }),
        fastCheck.constantFrom('2026-02', '2026-03', '2026-10'),
        (walkers, leaders, month) => {
          const seats = proposeRoster({ people: people(walkers, leaders), places: places(month), kept: [] });
          assert.ok(seats.every((seat) => seat.personId?.startsWith(seat.role === 'leader' ? 'l' : 'w')));
          for (const onDay of Map.groupBy(seats, (seat) => seat.day).values())
            assert.equal(new Set(onDay.map((seat) => seat.personId)).size, onDay.length);
          for (const role of ['l', 'w']) {
            const all = people(walkers, leaders)
              .filter((person) => person.id.startsWith(role))
              .map((person) => loads(seats).get(person.id) ?? 0);
            assert.ok(Math.max(...all) - Math.min(...all) <= 1, `${all}`);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is the same for the same input, keeps what was set by hand, and lets those rest who served more before', () => {
    const task = { people: people(12, 3), places: places('2026-03'), kept: [] };
    assert.deepEqual(proposeRoster(task), proposeRoster(task));
    const kept = [{ day: '2026-03-02', placeId: 'road', role: 'member' as const, n: 1, personId: 'w11', byHand: true }];
    const again = proposeRoster({ ...task, kept });
    assert.deepEqual(
      again.find((seat) => seat.byHand),
      kept[0],
    );
    const tired = people(12, 3).map((person) => (person.id === 'w0' ? { ...person, before: 40 } : person));
    assert.ok((loads(proposeRoster({ ...task, people: tired })).get('w0') ?? 0) < (loads(proposeRoster(task)).get('w0') ?? 0));
  });

  it('passes over who is away, and says what it proved', () => {
    const task = { people: people(12, 4), places: places('2026-03'), kept: [] };
    const away = task.people.map((person) =>
      person.id === 'w3' ? { ...person, away: [{ from: '2026-03-09', to: '2026-03-20', kind: 'leave' as const }] } : person,
    );
    const seats = proposeRoster({ ...task, people: away });
    assert.ok(seats.every((seat) => seat.personId !== 'w3' || seat.day < '2026-03-09' || seat.day > '2026-03-20'));
    assert.ok(seats.some((seat) => seat.personId === 'w3'));
    const judged = judgeRoster({ ...task, people: away }, seats);
    assert.ok(judged.bound <= judged.cost && judged.cost < 30, JSON.stringify(judged));
    const worse = seats.map((seat, at) => (at < 20 && seat.role === 'member' ? { ...seat, personId: 'w0' } : seat));
    assert.ok(judgeRoster({ ...task, people: away }, worse).cost > judged.cost);
  });

  it('leaves a seat empty rather than fill it wrongly, and says so', () => {
    const seats = proposeRoster({ people: people(3, 1), places: places('2026-03'), kept: [] });
    const empty = seats.filter((seat) => seat.personId === null);
    assert.ok(empty.length > 0);
    assert.ok(remarksOn(seats, people(3, 1)).some((remark) => remark.zh === '缺带班领导'));
  });
});
