import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ChannelKind } from '#domain/message/message.states.ts';
import { type MailPeer, openMail, textOfMail } from '../testing/mail.ts';
import type { Mood, Peer } from '../testing/peer.ts';
import { openDingTalk, openFeishu, openOneBot, openWeCom } from '../testing/peers.ts';
import type { Parcel } from './parcel.ts';
import { send } from './send.ts';

const parcel: Parcel = {
  id: '0198c000-0000-7000-8000-0000abcd1234',
  mark: 'abcd1234',
  title: '问题 #3 上报',
  text: '【巡查日志】凤凰城社区，路灯 3 盏不亮 [CQ:at,qq=all]\n（创城通 abcd1234）',
  address: null,
  mayHaveArrived: false,
};

describe('a message leaves', () => {
  const peers: Peer[] = [];
  let mail: MailPeer;
  const allowed = new Set<string>();
  const outside = (timeoutMs = 2_000, clock = Date.now) => ({ allowed, timeoutMs, clock });
  const open = async (opening: Promise<Peer>): Promise<Peer> => {
    const peer = await opening;
    peers.push(peer);
    allowed.add(peer.host);
    return peer;
  };
  const go = (kind: ChannelKind, settings: object, secrets: object, changes: Partial<Parcel> = {}, to = outside()) =>
    send(kind, { settings, secrets } as never, { ...parcel, ...changes }, to);
  const robots = {
    wecom: (origin: string, key = 'robot-key') => ({ webhook: `${origin}/cgi-bin/webhook/send?key=${key}` }),
    dingtalk: (origin: string, sign = 'SECding') => ({ webhook: `${origin}/robot/send?access_token=tok`, sign }),
    feishu: (origin: string, sign = 'feishu-sign') => ({ webhook: `${origin}/open-apis/bot/v2/hook/tok`, sign }),
  };

  before(async () => {
    mail = await openMail({ user: 'clerk', password: 'mail-pass', knows: (address) => address.endsWith('@office.example') });
    allowed.add(`127.0.0.1:${mail.port}`);
  });
  after(async () => {
    await mail.close();
    await Promise.all(peers.map((peer) => peer.close()));
  });

  it('by OneBot: as plain text to the group, with the token; a wrong or missing one is said', async () => {
    const peer = await open(openOneBot({ token: 'right', group: 12345678 }));
    const settings = { url: `${peer.origin}/`, group: '12345678' };
    assert.equal((await go('onebot', settings, { token: 'right' })).kind, 'accepted');
    assert.deepEqual(peer.said, [parcel.text]);
    for (const [secrets, status] of [
      [{}, 401],
      [{ token: 'wrong' }, 403],
    ] as const) {
      const outcome = await go('onebot', settings, secrets);
      assert.ok(outcome.kind === 'refused' && outcome.lasting && outcome.answer.includes(String(status)));
    }
    const elsewhere = await go('onebot', { ...settings, group: '99999999' }, { token: 'right' });
    assert.ok(elsewhere.kind === 'refused' && !elsewhere.lasting);
    assert.equal(peer.said.length, 1);
  });

  it('by OneBot a second time only when the group does not hold it', async () => {
    const peer = await open(openOneBot({ token: 't', group: 12345678, history: true }));
    const settings = { url: peer.origin, group: '12345678' };
    peer.mood = 'cut';
    assert.equal((await go('onebot', settings, { token: 't' })).kind, 'unanswered');
    peer.mood = 'well';
    assert.equal((await go('onebot', settings, { token: 't' }, { mayHaveArrived: true })).kind, 'found');
    assert.equal(peer.said.length, 1);
    assert.equal((await go('onebot', settings, { token: 't' }, { mayHaveArrived: true, mark: 'ffff0000' })).kind, 'accepted');
    assert.match(peer.said[1]!, /^【重发/);
  });

  it('by WeCom: up to 2048 bytes, twenty a minute, then it asks for a rest', async () => {
    const peer = await open(openWeCom({ key: 'robot-key', most: 2 }));
    assert.equal((await go('wecom', {}, robots.wecom(peer.origin))).kind, 'accepted');
    const long = await go('wecom', {}, robots.wecom(peer.origin), { text: '长'.repeat(700) });
    assert.ok(long.kind === 'refused' && long.lasting, long.kind);
    const third = await go('wecom', {}, robots.wecom(peer.origin));
    assert.ok(third.kind === 'tooFast' && third.restMs === 60_000);
    const stranger = await go('wecom', {}, robots.wecom(peer.origin, 'other'));
    assert.ok(stranger.kind === 'refused' && stranger.lasting && stranger.why.zh.includes('93000'));
    assert.deepEqual(peer.said, [parcel.text]);
  });

  it('by DingTalk: signed; a wrong secret and a wrong clock are told apart from haste', async () => {
    const peer = await open(openDingTalk({ token: 'tok', secret: 'SECding', most: 1 }));
    assert.equal((await go('dingtalk', {}, robots.dingtalk(peer.origin))).kind, 'accepted');
    const wrong = await go('dingtalk', {}, robots.dingtalk(peer.origin, 'SECother'));
    assert.ok(wrong.kind === 'refused' && wrong.lasting && wrong.why.zh.includes('310000'));
    const late = await go(
      'dingtalk',
      {},
      robots.dingtalk(peer.origin),
      {},
      outside(2_000, () => Date.now() - 2 * 3_600_000),
    );
    assert.ok(late.kind === 'refused' && late.lasting);
    const fast = await go('dingtalk', {}, robots.dingtalk(peer.origin));
    assert.ok(fast.kind === 'tooFast' && fast.restMs === 600_000);
    assert.deepEqual(peer.said, [parcel.text]);
  });

  it('by Feishu: signed; a wrong signature and haste in its own codes', async () => {
    const peer = await open(openFeishu({ token: 'tok', secret: 'feishu-sign', most: 1 }));
    assert.equal((await go('feishu', {}, robots.feishu(peer.origin))).kind, 'accepted');
    const wrong = await go('feishu', {}, robots.feishu(peer.origin, 'other'));
    assert.ok(wrong.kind === 'refused' && wrong.lasting && wrong.why.zh.includes('19021'));
    assert.equal((await go('feishu', {}, robots.feishu(peer.origin))).kind, 'tooFast');
    assert.deepEqual(peer.said, [parcel.text]);
  });

  it('by mail: with one Message-ID for every attempt; a wrong password and an unknown receiver stay refused, a busy server does not', async () => {
    const settings = { host: '127.0.0.1', port: mail.port, security: 'none', user: 'clerk', from: 'clerk@office.example' };
    const to = { address: 'zhao@office.example' };
    const secrets = { password: 'mail-pass' };
    assert.equal((await go('mail', settings, secrets, to)).kind, 'accepted');
    mail.mood = 'cut';
    assert.equal((await go('mail', settings, secrets, to)).kind, 'unanswered');
    mail.mood = 'later';
    const later = await go('mail', settings, secrets, to);
    assert.ok(later.kind === 'refused' && !later.lasting);
    mail.mood = 'well';
    const login = await go('mail', settings, { password: 'wrong' }, to);
    assert.ok(login.kind === 'refused' && login.lasting);
    const unknown = await go('mail', settings, secrets, { address: 'nobody@elsewhere.example' });
    assert.ok(unknown.kind === 'refused' && unknown.lasting);
    const tls = await go('mail', { ...settings, security: 'starttls' }, secrets, to);
    assert.ok(tls.kind !== 'accepted');
    assert.equal(mail.mails.length, 2);
    const ids = mail.mails.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)![1]);
    assert.equal(new Set(ids).size, 1);
    assert.ok(textOfMail(mail.mails[0]!.source).includes('路灯 3 盏不亮'));
  });

  it('by mail: not past a certificate that is not trusted, and never in the clear where encryption was chosen', async () => {
    const untrusted = await openMail({ user: 'clerk', password: 'mail-pass', knows: () => true, starttls: true });
    allowed.add(`127.0.0.1:${untrusted.port}`);
    const settings = { host: '127.0.0.1', port: untrusted.port, security: 'starttls', user: 'clerk', from: 'clerk@office.example' };
    const outcome = await go('mail', settings, { password: 'mail-pass' }, { address: 'zhao@office.example' });
    assert.ok(outcome.kind === 'unreached' && outcome.why.zh.includes('证书'), JSON.stringify(outcome));
    const plain = await go('mail', { ...settings, port: mail.port }, { password: 'mail-pass' }, { address: 'zhao@office.example' });
    assert.notEqual(plain.kind, 'accepted');
    assert.equal(untrusted.mails.length, 0);
    await untrusted.close();
  });

  it('and what never left is told from what may have arrived', async () => {
    const peer = await open(openWeCom({ key: 'robot-key' }));
    const outcomeIn = async (mood: Mood) => {
      peer.mood = mood;
      return go('wecom', {}, robots.wecom(peer.origin), {}, outside(300));
    };
    assert.equal((await outcomeIn('hang')).kind, 'unanswered');
    assert.equal((await outcomeIn('cut')).kind, 'unanswered');
    assert.equal((await outcomeIn('fault')).kind, 'unanswered');
    allowed.add('127.0.0.1:9');
    assert.equal((await go('wecom', {}, robots.wecom('http://127.0.0.1:9'))).kind, 'unreached');
  });

  it('a redirect is not followed, wherever it leads', async () => {
    const peer = await open(openWeCom({ key: 'robot-key' }));
    peer.mood = 'moved';
    const outcome = await go('wecom', {}, robots.wecom(peer.origin));
    assert.ok(outcome.kind === 'refused' && outcome.lasting);
    assert.equal(peer.asked.length, 1);
  });

  it('not into the own network, by address or by name, unless it is allowed; and not unencrypted', async () => {
    const peer = await openWeCom({ key: 'robot-key' });
    peers.push(peer);
    const port = peer.host.split(':')[1];
    for (const origin of [peer.origin, `http://localhost:${port}`, `https://localhost:${port}`, `https://[::ffff:127.0.0.1]:${port}`]) {
      const outcome = await go('wecom', {}, robots.wecom(origin));
      assert.ok(outcome.kind === 'unreached' && outcome.lasting === true, origin);
    }
    const inside = { host: 'localhost', port: mail.port, security: 'starttls', user: '', from: 'clerk@office.example' };
    const byMail = await go('mail', inside, {}, { address: 'zhao@office.example' });
    assert.ok(byMail.kind === 'unreached' && byMail.lasting === true);
    assert.equal(peer.asked.length, 0);
  });
});
