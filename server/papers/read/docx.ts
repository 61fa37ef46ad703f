/**
 * A Word document (.docx) as text: automatic numbers written out, tracked changes taken as accepted, tables with their merged cells,
 * text boxes once. Headers, footers, footnotes and hidden text are left out. Macros of a .docm are never looked at.
 */

import { Problem } from '#domain/kernel/problem.ts';
import type { NoticeDocument } from '#domain/notice/document.ts';
import { type Numbering, readNumbering } from './docx.numbering.ts';
import { type FoundCell, type PaperWriter, paperWriter } from './writer.ts';
import { childNamed, type Element, elementsOf, isOn, parseXml, valOf } from './xml.ts';
import { openZip, type Zip } from './zip.ts';

export function readDocx(bytes: Buffer): NoticeDocument {
  const zip = openZip(bytes);
  const body = childNamed(childNamed(partOf(zip, 'word/document.xml'), 'document'), 'body');
  // Another office program's file, a plain archive: nothing of ours.
  if (!body) throw new Problem(zip.names.includes('word/document.xml') ? 'notice.damaged' : 'notice.wrongFile');
  const writer = paperWriter();
  const walk: Walk = {
    numbering: readNumbering(partOf(zip, 'word/numbering.xml')),
    styles: stylesOf(partOf(zip, 'word/styles.xml')),
    pending: '',
  };
  writeBlocks(body, walk, writer);
  if (walk.pending) writer.line(walk.pending);
  return writer.finish();
}

interface Style {
  readonly basedOn: string | undefined;
  readonly numbering: Element | undefined;
  readonly hidden: boolean;
}

interface Walk {
  readonly numbering: Numbering;
  readonly styles: ReadonlyMap<string, Style>;
  /** Words of a paragraph whose mark was deleted: they go on in the next one. */
  pending: string;
}

function partOf(zip: Zip, name: string): Element | undefined {
  const bytes = zip.read(name);
  return bytes && parseXml(bytes);
}

function stylesOf(root: Element | undefined): Map<string, Style> {
  const styles = childNamed(root, 'styles');
  return new Map(
    (styles ? elementsOf(styles) : [])
      .filter((element) => element.name === 'style')
      .map((element) => [
        element.attributes.styleId ?? '',
        {
          basedOn: valOf(element, 'basedOn'),
          numbering: childNamed(childNamed(element, 'pPr'), 'numPr'),
          hidden: isOn(childNamed(element, 'rPr'), 'vanish'),
        },
      ]),
  );
}

/** Wrappers that stand around paragraphs and runs alike and change nothing of the words. */
const transparent = new Set(['sdt', 'sdtContent', 'customXml', 'smartTag', 'ins', 'moveTo', 'hyperlink', 'fldSimple', 'dir', 'bdo']);

function writeBlocks(parent: Element, walk: Walk, writer: PaperWriter): void {
  for (const element of elementsOf(parent)) {
    if (element.name === 'p') {
      const words = paragraphText(element, walk);
      if (words !== null) writer.line(words);
      for (const box of textBoxesIn(element)) writeBlocks(box, walk, writer);
    } else if (element.name === 'tbl') writer.table(cellsOf(element, walk));
    else if (transparent.has(element.name)) writeBlocks(element, walk, writer);
    else if (element.name === 'mc:AlternateContent') writeBlocks(chosen(element), walk, writer);
  }
}

/** The words with their number; null where the paragraph's mark was deleted and it goes on in the next. */
function paragraphText(paragraph: Element, walk: Walk): string | null {
  const properties = childNamed(paragraph, 'pPr');
  const words = walk.pending + runsText(paragraph, walk);
  walk.pending = '';
  if (childNamed(childNamed(properties, 'rPr'), 'del')) {
    walk.pending = words;
    return null;
  }
  // An empty paragraph of a list shows its number in Word, but orders nothing.
  return words.trim() === '' ? '' : numberOf(properties, walk) + words;
}

function numberOf(properties: Element | undefined, walk: Walk): string {
  const styleId = valOf(properties, 'pStyle');
  const own = childNamed(properties, 'numPr');
  const inherited = styleNumbering(styleId, walk);
  const numId = valOf(own, 'numId') ?? inherited?.numId;
  if (numId === undefined || numId === '0') return '';
  const level = valOf(own, 'ilvl') ?? inherited?.level ?? '0';
  return walk.numbering.next(numId, Number(level));
}

