/** Whatever a client can send is answered with a Problem in both languages, never with a 500, and leaves nothing behind. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fastCheck from 'fast-check';
import sharp from 'sharp';
import { contracts } from '#domain/contracts.ts';
import { newId } from '#domain/kernel/id.ts';
import { firstClerk, type House, hire, openHouse, PASSWORD } from './house.ts';

describe('bad input', () => {
  let house: House;
  let cookie: string;
  let stranger: string;

  before(async () => {
    house = await openHouse();
    house.at('2026-05-06');
    const clerk = await firstClerk(house);
    const partner = newId();
    await clerk.act('unit.addPartner', { id: partner, kind: 'department', name: '市城市管理局' });
    await hire(house, clerk, '郭联', 'guolian', 'officer', partner);
    cookie = await signIn('linxiao');
    stranger = await signIn('guolian');
  });
  after(() => house.close());

  async function signIn(username: string): Promise<string> {
    const answer = await house.app.inject({ method: 'POST', url: '/api/session.signIn', payload: { username, password: PASSWORD } });
    return String(answer.headers['set-cookie']).split(';')[0]!;
  }

  const post = (name: string, payload: unknown, headers: Record<string, string> = {}) =>
    house.app.inject({
      method: 'POST',
      url: `/api/${name}`,
      headers: { cookie, 'content-type': 'application/json', ...headers },
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
  const get = (path: string, as = cookie) => house.app.inject({ method: 'GET', url: path, headers: { cookie: as } });

  function assertProblem(
    answer: { statusCode: number; body: string; headers: Record<string, unknown> },
    status: number,
    code: string,
  ): void {
    const problem = JSON.parse(answer.body);
    assert.deepEqual([answer.statusCode, problem.code], [status, code], answer.body);
    assert.match(String(answer.headers['content-type']), /application\/problem\+json/);
    assert.match(problem.zh, /[\u4e00-\u9fff]/);
    assert.match(problem.en, /[a-z]/i);
    assert.doesNotMatch(problem.zh + problem.en, /undefined|null|\[object/);
  }

  it('broken JSON, wrong type, wrong method, unknown call, foreign page', async () => {
    assertProblem(await post('issue.report', '{"actId":'), 400, 'request.notJson');
    assertProblem(await post('issue.report', '<x/>', { 'content-type': 'text/xml' }), 415, 'request.wrongType');
    assertProblem(await get('/api/issue.report'), 405, 'request.wrongMethod');
    assertProblem(await get('/api/no.such'), 404, 'request.notFound');
    assertProblem(
      await post('issue.report', {}, { origin: 'https://elsewhere.example', host: 'here.example' }),
      403,
      'request.foreignOrigin',
    );
  });

  it('nobody signed in, a wrong password, too many tries', async () => {
    assertProblem(await get('/api/issue.list', ''), 401, 'session.missing');
    assertProblem(await get('/api/issue.list', 'chuangcheng.session_token=forged.signature'), 401, 'session.missing');
    for (let i = 0; i < 6; i++)
      assertProblem(await post('session.signIn', { username: 'nobody', password: 'wrong-one' }), 401, 'session.wrongPassword');
    assertProblem(await post('session.signIn', { username: 'nobody', password: 'wrong-one' }), 429, 'session.tooManyTries');
    const atOnce = await Promise.all(
      Array.from({ length: 12 }, () => post('session.signIn', { username: 'nobody2', password: 'wrong-one' })),
    );
    assert.equal(atOnce.filter((answer) => answer.statusCode === 401).length, 6, 'many tries at once are many tries');
    assertProblem(
      await post('setup.firstAccount', { unitName: '另一单位', shortName: '另一', name: '某', username: 'someone', password: PASSWORD }),
      409,
      'setup.done',
    );
    assertProblem(await post('session.demo', { personId: newId() }), 403, 'session.demoOnly');
  });

  it('fields that are missing, too long, of the wrong kind or hold control characters', async () => {
    assertProblem(await post('issue.report', { id: newId(), text: 'x' }), 400, 'request.invalid');
    assertProblem(await post('issue.report', { actId: 'not-a-uuid', id: newId(), text: 'x' }), 400, 'request.invalid');
    assertProblem(await post('issue.report', { actId: newId(), id: newId(), text: '' }), 400, 'request.invalid');
    assertProblem(await post('issue.report', { actId: newId(), id: newId(), text: 'x'.repeat(501) }), 400, 'request.invalid');
    assertProblem(await post('issue.report', { actId: newId(), id: newId(), text: 'a\u0000b' }), 400, 'request.invalid');
    assertProblem(await get('/api/issue.list?limit=many'), 400, 'request.invalid');
    assertProblem(await get('/api/issue.list?after=zzz'), 400, 'request.invalid');
    assertProblem(await get('/api/issue.get?id=7'), 400, 'request.invalid');
    for (const cursor of [
      ['1', newId()],
      ['2026-05-06', '-'.repeat(36)],
      ['0000-01-01T00:00:00Z', newId()],
    ]) {
      assertProblem(
        await get(`/api/issue.list?after=${Buffer.from(JSON.stringify(cursor)).toString('base64url')}`),
        400,
        'request.invalid',
      );
    }
    const report = (differing: object) => post('issue.report', { actId: newId(), id: newId(), text: '井盖', ...differing });
    for (const differing of [{ itemNo: 3_000_000_000 }, { text: 'a\ud83d' }, { deviceAt: '0000-01-01T00:00:00Z' }])
      assertProblem(await report(differing), 400, 'request.invalid');
    for (const query of ['roster.get?month=0000-01', 'roster.get?month=9999-12', 'patrol.list?until=0000-01-01'])
      assertProblem(await get(`/api/${query}`), 400, 'request.invalid');
    assertProblem(await get('/api/%zz'), 404, 'request.notFound');
  });

  it('records that do not exist, and those of another unit', async () => {
    assertProblem(await get(`/api/issue.get?id=${newId()}`), 404, 'record.notFound');
    assertProblem(await post('issue.verify', { actId: newId(), id: newId() }), 404, 'record.notFound');
    const id = newId();
    await post('issue.report', { actId: newId(), id, text: '本单位的问题' });
    assertProblem(await get(`/api/issue.get?id=${id}`, stranger), 404, 'record.notFound');
    const noticeId = newId();
    await post('notice.import', { actId: newId(), id: noticeId, text: '关于开展巡查的通知\n各科室：\n一、每周巡查三天。' });
    assertProblem(await get(`/api/notice.get?id=${noticeId}`, stranger), 404, 'record.notFound');
  });

  it('a notice that is empty, of the wrong kind, damaged or far too long', async () => {
    const file = (name: string, bytes: Buffer) => ({ actId: newId(), id: newId(), file: { name, base64: bytes.toString('base64') } });
    assertProblem(await post('notice.import', { actId: newId(), id: newId(), text: '   \n ' }), 422, 'notice.empty');
    assertProblem(await post('notice.import', file('a.txt', Buffer.alloc(0))), 422, 'notice.empty');
    assertProblem(await post('notice.import', file('a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))), 415, 'notice.wrongFile');
    assertProblem(await post('notice.import', file('a.pdf', Buffer.from('%PDF-1.7'))), 422, 'notice.damaged');
    assertProblem(
      await post('notice.import', file('a.docx', Buffer.from('PK\u0003\u0004 not a document', 'latin1'))),
      422,
      'notice.damaged',
    );
    assertProblem(await post('notice.import', file('a.txt', Buffer.from([0, 1, 2, 3, 0, 0, 255, 254, 7, 8, 0, 0]))), 422, 'notice.notText');
    assertProblem(await post('notice.import', { actId: newId(), id: newId(), text: '字'.repeat(400_001) }), 400, 'request.invalid');
    assertProblem(
      await post('notice.import', { actId: newId(), id: newId(), text: '字'.repeat((20 * 1024 * 1024) / 3) }),
      413,
      'request.tooLarge',
    );
    const { rows } = await house.database.pool.query(
      'SELECT count(*)::int AS n FROM notice WHERE length(text) < 10 OR length(text) > 1000',
    );
    assert.equal(rows[0].n, 0, 'nothing half-saved');
  });

  it('a picture that is none, one cut short, one under an id that is taken', async () => {
    const upload = (body: Buffer, id = newId()) =>
      house.app.inject({
        method: 'POST',
        url: `/api/photo.upload?id=${id}`,
        headers: { cookie, 'content-type': 'image/jpeg' },
        payload: body,
      });
    const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer();
    assertProblem(await upload(Buffer.from('no picture at all')), 422, 'photo.notPicture');
    assertProblem(await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')), 422, 'photo.notPicture');
    assertProblem(await upload(jpeg.subarray(0, jpeg.length / 2)), 422, 'photo.notPicture');
    assertProblem(await upload(Buffer.alloc(26 * 1024 * 1024)), 413, 'request.tooLarge');
    const id = newId();
    assert.equal((await upload(jpeg, id)).statusCode, 200);
    assert.equal((await upload(jpeg, id)).statusCode, 200, 'the same bytes again are the same photo');
    const other = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#3a3' } })
      .jpeg()
      .toBuffer();
    assertProblem(await upload(other, id), 409, 'record.exists');
    assertProblem(await get(`/api/photo/${id}/thumb`, stranger), 404, 'record.notFound');
    assertProblem(await get(`/api/photo/${id}/huge`), 400, 'request.invalid');
    assertProblem(await post(`photo.upload?id=${newId()}`, { a: 1 }), 415, 'request.wrongType');
  });

  it('anything at all, to any call: no 5xx', async () => {
    const junk = fastCheck.oneof(
      fastCheck.jsonValue({ maxDepth: 2 }),
      fastCheck.uuid(),
      fastCheck.constantFrom(
        '2026-02-30',
        '2026-13',
        -1,
        1e99,
        '',
        '\u0000',
        'a\ud83d',
        3_000_000_000,
        '0000-01-01',
        '0000-01-01T00:00:00Z',
        '“”',
        '2026-05-06',
      ),
    );
    const names = [
      'id',
      'text',
      'month',
      'day',
      'placeId',
      'personId',
      'answers',
      'help',
      'corrections',
      'correction',
      'was',
      'file',
      'posts',
      'after',
      'limit',
      'name',
      'question',
      'option',
      'photoIds',
      'username',
      'kind',
      'n',
      'applied',
      'itemNo',
      'until',
      'deviceAt',
      'spot',
      'note',
      'reason',
      'via',
    ];
    const body = fastCheck.dictionary(fastCheck.constantFrom(...names), junk, { maxKeys: 6 });
    await fastCheck.assert(
      fastCheck.asyncProperty(fastCheck.constantFrom(...contracts), body, fastCheck.boolean(), async (contract, fields, own) => {
        if (contract.name === 'session.signOut') return;
        const input = { actId: newId(), ...(own ? { id: newId() } : {}), ...fields };
        const query = new URLSearchParams(
          Object.entries(input).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
        );
        const answer = contract.kind !== 'act' ? await get(`/api/${contract.name}?${query}`) : await post(contract.name, input);
        assert.ok(answer.statusCode < 500, `${contract.name} ${JSON.stringify(input)} → ${answer.body}`);
        if (answer.statusCode !== 200) assertProblem(answer, answer.statusCode, JSON.parse(answer.body).code);
      }),
      { numRuns: 400 },
    );
  });
});
