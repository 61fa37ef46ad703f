/** A sheet as a unit prints it: a title over the columns, a head that stays, real numbers and days, ready for A4. */
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { Day } from '#domain/kernel/day.ts';
import { columnsOf, printable } from '../text.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type CellValue = string | number | { readonly day: Day } | null;

export interface SheetColumn {
  readonly title: string;
  /** In characters of the usual size; a Chinese one takes two. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface Sheet {
  /** On the tab; at most 31 characters, none of : \\ / ? * [ ]. */
  readonly name: string;
  readonly title: string;
  /** Small, right, under the title: the version, the day it was made. */
  readonly note?: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Columns whose equal neighbours below are one tall cell: the day over its places. */
  readonly joined?: readonly number[];
  readonly landscape?: boolean;
}

const TITLE_FONT = '方正小标宋简体';
const BODY_FONT = '仿宋';
/** A cell of Excel holds no more. */
const MOST_CHARACTERS = 32_767;
const LINE = { borderStyle: 'thin', borderColor: '#333333' } as const;

export async function writeSheet(sheet: Sheet): Promise<Buffer> {
  const { columns, rows } = sheet;
  const span = columns.length;
  const wide = (cell: object) => [{ ...cell, columnSpan: span }, ...Array.from({ length: span - 1 }, () => null)];
  const head = [
    wide({ value: sheet.title, type: String, fontFamily: TITLE_FONT, fontSize: 18, align: 'center', height: 34 }),
    wide({ value: sheet.note ?? '', type: String, fontFamily: BODY_FONT, fontSize: 10, align: 'right' }),
    columns.map(({ title }) => ({
      value: title,
      type: String,
      fontFamily: '黑体',
      align: 'center',
      alignVertical: 'center',
      height: 24,
      ...LINE,
    })),
  ];
  const heights = rows.map((row, at) => row.map((_, column) => heightOf(sheet, at, column)));
  const body = rows.map((row, at) =>
    row.map((value, column) => {
      const rowSpan = heights[at]![column]!;
      const height = LINE_HEIGHT * linesOf(row, columns);
      return rowSpan === 0 ? null : { ...typed(value), ...styleOf(columns[column]!), height, ...(rowSpan > 1 ? { rowSpan } : {}) };
    }),
  );
  const written = writeExcelFile(
    [...head, ...body] as SheetData,
    {
      sheet: sheet.name.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: head.length,
      ...(sheet.landscape ? { orientation: 'landscape' as const } : {}),
    },
    { fontFamily: BODY_FONT, fontSize: 12, features: [printing(head.length, head.length + rows.length, span)] },
  );
  return written.toBuffer();
}

const styleOf = ({ align = 'center' }: SheetColumn) => ({ align, alignVertical: 'center', wrap: true, ...LINE });

/** In points; a line of 12 points with room to breathe. */
const LINE_HEIGHT = 21;

/** How many lines the fullest cell of a row takes; a Chinese character is as wide as two others. Excel shows 409 points at most. */
function linesOf(row: readonly CellValue[], columns: readonly SheetColumn[]): number {
  const lines = row.map((value, column) => {
    if (typeof value !== 'string') return 1;
    return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (columns[column]!.width - 1))), 0);
  });
  return Math.min(19, Math.max(1, ...lines));
}

const widthOf = (line: string): number => columnsOf(line) * 2;

/** A text is never a formula, whatever it begins with: it is written as a string. */
function typed(value: CellValue) {
  if (value === null || value === '') return { value: undefined, type: String };
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'string') return { value: printable(value).slice(0, MOST_CHARACTERS), type: String, format: '@' };
  return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
}

/** 0 below the first of equal neighbours, else how many rows the cell is tall. */
function heightOf({ joined = [], rows }: Sheet, at: number, column: number): number {
  if (!joined.includes(column)) return 1;
  const same = (other: number) =>
    rows[other] !== undefined &&
    joined.every((one) => one > column || JSON.stringify(rows[other]![one]) === JSON.stringify(rows[at]![one]));
  if (at > 0 && same(at - 1)) return 0;
  let height = 1;
  while (same(at + height)) height++;
  return height;
}

/** On paper: A4, as wide as the page, the head on every one of them; on screen: filters in the head. */
function printing(headRows: number, lastRow: number, columns: number) {
  const last = String.fromCharCode(64 + Math.min(26, columns));
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string) =>
            xml
              .replace(/<sheetPr\b[^>]*\/>|<sheetPr\b[\s\S]*?<\/sheetPr>/, '')
              .replace(/(<worksheet\b[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/(<\/sheetData>)/, `$1<autoFilter ref="A${headRows}:${last}${lastRow}"/>`)
              .replace(/<pageSetup\b[^>]*\/>/, (setup) => setup.replace('<pageSetup', '<pageSetup fitToWidth="1" fitToHeight="0"')),
        },
        'xl/workbook.xml': {
          transform: (xml: string) =>
            xml.replace(
              '<definedNames/>',
              `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted(xml)}!$${headRows}:$${headRows}</definedName></definedNames>`,
            ),
        },
      },
    },
  };
}

const quoted = (workbook: string): string => `'${(/<sheet\b[^>]*\bname="([^"]*)"/.exec(workbook)?.[1] ?? 'Sheet1').replaceAll("'", "''")}'`;
