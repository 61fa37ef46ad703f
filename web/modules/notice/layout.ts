/** How the plain text of a notice is set: its number, centred titles, headings, paragraphs, the rows of a table, signature and date. */
import type { DocumentTable } from '#domain/notice/document.ts';

export type BlockKind = 'number' | 'title' | 'heading' | 'paragraph' | 'plain' | 'signature';

export interface TextBlock {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
}

/** One row of a table, as Word saves it to text: each cell on a line of its own behind a tab. */
export interface RowBlock {
  readonly kind: 'row';
  readonly start: number;
  readonly end: number;
  readonly cells: readonly { readonly label: string; readonly start: number; readonly end: number }[];
}

/** A table of the file, whose cells are known. */
export interface TableBlock {
  readonly kind: 'table';
  readonly start: number;
  readonly end: number;
  readonly table: DocumentTable;
}

export type Block = TextBlock | RowBlock | TableBlock;

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tabbed: boolean;
}

export function blocksOf(text: string, number: string | null, tables: readonly DocumentTable[]): Block[] {
  const lines = linesOf(text);
  const tableAt = (line: Line): DocumentTable | undefined => tables.find(({ span }) => line.start >= span[0] && line.start <= span[1]);
  const bodyFrom = lines.findIndex((line) => /[:：]$/.test(line.text) && line.text.length < 80);
  const blocks: Block[] = [];
  let labels: readonly string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const table = tableAt(line);
    if (table) {
      if (blocks.at(-1)?.start !== table.span[0]) blocks.push({ kind: 'table', start: table.span[0], end: table.span[1], table });
      continue;
    }
    if (!line.tabbed) {
      if (line.text) blocks.push({ kind: kindOf(line, { front: i < bodyFrom, number }), start: line.start, end: line.end });
      continue;
    }
    const cells: Line[] = [];
    for (; i < lines.length && lines[i]!.tabbed; i++) cells.push(lines[i]!);
    if (cells.length < 2) {
      if (line.text) blocks.push({ kind: 'plain', start: line.start, end: line.end });
    } else if (labels.length !== cells.length || cells.every((cell) => cell.text.length > 0 && cell.text.length <= 8)) {
      labels = cells.map((cell) => cell.text);
    } else {
      blocks.push({
        kind: 'row',
        start: cells[0]!.start,
        end: cells.at(-1)!.end,
        cells: cells.map((cell, n) => ({ label: labels[n] ?? '', start: cell.start, end: cell.end })),
      });
    }
    i--;
  }
  return blocks.map((block, i) => resettled(block, blocks[i + 1], text));
}

/** A bare line above the date is the signature; one above a title belongs to the title. */
function resettled(block: Block, next: Block | undefined, text: string): Block {
  if (block.kind !== 'paragraph' || !next || block.end - block.start > 30) return block;
  const words = text.slice(block.start, block.end);
  if (/[。；：:;，,]$/.test(words) || /^([一二三四五六七八九十\d]+[、.．]|[（(])/.test(words)) return block;
  return next.kind === 'signature' || next.kind === 'title' ? { ...block, kind: next.kind } : block;
}

/** Offsets of the trimmed line, so that indents of the source do not show. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const raw of text.split('\n')) {
    const trimmed = raw.trim();
    const start = at + (raw.length - raw.trimStart().length);
    lines.push({ start, end: start + trimmed.length, text: trimmed, tabbed: raw.startsWith('\t') });
    at += raw.length + 1;
  }
  return lines;
}

function kindOf(line: Line, at: { readonly front: boolean; readonly number: string | null }): BlockKind {
  const { text } = line;
  if (at.number && text.replace(/\s/g, '') === at.number.replace(/\s/g, '')) return 'number';
  if (at.front) return 'title';
  if (/^[\d〇一二三四五六七八九十]{4}年[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日$/.test(text)) return 'signature';
  if (/^附件/.test(text)) return 'plain';
  if (/^[一二三四五六七八九十]+、/.test(text) && text.length < 40) return 'heading';
  if (/^[（(][一二三四五六七八九十]+[）)]/.test(text) && text.length < 40) return 'heading';
  if (text.length <= 32 && !/[，。；、]/.test(text) && /(清单|方案|名单|分工|办法|细则|规定|通知|意见|计划|要点|制度)$/.test(text))
    return 'title';
  if (/\s{2,}|　/.test(text) && text.length < 40) return 'plain';
  return text.length < 16 && /[:：]$/.test(text) ? 'plain' : 'paragraph';
}
