/** The rows of a table as items: what each column means is read from its header, blank cells from the row above. */
import { markerOf } from './numbering.ts';
import type { Heading } from './plan.ts';
import type { Cell, TextTable } from './tables.ts';

export interface RowItem {
  /** The numbers of the row: ['二', '3'], without what stands above the table. */
  readonly path: readonly string[];
  readonly text: Cell;
  readonly title: string;
  readonly owners: string;
  readonly leaders: string;
  /** The cell of the deadline; null where the table has no such column. */
  readonly due: Cell | null;
  /** A blank cell may be one merged with the cell above. */
  readonly mayInherit: boolean;
  readonly cells: Record<string, string>;
}

interface Columns {
  readonly number: number | null;
  readonly text: number | null;
  readonly title: number | null;
  readonly owner: number | null;
  readonly leader: number | null;
  readonly due: number | null;
}

const bodyName = /^[一-龥（）]{2,16}(?:科室|科|处|室|局|厅|办|委|部|会|院|组|中心|单位|政府|公司|社区|街道|站|队|所|团)$/;

function columnsOf(table: TextTable): Columns {
  const headers = table.headers.map((cell) => cell.text.replace(/\s/g, ''));
  const at = (pattern: RegExp, before = headers.length): number | null => {
    const index = headers.slice(0, before).findLastIndex((header) => pattern.test(header));
    return index < 0 ? null : index;
  };
  const text = at(/要求|措施/) ?? at(/评分标准|考核标准|计分/) ?? at(/主要内容|工作内容|具体内容/) ?? at(/举措|任务|内容|事项|目标|项目/);
  return {
    number: at(/^(?:序号|编号|项次)$/),
    text,
    title: at(/内容|任务|项目|事项|指标|举措/, text ?? 0),
    owner:
      at(/^(?!.*(?:领导|责任人)).*(?:责任|牵头|承办|主办|指导部门|实施部门|落实单位|落实科室)/) ??
      at(/责任人|负责人/) ??
      namelessColumn(table, headers),
    // Where the section has a column of its own, the person beside it is the one in charge.
    leader: at(/领导/) ?? (at(/责任(?!人)|牵头|承办|主办/) === null ? null : at(/责任人|负责人/)),
    due: at(/时限|时间|期限|节点/),
  };
}

/** A column without a header whose filled cells name bodies holds the owners. */
function namelessColumn(table: TextTable, headers: readonly string[]): number | null {
  for (const [column, header] of headers.entries()) {
    if (header !== '') continue;
    const filled = table.rows.map((row) => row[column]?.text ?? '').filter((cell) => cell !== '');
    if (filled.length >= 2 && filled.filter((cell) => bodyName.test(cell)).length * 3 >= filled.length * 2) return column;
  }
  return null;
}

/** Items and the headings of section rows (一、…). Sums and rows without words order nothing. */
export function rowItems(table: TextTable): { items: RowItem[]; headings: Heading[] } {
  const columns = columnsOf(table);
  const items: RowItem[] = [];
  const headings: Heading[] = [];
  let section: string | null = null;
  let above: RowItem | null = null;
  for (const row of table.headers.length === 0 ? [] : table.rows) {
    const heading = sectionOf(row, columns);
    if (heading !== null) {
      headings.push(heading);
      section = heading.number.replace(/[、.．]$/, '');
      above = null;
    }
    const item = itemOf(row, table, columns, section, above, heading !== null);
    if (item === null) continue;
    items.push(item);
    above = item;
  }
  return { items, headings };
}

function sectionOf(row: readonly Cell[], columns: Columns): Heading | null {
  const number = cellAt(row, columns.number);
  const marker = number === null ? null : markerOf(number.text);
  if (number === null || marker === null || marker.level !== 1) return null;
  const own = number.text.slice(marker.length);
  const words = own === '' ? row.find((cell, column) => column !== columns.number && cell.text !== '') : { text: own, span: number.span };
  return words === undefined ? null : { level: 1, number: marker.printed, text: words.text, span: [number.span[0], words.span[1]] };
}

function itemOf(
  row: readonly Cell[],
  table: TextTable,
  columns: Columns,
  section: string | null,
  above: RowItem | null,
  isSection: boolean,
): RowItem | null {
  const title = cellAt(row, columns.title);
  const written = cellAt(row, columns.text);
  const text = written !== null && written.text !== '' ? written : isSection ? null : title;
  const number = cellAt(row, columns.number)?.text ?? '';
  if (text === null || text.text === '' || (number === '' && above === null && columns.number !== null)) return null;
  const last = number === '' ? (above?.path.at(-1) ?? String(table.rows.indexOf(row) + 1)) : number;
  const inSection = section === null ? [] : [section];
  return {
    path: isSection ? inSection : [...inSection, last],
    text,
    title: title === null || title.text === '' ? '' : title.text,
    owners: inheritedText(cellAt(row, columns.owner), number === '' ? above?.owners : undefined),
    leaders: inheritedText(cellAt(row, columns.leader), number === '' ? above?.leaders : undefined),
    due: cellAt(row, columns.due),
    mayInherit: table.shaped === undefined,
    cells: cellsByHeader(row, table),
  };
}

function cellAt(row: readonly Cell[], column: number | null): Cell | null {
  return column === null ? null : (row[column] ?? null);
}

/** A cell merged with the one above leaves its own and its number blank. */
function inheritedText(cell: Cell | null, above: string | undefined): string {
  return cell !== null && cell.text !== '' ? cell.text : (above ?? '');
}

function cellsByHeader(row: readonly Cell[], table: TextTable): Record<string, string> {
  return Object.fromEntries(
    table.headers.flatMap((header, column) => (header.text === '' ? [] : [[header.text, row[column]?.text ?? '']])),
  );
}

/** The standard a row serves (测评标准), where the table has such a column beside the one of the words. */
export function standardIn(cells: Readonly<Record<string, string>>): string | null {
  const header = Object.keys(cells).find((name) => /标准/.test(name) && !/评分|计分/.test(name));
  return header === undefined || cells[header] === '' ? null : (cells[header] ?? null);
}
