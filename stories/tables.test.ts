/** Tables in and out: leave from the office's own Excel sheet, the roster as one. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Role } from '#demo/player.ts';
import { newId } from '#domain/kernel/id.ts';
import { readTable } from '#server/papers/read/paper.ts';
import { writeSheet } from '#server/papers/table/sheet.ts';
import { firstClerk, type House, hire, openHouse, PASSWORD, refusedWith } from './house.ts';
import { firstNotice } from './notices.ts';

describe('tables', () => {
  let house: House;
  let clerk: Role;
  let officer: Role & { readonly id: string };
  let cookie = '';

  const get = (url: string) => house.app.inject({ method: 'GET', url, headers: { cookie } });

  before(async () => {
    house = await openHouse();
    house.at('2026-04-20');
    clerk = await firstClerk(house);
    const signedIn = await house.app.inject({
      method: 'POST',
      url: '/api/session.signIn',
      payload: { username: 'linxiao', password: PASSWORD },
    });
    cookie = String(signedIn.headers['set-cookie']).split(';')[0]!;
    officer = await hire(house, clerk, '孙三', 'sunsan');
    for (const [at, name] of ['赵一', '钱二', '李四', '周五', '吴六'].entries())
      await hire(house, clerk, name, `staff${at}`, at < 2 ? 'leaderInCharge' : 'officer');
  });
  after(() => house.close());

  const leave = (rows: readonly (readonly (string | { day: string })[])[]) =>
    writeSheet({
      name: '请假',
      title: '2026年请假表',
      columns: ['姓名', '请假类型', '开始日期', '结束日期', '备注'].map((title) => ({ title, width: 12 })),
      rows,
    });

  it('a table of leave is shown first, then its good rows are recorded, and never twice', async () => {
    const bytes = await leave([
      ['孙三', '年休假', { day: '2026-05-11' }, { day: '2026-05-15' }, ''],
      ['李四', '出差', '5月20日', '5月22日', '省里培训班'],
      ['无此人', '年休假', '5月20日', '5月22日', ''],
    ]);
    const file = bytes.toString('base64');
    await assert.rejects(officer.act('absence.previewImport', { file }), refusedWith('act.notAllowed'));
    await assert.rejects(officer.act('absence.import', { file }), refusedWith('act.notAllowed'));
    const { rows } = await clerk.act('absence.previewImport', { file });
    assert.deepEqual(
      rows.map((row) => row.why === null),
      [true, true, false],
    );
    assert.equal((await clerk.read('absence.list', { month: '2026-05' })).rows.length, 0, 'a look records nothing');
    assert.equal((await clerk.act('absence.import', { file })).recorded, 2);
    assert.equal((await clerk.act('absence.import', { file })).recorded, 0);
    const listed = (await clerk.read('absence.list', { month: '2026-05' })).rows;
    assert.deepEqual(
      listed.map((row) => [row.person.name, row.kind, row.from, row.to]),
      [
        ['孙三', 'leave', '2026-05-11', '2026-05-15'],
        ['李四', 'travel', '2026-05-20', '2026-05-22'],
      ],
    );
  });

  it('a note is cut to its length, never through a character, and stays out of the history', async () => {
    const long = `${'字'.repeat(199)}😀`;
    const file = (await leave([['吴六', '借调', '7月6日', '7月7日', long]])).toString('base64');
    assert.equal((await clerk.act('absence.import', { file })).recorded, 1);
    const { rows } = await house.database.pool.query("SELECT data FROM fact WHERE name = 'absence.recorded'");
    assert.ok(rows.length > 0 && rows.every(({ data }) => !('note' in data)));
  });

  it('a table written by another office program is taken as it stands', async () => {
    const bytes = readFileSync(new URL('../server/papers/read/testing/leave.xlsx', import.meta.url));
    const { rows } = await clerk.act('absence.previewImport', { file: bytes.toString('base64') });
    assert.deepEqual(
      rows.map((row) => row.row),
      [3, 5, 6],
      'rows as the program counts them',
    );
    assert.match(rows[0]!.why!.zh, /已登记/);
  });

  it('the same from a CSV in the encoding of Chinese Windows', async () => {
    const gbk = Buffer.from([
      0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xbf, 0xaa, 0xca, 0xbc, 0x0d, 0x0a, 0xd6, 0xdc, 0xce, 0xe5, 0x2c, 0x36, 0xd4, 0xc2, 0x32, 0xc8, 0xd5,
    ]); // 姓名,开始⏎周五,6月2日
    const { rows } = await clerk.act('absence.previewImport', { file: gbk.toString('base64') });
    assert.deepEqual(
      rows.map((row) => [row.name, row.from]),
      [['周五', '2026-06-02']],
    );
  });

  it('what is no table is refused and says what would do', async () => {
    const refused = async (bytes: Buffer, code: string) =>
      assert.rejects(clerk.act('absence.previewImport', { file: bytes.toString('base64') }), refusedWith(code), code);
    await refused(Buffer.alloc(0), 'table.empty');
    await refused(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'table.oldExcel');
    await refused(Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'table.damaged');
    await refused(Buffer.from('\u0000\u0001\u0002\u0003'), 'table.wrongFile');
    await refused(Buffer.from('甲,乙\n1,2'), 'table.noHeader');
    await refused(Buffer.from(`姓名,开始\n${'赵一,5月6日\n'.repeat(6000)}`), 'table.tooLarge');
    const whole = await leave([['孙三', '年休假', '5月6日', '', '']]);
    await refused(whole.subarray(0, whole.length - 40), 'table.damaged');
  });

  it('the empty table can be filled in and comes back', async () => {
    const answer = await get('/api/absence.template');
    assert.equal(answer.statusCode, 200);
    assert.match(String(answer.headers['content-disposition']), /filename="file\.xlsx"; filename\*=UTF-8''%E8%AF%B7%E5%81%87/);
    assert.match(String(answer.headers['content-type']), /spreadsheetml\.sheet/);
    assert.equal(answer.headers['cache-control'], 'no-store');
    assert.equal((await house.app.inject({ method: 'GET', url: '/api/absence.template' })).statusCode, 401);
    const rows = await readTable(answer.rawPayload);
    assert.ok(rows.some((row) => row.includes('姓名') && row.includes('结束')));
  });

  it('the roster of a month is a workbook with real days, for whoever belongs to the unit', async () => {
    const id = newId();
    await clerk.act('notice.import', { id, text: firstNotice(2026) });
    await clerk.act('notice.adopt', { id });
    assert.equal((await get('/api/roster.table?month=2026-05')).statusCode, 404);
    await clerk.act('roster.make', { id: newId(), month: '2026-05', months: 2 });
    assert.equal((await house.app.inject({ method: 'GET', url: '/api/roster.table?month=2026-05' })).statusCode, 401);
    const month = await readTable((await get('/api/roster.table?month=2026-05')).rawPayload);
    assert.match(String(month[0]![0]), /青川市外事办公室2026年5月创城巡查值班表/);
    assert.deepEqual(month[2], ['日期', '星期', '地点', '时间', '带班领导', '巡查人员']);
    const { roster } = await clerk.read('roster.get', { month: '2026-05' });
    const days = new Set(roster!.seats.map((seat) => seat.day).filter((day) => day.startsWith('2026-05')));
    assert.deepEqual(new Set(month.slice(3).flatMap(([day]) => (typeof day === 'object' ? [day.day] : []))), days);
    const whole = await readTable((await get('/api/roster.table?month=2026-05&whole=true')).rawPayload);
    assert.ok(whole.length > month.length && /5—6月/.test(String(whole[0]![0])));
  });
});
