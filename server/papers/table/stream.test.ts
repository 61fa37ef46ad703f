import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from '../read/xlsx.ts';
import { parseTree } from '../word/tree.ts';
import { type StreamCell, type StreamSheet, streamSheet } from './stream.ts';

const sheet: StreamSheet = {
  name: '问题/台账',
  title: '问题台账',
  note: '2026-05',
  columns: [
    { title: '编号', width: 8 },
    { title: '问题', width: 40, align: 'left' },
    { title: '日期', width: 12 },
    { title: '时间', width: 18 },
  ],
};
const row = (n: number): StreamCell[] => [n, `第 ${n} 个问题，井盖破损，影响通行`, { day: '2026-05-06' }, { at: '2026-05-06T16:30:00Z' }];

describe('a table that is written while it is read', () => {
  it('numbers, days, times and texts come back as what they are', async () => {
    const bytes = await buffer(streamSheet(sheet, [row(1), ['', '=1+1', null, null], [2, '一\u0007\uD83D<&>"😀', null, null]]));
    const cells = readXlsx(bytes);
    assert.deepEqual(cells[2], ['编号', '问题', '日期', '时间']);
    assert.deepEqual(cells[3], [1, '第 1 个问题，井盖破损，影响通行', { day: '2026-05-06' }, { day: '2026-05-07' }]);
    assert.deepEqual(cells[4], ['', '=1+1', '', '']);
    assert.equal(cells[5]![1], '一\uFFFD<&>"😀');
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    assert.doesNotMatch(xml, /<f>/);
    assert.match(xml, /<autoFilter ref="A3:D6"\/>/);
    assert.match(xml, /state="frozen"/);
    assert.match(strFromU8(unzipSync(bytes)['xl/workbook.xml']!), /sheet name="问题 台账"/);
  });

  it('a table without rows opens too', async () => {
    const parts = unzipSync(await buffer(streamSheet(sheet, [])));
    for (const bytes of Object.values(parts)) parseTree(strFromU8(bytes));
  });

  it('50,000 rows: nobody reads, nothing more is fetched; what is written but not yet read stays small', async () => {
    let fetched = 0;
    const rows = (function* () {
      for (let n = 1; n <= 50_000; n++) {
        fetched = n;
        // Letters that do not repeat: what goes out is about as much as what comes in.
        yield [
          n,
          Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x4e00 + ((n * 7919 + i * i * 104_729) % 20_000))).join(''),
          null,
          null,
        ];
      }
    })();
    const stream = streamSheet(sheet, rows);
    const parts: Buffer[] = [];
    let most = 0;
    let ahead = 0;
    for await (const part of stream) {
      most = Math.max(most, stream.readableLength + part.length);
      const before = fetched;
      await setImmediate();
      await setImmediate();
      ahead = Math.max(ahead, fetched - before);
      parts.push(part);
    }
    assert.equal(fetched, 50_000);
    assert.ok(ahead < 2_500, `${ahead} rows were fetched while nobody read`);
    assert.ok(most < 1024 * 1024, `${most} bytes waited`);
    const xml = strFromU8(unzipSync(Buffer.concat(parts))['xl/worksheets/sheet1.xml']!);
    assert.equal(xml.match(/<row /g)!.length, 50_003);
    assert.ok(xml.length > 10 * 1024 * 1024, 'far more went through than ever waited');
  });

  it('a reading that fails ends the stream with its error', async () => {
    const failing = (async function* () {
      yield row(1);
      throw new Error('the database went away');
    })();
    await assert.rejects(buffer(streamSheet(sheet, failing)), /the database went away/);
  });
});
