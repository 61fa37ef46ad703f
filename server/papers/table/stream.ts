/**
 * A long table as a workbook that is written while it is read: rows come in, zipped bytes go out, and only what lies between is in memory.
 * Real numbers, days and times, fixed widths, a head that stays, filters, A4 across. `sheet.ts` makes the short tables, with merged cells.
 */
import { Readable } from 'node:stream';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { At, Day } from '#domain/kernel/day.ts';
import { escapeXml } from '../text.ts';

/** A text, a number, a day, an instant shown on the office's clock. */
export type StreamCell = string | number | { readonly day: Day } | { readonly at: At } | null;

export interface StreamColumn {
  readonly title: string;
  /** In characters of the usual size; a Chinese one takes two. */
  readonly width: number;
  readonly align?: 'left' | 'center';
}

export interface StreamSheet {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly StreamColumn[];
}

/** Rows are zipped in pieces of about this many characters. */
const PIECE = 64 * 1024;
const HEAD_ROWS = 3;
/** What Excel holds; rows beyond it are not written, and the last one says so. */
const MOST_ROWS = 1_048_576 - HEAD_ROWS - 1;
const MOST_CHARACTERS = 32_767;

/** Reads `rows` only as fast as the stream is read. An error while reading them ends the stream with it. */
export function streamSheet(sheet: StreamSheet, rows: AsyncIterable<readonly StreamCell[]> | Iterable<readonly StreamCell[]>): Readable {
  return Readable.from(zipped(sheet, rows), { objectMode: false, highWaterMark: PIECE });
}

async function* zipped(
  sheet: StreamSheet,
  rows: AsyncIterable<readonly StreamCell[]> | Iterable<readonly StreamCell[]>,
): AsyncGenerator<Buffer> {
  let ready: Buffer[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    if (bytes.length > 0) ready.push(Buffer.from(bytes));
  });
  const takeReady = (): Buffer[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  const whole = (path: string, xml: string): void => {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    file.push(strToU8(xml), true);
  };
  for (const [path, xml] of Object.entries(frame(sheet))) whole(path, xml);
  const file = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
  zip.add(file);
  let piece = opening(sheet);
  let count = 0;
  for await (const row of rows) {
    if (count === MOST_ROWS) {
      piece += rowXml(['（以下超出 Excel 的行数，未列出）'], HEAD_ROWS + count + 1, sheet.columns);
      break;
    }
    count += 1;
    piece += rowXml(row, HEAD_ROWS + count, sheet.columns);
    if (piece.length >= PIECE) {
      file.push(strToU8(piece), false);
      piece = '';
      yield* takeReady();
    }
  }
  file.push(strToU8(piece + closing(sheet, count)), true);
  zip.end();
  yield* takeReady();
}

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function opening({ title, note, columns }: StreamSheet): string {
  const wide = (n: number, style: number, text: string, height: number): string =>
    `<row r="${n}" ht="${height}" customHeight="1"><c r="A${n}" s="${style}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c></row>`;
  return (
    `${HEAD}<worksheet xmlns="${NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEAD_ROWS}" topLeftCell="A${HEAD_ROWS + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="18"/><cols>${columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>` +
    wide(1, STYLES.title, title, 34) +
    wide(2, STYLES.note, note, 18) +
    `<row r="3" ht="24" customHeight="1">${columns.map((column, at) => textCell(column.title, `${letter(at)}3`, STYLES.head)).join('')}</row>`
  );
}

function closing({ columns }: StreamSheet, count: number): string {
  const last = letter(columns.length - 1);
  return (
    `</sheetData><autoFilter ref="A${HEAD_ROWS}:${last}${HEAD_ROWS + Math.max(1, count)}"/><mergeCells count="2"><mergeCell ref="A1:${last}1"/><mergeCell ref="A2:${last}2"/></mergeCells>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter></worksheet>'
  );
}

const rowXml = (row: readonly StreamCell[], n: number, columns: readonly StreamColumn[]): string =>
  `<row r="${n}">${row.map((cell, at) => cellXml(cell, `${letter(at)}${n}`, columns[at]?.align ?? 'center')).join('')}</row>`;

function cellXml(cell: StreamCell, at: string, align: 'left' | 'center'): string {
  const style = align === 'left' ? STYLES.left : STYLES.center;
  if (cell === null || cell === '') return `<c r="${at}" s="${style}"/>`;
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? `<c r="${at}" s="${STYLES.number}"><v>${cell}</v></c>` : `<c r="${at}" s="${style}"/>`;
  if (typeof cell === 'string') return textCell(cell, at, style);
  if ('day' in cell) return `<c r="${at}" s="${STYLES.day}"><v>${serialOf(`${cell.day}T00:00:00Z`)}</v></c>`;
  return `<c r="${at}" s="${STYLES.time}"><v>${serialOf(cell.at) + 8 / 24}</v></c>`;
}

/** A text is never a formula, whatever it begins with. */
const textCell = (text: string, at: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text)}</t></is></c>`;

/** Days since the last day of 1899, as Excel counts from March 1900 on. */
const serialOf = (at: string): number => (Date.parse(at) - Date.UTC(1899, 11, 30)) / 86_400_000;

function letter(column: number): string {
  return (column >= 26 ? letter(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const STYLES = { title: 1, note: 2, head: 3, left: 4, center: 5, number: 6, day: 7, time: 8 } as const;

/** Every part but the rows. */
function frame({ name }: StreamSheet): Record<string, string> {
  const tab = escapeXml(name.replace(/[:\\/?*[\]']/g, ' ').slice(0, 31) || 'Sheet1');
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${packaged}"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${packaged}"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${NAMESPACE}" xmlns:r="${relations}"><sheets><sheet name="${tab}" sheetId="1" r:id="r1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${tab}'!$${HEAD_ROWS}:$${HEAD_ROWS}</definedName></definedNames></workbook>`,
    'xl/styles.xml': styles,
  };
}

const font = (name: string, size: number): string =>
  `<font><sz val="${size}"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`;
const edge = (side: string): string => `<${side} style="thin"><color rgb="FF333333"/></${side}>`;
const look = (fontId: number, borderId: number, format: number, horizontal: string, wrap: boolean): string =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center"${wrap ? ' wrapText="1"' : ''}/></xf>`;

/** In the order of STYLES. */
const styles = `${HEAD}<styleSheet xmlns="${NAMESPACE}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="4">${font('仿宋', 12)}${font('方正小标宋简体', 18)}${font('仿宋', 10)}${font('黑体', 12)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[
  look(1, 0, 0, 'center', false),
  look(2, 0, 0, 'right', false),
  look(3, 1, 0, 'center', true),
  look(0, 1, 49, 'left', true),
  look(0, 1, 49, 'center', true),
  look(0, 1, 0, 'center', false),
  look(0, 1, 164, 'center', false),
  look(0, 1, 165, 'center', false),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
