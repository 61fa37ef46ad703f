/** The tables of a file that knows their cells: every row complete, a merged cell standing in each row it covers. */
import type { Line } from './blocks.ts';
import type { DocumentTable } from './document.ts';
import { type Cell, isHeader, type TextTable } from './tables.ts';

/** A grid wider or longer than this sets out a page; it is no list of duties. */
const MAX_COLUMNS = 40;
const MAX_ROWS = 5000;

/** Tables without a row of headers are left to be read as the lines they are: letters and signatures are often set in one. */
export function shapedTables(shapes: readonly DocumentTable[], lines: readonly Line[], text: string): TextTable[] {
  return shapes.flatMap((shape) => {
    const depth = headerDepth(shape);
    const grid = gridOf(shape, text, depth);
    const headers = headersOf(grid.slice(0, depth));
    if (headers.length < 2 || grid.length <= depth || !isHeader(headers)) return [];
    const from = firstAt(lines, shape.span[0]);
    return [{ headers, rows: grid.slice(depth), from, to: Math.max(from + 1, firstAt(lines, shape.span[1])), shaped: true as const }];
  });
}

/** Below the header a cell merged sideways stands in its first column: a section row (二、保障) is no owner. */
function gridOf({ cells, span }: DocumentTable, text: string, depth: number): Cell[][] {
  const width = Math.min(MAX_COLUMNS, Math.max(...cells.map((cell) => cell.column + cell.columns)));
  const height = Math.min(MAX_ROWS, Math.max(...cells.map((cell) => cell.row + cell.rows)));
  const blank: Cell = { text: '', span: [span[1], span[1]] };
  const grid = Array.from({ length: height }, () => Array.from({ length: width }, () => blank));
  for (const cell of cells) {
    const words: Cell = { text: text.slice(...cell.span), span: cell.span };
    const columns = cell.row < depth ? cell.columns : 1;
    for (let row = cell.row; row < Math.min(cell.row + cell.rows, height); row++)
      for (let column = cell.column; column < Math.min(cell.column + columns, width); column++) grid[row]![column] = words;
  }
  return grid;
}

/** The header is as deep as the deepest cell of the first row. A title that spans the whole table is not yet the header. */
function headerDepth({ cells }: DocumentTable): number {
  return Math.max(1, ...cells.filter((cell) => cell.row === 0).map((cell) => cell.rows));
}

/** What stands above each other in the header is one name: 责任 over 科室 is 责任科室; the words of a merged cell stand once. */
function headersOf(rows: readonly (readonly Cell[])[]): Cell[] {
  return (rows[0] ?? []).map((top, column) => {
    const parts = [...new Set(rows.map((row) => row[column] ?? top))].filter((cell) => cell.text !== '');
    return { text: parts.map((cell) => cell.text.replace(/\s/g, '')).join(''), span: (parts[0] ?? top).span };
  });
}

/** The first line that begins at or after an offset. Lines stand in order. */
function firstAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.rawStart < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
