/** Problems followed to their end, each by another way. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import type { Role } from '#demo/player.ts';
import { instantOf } from '#domain/kernel/day.ts';
import { newId } from '#domain/kernel/id.ts';
import { firstClerk, type House, hire, openHouse, refusedWith, until } from './house.ts';

describe('the problem loop', () => {
  let house: House;
  let clerk: Role;
  let walker: Role & { readonly id: string };
  let second: Role & { readonly id: string };
  let leader: Role & { readonly id: string };
  let lamps: Role;
  let city: Role;
  let above: Role;
  const ids = { lamps: newId(), city: newId(), above: newId() };

  before(async () => {
    house = await openHouse({
      delivery: { sealKey: 'a key for the channels of this story', allowed: new Set(), everyMs: 20, timeoutMs: 600 },
    });
    house.at('2026-05-11', '08:30');
    clerk = await firstClerk(house);
    walker = await hire(house, clerk, '何田', 'hetian');
    second = await hire(house, clerk, '唐宁', 'tangning');
    leader = await hire(house, clerk, '秦岚', 'qinlan', 'leaderInCharge');
    await clerk.act('unit.addPartner', { id: ids.lamps, kind: 'department', name: '市路灯管理所' });
    await clerk.act('unit.addPartner', { id: ids.city, kind: 'department', name: '市城市管理局' });
    await clerk.act('unit.addPartner', { id: ids.above, kind: 'campaignOffice', name: '市创城办' });
    lamps = await hire(house, clerk, '冯亮', 'fengliang', 'officer', ids.lamps);
    city = await hire(house, clerk, '石磊', 'shilei', 'officer', ids.city);
    above = await hire(house, clerk, '季长风', 'jichangfeng', 'officer', ids.above);
  });
  after(() => house.close());

  const find = async (text: string): Promise<string> => {
    const id = newId();
    await walker.act('issue.report', { id, text });
    return id;
  };
  const get = async (id: string, by: Role = clerk) => (await by.read('issue.get', { id })).issue;
  let shade = 0;
  const photo = async (by: Role): Promise<string> => {
    shade += 1;
    const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: { r: shade, g: 90, b: 40 } } })
      .jpeg()
      .toBuffer();
    return by.upload(jpeg, { takenAt: new Date(house.now()).toISOString(), lat: 35.4, lng: 116.58, accuracy: 12 });
  };
  const end = async (id: string, fixer: Role): Promise<void> => {
    await fixer.act('issue.fix', { id, note: '已整改', photoIds: [await photo(fixer)] });
    await second.act('issue.verify', { id });
    await clerk.act('issue.close', { id });
  };
  const told = async (by: Role): Promise<string[]> => (await by.read('inbox.list', {})).rows.map(({ title }) => title.zh);

  it('goes three ways, each with its own count', async () => {
    const [spot, coordinated, escalated] = [await find('花坛里有饮料瓶'), await find('路灯不亮'), await find('无主院落堆放垃圾')];
    await walker.act('issue.solve', { id: spot!, note: '已捡走' });
    await walker.act('issue.coordinate', { id: coordinated!, handlerId: ids.lamps, note: '' });
    await walker.act('issue.escalate', { id: escalated!, handlerId: ids.above, note: '权属不清' });
    await lamps.act('issue.accept', { id: coordinated! });
    assert.equal((await get(coordinated!)).state, 'accepted');
    const { issues } = await clerk.read('overview.today', {});
    assert.deepEqual(issues.byDisposal, { onTheSpot: 1, coordinated: 1, escalated: 1 });
    await second.act('issue.verify', { id: spot! });
    await clerk.act('issue.close', { id: spot! });
    await end(coordinated!, lamps);
    await end(escalated!, above);
    for (const id of [spot!, coordinated!, escalated!]) assert.equal((await get(id)).state, 'closed');
  });

  it('two departments each say it is the other’s: the campaign office assigns, and who is assigned may not decline', async () => {
    const id = await find('路口信号灯杆倾斜');
    await walker.act('issue.coordinate', { id, handlerId: ids.lamps, note: '' });
    await assert.rejects(city.act('issue.decline', { id, reason: '不是我们的' }), refusedWith('record.notFound'));
    await assert.rejects(lamps.act('issue.decline', { id, reason: '' }), refusedWith('request.invalid'));
    await lamps.act('issue.decline', { id, reason: '信号灯杆属城管局' });
    assert.ok((await told(clerk)).some((title) => title.includes('被承办单位退回')));
    await assert.rejects(lamps.read('issue.get', { id }), refusedWith('record.notFound'));
    await clerk.act('issue.coordinate', { id, handlerId: ids.city, note: '' });
    await city.act('issue.decline', { id, reason: '属路灯所' });
    await assert.rejects(clerk.act('issue.coordinate', { id, handlerId: ids.lamps, note: '' }), refusedWith('issue.declinedBefore'));
    await clerk.act('issue.escalate', { id, handlerId: ids.above, note: '两家均称不属其职责' });
    await assert.rejects(clerk.act('issue.assign', { id, handlerId: ids.city, note: '' }), refusedWith('act.notAllowed'));
    await above.act('issue.assign', { id, handlerId: ids.city, note: '由城管局负责' });
    await assert.rejects(city.act('issue.decline', { id, reason: '属路灯所' }), refusedWith('issue.assigned'));
    assert.equal((await get(id, above)).handler?.name, '市城市管理局', 'who assigned it still sees it');
    await end(id, city);
    assert.deepEqual((await get(id)).declinedBy, [ids.lamps, ids.city]);
  });

  it('is suspended over Spring Festival: the limit stands, and runs again by itself', async () => {
    house.at('2027-01-28', '08:00');
    const id = await find('行道树枯死');
    await walker.act('issue.coordinate', { id, handlerId: ids.city, note: '' });
    assert.equal((await get(id)).dueAt, instantOf('2027-02-01', '18:00'));
    house.at('2027-01-29', '08:00');
    await assert.rejects(walker.act('issue.suspend', { id, reason: '春节后补种', until: '2027-02-20' }), refusedWith('act.notAllowed'));
    await clerk.act('issue.suspend', { id, reason: '春节后补种', until: '2027-02-22' });
    const suspended = await get(id);
    assert.deepEqual(
      [suspended.state, suspended.suspendedUntil, suspended.dueAt],
      ['suspended', '2027-02-22', instantOf('2027-02-23', '18:00')],
    );
    house.at('2027-02-23', '09:00');
    await city.act('issue.fix', { id, note: '已补种', photoIds: [await photo(city)] });
    assert.equal((await get(id)).lateSince, null, 'the days of the suspension are nobody’s delay');
    await second.act('issue.verify', { id });
    await clerk.act('issue.close', { id });
    house.at('2026-05-12', '08:30');
  });

  it('is late when its limit passes: told before and after, and it stays', async () => {
    house.at('2026-05-12', '08:00');
    const id = await find('公益广告褪色');
    await walker.act('issue.coordinate', { id, handlerId: ids.city, note: '' });
    await city.act('issue.askExtension', { id, reason: '画面要重印' });
    await clerk.act('issue.grantExtension', { id });
    const due = (await get(id)).dueAt!;
    assert.equal(due, instantOf('2026-05-19', '18:00'));
    const no = (await get(id)).no;
    house.at('2026-05-19', '16:30');
    await until('the warning', async () => (await told(city)).some((title) => title.startsWith(`问题 #${no} 限`)));
    assert.ok(!(await told(city)).includes(`问题 #${no} 已超期`));
    house.at('2026-05-19', '18:01');
    await until('the reminder', async () => (await told(city)).includes(`问题 #${no} 已超期`));
    assert.ok((await told(clerk)).includes(`问题 #${no} 已超期`));
    await assert.rejects(city.act('issue.askExtension', { id, reason: '还没印好' }), refusedWith('issue.extensionTooLate'));
    assert.ok((await clerk.read('issue.list', { late: 'true' })).rows.some((row) => row.id === id));
    await end(id, city);
    assert.equal((await get(id)).lateSince, due);
  });

  it('is reopened when asked by one and decided by another', async () => {
    const id = await find('井盖松动');
    await walker.act('issue.coordinate', { id, handlerId: ids.city, note: '' });
    await end(id, city);
    await walker.act('issue.askReopen', { id, reason: '又松了' });
    await clerk.act('issue.refuseReopen', { id, reason: '是旁边另一个' });
    assert.equal((await get(id)).state, 'closed');
    await clerk.act('issue.askReopen', { id, reason: '确是同一个' });
    await assert.rejects(clerk.act('issue.reopen', { id, reason: '同意' }), refusedWith('issue.sameAsker'));
    await leader.act('issue.reopen', { id, reason: '同意' });
    const issue = await get(id);
    assert.deepEqual([issue.state, issue.returns, issue.handler?.name], ['returned', 1, '市城市管理局']);
  });

  it('found twice is handled once, and both finders are told of the end', async () => {
    const first = await find('果皮箱破损');
    const again = newId();
    await second.act('issue.report', { id: again, text: '垃圾箱坏了' });
    await assert.rejects(second.act('issue.join', { id: again, otherId: again, note: '' }), refusedWith('issue.wrongOther'));
    await second.act('issue.join', { id: again, otherId: first, note: '同一个' });
    const [joined, kept] = [await get(again), await get(first)];
    assert.deepEqual([joined.state, joined.duplicateOf?.id, kept.joined.map(({ id }) => id)], ['duplicate', first, [again]]);
    await walker.act('issue.coordinate', { id: first, handlerId: ids.city, note: '' });
    await city.act('issue.fix', { id: first, note: '已更换', photoIds: [await photo(city)] });
    await leader.act('issue.verify', { id: first });
    await clerk.act('issue.close', { id: first });
    for (const finder of [walker, second]) assert.ok((await told(finder)).includes(`问题 #${kept.no} 已销号`));
    await assert.rejects(clerk.act('issue.join', { id: await find('座椅'), otherId: first, note: '' }), refusedWith('issue.wrongOther'));
  });

  it('is split into parts, and ends with the last of them', async () => {
    const id = await find('院内杂物堆放、路灯不亮');
    const [heap, lamp] = [newId(), newId()];
    await assert.rejects(clerk.act('issue.split', { id, parts: [{ id: heap, text: '杂物' }] }), refusedWith('request.invalid'));
    const parts = [
      { id: heap, text: '院内杂物堆放' },
      { id: lamp, text: '院内路灯不亮' },
    ];
    await clerk.act('issue.split', { id, parts });
    assert.deepEqual(
      (await get(id)).parts.map((part) => part.text),
      ['院内杂物堆放', '院内路灯不亮'],
    );
    await clerk.act('issue.coordinate', { id: heap, handlerId: ids.city, note: '' });
    await clerk.act('issue.coordinate', { id: lamp, handlerId: ids.lamps, note: '' });
    await end(heap, city);
    assert.equal((await get(id)).state, 'split');
    await end(lamp, lamps);
    assert.equal((await get(id)).state, 'closed');
  });

  it('is dismissed with a reason and where to go instead', async () => {
    const id = await find('楼上漏水到楼下');
    await assert.rejects(clerk.act('issue.dismiss', { id, reason: '邻里纠纷', goTo: '' }), refusedWith('request.invalid'));
    await clerk.act('issue.dismiss', { id, reason: '属邻里纠纷', goTo: '社区人民调解委员会' });
    const issue = await get(id);
    assert.deepEqual([issue.state, issue.goTo, issue.dueAt], ['dismissed', '社区人民调解委员会', null]);
    assert.ok((await told(walker)).includes(`问题 #${issue.no} 不予立案`));
  });

  it('is found by its words, its number and its stage', async () => {
    const id = await find('健身器材松动50%_螺丝');
    const { no } = await get(id);
    const found = async (search: string) => (await clerk.read('issue.list', { search })).rows.map((row) => row.no);
    assert.deepEqual(await found('器材 螺丝'), [no]);
    assert.deepEqual(await found('50%_'), [no]);
    assert.deepEqual(await found('50_'), []);
    assert.ok((await found(`#${no}`)).includes(no));
    const { rows } = await clerk.read('issue.list', { stage: 'ended', limit: 100 });
    assert.ok(rows.length > 5 && rows.every((row) => ['closed', 'duplicate', 'dismissed'].includes(row.state)));
  });
});
