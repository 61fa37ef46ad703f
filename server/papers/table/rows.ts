/** The XML of a sheet, row by row: two rows are held at a time, and where tall cells begin and end. */
import { type Day, dayOf, timeOf } from '#domain/kernel/day.ts';
import { columnsOf } from '../text.ts';
import type { CellValue, Sheet, SheetColumn } from './sheet.ts';
import { bodyStyle, type Format, HEAD_STYLE, NOTE_STYLE, TITLE_STYLE } from './styles.ts';
import { cellText, columnName } from './text.ts';

/** Title, note, head. */
export const HEAD_ROWS = 3;
/** In points; a line of 12 points with room to breathe. Excel shows 409 points at most. */
const LINE_HEIGHT = 21;
const MOST_LINES = 19;
/** What Excel holds under the head, less the row that says that there are more. */
const MOST_ROWS = 1_048_576 - HEAD_ROWS - 1;
const TOO_MANY = '（以下超出 Excel 的行数，未列出）';
/** Small pieces cost more than they hold. */
const PIECE = 1 << 15;

/** Beyond `mostRows` no more are asked for, and a last one says so. */
export async function* sheetXml(sheet: Sheet, mostRows = MOST_ROWS): AsyncGenerator<string> {
  const { columns } = sheet;
  const last = columnName(columns.length - 1);
  const merges: string[] = columns.length > 1 ? [`A1:${last}1`, `A2:${last}2`] : [];
  let piece = `${opening(columns)}${headRows(sheet)}`;
  const joining = joinedCells(sheet.joined ?? [], merges);
  let row = HEAD_ROWS;
  for await (const listed of sheet.rows) {
    const isOver = row === HEAD_ROWS + mostRows;
    const values = isOver ? [TOO_MANY] : listed;
    row += 1;
    const hidden = joining.next(values, row);
    const cells = columns.map((column, at) => cellXml(`${columnName(at)}${row}`, hidden.has(at) ? null : (values[at] ?? null), column));
    piece += `<row r="${row}" ht="${LINE_HEIGHT * linesOf(values, columns)}" customHeight="1">${cells.join('')}</row>`;
    if (isOver) break;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  joining.end(row);
  const merged =
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '';
  yield `${piece}</sheetData><autoFilter ref="A${HEAD_ROWS}:${last}${row}"/>${merged}<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`;
}

function opening(columns: readonly SheetColumn[]): string {
  const widths = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEAD_ROWS}" topLeftCell="A${HEAD_ROWS + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE_HEIGHT}"/><cols>${widths}</cols><sheetData>`;
}

function headRows({ title, note = '', columns }: Sheet): string {
  const row = (at: number, height: number, words: readonly string[], style: number): string =>
    `<row r="${at}" ht="${height}" customHeight="1">${words.map((text, column) => stringXml(`${columnName(column)}${at}`, text, style)).join('')}</row>`;
  return [
    row(1, 34, [title], TITLE_STYLE),
    row(2, LINE_HEIGHT, [note], NOTE_STYLE),
    row(
      3,
      24,
      columns.map((column) => column.title),
      HEAD_STYLE,
    ),
  ].join('');
}

/** A text is never a formula, whatever it begins with: it is written as a string. */
const stringXml = (ref: string, text: string, style: number): string =>
  text === ''
    ? `<c r="${ref}" s="${style}"/>`
    : `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;

function cellXml(ref: string, value: CellValue, { align = 'center' }: SheetColumn): string {
  if (value === null || typeof value === 'string') return stringXml(ref, value ?? '', bodyStyle(align, 'text'));
  const [format, number] = numberOf(value);
  const style = bodyStyle(align, format);
  return Number.isFinite(number) ? `<c r="${ref}" s="${style}"><v>${number}</v></c>` : `<c r="${ref}" s="${style}"/>`;
}

function numberOf(value: Exclude<CellValue, string | null>): readonly [Format, number] {
  if (typeof value === 'number') return ['number', value];
  if ('percent' in value) return ['percent', value.percent];
  if ('time' in value) return ['time', shareOfDay(value.time)];
  if ('at' in value) return ['instant', serialOf(dayOf(value.at)) + shareOfDay(timeOf(value.at))];
  return ['day', serialOf(value.day)];
}

function shareOfDay(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return (hours * 60 + minutes) / 1440;
}

/** Excel counts days from 30 December 1899, as it believes in a 29 February 1900. */
const serialOf = (day: Day): number => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** How many lines the fullest cell of a row takes; a Chinese character is as wide as two others. */
function linesOf(values: readonly CellValue[], columns: readonly SheetColumn[]): number {
  const lines = columns.map(({ width }, at) => {
    const value = values[at];
    if (typeof value !== 'string') return 1;
    return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((columnsOf(line) * 2) / Math.max(1, width - 1))), 0);
  });
  return Math.min(MOST_LINES, Math.max(1, ...lines));
}

/** Equal neighbours below one another are one tall cell, as long as the joined columns left of them are equal too. */
function joinedCells(joined: readonly number[], merges: string[]) {
  const order = [...joined].sort((a, b) => a - b);
  const from = new Map<number, number>();
  let above: readonly CellValue[] | null = null;
  const close = (column: number, row: number): void => {
    const start = from.get(column);
    if (start !== undefined && row > start) merges.push(`${columnName(column)}${start}:${columnName(column)}${row}`);
  };
  return {
    next(values: readonly CellValue[], row: number): Set<number> {
      const hidden = new Set<number>();
      let same = above !== null;
      for (const column of order) {
        same &&= JSON.stringify(above![column]) === JSON.stringify(values[column]);
        if (same) hidden.add(column);
        else {
          close(column, row - 1);
          from.set(column, row);
        }
      }
      above = values;
      return hidden;
    },
    end(row: number): void {
      for (const column of order) close(column, row);
    },
  };
}
