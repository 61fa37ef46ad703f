/** Tables that stay inside the type area: fixed columns, a head on every page, rows that break only where they are taller than a page. */
import { typeArea } from './measure.ts';

export interface Cell {
  /** Paragraphs. */
  readonly content: string;
  readonly span?: number;
  /** `start` opens a tall cell, `on` continues it. */
  readonly tall?: 'start' | 'on';
}

export interface TableLook {
  /** Shares of the width of the type area. */
  readonly columns: readonly number[];
  /** How many of the first rows stand on every page. */
  readonly head?: number;
  readonly borders?: 'all' | 'none';
  /** Twips a row is high at least. */
  readonly rowHeight?: number;
  /** The same for those of the head, where they are lower. */
  readonly headHeight?: number;
}

/** Longer than this, a row may go on over the page: it could not stand on one. */
const TALLEST_WHOLE = 4000;

export function table(rows: readonly (readonly Cell[])[], look: TableLook): string {
  const widths = widthsOf(look.columns);
  const body = rows.map((cells, at) => {
    let column = 0;
    const drawn = cells.map((cell) => {
      const span = cell.span ?? 1;
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      column += span;
      return drawCell(cell, width);
    });
    return `<w:tr>${rowProperties(cells, at, look)}${drawn.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr>${tableProperties(look)}</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${body.join('')}</w:tbl>`;
}

/** Whole twips that add up to the type area. */
export function widthsOf(columns: readonly number[]): number[] {
  const all = columns.reduce((sum, one) => sum + one, 0);
  const widths = columns.map((one) => Math.floor((one / all) * typeArea.width));
  widths[widths.length - 1]! += typeArea.width - widths.reduce((sum, one) => sum + one, 0);
  return widths;
}

function tableProperties({ borders = 'all' }: TableLook): string {
  const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  return [
    `<w:tblW w:w="${typeArea.width}" w:type="dxa"/>`,
    '<w:jc w:val="center"/>',
    borders === 'all' ? `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')}</w:tblBorders>` : '',
    '<w:tblLayout w:type="fixed"/>',
    '<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>',
  ].join('');
}

function rowProperties(cells: readonly Cell[], at: number, { head = 0, rowHeight, headHeight }: TableLook): string {
  const longest = Math.max(0, ...cells.map((cell) => cell.content.replace(/<[^>]*>/g, '').length));
  const height = at < head ? (headHeight ?? rowHeight) : rowHeight;
  const parts = [
    longest * cells.length < TALLEST_WHOLE && longest < 600 ? '<w:cantSplit/>' : '',
    height ? `<w:trHeight w:val="${height}" w:hRule="atLeast"/>` : '',
    at < head ? '<w:tblHeader/>' : '',
  ].join('');
  return parts ? `<w:trPr>${parts}</w:trPr>` : '';
}

function drawCell({ content, span = 1, tall }: Cell, width: number): string {
  const parts = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
    tall ? (tall === 'start' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : '',
    '<w:vAlign w:val="center"/>',
  ].join('');
  return `<w:tc><w:tcPr>${parts}</w:tcPr>${content}</w:tc>`;
}
