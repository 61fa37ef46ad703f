/** A web page or what the clipboard holds of one: the visible words as lines, tables with their merged cells, the numbers of ordered lists. */
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { Problem } from '#domain/kernel/problem.ts';
import type { NoticeDocument } from '#domain/notice/document.ts';
import { type FoundCell, type PaperWriter, paperWriter } from './writer.ts';

type Node = DefaultTreeAdapterMap['node'];
type HtmlElement = DefaultTreeAdapterMap['element'];

const MAX_DEPTH = 512;
const MAX_GRID = 200;

/** `html` as text; Word and Excel mark the fragment that was copied. */
export function readHtml(html: string): NoticeDocument {
  const fragment = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html)?.[1];
  const tree = parse(fragment ?? html);
  measureDepth(tree);
  const body = findFirst(tree, (element) => element.tagName === 'body');
  const writer = paperWriter();
  if (body) writeBlock(fragment === undefined ? contentOf(body) : body, writer);
  return writer.finish();
}

const isElement = (node: Node): node is HtmlElement => 'tagName' in node;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const attribute = (element: HtmlElement, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value;

/** Walked without recursion, so that a page of a hundred thousand open tags is refused rather than run out of stack. */
function measureDepth(root: Node): void {
  let level: readonly Node[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw new Problem('notice.tooComplex');
    level = level.flatMap(childrenOf);
  }
}

function findFirst(node: Node, wanted: (element: HtmlElement) => boolean): HtmlElement | null {
  if (isElement(node) && wanted(node)) return node;
  for (const child of childrenOf(node)) {
    const found = findFirst(child, wanted);
    if (found) return found;
  }
  return null;
}

const unseen = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'nav',
  'iframe',
  'object',
  'svg',
  'button',
  'select',
  'form',
  'textarea',
  'input',
  'del',
  's',
  'strike',
]);

function isUnseen(element: HtmlElement): boolean {
  if (unseen.has(element.tagName) && element.tagName !== 'form') return true;
  const style = attribute(element, 'style') ?? '';
  return (
    attribute(element, 'hidden') !== undefined ||
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style) ||
    /^(?:navigation|banner|search|contentinfo)$/.test(attribute(element, 'role') ?? '')
  );
}

/**
 * The part of a page that holds the notice: from the body down, as long as one child alone holds nearly all words that stand
 * outside links. Whatever stands beside such a child is the menu, the foot or a list of other pages.
 */
function contentOf(body: HtmlElement): HtmlElement {
  let content = body;
  for (;;) {
    const weight = plainWeight(content);
    const main: HtmlElement | undefined = childrenOf(content)
      .filter(isElement)
      .find((child) => child.tagName !== 'p' && child.tagName !== 'table' && plainWeight(child) >= weight * 0.9);
    if (!main || weight === 0) return content;
    content = main;
  }
}

/** Characters that stand outside links. */
function plainWeight(node: Node): number {
  if ('value' in node) return node.value.trim().length;
  if (isElement(node) && (node.tagName === 'a' || isUnseen(node))) return 0;
  return childrenOf(node).reduce((sum, child) => sum + plainWeight(child), 0);
}

const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'aside',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'center',
  'form',
  'fieldset',
  'figure',
  'figcaption',
  'address',
  'hr',
  'body',
  'tbody',
  'tr',
  'td',
  'th',
  'caption',
]);

/** Inline words run together until a block begins or ends. */
function writeBlock(block: HtmlElement, writer: PaperWriter): void {
  let line = '';
  const flush = (): void => {
    if (line.trim() !== '') writer.line(tidied(line));
    line = '';
  };
  let counted = Number(attribute(block, 'start') ?? 1);
  const visit = (node: Node): void => {
    if ('value' in node) line += block.tagName === 'pre' ? node.value : node.value.replace(/[\t\n\r ]+/g, ' ');
    if (!isElement(node) || isUnseen(node)) return;
    if (node.tagName === 'br') line += '\n';
    else if (node.tagName === 'table') {
      flush();
      const cells = cellsOf(node);
      if (isLayout(cells)) for (const cell of cells) writer.line(cell.text);
      else writer.table(cells);
    } else if (blocks.has(node.tagName)) {
      flush();
      if (node.tagName === 'li' && block.tagName === 'ol') writeItem(node, counted++, writer);
      else writeBlock(node, writer);
    } else for (const child of childrenOf(node)) visit(child);
  };
  for (const child of childrenOf(block)) visit(child);
  flush();
}

function writeItem(item: HtmlElement, number: number, writer: PaperWriter): void {
  const inner = paperWriter();
  writeBlock(item, inner);
  const words = inner.finish().text.trim();
  if (words !== '') writer.line(`${attribute(item, 'value') ?? number}. ${words}`);
}

const tidied = (line: string): string =>
  line
    .split('\n')
    .map((one) => one.replace(/^ +| +$/g, ''))
    .join('\n');

/** A table of one column or one row only sets out the page. */
const isLayout = (cells: readonly FoundCell[]): boolean =>
  cells.every((cell) => cell.column === 0) || cells.every((cell) => cell.row === 0);

function cellsOf(table: HtmlElement): FoundCell[] {
  const cells: FoundCell[] = [];
  const taken = new Set<string>();
  for (const [row, element] of rowsOf(table).entries()) {
    let column = 0;
    for (const cell of childrenOf(element).filter(isElement)) {
      if (cell.tagName !== 'td' && cell.tagName !== 'th') continue;
      while (taken.has(`${row}/${column}`)) column++;
      const rows = spanOf(cell, 'rowspan');
      const columns = spanOf(cell, 'colspan');
      for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) taken.add(`${row + r}/${column + c}`);
      cells.push({ row, column, rows, columns, text: cellText(cell) });
      column += columns;
    }
  }
  return cells;
}

function rowsOf(table: HtmlElement): HtmlElement[] {
  return childrenOf(table)
    .filter(isElement)
    .flatMap((element) => (element.tagName === 'tr' ? [element] : /^t(?:head|body|foot)$/.test(element.tagName) ? rowsOf(element) : []));
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isFinite(span) && span >= 1 ? Math.min(span, MAX_GRID) : 1;
}

function cellText(cell: HtmlElement): string {
  const inner = paperWriter();
  writeBlock(cell, inner);
  return inner.finish().text.trim();
}
