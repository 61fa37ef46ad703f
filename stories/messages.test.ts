/** Who is told what: in the inbox, by a group robot, by mail; once, in time, and not at night; what is stuck says why and goes again. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Role } from '#demo/player.ts';
import { newId } from '#domain/kernel/id.ts';
import { tellNames } from '#domain/message/tells.ts';
import type { MessageTerms } from '#domain/message/terms.model.ts';
import { termsOf } from '#domain/message/terms.ts';
import { type MailPeer, openMail, textOfMail } from '#server/modules/message/testing/mail.ts';
import type { Peer } from '#server/modules/message/testing/peer.ts';
import { openDingTalk, openWeCom } from '#server/modules/message/testing/peers.ts';
import { firstClerk, type House, hire, openHouse, refusedWith, until } from './house.ts';
import { firstNotice } from './notices.ts';

type Person = Role & { readonly id: string };
const DAY = '2026-05-13';
const noHelp = { dissuaded: 0, cleaned: 0, tidied: 0, explained: 0 };
const SECRET = 'SEC-of-the-group';

describe('who is told what', () => {
  const allowed = new Set<string>();
  let house: House;
  let clerk: Role;
  let walker: Person;
  let partner: Person;
  let leader: Person;
  let director: Person;
  let handler: Person;
  let ding: Peer;
  let wecom: Peer;
  let mail: MailPeer;
  const ids = { place: '', department: newId(), ding: newId(), wecom: newId(), mail: newId(), patrol: newId() };

  const inbox = async (role: Role) => (await role.read('inbox.list', {})).rows;
  const titles = async (role: Role) => (await inbox(role)).map(({ title }) => title.zh);
  const out = async (query: object = {}) => (await clerk.read('message.list', { way: 'out', ...query })).rows;
  const settled = (id: string) =>
    until('settled', async () => {
      const message = await clerk.read('message.get', { id });
      return ['sent', 'stuck', 'failed'].includes(message.state) && message.log.at(-1)?.outcome && message;
    });
  const saveDing = (changes: object = {}) =>
    clerk.act('channel.save', {
      id: ids.ding,
      kind: 'dingtalk',
      name: '梧桐社区网格群',
      placeId: ids.place,
      settings: {},
      secrets: { webhook: `${ding.origin}/robot/send?access_token=tok-of-ding`, sign: SECRET },
      ...changes,
    });
  const test = async (id: string, to: string | null = null) => {
    const messageId = newId();
    await clerk.act('channel.test', { id, messageId, to });
    return messageId;
  };

  async function patrolOn(id: string, day: string): Promise<void> {
    house.at(day, '09:00');
    await walker.act('patrol.open', { id, placeId: ids.place });
    await house.database.db
      .updateTable('patrol')
      .set({ leaderId: leader.id, memberIds: [walker.id, partner.id] })
      .where('id', '=', id)
      .execute();
  }
  async function submit(id: string): Promise<void> {
    const { patrol } = await walker.read('patrol.get', { id });
    await walker.act('patrol.submit', {
      id,
      answers: patrol.checklist.map((item) => ({
        no: item.no,
        verdict: 'fine' as const,
        measures: item.measures.map(({ metric }) => ({ metric, value: 100 })),
        note: '',
      })),
      help: noHelp,
      note: '',
    });
  }

  before(async () => {
    house = await openHouse({
      delivery: { sealKey: 'a key for the channels of this story', allowed, everyMs: 40, timeoutMs: 600 },
    });
    house.at('2026-03-09');
    clerk = await firstClerk(house);
    const notice = newId();
    await clerk.act('notice.import', { id: notice, text: firstNotice(2026) });
    for (const question of (await clerk.read('notice.get', { id: notice })).notice.questions.filter((one) => one.mustSettle))
      await clerk.act('notice.settle', { id: notice, question: question.key, option: question.options[0]!.key });
    await clerk.act('notice.adopt', { id: notice });
    walker = await hire(house, clerk, '何田', 'hetian');
    partner = await hire(house, clerk, '唐宁', 'tangning');
    leader = await hire(house, clerk, '王岭', 'wangling', 'leaderInCharge');
    director = await hire(house, clerk, '何主任', 'director', 'topLeader');
    await clerk.act('unit.addPartner', { id: ids.department, kind: 'department', name: '市城市管理局' });
    handler = await hire(house, clerk, '郭联', 'guolian', 'officer', ids.department);
    ids.place = (await clerk.read('place.list', {})).places[0]!.id;
    ding = await openDingTalk({ token: 'tok-of-ding', secret: SECRET, clock: () => house.now(), most: 1000 });
    wecom = await openWeCom({ key: 'key-of-wecom', most: 1000 });
    mail = await openMail({ user: 'clerk', password: 'mail-pass', knows: (address) => address.endsWith('@office.example') });
    for (const host of [ding.host, wecom.host, `127.0.0.1:${mail.port}`]) allowed.add(host);
    house.at('2026-05-11', '10:00');
  });
  after(async () => {
    await house.close();
    await Promise.all([ding.close(), wecom.close(), mail.close()]);
  });

  it('a problem handed to a department is in the inbox of its people, and of nobody else', async () => {
    const issue = newId();
    await walker.act('issue.report', {
      id: issue,
      text: '井盖破损。',
      spot: '3号楼',
      placeId: ids.place,
      patrolId: null,
      itemNo: null,
      position: null,
      photoIds: [],
    });
    await walker.act('issue.coordinate', { id: issue, handlerId: ids.department, note: '影响通行' });
    const [row] = await inbox(handler);
    assert.deepEqual([row!.title.zh, row!.record], ['请协调处置问题 #1', { kind: 'issue', id: issue }]);
    assert.match(row!.body.zh, /3号楼，井盖破损。市?外办何田。备注：影响通行/);
    assert.deepEqual([await titles(partner), await titles(walker), await titles(clerk)], [[], [], []]);
  });

  it('read is read once, by its owner; the count goes down', async () => {
    const [row] = await inbox(handler);
    assert.equal((await handler.read('inbox.unread', {})).unread, 1);
    await clerk.act('inbox.read', { ids: [row!.id] });
    assert.equal((await handler.read('inbox.unread', {})).unread, 1, 'another cannot read it away');
    assert.equal((await handler.act('inbox.read', { ids: [row!.id] })).unread, 0);
    assert.ok((await inbox(handler))[0]!.readAt);
    assert.deepEqual((await handler.read('inbox.list', { unread: 'true' })).rows, []);
  });

  it('a result that is sent back finds whoever reported it', async () => {
    const { rows } = await clerk.read('task.board', {});
    const task = rows.find((one) => one.due !== null)!;
    await clerk.act('task.report', { id: task.id, result: '已完成' });
    await leader.act('task.return', { id: task.id, reason: '缺照片' });
    const [row] = await inbox(clerk);
    assert.deepEqual([row!.title.zh, row!.body.zh], [`“${task.title}”被退回`, '王岭：缺照片']);
  });

  it('only the clerk sets up channels, and what opens them is never shown again', async () => {
    await assert.rejects(leader.read('channel.list', {}), refusedWith('act.notAllowed'));
    await saveDing();
    house.at('2026-05-11', '10:10');
    await clerk.act('channel.save', {
      id: ids.wecom,
      kind: 'wecom',
      name: '机关群',
      placeId: null,
      settings: {},
      secrets: { webhook: `${wecom.origin}/cgi-bin/webhook/send?key=key-of-wecom` },
    });
    house.at('2026-05-11', '10:20');
    await clerk.act('channel.save', {
      id: ids.mail,
      kind: 'mail',
      name: '单位邮箱',
      placeId: null,
      settings: { host: '127.0.0.1', port: mail.port, security: 'none', user: 'clerk', from: 'clerk@office.example' },
      secrets: { password: 'mail-pass' },
    });
    const list = await clerk.read('channel.list', {});
    assert.deepEqual(
      list.rows.map(({ kind, state, secrets }) => [kind, state, secrets.map(({ name }) => name)]),
      [
        ['dingtalk', 'on', ['webhook', 'sign']],
        ['wecom', 'on', ['webhook']],
        ['mail', 'on', ['password']],
      ],
    );
    const tables = ['message_channel', 'fact', 'act', 'message', 'message_attempt', 'setting'];
    const kept = await Promise.all(tables.map((table) => house.database.pool.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t`)));
    const everything = JSON.stringify([list, kept.map(({ rows }) => rows)]);
    for (const secret of [SECRET, 'tok-of-ding', 'key-of-wecom', 'mail-pass']) assert.ok(!everything.includes(secret), secret);
  });

  it('a test message goes out, and what the service answered is kept', async () => {
    const message = await settled(await test(ids.ding));
    assert.deepEqual([message.state, message.log.length, message.log[0]!.outcome], ['sent', 1, 'accepted']);
    assert.match(message.log[0]!.answer, /"errcode":0/);
    assert.ok(ding.said[0]!.includes('梧桐社区网格群') && ding.said[0]!.includes(message.mark));
    assert.equal((await settled(await test(ids.mail, 'hetian@office.example'))).state, 'sent');
    assert.equal(mail.mails.at(-1)!.to, 'hetian@office.example');
    assert.equal((await settled(await test(ids.mail, 'nobody@elsewhere.example'))).state, 'stuck');
    await assert.rejects(test(ids.mail), refusedWith('channel.noAddress'));
  });

  it('the own network is refused where it is not allowed: at once by its address, and when a name turns out to lead there', async () => {
    const save = (webhook: string) => saveDing({ id: newId(), secrets: { webhook, sign: SECRET } });
    await assert.rejects(save('https://127.0.0.1:1/robot/send'), refusedWith('channel.ownNetwork'));
    await assert.rejects(save('https://[::ffff:10.0.0.1]/robot/send'), refusedWith('channel.ownNetwork'));
    await assert.rejects(save('http://oapi.dingtalk.example/robot/send'), refusedWith('channel.wrongAddress'));
    const id = newId();
    const port = ding.host.split(':')[1];
    await saveDing({ id, placeId: null, secrets: { webhook: `https://localhost:${port}/robot/send`, sign: SECRET } });
    const asked = ding.asked.length;
    const message = await settled(await test(id));
    assert.deepEqual([message.state, message.log[0]!.outcome, message.log[0]!.answer], ['stuck', 'unreached', 'OwnNetwork']);
    assert.match(message.why!.zh, /内网/);
    assert.equal(ding.asked.length, asked);
    await clerk.act('channel.remove', { id });
  });

  it('a secret stays with the address it was given for', async () => {
    const { url, ...settings } = { url: 'https://bot.example', group: '12345678' };
    const id = newId();
    const save = (to: string, secrets: object) =>
      clerk.act('channel.save', { id, kind: 'onebot', name: 'QQ群', placeId: null, settings: { ...settings, url: to }, secrets });
    await save(url, { token: 'let-me-in' });
    await save(url, {});
    await assert.rejects(save('https://thief.example', {}), refusedWith('channel.secretAgain'));
    await assert.rejects(save('https://bot.example/?access_token=let-me-in', { token: 'x' }), refusedWith('channel.wrongAddress'));
    await save('https://other.example', { token: 'another' });
    await assert.rejects(saveDing({ id: newId() }), refusedWith('channel.exists'));
    await clerk.act('channel.remove', { id });
    const { sealed } = await house.database.db.selectFrom('messageChannel').select('sealed').where('id', '=', id).executeTakeFirstOrThrow();
    assert.equal(sealed, null);
  });

  it('the log of the day goes to the group of its place once, as it was signed; the amended one says so', async () => {
    ding.said.length = 0;
    await patrolOn(ids.patrol, DAY);
    house.at(DAY, '11:00');
    await submit(ids.patrol);
    assert.deepEqual((await walker.read('patrol.get', { id: ids.patrol })).patrol.sendsTo, ['梧桐社区网格群']);
    await walker.act('patrol.reportLog', { id: ids.patrol, via: '梧桐社区网格群' });
    await until('the log', async () => ding.said.length > 0);
    const { text } = await clerk.read('patrol.log', { id: ids.patrol });
    assert.ok(ding.said[0]!.startsWith(text));
    assert.deepEqual(await titles(leader), ['8网格梧桐社区巡查日志已上报']);
    assert.equal(wecom.said.length, 0, 'the group of another place is not told');
    const { patrol } = await walker.read('patrol.get', { id: ids.patrol });
    await walker.act('patrol.amend', {
      id: ids.patrol,
      was: patrol.versions.at(-1)!.version,
      reason: '补记劝导',
      answers: patrol.answers,
      help: { ...noHelp, dissuaded: 3 },
      note: '',
    });
    await walker.act('patrol.sendAmended', { id: ids.patrol, via: '梧桐社区网格群' });
    await until('the amendment', async () => ding.said.length > 1);
    assert.match(ding.said[1]!, /^【更正】以第2版为准，更正原因：补记劝导\n【巡查日志】/);
    await sleep(150);
    assert.equal(ding.said.length, 2);
  });

  it('whoever has not handed in by eight is told once, by however many servers; and by mail where they have an address', async () => {
    await house.another();
    const late = newId();
    await patrolOn(late, '2026-05-14');
    await walker.act('person.setMail', { id: walker.id, mail: 'hetian@office.example' });
    await assert.rejects(partner.act('person.setMail', { id: walker.id, mail: null }), refusedWith('act.notAllowed'));
    house.at('2026-05-14', '19:58');
    await sleep(150);
    assert.ok(!(await titles(partner)).some((title) => title.includes('还没有上报')));
    house.at('2026-05-14', '20:01');
    const mine = async (role: Role) => (await titles(role)).filter((title) => title === '8网格梧桐社区今天的日志还没有上报').length;
    await until('the reminder', async () => (await mine(partner)) > 0);
    house.at('2026-05-14', '20:03');
    const posted = await until('the mail', async () =>
      mail.mails.find(({ source }) => /=\?UTF-8\?/i.test(source) && textOfMail(source).includes('24 点前上报')),
    );
    assert.equal(posted.to, 'hetian@office.example');
    await sleep(200);
    assert.deepEqual([await mine(walker), await mine(partner), await mine(leader), await mine(director)], [1, 1, 1, 0]);
    assert.equal(mail.mails.filter(({ source }) => textOfMail(source).includes('24 点前上报')).length, 1);
  });

  it('a task that is late is brought up on the first day, not on the second', async () => {
    const { rows } = await clerk.read('task.board', {});
    const task = rows.find((one) => one.due === '2026-05-20')!;
    const about = async () => (await titles(clerk)).filter((title) => title.startsWith(`“${task.title}”已逾期`));
    house.at('2026-05-21', '08:31');
    await until('late', async () => (await about()).length === 1);
    assert.deepEqual(await about(), [`“${task.title}”已逾期 1 天`]);
    house.at('2026-05-22', '08:31');
    await sleep(250);
    assert.equal((await about()).length, 1);
    assert.ok(!(await titles(director)).some((title) => title.includes('逾期')), 'only whom it concerns');
  });

  it('what is not urgent waits for the end of the quiet hours; the inbox does not', async () => {
    const { terms } = await clerk.read('message.terms', {});
    const night: MessageTerms = {
      ...terms,
      tells: { 'issue.fixed': { ...termsOf(terms, 'issue.fixed'), ways: ['inbox', 'group'] } },
    };
    await clerk.act('message.setTerms', { terms: night, was: terms });
    house.at('2026-05-25', '23:10');
    const { rows } = await walker.read('issue.list', {});
    const photo = await handler.upload(await jpeg(), { takenAt: '2026-05-25T15:00:00Z', lat: 35.4, lng: 116.5, accuracy: 9 });
    await handler.act('issue.fix', { id: rows[0]!.id, note: '已更换', photoIds: [photo] });
    assert.equal((await titles(walker))[0], '问题 #1 已整改，待核查');
    const [message] = await out({ channelId: ids.ding, tell: 'issue.fixed' });
    assert.deepEqual([message!.state, message!.dueAt], ['waiting', '2026-05-25T23:30:00.000Z']);
    await sleep(200);
    const told = () => ding.said.filter((text) => text.includes('已整改')).length;
    assert.equal(told(), 0);
    house.at('2026-05-26', '07:31');
    await until('the morning', async () => told() === 1);
  });

  it('the clerk switches a row off and gives another its own words; the preview shows them on what really happened', async () => {
    const { terms: was } = await clerk.read('message.terms', {});
    const own = (body: string): MessageTerms => ({
      ...was,
      tells: {
        ...was.tells,
        'issue.verified': { ...termsOf(was, 'issue.verified'), on: false },
        'issue.rejected': {
          ...termsOf(was, 'issue.rejected'),
          title: { zh: '请再整改 #{no}', en: 'Fix #{no} again' },
          body: { zh: body, en: body },
        },
      },
    });
    await assert.rejects(clerk.act('message.setTerms', { terms: own('{weather}'), was }), refusedWith('message.unknownField'));
    await assert.rejects(leader.act('message.setTerms', { terms: own('{reason}'), was }), refusedWith('act.notAllowed'));
    await clerk.act('message.setTerms', { terms: own('{by}说：{reason}'), was });
    await assert.rejects(clerk.act('message.setTerms', { terms: own('{reason}'), was }), refusedWith('record.changed'));
    const { rows } = await walker.read('issue.list', {});
    await partner.act('issue.reject', { id: rows[0]!.id, reason: '井盖仍松动' });
    const [row] = await inbox(handler);
    assert.deepEqual([row!.title.zh, row!.body.zh], ['请再整改 #1', '唐宁说：井盖仍松动']);
    const { previews } = await clerk.read('message.preview', { tell: 'issue.rejected' });
    assert.deepEqual([previews[0]!.title.zh, previews[0]!.fields.reason!.zh], ['请再整改 #1', '井盖仍松动']);
    assert.ok(previews[0]!.people.some(({ id }) => id === handler.id));
    const before = (await clerk.read('message.list', {})).rows.length;
    for (const tell of tellNames) await clerk.read('message.preview', { tell });
    assert.equal((await clerk.read('message.list', {})).rows.length, before, 'a preview writes nothing');
  });

  it('one bad channel never delays another; what failed says why, is tried again, and goes at once when asked', async () => {
    wecom.mood = 'hang';
    const hanging = await test(ids.wecom);
    await until('asked', async () => wecom.asked.length > 0);
    const began = Date.now();
    assert.equal((await settled(await test(ids.ding))).state, 'sent');
    assert.ok(Date.now() - began < 500, `it took ${Date.now() - began} ms`);
    const failed = await settled(hanging);
    assert.deepEqual([failed.state, failed.log[0]!.outcome, failed.why!.zh], ['failed', 'unanswered', '已发出，对方迟迟没有回执']);
    assert.ok(Date.parse(failed.dueAt) > house.now());
    wecom.mood = 'well';
    await sleep(150);
    assert.equal((await clerk.read('message.get', { id: hanging })).log.length, 1, 'not before its time');
    await assert.rejects(leader.act('message.resend', { id: hanging }), refusedWith('act.notAllowed'));
    await clerk.act('message.resend', { id: hanging });
    await until('resent', async () => (await clerk.read('message.get', { id: hanging })).state === 'sent');
    assert.match(wecom.said.at(-1)!, /^【重发：上次没有收到回执/, 'the group sees that it may be a repetition');
  });

  it('six failures and a person looks; a lasting reason is stuck at once', async () => {
    wecom.mood = 'fault';
    house.at('2026-05-27', '09:00');
    const id = await test(ids.wecom);
    for (const [time, n] of [
      ['09:00', 1],
      ['09:02', 2],
      ['09:08', 3],
      ['09:24', 4],
      ['10:25', 5],
      ['13:26', 6],
      ['19:27', 7],
    ] as const) {
      house.at('2026-05-27', time);
      await until(`attempt ${n}`, async () => (await clerk.read('message.get', { id })).log.filter(({ outcome }) => outcome).length === n);
    }
    const message = await clerk.read('message.get', { id });
    assert.deepEqual([message.state, message.why!.zh], ['stuck', '对方服务故障（HTTP 502）']);
    assert.deepEqual(
      (await out({ state: 'stuck', channelId: ids.wecom })).map((row) => row.id),
      [id],
    );
    wecom.mood = 'well';
    await clerk.act('message.withdraw', { id });
    assert.equal((await clerk.read('message.get', { id })).state, 'withdrawn');
  });

  it('a paused channel sends nothing and is sent nothing; what was on its way waits for a decision', async () => {
    wecom.mood = 'fault';
    const id = await test(ids.wecom);
    await settled(id);
    await clerk.act('channel.turnOff', { id: ids.wecom });
    assert.deepEqual(
      [(await clerk.read('message.get', { id })).state, (await clerk.read('message.get', { id })).why!.zh],
      ['stuck', '渠道已停用'],
    );
    await assert.rejects(test(ids.wecom), refusedWith('message.channelOff'));
    await assert.rejects(clerk.act('message.resend', { id }), refusedWith('message.channelOff'));
    wecom.mood = 'well';
    await clerk.act('channel.turnOn', { id: ids.wecom });
    await clerk.act('message.resend', { id });
    await until('sent', async () => (await clerk.read('message.get', { id })).state === 'sent');
  });

  it('two servers on one database send each message once', async () => {
    wecom.said.length = 0;
    const wanted: string[] = [];
    for (let n = 0; n < 18; n++) {
      // The rate of the service is kept by the clock of the house: it moves on.
      house.at('2026-05-28', `09:${String(10 + n).padStart(2, '0')}`);
      wanted.push(await test(ids.wecom));
    }
    await until('all', async () => wecom.said.length >= wanted.length);
    await sleep(200);
    const marks = wecom.said.map((text) => /创城通 (\w{8})）/.exec(text)![1]);
    assert.deepEqual([marks.length, new Set(marks).size], [18, 18]);
    assert.ok(wecom.said.every((text) => !text.startsWith('【重发')));
  });

  it('not faster than the service takes it', async () => {
    wecom.said.length = 0;
    house.at('2026-05-29', '09:00');
    for (let n = 0; n < 23; n++) await test(ids.wecom);
    await until('the first twenty', async () => wecom.said.length === 20);
    await sleep(200);
    assert.equal(wecom.said.length, 20);
    const channel = (await clerk.read('channel.list', {})).rows.find(({ id }) => id === ids.wecom)!;
    assert.deepEqual([channel.waiting, channel.restsUntil], [3, '2026-05-29T01:01:00.000Z']);
    house.at('2026-05-29', '09:01');
    await until('the rest', async () => wecom.said.length === 23);
  });

  it('the leaders read who was told what; others do not', async () => {
    const { rows, counts } = await leader.read('message.list', { personId: handler.id });
    assert.ok(rows.length >= 2 && rows.every((row) => row.person?.name === '郭联' && row.channel === null));
    assert.ok(counts.sent > 20);
    await assert.rejects(walker.read('message.list', {}), refusedWith('act.notAllowed'));
    await assert.rejects(walker.read('message.terms', {}), refusedWith('act.notAllowed'));
    await assert.rejects(handler.read('message.list', {}), refusedWith('act.notAllowed'));
  });
});

async function jpeg(): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer();
}
