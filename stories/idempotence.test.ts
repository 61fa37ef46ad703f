/** The same act twice: after an answer was lost, at the same moment, and to two servers. It happens once, and every answer is true. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { newId } from '#domain/kernel/id.ts';
import { firstClerk, type House, openHouse, PASSWORD } from './house.ts';

describe('an act sent more than once', () => {
  let house: House;
  let servers: FastifyInstance[];
  let cookie: string;

  before(async () => {
    house = await openHouse();
    house.at('2026-05-06');
    await firstClerk(house);
    servers = [house.app, await house.another()];
    const answer = await house.app.inject({
      method: 'POST',
      url: '/api/session.signIn',
      payload: { username: 'linxiao', password: PASSWORD },
    });
    cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  });
  after(() => house.close());

  const post = (name: string, payload: object, server = 0) =>
    servers[server]!.inject({ method: 'POST', url: `/api/${name}`, headers: { cookie }, payload });

  it('gets the first answer again, and the history holds it once', async () => {
    const body = { actId: newId(), id: newId(), text: '垃圾桶满溢' };
    const first = await post('issue.report', body);
    const again = await post('issue.report', body, 1);
    assert.equal(first.statusCode, 200);
    assert.equal(again.body, first.body);
    const { rows } = await house.database.pool.query('SELECT count(*)::int AS n FROM fact WHERE subject_id = $1', [body.id]);
    assert.equal(rows[0].n, 1);
  });

  it('runs once when copies race, on one server and on two', async () => {
    for (let round = 0; round < 10; round++) {
      const body = { actId: newId(), id: newId(), text: `第 ${round} 轮` };
      const answers = await Promise.all([0, 1, 0, 1].map((server) => post('issue.report', body, server)));
      assert.deepEqual(
        answers.map((answer) => answer.statusCode),
        [200, 200, 200, 200],
      );
      assert.equal(new Set(answers.map((answer) => answer.body)).size, 1, 'all copies are answered the same');
    }
    const { rows } = await house.database.pool.query("SELECT count(*)::int AS n, max(no) AS no FROM issue WHERE text LIKE '第%'");
    assert.equal(rows[0].n, 10);
  });

  it('numbers problems without gaps and doubles when many report at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, i) => post('issue.report', { actId: newId(), id: newId(), text: `同时 ${i}` }, i % 2)),
    );
    const { rows } = await house.database.pool.query('SELECT no FROM issue ORDER BY no');
    assert.deepEqual(
      rows.map((row) => row.no),
      rows.map((_, i) => i + 1),
    );
  });

  it('is told when its id was used for something else', async () => {
    const body = { actId: newId(), id: newId(), text: '甲' };
    await post('issue.report', body);
    const other = await post('issue.report', { ...body, text: '乙' });
    assert.equal(other.statusCode, 409);
    assert.equal(other.json().code, 'act.idReused');
  });

  it('leaves nothing behind when it is refused, its id included', async () => {
    const actId = newId();
    const id = newId();
    const refused = await post('issue.report', { actId, id, text: '丙', placeId: newId() });
    assert.equal(refused.json().code, 'issue.unknownPlace');
    const mended = await post('issue.report', { actId, id, text: '丙' });
    assert.equal(mended.statusCode, 200);
  });

  it('cannot change the history afterwards', async () => {
    await assert.rejects(house.database.pool.query("UPDATE fact SET actor_name = '别人'"), /append-only/);
    await assert.rejects(house.database.pool.query('DELETE FROM fact'), /append-only/);
  });
});
