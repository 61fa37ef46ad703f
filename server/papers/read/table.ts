/** A table that somebody sends, as rows of cells: an Excel workbook (.xlsx), or text with commas or tabs as Excel and WPS save it. */
import { Problem } from '#domain/kernel/problem.ts';
import { decodeNotice, NotText } from '#domain/notice/decode.ts';
import { type Cell, MOST_ROWS, readXlsx } from './xlsx.ts';

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

export function readTableBytes(bytes: Buffer): Cell[][] {
  if (bytes.length === 0) throw new Problem('table.empty');
  if (bytes.subarray(0, 4).equals(ZIP)) return readXlsx(bytes);
  // Excel 97 to 2003, and every workbook with a password.
  if (bytes.subarray(0, 4).equals(OLE)) throw new Problem('table.oldExcel');
  const rows = readSeparated(textOf(bytes));
  if (rows.length > MOST_ROWS) throw new Problem('table.tooLarge');
  return rows;
}

function textOf(bytes: Buffer): string {
  try {
    const { text } = decodeNotice(bytes);
    if (text.includes('\u0000')) throw new Problem('table.wrongFile');
    return text.toWellFormed();
  } catch (error) {
    if (error instanceof NotText) throw new Problem('table.wrongFile');
    throw error;
  }
}

/** RFC 4180, with tabs instead of commas where the first line has them. */
function readSeparated(text: string): Cell[][] {
  const separator = (text.split(/\r?\n/, 1)[0] ?? '').includes('\t') ? '\t' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    // An empty line keeps its place: rows are counted as a spreadsheet shows them.
    rows.push(row.some((one) => one !== '') ? row : []);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  if (cell !== '' || row.length > 0) endRow();
  while (rows.at(-1)?.length === 0) rows.pop();
  return rows;
}
