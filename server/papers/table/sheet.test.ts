import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readXlsx } from '../read/xlsx.ts';
import { openZip } from '../read/zip.ts';
import { sheetXml } from './rows.ts';
import { type CellValue, type Sheet, streamSheet, writeSheet } from './sheet.ts';

const sheet = (rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({
  name: '登记表',
  title: '登记表',
  columns: Array.from({ length: 3 }, (_, at) => ({ title: `第${at + 1}列`, width: 14 })),
  rows,
  ...more,
});
const cellsOf = async (rows: readonly (readonly CellValue[])[]) => readXlsx(await writeSheet(sheet(rows))).slice(3);
const partOf = (bytes: Buffer, name: string): string => openZip(bytes).read(name)!.toString();

describe('a sheet', () => {
  it('keeps words as words and numbers, shares, days and hours as what they are', async () => {
    const bytes = await writeSheet(
      sheet([
        [12.5, { percent: 0.256 }, { day: '2026-05-06' }],
        [{ time: '08:30' }, '007', null],
        // Half past midnight of the next day, by the office's clock.
        [{ at: '2026-05-06T16:30:00Z' }, null, null],
      ]),
    );
    assert.deepEqual(readXlsx(bytes).slice(3), [
      [12.5, 0.256, { day: '2026-05-06' }],
      [510 / 1440, '007', ''],
      [{ day: '2026-05-07' }, '', ''],
    ]);
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    assert.match(xml, /<c r="A6" s="\d+"><v>46149\.02083\d*<\/v>/);
    assert.match(partOf(bytes, 'xl/styles.xml'), /formatCode="yyyy\\-mm\\-dd\\ hh:mm"/);
  });

  it('has no formula, whatever somebody typed', async () => {
    const typed = ['=1+1', '+86 138', '-3', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=1'];
    const bytes = await writeSheet(sheet(typed.map((one) => [one])));
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    assert.doesNotMatch(xml, /<f[ >]/);
    for (const cell of xml.matchAll(/<c r="A([4-9])"[^>]*>/g)) assert.match(cell[0], /t="inlineStr"/);
    assert.deepEqual(
      readXlsx(bytes)
        .slice(3)
        .map(([first]) => first),
      typed.map((one) => one.trim()),
    );
  });

  it('stands whatever is in a text: emoji, controls, half characters, markup, escapes, far too much', async () => {
    const [row, long, cut] = await cellsOf([
      ['整改😀', 'a\u0000\u0007\uFFFEb', '半\ud83d个'],
      ['字'.repeat(3000), '<a>&"\'', 'CR _x000D_ and _X0041_'],
      [`${'字'.repeat(32_766)}😀`, Number.NaN, Number.POSITIVE_INFINITY],
    ]);
    assert.deepEqual(row, ['整改😀', 'ab', '半\ufffd个']);
    assert.deepEqual(long, ['字'.repeat(3000), '<a>&"\'', 'CR _x000D_ and _X0041_']);
    assert.deepEqual(cut, ['字'.repeat(32_766), '', '']);
  });

  it('joins equal neighbours of a joined column, and only inside what is joined left of it', async () => {
    const rows = [
      [{ day: '2026-05-06' }, '周三', '甲'],
      [{ day: '2026-05-06' }, '周三', '乙'],
      [{ day: '2026-05-13' }, '周三', '丙'],
      [{ day: '2026-05-13' }, '周三', '丁'],
    ];
    const xml = partOf(await writeSheet(sheet(rows, { joined: [0, 1] })), 'xl/worksheets/sheet1.xml');
    const refs = [...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, ref]) => ref);
    assert.deepEqual(refs.sort(), ['A1:C1', 'A2:C2', 'A4:A5', 'A6:A7', 'B4:B5', 'B6:B7']);
  });

  it('prints on A4 with its head on every page, and filters over all columns', async () => {
    const columns = Array.from({ length: 30 }, (_, at) => ({ title: `${at}`, width: 8 }));
    const bytes = await writeSheet(sheet([['x']], { name: "'a/b$&'", columns, landscape: true }));
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    assert.match(xml, /<autoFilter ref="A3:AD4"\/>/);
    assert.match(xml, /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
    const workbook = partOf(bytes, 'xl/workbook.xml');
    assert.match(workbook, /<sheet name="a b\$&amp;"/);
    assert.match(workbook, /Print_Titles" localSheetId="0">'a b\$&amp;'!\$3:\$3</);
  });

  it('longer than Excel holds ends with a row that says so, and asks for no more', async () => {
    let asked = 0;
    const rows = function* () {
      for (;;) yield [++asked];
    };
    let xml = '';
    for await (const piece of sheetXml(sheet(rows()), 3)) xml += piece;
    assert.deepEqual(
      [...xml.matchAll(/<c r="A(\d+)"[^>]*><v>/g)].map(([, row]) => row),
      ['4', '5', '6'],
    );
    assert.match(xml, /<c r="A7"[^>]*><is><t[^>]*>（以下超出 Excel 的行数，未列出）/);
    assert.match(xml, /<autoFilter ref="A3:C7"\/>/);
    assert.equal(asked, 4);
  });

  it('without rows is a sheet all the same', async () => {
    const bytes = await writeSheet(sheet([]));
    assert.equal(readXlsx(bytes).length, 3);
    assert.match(partOf(bytes, 'xl/worksheets/sheet1.xml'), /<autoFilter ref="A3:C3"\/>/);
  });

  it('of fifty thousand rows is written as it is taken: who does not read on stops the rows, not the memory', async () => {
    const count = 50_000;
    let asked = 0;
    async function* rows() {
      for (; asked < count; asked++) yield [asked, `${(asked * 2654435761) % 4294967296}-${Math.sin(asked)}`, { day: '2026-05-06' }];
    }
    const stream = streamSheet(sheet(rows()));
    const parts: Buffer[] = [];
    let sawIdle = false;
    for await (const part of stream as AsyncIterable<Buffer>) {
      parts.push(part);
      if (sawIdle || asked < 100) continue;
      sawIdle = true;
      // Nobody reads: the rows must come to rest by themselves, far from the end.
      for (let still = 0, last = -1; still < 20; last = asked) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        still = asked === last ? still + 1 : 0;
      }
      assert.ok(asked < count / 10, `${asked} rows were asked for while nobody read`);
    }
    assert.ok(sawIdle);
    const bytes = Buffer.concat(parts);
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    assert.equal([...xml.matchAll(/<row /g)].length, count + 3);
    assert.match(xml, /<\/worksheet>$/);
  });

  it('ends with the error of a row that cannot be had, and lets go of the rows when nobody wants them any more', async () => {
    const broken = streamSheet(
      sheet(
        (async function* () {
          yield ['a'];
          throw new Error('the database is away');
        })(),
      ),
    );
    await assert.rejects(broken.toArray(), /the database is away/);
    const { promise: closed, resolve: released } = Promise.withResolvers<void>();
    const endless = streamSheet(
      sheet(
        (async function* () {
          try {
            for (let at = 0; ; at++) yield [`${Math.sin(at)}`];
          } finally {
            released();
          }
        })(),
      ),
    );
    let taken = 0;
    for await (const part of endless as AsyncIterable<Buffer>) {
      taken += part.length;
      if (taken > 100_000) break;
    }
    await closed;
  });
});
