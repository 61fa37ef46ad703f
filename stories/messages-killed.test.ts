/** A server is killed while it sends: another goes on, nothing is lost, and what may have arrived says so when it comes again. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { playOn, type Role } from '#demo/player.ts';
import { newId } from '#domain/kernel/id.ts';
import type { Peer } from '#server/modules/message/testing/peer.ts';
import { openWeCom } from '#server/modules/message/testing/peers.ts';
import { firstClerk, type House, openHouse, PASSWORD, SECRET, until } from './house.ts';

const LEASE_MS = 1_500;
const script = fileURLToPath(new URL('./messages-killed.process.ts', import.meta.url));

describe('a server that is killed while it sends', () => {
  let house: House;
  let clerk: Role;
  let group: Peer;
  const channel = newId();
  const children: ChildProcess[] = [];

  const startSender = (): ChildProcess => {
    const { host, port, user, password, database } = house.database.pool.options;
    const settings = { pool: { host, port, user, password, database, ssl: false }, allowed: [group.host], leaseMs: LEASE_MS };
    const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['ignore', 'ignore', 'inherit'] });
    children.push(child);
    return child;
  };
  const kill = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const put = async (): Promise<string> => {
    const messageId = newId();
    await clerk.act('channel.test', { id: channel, messageId, to: null });
    return messageId;
  };
  const message = (id: string) => clerk.read('message.get', { id });

  before(async () => {
    house = await openHouse();
    clerk = await firstClerk(house);
    group = await openWeCom({ key: 'robot-key' });
    const delivery = { sealKey: SECRET, allowed: new Set([group.host]), everyMs: 60_000, timeoutMs: 1_000 };
    const setting = await house.another({ delivery });
    await (await playOn(setting).signInAs('linxiao', PASSWORD)).act('channel.save', {
      id: channel,
      kind: 'wecom',
      name: '机关群',
      placeId: null,
      settings: {},
      secrets: { webhook: `${group.origin}/cgi-bin/webhook/send?key=robot-key` },
    });
    await setting.close();
  });
  after(async () => {
    for (const child of children) if (child.exitCode === null && child.signalCode === null) await kill(child);
    await house.close();
    await group.close();
  });

  it('the attempt stands in the database before its first byte arrives, and stays open when the server dies', async () => {
    group.mood = 'hang';
    const id = await put();
    assert.deepEqual((await message(id)).log, []);
    const child = startSender();
    await until('asked', async () => group.asked.length === 1);
    const { log, state } = await message(id);
    assert.deepEqual([state, log.length, log[0]!.outcome], ['waiting', 1, null]);
    await kill(child);
    assert.equal((await message(id)).log[0]!.outcome, null);
  });

  it('another server waits for the lease to run out, then goes on; the group sees that it may be a repetition', async () => {
    group.mood = 'well';
    const { id } = (await clerk.read('message.list', { way: 'out' })).rows[0]!;
    startSender();
    await until('sent', async () => (await message(id)).state === 'sent');
    const { log } = await message(id);
    assert.deepEqual(
      log.map(({ outcome }) => outcome),
      ['unanswered', 'accepted'],
    );
    assert.match(log[0]!.why!.zh, /服务器中断/);
    assert.ok(Date.parse(log[1]!.begunAt) - Date.parse(log[0]!.begunAt) >= LEASE_MS - 100);
    assert.equal(group.said.length, 2);
    assert.match(group.said[1]!, /^【重发/);
  });

  it('twelve messages, the server killed again and again: each arrives, and only what was underway comes twice', async () => {
    for (const child of children) if (child.exitCode === null && child.signalCode === null) await kill(child);
    group.said.length = 0;
    const ids = await Promise.all(Array.from({ length: 12 }, put));
    let kills = 0;
    for (let seen = 2; seen <= 8; seen += 3) {
      const child = startSender();
      await until(`${seen} said`, async () => group.said.length >= seen);
      await kill(child);
      kills++;
    }
    startSender();
    await until('all sent', async () => (await Promise.all(ids.map(message))).every(({ state }) => state === 'sent'));
    const times = await Promise.all(
      ids.map(async (id) => {
        const { mark } = await message(id);
        return group.said.filter((text) => text.includes(mark));
      }),
    );
    assert.ok(times.every((texts) => texts.length >= 1));
    const twice = times.filter((texts) => texts.length > 1);
    assert.ok(twice.length <= kills, `${twice.length} came twice after ${kills} kills`);
    assert.ok(twice.every(([, ...again]) => again.every((text) => text.startsWith('【重发'))));
  });
});
