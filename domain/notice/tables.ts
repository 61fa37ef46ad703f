/** Tables as text gives them: cells parted by tabs, or flattened to one cell a line as word processors copy them. */
import type { Line } from './blocks.ts';
import type { Span, Table } from './plan.ts';

export interface Cell {
  readonly text: string;
  readonly span: Span;
}

export interface TextTable {
  readonly headers: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Lines [from, to) of the notice. */
  readonly from: number;
  readonly to: number;
  /** Merged cells are known, so a blank cell is blank and takes nothing from the row above. */
  readonly shaped?: true;
}

/** All tables in the order they stand. */
export function tablesIn(lines: readonly Line[]): TextTable[] {
  const tables: TextTable[] = [];
  for (let index = 0; index < lines.length; index++) {
    const table = tabbedAt(lines, index) ?? flattenedAt(lines, index);
    if (table === null) continue;
    tables.push(table);
    index = table.to - 1;
  }
  return tables;
}

export function asPlanTable(table: TextTable): Table {
  const first = table.headers[0]?.span[0] ?? 0;
  const end = [...table.headers, ...table.rows.flat()].reduce((last, cell) => Math.max(last, cell.span[1]), first);
  return {
    headers: table.headers.map((cell) => cell.text),
    rows: table.rows.map((row) => row.map((cell) => cell.text)),
    span: [first, end],
  };
}

/** Two tabs make three cells: fewer are an indent. */
function isTabbed(line: Line | undefined): boolean {
  return line !== undefined && line.text !== '' && line.raw.split('\t').length >= 3;
}

function tabbedAt(lines: readonly Line[], from: number): TextTable | null {
  if (!isTabbed(lines[from])) return null;
  let to = from;
  while (to < lines.length && (isTabbed(lines[to]) || (lines[to]?.text === '' && isTabbed(lines[to + 1])))) to++;
  const rows = lines.slice(from, to).filter(isTabbed).map(cellsOf);
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0) return null;
  const width = first.length;
  return isHeader(first) ? { headers: first, rows: others.map((row) => padded(row, width)), from, to } : { headers: [], rows, from, to };
}

function cellsOf(line: Line): Cell[] {
  const cells: Cell[] = [];
  let at = line.rawStart;
  for (const raw of line.raw.split('\t')) {
    cells.push(cellAt(raw, at));
    at += raw.length + 1;
  }
  return cells;
}

function cellAt(raw: string, at: number): Cell {
  const text = raw.trim();
  const start = text === '' ? at : at + raw.length - raw.trimStart().length;
  return { text, span: [start, start + text.length] };
}

const headerWord = /序号|举措|部门|责任|单位|科室|内容|任务|项目|时限|时间|标准|要求|措施|领导|事项|目标|备注|说明|姓名|职务/;

export function isHeader(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => cell.text !== '');
  return (
    filled.every((cell) => cell.text.length <= 16) && filled.filter((cell) => headerWord.test(cell.text.replace(/\s/g, ''))).length >= 2
  );
}

const mostColumns = 12;

/** 序号, then the other headers a line each, then rows that begin with 1, 2, 3 …; missing cells at the end of a row are blank. */
function flattenedAt(lines: readonly Line[], from: number): TextTable | null {
  const first = lines[from];
  if (first === undefined || first.text !== '序号') return null;
  const tabbed = first.raw.startsWith('\t');
  const headers: Cell[] = [];
  let index = from;
  for (; index < lines.length && headers.length <= mostColumns; index++) {
    const line = lines[index];
    if (line === undefined || line.text === '1') break;
    if (line.text !== '') headers.push(cellOfLine(line));
  }
  if (lines[index]?.text !== '1' || headers.length < 3 || !isHeader(headers)) return null;
  return { headers, ...flattenedRows(lines, index, headers.length, tabbed), from };
}

function flattenedRows(lines: readonly Line[], from: number, width: number, tabbed: boolean): { rows: Cell[][]; to: number } {
  const rows: Cell[][] = [];
  let index = from;
  let afterGap = false;
  for (; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    const row = rows.at(-1);
    const isSeparator = line.text === '' && !(tabbed && line.raw.startsWith('\t'));
    if (isSeparator) {
      afterGap = true;
      continue;
    }
    // Where blank cells leave no line (a PDF), the next number in the place of the last cell begins the next row.
    const isFull = row === undefined || row.length >= (tabbed ? width : width - 1);
    const startsRow = line.text === String(rows.length + 1) && (afterGap || isFull);
    if (startsRow) rows.push([cellOfLine(line)]);
    else if (row === undefined || row.length >= width || (tabbed && !line.raw.startsWith('\t'))) break;
    else row.push(cellOfLine(line));
    afterGap = false;
  }
  return { rows: rows.map((row) => padded(row, width)), to: index };
}

function cellOfLine(line: Line): Cell {
  return { text: line.text, span: [line.start, line.end] };
}

function padded(row: readonly Cell[], width: number): Cell[] {
  const end = row.at(-1)?.span[1] ?? 0;
  return [...row, ...Array.from({ length: Math.max(0, width - row.length) }, (): Cell => ({ text: '', span: [end, end] }))];
}
