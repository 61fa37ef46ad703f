/**
 * The first sheet of an Excel workbook as rows of cells. Days are told by their number format, as Excel itself does (ECMA-376 part 1,
 * 18.8.30), in both of its calendars. Formulas give the value that was last worked out; nothing is worked out here.
 */
import type { Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { childNamed, type Element, elementsOf, parseXml } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

/** '' for an empty cell. */
export type Cell = string | number | { readonly day: Day };

export const MOST_ROWS = 5_000;
const MOST_COLUMNS = 200;
/** Ten thousand cells may name one long text, and each of them is a copy by the time the table leaves the thread. */
const MOST_CHARACTERS = 4_000_000;

export function readXlsx(bytes: Buffer): Cell[][] {
  const zip = openZip(bytes);
  const workbook = childNamed(partOf(zip, 'xl/workbook.xml'), 'workbook');
  // A document, an OpenDocument or binary workbook (.ods, .xlsb), any other archive.
  if (!workbook) throw new Problem('table.wrongFile');
  const sheet = childNamed(partOf(zip, firstSheet(zip, workbook)), 'worksheet');
  const data = childNamed(sheet, 'sheetData');
  if (!data) throw new Problem('table.damaged');
  const shared = sharedStrings(zip);
  const isDay = dayStyles(zip);
  const from1904 = /^(1|true)$/.test(childNamed(workbook, 'workbookPr')?.attributes.date1904 ?? '');
  const rows: Cell[][] = [];
  let characters = 0;
  let at = 0;
  for (const row of elementsOf(data)) {
    if (row.name !== 'row') continue;
    // Empty rows may be left out of the file: each stands where its number says.
    at = rowOf(row.attributes.r) ?? at + 1;
    const cells: Cell[] = [];
    for (const cell of elementsOf(row)) {
      const column = columnOf(cell.attributes.r) ?? cells.length;
      if (column >= MOST_COLUMNS) continue;
      while (cells.length < column) cells.push('');
      const value = cellValue(cell, { shared, isDay, from1904 });
      if (typeof value === 'string') characters += value.length;
      if (characters > MOST_CHARACTERS) throw new Problem('table.tooLarge');
      cells[column] = value;
    }
    // Rows that only carry borders are as good as none, however many.
    if (cells.every((cell) => cell === '')) continue;
    if (at > MOST_ROWS) throw new Problem('table.tooLarge');
    while (rows.length < at - 1) rows.push([]);
    rows[at - 1] = cells;
  }
  return rows;
}

const rowOf = (number: string | undefined): number | undefined => (/^[1-9]\d{0,6}$/.test(number ?? '') ? Number(number) : undefined);

const partOf = (zip: Zip, name: string): Element | undefined => {
  const bytes = zip.read(name);
  return bytes && parseXml(bytes, { ownPrefix: true });
};

/** The first sheet that is shown, by the order of the tabs, through the relations of the workbook. */
function firstSheet(zip: Zip, workbook: Element): string {
  const sheets = elementsOf(childNamed(workbook, 'sheets') ?? workbook).filter((element) => element.name === 'sheet');
  const first = sheets.find((sheet) => !/hidden/i.test(sheet.attributes.state ?? '')) ?? sheets[0];
  const relations = childNamed(partOf(zip, 'xl/_rels/workbook.xml.rels'), 'Relationships');
  const relation = (relations ? elementsOf(relations) : []).find((one) => one.attributes.Id === first?.attributes['r:id']);
  const target = relation?.attributes.Target ?? 'worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function sharedStrings(zip: Zip): string[] {
  const list = childNamed(partOf(zip, 'xl/sharedStrings.xml'), 'sst');
  return list ? elementsOf(list).map(textIn) : [];
}

/** The words of a rich text, without the readings that East Asian Excel keeps beside them. */
function textIn(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? (element.name === 't' ? decoded(child) : '') : child.name === 'rPh' ? '' : textIn(child)))
    .join('');
}

/** Excel writes a character that XML has none for as `_x000D_`, and an underscore before such a text as `_x005F_`. */
const decoded = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).toWellFormed();

/** Number formats that mean a day, whether or not with a time. */
function dayStyles(zip: Zip): (style: string | undefined) => boolean {
  const sheet = childNamed(partOf(zip, 'xl/styles.xml'), 'styleSheet');
  const own = new Map(
    (elementsOf(childNamed(sheet, 'numFmts') ?? NOTHING) ?? []).map((one) => [one.attributes.numFmtId, one.attributes.formatCode ?? '']),
  );
  const formats = elementsOf(childNamed(sheet, 'cellXfs') ?? NOTHING).map((one) => one.attributes.numFmtId ?? '0');
  return (style) => {
    const id = formats[Number(style ?? -1)];
    if (id === undefined) return false;
    const code = own.get(id);
    return code === undefined
      ? BUILT_IN_DAYS.has(Number(id))
      : /[yd年日]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, (part) => (/[年日]/.test(part) ? part : '')));
  };
}

const NOTHING: Element = { name: '', attributes: {}, children: [] };
/** 14–17 and 22 everywhere, 27–36 and 50–58 in East Asian Excel. */
const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

interface Reading {
  readonly shared: readonly string[];
  readonly isDay: (style: string | undefined) => boolean;
  readonly from1904: boolean;
}

function cellValue(cell: Element, { shared, isDay, from1904 }: Reading): Cell {
  const { t: type, s: style } = cell.attributes;
  if (type === 'inlineStr') return textIn(childNamed(cell, 'is') ?? NOTHING).trim();
  const value = (childNamed(cell, 'v')?.children ?? []).filter((child) => typeof child === 'string').join('');
  if (value === '') return '';
  if (type === 's') return (shared[Number(value)] ?? '').trim();
  if (type === 'd') return isRealDay(value.slice(0, 10)) ? { day: value.slice(0, 10) } : value.trim();
  if (type === 'str' || type === 'e') return value.trim();
  const number = Number(value);
  if (type === 'b' || !Number.isFinite(number)) return value;
  const day = isDay(style) ? dayOfSerial(number, from1904) : null;
  return day ? { day } : number;
}

/** Excel counts from 1900 and believes that year had a 29 February; or from 1904. */
function dayOfSerial(serial: number, from1904: boolean): Day | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0) - (serial < 60 && !from1904 ? 0 : 1);
  const at = Date.UTC(1899, 11, 31) + days * 86_400_000;
  const day = Math.abs(at) < 8e15 ? new Date(at).toISOString().slice(0, 10) : '';
  return isRealDay(day) ? day : null;
}

function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** 'AB12' → 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
