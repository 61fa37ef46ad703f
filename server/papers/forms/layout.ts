/** What the forms of the house are made of: a title, lines of text, tables with a label and its value. */
import { pageFeet } from '../word/feet.ts';
import { packDocx } from '../word/package.ts';
import { emptyLine, type Look, paragraph, type Run } from '../word/paragraph.ts';
import { type Cell, type TableLook, table } from '../word/table.ts';

/** The lines of tables are closer than those of a text. */
const lines: Record<'小四' | '五号', number> = { 小四: 400, 五号: 320 };

export const title = (text: string): string => paragraph(text, { font: '小标宋', size: '2号', align: 'center', keepNext: true });
export const under = (text: string, align: 'left' | 'right' | 'center' = 'right'): string =>
  paragraph(text, { size: '小四', align, line: 400, keepNext: true });
/** A little closer than the body of a document, so that a pledge stands on one page. */
export const text = (content: string | readonly (Run | string)[], look: Look = {}): string =>
  paragraph(content, { first: 2, line: 520, ...look });
export const gap = (twips = 200): string => emptyLine({ line: twips });

export const label = (words: string, size: '小四' | '五号' = '小四'): Cell => ({
  content: paragraph(words, { font: '黑体', size, align: 'center', line: lines[size] }),
});
export const value = (
  words: string,
  {
    size = '小四',
    align = 'left',
    span,
    keepNext = false,
  }: { size?: '小四' | '五号'; align?: 'left' | 'center'; span?: number; keepNext?: boolean } = {},
): Cell => ({
  content: words
    .split('\n')
    .map((line) => paragraph(line, { size, align, line: lines[size], keepNext }))
    .join(''),
  ...(span ? { span } : {}),
});
/** Room to write in by hand, of so many lines; what is printed in it stands on the first, who signs on the last. */
export const room = (words: string, count: number, { span, signed }: { span?: number; signed?: string } = {}): Cell => ({
  content:
    paragraph(words, { size: '小四', align: 'left', line: lines.小四 }) +
    emptyLine({ line: lines.小四 }).repeat(Math.max(0, count - (signed ? 2 : 1))) +
    (signed ? paragraph(signed, { size: '小四', align: 'right', right: 1, line: lines.小四 }) : ''),
  ...(span ? { span } : {}),
});
/** A picture with its caption under it, filled in. */
export const pictured = (picture: string, caption: string): Cell => ({
  content:
    paragraph(picture, { align: 'center', line: 'auto', before: 40 }) + paragraph(caption, { size: '五号', align: 'center', line: 280 }),
});

export const grid = (rows: readonly (readonly Cell[])[], look: TableLook): string => table(rows, { rowHeight: 480, ...look });

/** The list row of a table: the marks that repeat it stand in its first and last cell. */
export const repeated = (
  list: string,
  values: readonly string[],
  size: '小四' | '五号' = '小四',
  centred: readonly number[] = [],
): Cell[] =>
  values.map((words, at) =>
    value(`${at === 0 ? `{{#${list}}}` : ''}${words}${at === values.length - 1 ? `{{/${list}}}` : ''}`, {
      size,
      align: centred.includes(at) ? 'center' : 'left',
    }),
  );

export const form = (name: string, blocks: readonly string[]): Buffer =>
  packDocx({ title: name, body: blocks.join('') + emptyLine({ line: 20 }), feet: pageFeet });
