/**
 * A sheet as a unit prints it: a title over the columns, a head that stays, real numbers and days, ready for A4. Rows may come one by one:
 * what is written goes out before the next are asked for, so that a long table needs no more memory than a short one.
 */
import { Readable } from 'node:stream';
import type { At, Day } from '#domain/kernel/day.ts';
import { HEAD_ROWS, sheetXml } from './rows.ts';
import { type Align, stylesXml } from './styles.ts';
import { attribute, tabName } from './text.ts';
import { type Member, zipOf } from './zip.ts';

/** `time` is HH:MM; `percent` a share of one: 0.256 shows as 25.6%; `at` an instant, shown by the office's clock. A number that is none stays an empty cell. */
export type CellValue =
  | string
  | number
  | { readonly day: Day }
  | { readonly time: string }
  | { readonly at: At }
  | { readonly percent: number }
  | null;

export interface SheetColumn {
  readonly title: string;
  /** In characters of the usual size; a Chinese one takes two. */
  readonly width: number;
  readonly align?: Align;
}

export interface Sheet {
  /** On the tab; what a tab cannot hold is left out. */
  readonly name: string;
  readonly title: string;
  /** Small, right, under the title: the version, the day it was made. */
  readonly note?: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;
  /** Columns whose equal neighbours below are one tall cell: the day over its places. Where they meet is kept until the end: not for long tables. */
  readonly joined?: readonly number[];
  readonly landscape?: boolean;
  readonly fonts?: { readonly body: string; readonly title: string; readonly head: string };
}

/** What an office writes with; where a machine has none of them, the program takes its own. */
const FONTS = { body: '仿宋', title: '方正小标宋简体', head: '黑体' };

/** The bytes of an .xlsx as they are made. A row that cannot be had ends the stream with its error. */
export function streamSheet(sheet: Sheet): Readable {
  return Readable.from(zipOf(partsOf(sheet)), { objectMode: false });
}

/** A whole .xlsx, for tables that are short. */
export async function writeSheet(sheet: Sheet): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of zipOf(partsOf(sheet))) parts.push(part);
  return Buffer.concat(parts);
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function partsOf(sheet: Sheet): Member[] {
  const name = tabName(sheet.name);
  const head = `$${HEAD_ROWS}:$${HEAD_ROWS}`;
  const relations = (...ones: readonly (readonly [id: string, type: string, target: string])[]): string =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${ones.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  const part = (path: string, text: string): Member => ({ name: path, text: [text] });
  return [
    part(
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    ),
    part('_rels/.rels', relations(['rId1', 'officeDocument', 'xl/workbook.xml'])),
    part(
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${attribute(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${attribute(name.replaceAll("'", "''"))}'!${head}</definedName></definedNames></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', relations(['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'styles', 'styles.xml'])),
    part('xl/styles.xml', stylesXml(sheet.fonts ?? FONTS)),
    { name: 'xl/worksheets/sheet1.xml', text: sheetXml(sheet) },
  ];
}
