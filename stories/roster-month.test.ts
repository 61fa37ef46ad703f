/** A season made in a minute, and its September and October: leave, a swap, a sudden sickness, the week of National Day. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Role } from '#demo/player.ts';
import { solved } from '#demo/solved.ts';
import { newId } from '#domain/kernel/id.ts';
import type { Seat } from '#domain/roster/roster.model.ts';
import { firstClerk, type House, hire, openHouse, refusedWith } from './house.ts';
import { firstNotice } from './notices.ts';

type Colleague = Role & { readonly id: string };

describe('a roster of a season', () => {
  let house: House;
  let clerk: Role;
  const staff = new Map<string, Colleague>();
  const roster = newId();

  /** Title and text of what stands in somebody's inbox, newest first. */
  const toldTo = async (role: Role): Promise<string[]> =>
    (await role.read('inbox.list', {})).rows.map(({ title, body }) => `${title.zh} ${body.zh}`);
  const month = (at: string) => clerk.read('roster.get', { month: at });
  const seatsIn = async (at: string): Promise<Seat[]> => (await month(at)).roster!.seats.filter((seat) => seat.day.startsWith(at));
  const colleague = (id: string | null): Colleague => [...staff.values()].find((one) => one.id === id)!;
  const ref = ({ day, placeId, n }: Seat) => ({ day, placeId, n });

  before(async () => {
    house = await openHouse();
    house.at('2026-08-25');
    clerk = await firstClerk(house);
    const names = ['赵一', '钱二', '孙三', '李四', '周五', '吴六', '郑七', '王八', '冯九', '陈十', '褚甲', '卫乙'];
    for (const [at, name] of names.entries())
      staff.set(name, await hire(house, clerk, name, `staff${at}`, at < 4 ? 'leaderInCharge' : 'officer'));
    const id = newId();
    await clerk.act('notice.import', { id, text: firstNotice(2026) });
    await clerk.act('notice.adopt', { id });
    const { places } = await clerk.read('place.list', {});
    for (const place of places)
      await clerk.act('place.setRule', {
        id: place.id,
        was: place.rule,
        weekdays: [1, 3, 5],
        people: 2,
        leaderOnDuty: true,
        leaders: null,
        starts: '09:00',
        ends: '11:30',
      });
  });
  after(() => house.close());

  it('knows of leave, is complete at once, gets fairer on the server, and may be stopped', async () => {
    const one = staff.get('孙三')!;
    await one.act('absence.add', { id: newId(), personId: one.id, kind: 'leave', from: '2026-09-14', to: '2026-09-25', note: '年休假' });
    await assert.rejects(one.act('roster.make', { id: roster, month: '2026-09', months: 4 }), refusedWith('act.notAllowed'));
    await clerk.act('roster.make', { id: roster, month: '2026-09', months: 4 });
    const first = await month('2026-09');
    assert.equal(first.fairness.empty, 0, 'nobody waits for a complete roster');
    assert.deepEqual([first.roster!.from, first.roster!.to], ['2026-09-01', '2026-12-31']);
    await assert.rejects(one.act('roster.stop', { id: roster }), refusedWith('act.notAllowed'));
    await clerk.act('roster.stop', { id: roster });
    const ended = await solved(clerk, roster);
    assert.ok(['stopped', 'done'].includes(ended.state));
    const view = await month('2026-09');
    assert.ok(view.fairness.proof!.cost <= first.fairness.proof!.cost);
    assert.equal(view.fairness.empty, 0);
    const september = await seatsIn('2026-09');
    assert.ok(september.every((seat) => seat.personId !== one.id || seat.day < '2026-09-14' || seat.day > '2026-09-25'));
    await assert.rejects(clerk.act('roster.make', { id: newId(), month: '2026-11' }), refusedWith('roster.exists'));
  });

  it('keeps the three days in the week of National Day, make-up Saturday included', async () => {
    const days = [...new Set((await seatsIn('2026-10')).map((seat) => seat.day))].sort();
    assert.ok(!days.some((day) => day <= '2026-10-07'), 'nobody patrols on the holiday');
    assert.deepEqual(
      days.filter((day) => day <= '2026-10-11'),
      ['2026-10-08', '2026-10-09', '2026-10-10'],
    );
  });

  it('leaves a pinned seat alone when it is proposed anew', async () => {
    const seat = (await seatsIn('2026-09')).find((one) => one.day === '2026-09-09' && one.n === 1)!;
    await assert.rejects(
      colleague(seat.personId).act('roster.pin', { id: roster, seats: [ref(seat)], pinned: true }),
      refusedWith('act.notAllowed'),
    );
    await clerk.act('roster.pin', { id: roster, seats: [ref(seat)], pinned: true });
    await clerk.act('roster.make', { id: roster, month: '2026-09', months: 4 });
    await assert.rejects(clerk.act('roster.publish', { id: roster }), refusedWith('roster.solving'));
    await solved(clerk, roster);
    const again = (await seatsIn('2026-09')).find((one) => one.day === '2026-09-09' && one.placeId === seat.placeId && one.n === 1)!;
    assert.deepEqual([again.personId, again.pinned], [seat.personId, true]);
  });

  it('keeps two people apart once that is agreed on', async () => {
    const [a, b] = [staff.get('周五')!.id, staff.get('吴六')!.id];
    const { terms } = await month('2026-09');
    const next = { ...terms, apart: [[a, b]] as [string, string][] };
    await assert.rejects(staff.get('周五')!.act('roster.setTerms', { was: terms, terms: next }), refusedWith('act.notAllowed'));
    await clerk.act('roster.setTerms', { was: terms, terms: next });
    await assert.rejects(clerk.act('roster.setTerms', { was: terms, terms }), refusedWith('record.changed'));
    await clerk.act('roster.make', { id: roster, month: '2026-09', months: 4 });
    await solved(clerk, roster);
    const crews = Map.groupBy(await seatsIn('2026-09'), (seat) => `${seat.day} ${seat.placeId}`);
    for (const crew of crews.values()) {
      const ids = crew.map((seat) => seat.personId);
      assert.ok(!(ids.includes(a) && ids.includes(b)));
    }
  });

  it('is published as its first version, and every patroller sees their own', async () => {
    await clerk.act('roster.publish', { id: roster });
    const { roster: published } = await month('2026-09');
    assert.deepEqual([published!.state, published!.version], ['published', 1]);
    for (const one of staff.values()) {
      const { duties, changes } = await one.read('roster.mine', {});
      const all = (await Promise.all(['2026-09', '2026-10', '2026-11', '2026-12'].map(seatsIn))).flat();
      assert.equal(duties.length, all.filter((seat) => seat.personId === one.id).length);
      assert.deepEqual(changes, []);
      assert.ok(duties.every((duty) => duty.crew.some((mate) => mate.me) && !duty.changed));
      const [told] = await toldTo(one);
      assert.equal(told?.startsWith('9月1日（周二）至12月31日（周四）值班表已发布 您有'), duties.length > 0 ? true : undefined);
    }
  });

  it('a colleague exchanges duties; the clerk need do nothing, and those who serve with them are told', async () => {
    house.at('2026-09-01');
    const mine = (await seatsIn('2026-09')).filter((seat) => seat.n > 0 && seat.day > '2026-09-02');
    const { seat, other, theirs } = await findExchange(mine);
    const asker = colleague(seat.personId);
    const id = newId();
    const request = { id, rosterId: roster, seat: ref(seat), otherId: other.id, theirs, note: '孩子开学' };
    await assert.rejects(other.act('swap.ask', request), refusedWith('swap.notYours'));
    await asker.act('swap.ask', request);
    await assert.rejects(asker.act('swap.ask', { ...request, id: newId() }), refusedWith('swap.asked'));
    assert.deepEqual(
      (await other.read('roster.mine', {})).asked.map((swap) => swap.id),
      [id],
    );
    assert.ok((await toldTo(other)).some((said) => said.includes('请您换班') && said.includes('留言：孩子开学。')));
    await assert.rejects(asker.act('swap.accept', { id }), refusedWith('act.notAllowed'));
    await other.act('swap.accept', { id });
    await assert.rejects(other.act('swap.decline', { id }), refusedWith('act.wrongState'));

    const now = await seatsIn('2026-09');
    const holder = (at: { day: string; placeId: string; n: number }) =>
      now.find((one) => one.day === at.day && one.placeId === at.placeId && one.n === at.n)!;
    assert.equal(holder(seat).personId, other.id);
    assert.equal(holder(theirs).personId, asker.id);
    assert.equal(holder(seat).changedIn, 2);
    assert.ok((await toldTo(asker)).some((said) => said.includes('同意了您的换班请求')));
    const { roster: second } = await month('2026-09');
    assert.equal(second!.version, 2);
    const told = await other.read('roster.mine', {});
    assert.deepEqual(told.changes.map((change) => change.how).sort(), ['came', 'left']);
    assert.ok(told.duties.some((duty) => duty.day === seat.day && duty.changed));
    const mate = colleague(now.find((one) => one.day === seat.day && one.placeId === seat.placeId && one.personId !== other.id)!.personId);
    assert.ok((await mate.read('roster.mine', {})).changes.some((change) => change.how === 'mate' && change.day === seat.day));
    await other.act('roster.acknowledge', { id: roster, version: 2 });
    assert.deepEqual((await other.read('roster.mine', {})).changes, []);
    const crew = await patrolCrew(seat);
    assert.ok(crew.includes(other.id) && !crew.includes(asker.id), 'the patrol knows its new crew');
  });

  it('a request may be declined, withdrawn, and is void once the duty has gone elsewhere', async () => {
    const seat = (await seatsIn('2026-11')).find((one) => one.n === 1)!;
    const asker = colleague(seat.personId);
    const ask = async () => {
      const { people } = await asker.read('swap.candidates', { rosterId: roster, ...ref(seat) });
      const other = people.find((person) => person.why === null)!;
      const id = newId();
      await asker.act('swap.ask', { id, rosterId: roster, seat: ref(seat), otherId: other.id, theirs: null });
      return { id, other: colleague(other.id) };
    };
    const first = await ask();
    await first.other.act('swap.decline', { id: first.id });
    assert.ok((await toldTo(asker)).some((said) => said.includes('不能替班')));
    const second = await ask();
    await asker.act('swap.withdraw', { id: second.id });
    await assert.rejects(second.other.act('swap.accept', { id: second.id }), refusedWith('act.wrongState'));
    const third = await ask();
    await clerk.act('roster.assign', { id: roster, changes: [{ ...ref(seat), was: seat.personId, personId: null }] });
    await assert.rejects(third.other.act('swap.accept', { id: third.id }), refusedWith('swap.seatGone'));
    assert.match((await toldTo(asker)).find((said) => said.startsWith('您的值班有变动'))!, /取消：11月\d+日（周.）/);
    await clerk.act('roster.assign', { id: roster, changes: [{ ...ref(seat), was: null, personId: seat.personId }] });
  });

  it('somebody falls ill: two or three ways to repair it, the one with the fewest changes is taken', async () => {
    house.at('2026-09-15', '07:30');
    const seat = (await seatsIn('2026-09')).find((one) => one.day >= '2026-09-16' && one.n === 1)!;
    const ill = colleague(seat.personId);
    const { vacated } = await ill.act('absence.add', {
      id: newId(),
      personId: ill.id,
      kind: 'sick',
      from: '2026-09-15',
      to: '2026-09-25',
      note: '',
    });
    assert.ok(vacated.length > 0);
    assert.ok((await toldTo(clerk)).some((said) => said.includes(`请假，${vacated.length} 个班次要换人`)));
    const asked = { id: roster, personId: ill.id, from: '2026-09-15', to: '2026-09-25' };
    const repairs = await clerk.read('roster.repairs', asked);
    assert.equal(repairs.vacated, vacated.length);
    assert.ok(repairs.choices.length >= 2 && repairs.choices.length <= 4, `${repairs.choices.length} choices`);
    const [fewest] = repairs.choices;
    assert.equal(fewest!.changes.length, repairs.fewest);
    const isAway = (remark: { zh: string }) => remark.zh.includes('病假');
    assert.ok((await month('2026-09')).fairness.remarks.some(isAway));
    await clerk.act('roster.assign', {
      id: roster,
      changes: fewest!.changes.map(({ day, placeId, n, was, now }) => ({
        day,
        placeId,
        n,
        was: was?.id ?? null,
        personId: now?.id ?? null,
      })),
    });
    const view = await month('2026-09');
    assert.equal(view.fairness.empty, 0);
    assert.ok(!view.fairness.remarks.some(isAway), 'nobody ill stands on the roster any more');
    assert.equal((await clerk.read('roster.repairs', asked)).vacated, 0);
  });

  it('says why this person sits here, why others cannot, and what one more would change', async () => {
    const seat = (await seatsIn('2026-12')).find((one) => one.n === 1)!;
    const explained = await clerk.read('roster.explain', { id: roster, ...ref(seat) });
    assert.equal(explained.holder?.id, seat.personId);
    assert.ok(explained.because.length >= 2);
    const leader = explained.candidates.find((person) => person.id === staff.get('赵一')!.id);
    assert.ok(leader?.why, 'a deputy does not walk unasked');
    assert.ok(explained.candidates.some((person) => person.why === null && person.effect !== null));
    const { lines } = await clerk.read('roster.oneMore', { id: roster, role: 'member' });
    assert.ok(lines.length > 0);
  });

  it('is cut short when people change: what comes after is cancelled, told, and made anew with whoever is there', async () => {
    const gone = (await seatsIn('2026-12')).length;
    assert.ok(gone > 0);
    await assert.rejects(clerk.act('roster.cut', { id: roster, month: '2026-08' }), refusedWith('roster.nothingLeft'));
    await assert.rejects(clerk.act('roster.cut', { id: roster, month: '2026-12' }), refusedWith('roster.nothingLeft'));
    const one = staff.get('郑七')!;
    const inDecember = (await seatsIn('2026-12')).filter((seat) => seat.personId === one.id).length;
    await clerk.act('roster.cut', { id: roster, month: '2026-11' });
    assert.equal((await month('2026-12')).roster, null);
    const { rows } = await clerk.read('patrol.list', { until: '2026-12-31', limit: 100 });
    assert.ok(rows.every((row) => row.day <= '2026-11-30'));
    const { changes } = await one.read('roster.mine', {});
    assert.equal(changes.filter((change) => change.how === 'left' && change.now === null && change.day >= '2026-12-01').length, inDecember);
    assert.ok((await toldTo(one)).some((said) => said.includes(`您有 ${inDecember} 个班次取消`)));
    const fresh = await hire(house, clerk, '蒋丙', 'jiangbing');
    const again = newId();
    await clerk.act('roster.make', { id: again, month: '2026-12' });
    await solved(clerk, again);
    const served = (await seatsIn('2026-12')).filter((seat) => seat.personId === fresh.id).length;
    const most = Math.max(...(await month('2026-12')).people.map((person) => person.duties));
    assert.ok(served > 0 && served <= most, 'somebody new serves, and makes up for nothing');
    await clerk.act('roster.publish', { id: again });
  });

  it('what was served more in one season counts in the next', async () => {
    const next = newId();
    await clerk.act('roster.make', { id: next, month: '2027-01', months: 2 });
    await solved(clerk, next);
    const { people } = await month('2027-01');
    const shares = people.filter((person) => person.walks).map((person) => person.share);
    assert.ok(Math.max(...shares) - Math.min(...shares) > 0, 'shares differ by what each served before');
    await clerk.act('roster.discard', { id: next });
    assert.equal((await month('2027-01')).roster, null);
    await clerk.act('roster.make', { id: newId(), month: '2027-01' });
  });

  /** A duty of somebody who can exchange it with a colleague, as the call itself offers it. */
  async function findExchange(seats: readonly Seat[]) {
    for (const seat of seats) {
      const { people } = await colleague(seat.personId).read('swap.candidates', { rosterId: roster, ...ref(seat) });
      const other = people.find((person) => person.exchanges.some((one) => one.day > seat.day));
      const theirs = other?.exchanges.find((one) => one.day > seat.day);
      if (other && theirs) return { seat, other: colleague(other.id), theirs: { day: theirs.day, placeId: theirs.placeId, n: theirs.n } };
    }
    throw new Error('nobody can exchange anything');
  }

  async function patrolCrew(seat: Seat): Promise<string[]> {
    const { rows } = await clerk.read('patrol.list', { until: seat.day, limit: 100 });
    return rows.find((row) => row.day === seat.day && row.place.id === seat.placeId)!.members.map((member) => member.id);
  }
});