/** Numbers may come from a style, or from one it is based on; the level from the style of that level. */
function styleNumbering(
  styleId: string | undefined,
  { styles, numbering }: Walk,
): { numId: string; level: string | undefined } | undefined {
  const seen = new Set<string>();
  for (let id = styleId; id !== undefined && !seen.has(id); id = styles.get(id)?.basedOn) {
    seen.add(id);
    const own = styles.get(id)?.numbering;
    const numId = valOf(own, 'numId');
    if (numId === undefined) continue;
    const level = valOf(own, 'ilvl') ?? numbering.levelOfStyle(numId, id)?.toString();
    return { numId, level };
  }
  return undefined;
}

/** Text of the runs below an element. Deleted and moved-away text, field codes and hidden runs are not there for a reader. */
function runsText(parent: Element, walk: Walk): string {
  let words = '';
  for (const element of elementsOf(parent)) {
    if (element.name === 'r') words += isHidden(element, walk) ? '' : runText(element);
    else if (transparent.has(element.name)) words += runsText(element, walk);
    else if (element.name === 'mc:AlternateContent') words += runsText(chosen(element), walk);
  }
  return words;
}

function isHidden(run: Element, { styles }: Walk): boolean {
  const properties = childNamed(run, 'rPr');
  if (childNamed(properties, 'vanish')) return isOn(properties, 'vanish');
  return styles.get(valOf(properties, 'rStyle') ?? '')?.hidden ?? false;
}

function runText(run: Element): string {
  return elementsOf(run)
    .map((element) => {
      switch (element.name) {
        case 't':
          return element.children.join('');
        case 'tab':
        case 'ptab':
          return '\t';
        case 'br':
        case 'cr':
          return '\n';
        case 'noBreakHyphen':
          return '-';
        case 'sym':
          return symbol(element.attributes.char);
        default:
          return '';
      }
    })
    .join('');
}

/** Symbol fonts put their signs in the private area; only a sign with a meaning of its own is kept. */
function symbol(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16);
  return Number.isFinite(point) && point < 0xe000 ? String.fromCodePoint(point) : '';
}

/** The first choice of an alternative; the fallback says the same again for old programs. */
const chosen = (alternative: Element): Element =>
  childNamed(alternative, 'mc:Choice') ?? childNamed(alternative, 'mc:Fallback') ?? alternative;

/** The contents of text boxes anchored in a paragraph; a red head is often one. */
function textBoxesIn(element: Element): Element[] {
  if (element.name === 'txbxContent') return [element];
  if (element.name === 'pPr' || element.name === 'rPr' || element.name === 'del' || element.name === 'moveFrom') return [];
  const inside = element.name === 'mc:AlternateContent' ? [chosen(element)] : elementsOf(element);
  return inside.flatMap(textBoxesIn);
}

function cellsOf(table: Element, walk: Walk): FoundCell[] {
  const cells: (FoundCell & { rows: number })[] = [];
  const openAt = new Map<number, FoundCell & { rows: number }>();
  for (const [row, element] of rowsOf(table).entries()) {
    let column = Number(valOf(childNamed(element, 'trPr'), 'gridBefore') ?? 0);
    for (const cell of cellElements(element)) {
      const properties = childNamed(cell, 'tcPr');
      const columns = Math.max(1, Number(valOf(properties, 'gridSpan') ?? 1) || 1);
      const merge = childNamed(properties, 'vMerge');
      const above = openAt.get(column);
      if (merge && merge.attributes.val !== 'restart' && above) above.rows += 1;
      else {
        const found = { row, column, rows: 1, columns, text: cellText(cell, walk) };
        cells.push(found);
        if (merge) openAt.set(column, found);
        else openAt.delete(column);
      }
      column += columns;
    }
  }
  return cells;
}

function rowsOf(table: Element): Element[] {
  return elementsOf(table).flatMap((element) => {
    if (element.name === 'tr') return childNamed(childNamed(element, 'trPr'), 'del') ? [] : [element];
    return transparent.has(element.name) ? rowsOf(element) : [];
  });
}

const cellElements = (row: Element): Element[] =>
  elementsOf(row).flatMap((element) => (element.name === 'tc' ? [element] : transparent.has(element.name) ? cellElements(element) : []));

/** The paragraphs of a cell, a line each; a table inside it gives its cells as further lines. */
function cellText(cell: Element, walk: Walk): string {
  const inner = paperWriter();
  writeBlocks(cell, walk, inner);
  if (walk.pending) inner.line(walk.pending);
  walk.pending = '';
  return inner.finish().text.trim();
}
