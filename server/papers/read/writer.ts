/** Puts the text of a document together: lines and tables in the order they stand, with the place of each cell. */
import type { DocumentTable, NoticeDocument, TableCell } from '#domain/notice/document.ts';

/** A cell as a reader finds it; `row` and `column` count in the grid, merged cells once. */
export interface FoundCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly text: string;
}

export interface PaperWriter {
  /** A paragraph; may hold line breaks of its own. Blank ones are kept, but never two in a row. */
  line(text: string): void;
  table(cells: readonly FoundCell[]): void;
  finish(): NoticeDocument;
}

export function paperWriter(): PaperWriter {
  const parts: string[] = [];
  const tables: DocumentTable[] = [];
  let length = 0;
  let blank = true;

  const write = (text: string): readonly [number, number] => {
    const start = length;
    parts.push(text, '\n');
    length += text.length + 1;
    return [start, start + text.length];
  };

  return {
    line(text) {
      for (const one of cleaned(text).split('\n')) {
        const isBlank = one.trim() === '';
        if (!(isBlank && blank)) write(isBlank ? '' : one);
        blank = isBlank;
      }
    },
    table(found) {
      if (!blank) write('');
      const cells = found.map(({ text, ...at }): TableCell => ({ ...at, span: trimmed(write, cleaned(text)) }));
      if (cells.length > 0) tables.push({ span: [cells[0]!.span[0], cells.at(-1)!.span[1]], cells });
      write('');
      blank = true;
    },
    finish: () => ({ text: parts.join('').replace(/\n+$/, '\n'), tables }),
  };
}

/** What no text of ours may hold: carriage returns, NUL and other control characters, halves of surrogate pairs, marks of byte order. */
function cleaned(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|[\ufeff\u200b\u00ad]/gu, '')
    .toWellFormed()
    .replace(/\u00a0/g, ' ');
}

/** The span of a cell leaves out blanks and empty lines around its words. */
function trimmed(write: (text: string) => readonly [number, number], text: string): [number, number] {
  const words = text.trim().replace(/\n\s*\n+/g, '\n');
  const [start, end] = write(words);
  return [start, end];
}
