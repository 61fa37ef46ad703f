import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { Problem } from '#domain/kernel/problem.ts';
import { readTable } from './paper.ts';
import { bomb } from './testing/files.ts';
import { type Cell, readXlsx } from './xlsx.ts';

/** A workbook whose first sheet holds these rows as SpreadsheetML; other parts may be put beside or in place of it. */
function book(rows: string, parts: Record<string, string> = {}): Buffer {
  const all = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...parts,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])), { level: 6 }));
}
const styles = (...ids: number[]): Record<string, string> => ({
  'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.0&quot;day&quot;"/></numFmts><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
});
const refused = (bytes: Buffer, code: string): Promise<void> =>
  assert.rejects(readTable(bytes), (error) => error instanceof Problem && error.code === code, code);

describe('a workbook', () => {
  it('written by LibreOffice is read: title, head, days as days, text as text, an empty row in its place', () => {
    const rows = readXlsx(readFileSync(new URL('./testing/leave.xlsx', import.meta.url)));
    assert.deepEqual(rows, [
      ['2026年请假登记表'],
      ['姓 名', '请假类型', '开始日期', '结束日期', '备注'],
      ['孙三', '年休假', { day: '2026-05-11' }, { day: '2026-05-15' }, '回乡😀'],
      [],
      ['李　四', '出差', '5月20日', '2026.5.22', '省里培训,两人'],
      [2, '', 12.5],
    ]);
  });

  it('tells days by their format, in both calendars, and numbers from days', () => {
    const rows = '<row><c s="0"><v>46148</v></c><c s="1"><v>46148.75</v></c><c s="2"><v>46148</v></c><c s="3"><v>46148</v></c></row>';
    assert.deepEqual(readXlsx(book(rows, styles(14, 170, 171, 0))), [[{ day: '2026-05-06' }, { day: '2026-05-06' }, 46148, 46148]]);
    const from1904 = {
      'xl/workbook.xml': '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet r:id="r1"/></sheets></workbook>',
    };
    assert.deepEqual(readXlsx(book('<row><c s="0"><v>44686</v></c></row>', { ...styles(14), ...from1904 })), [[{ day: '2026-05-06' }]]);
  });

  it('has no day that no calendar has', () => {
    const rows = '<row><c t="d"><v>2026-99-99</v></c><c s="0"><v>99999999</v></c><c s="0"><v>-1e300</v></c></row>';
    assert.deepEqual(readXlsx(book(rows, styles(14))), [['2026-99-99', 99999999, -1e300]]);
  });

  it('keeps each row where its number says, and counts none that only carry borders', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="4"><c r="B4"><v>4</v></c></row>';
    const empty = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 5}"><c r="A${at + 5}" s="1"/></row>`).join('');
    assert.deepEqual(readXlsx(book(rows + empty)), [[1], [], [], ['', 4]]);
  });

  it('with prefixes, with a hidden first sheet, with readings beside the words', () => {
    const prefixed = book('', {
      'xl/workbook.xml': '<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets><x:sheet name="a" r:id="r1"/></x:sheets></x:workbook>',
      'xl/worksheets/sheet1.xml':
        '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    });
    assert.deepEqual(readXlsx(prefixed), [['甲']]);
    const hidden = book('<row><c><v>1</v></c></row>', {
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet state="veryHidden" r:id="r1"/><sheet r:id="r2"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
      'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>',
      'xl/sharedStrings.xml': '<sst><si><r><t>赵</t></r><r><t>一</t></r><rPh><t>zhao</t></rPh></si></sst>',
    });
    assert.deepEqual(readXlsx(hidden), [['赵一']]);
  });

  it('that is none, or is made to do harm, is refused with its reason', async () => {
    const zip = (name: string) => Buffer.from(zipSync({ [name]: strToU8('x') }));
    for (const name of ['word/document.xml', 'content.xml', 'xl/workbook.bin']) await refused(zip(name), 'table.wrongFile');
    await refused(bomb(200), 'table.wrongFile');
    const entities = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>';
    await refused(book('', { 'xl/worksheets/sheet1.xml': entities }), 'table.damaged');
    await refused(book('<row><c>'), 'table.damaged');
    await refused(book('<row r="1"><c><v>1</v></c></row><row r="900000"><c><v>1</v></c></row>'), 'table.tooLarge');
    await refused(book(' '.repeat(60 * 1024 * 1024)), 'table.tooLarge');
  });

  it('in which many cells name one long text does not become many long texts', async () => {
    const text = { 'xl/sharedStrings.xml': `<sst><si><t>${'字'.repeat(100_000)}</t></si></sst>` };
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(20)}</row>`;
    await refused(book(row.repeat(100), text), 'table.tooLarge');
    const few: Cell[][] = await readTable(book(row, text));
    assert.equal(few[0]!.length, 20);
  });
});

describe('a text table', () => {
  it('keeps an empty line in its place, quoted breaks in their cell', async () => {
    const rows = await readTable(Buffer.from('\ufeff姓名,说明\r\n\r\n赵一,"两行\n""引号"""\r\n\r\n'));
    assert.deepEqual(rows, [['姓名', '说明'], [], ['赵一', '两行\n"引号"']]);
  });
});
