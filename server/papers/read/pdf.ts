/** A PDF with text in it: words put into lines by where they stand on the page; page numbers and running heads left out. */
import { getDocumentProxy } from 'unpdf';
import { Problem } from '#domain/kernel/problem.ts';
import type { NoticeDocument } from '#domain/notice/document.ts';
import { paperWriter } from './writer.ts';

/** A notice of this length is a book. */
const MAX_PAGES = 80;
/** Fewer characters a page than this on average, and the pages are pictures. */
const LEAST_CHARACTERS = 12;
/** Share of the height of a line by which pieces of it may stand apart, and the gap, in widths of a character, that parts two cells. */
const SAME_LINE = 0.5;
const CELL_GAP = 2.5;
/** A gap that is printed on purpose between Chinese characters (a name and a post); setting a line to full width makes smaller ones. */
const WORD_GAP = 0.6;

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface PrintedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly height: number;
}

interface Page {
  readonly lines: readonly PrintedLine[];
  readonly height: number;
}

export async function readPdf(bytes: Buffer): Promise<NoticeDocument> {
  const document = await open(bytes);
  if (document.numPages > MAX_PAGES) throw new Problem('notice.tooComplex');
  const pages: Page[] = [];
  for (let n = 1; n <= document.numPages; n++) pages.push(await readPage(document, n));
  const characters = pages.flatMap((page) => page.lines).reduce((sum, line) => sum + line.text.length, 0);
  if (characters < LEAST_CHARACTERS * pages.length) throw new Problem('notice.pictureOnly');
  const running = runningHeads(pages);
  const writer = paperWriter();
  for (const page of pages) for (const line of indented(page.lines.filter((one) => !running.has(one)))) writer.line(line);
  return writer.finish();
}

async function open(bytes: Buffer) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { useSystemFonts: false, verbosity: 0 });
  } catch (error) {
    throw new Problem((error as Error).name === 'PasswordException' ? 'notice.encrypted' : 'notice.damaged');
  }
}

async function readPage(document: Awaited<ReturnType<typeof open>>, n: number): Promise<Page> {
  const page = await document.getPage(n);
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item): Piece[] =>
    'str' in item && item.str !== ''
      ? [
          {
            text: item.str,
            x: item.transform[4],
            y: item.transform[5],
            width: item.width,
            height: item.height || Math.abs(item.transform[3]),
          },
        ]
      : [],
  );
  const { height } = page.getViewport({ scale: 1 });
  page.cleanup();
  return { lines: linesOf(pieces), height };
}

/** From top to bottom, each line from left to right. */
function linesOf(pieces: readonly Piece[]): PrintedLine[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.filter((one) => one.text.trim() !== '').toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && Math.abs(first.y - piece.y) <= Math.max(first.height, piece.height) * SAME_LINE) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => lineOf(row.toSorted((a, b) => a.x - b.x)));
}

function lineOf(pieces: readonly Piece[]): PrintedLine {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const gap = piece.x - end;
    if (text !== '' && gap > piece.height * CELL_GAP) text += '\t';
    else if (text !== '' && gap > piece.height * (/\w$/.test(text) && /^\w/.test(piece.text) ? 0.3 : WORD_GAP)) text += ' ';
    text += piece.text;
    end = piece.x + piece.width;
  }
  const [first] = pieces;
  return { text: text.trim(), x: first!.x, y: first!.y, end, height: Math.max(...pieces.map((piece) => piece.height)) };
}

/** — 3 —, 第3页, and what stands at the same height on most pages, at the very top or foot. */
function runningHeads(pages: readonly Page[]): Set<PrintedLine> {
  const edges = pages.flatMap(({ lines, height }) => lines.filter((line) => line.y < height * 0.09 || line.y > height * 0.93));
  const isNumber = (line: PrintedLine): boolean =>
    /^[-—–－·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/／]\s*\d{1,3})?[-—–－·\s]*$/.test(line.text);
  const sameWords = Map.groupBy(edges, (line) => `${Math.round(line.y)} ${line.text.replace(/\d+/g, '#')}`);
  return new Set(
    edges.filter(
      (line) =>
        isNumber(line) ||
        (pages.length > 2 && (sameWords.get(`${Math.round(line.y)} ${line.text.replace(/\d+/g, '#')}`)?.length ?? 0) * 2 > pages.length),
    ),
  );
}

/** A line that begins further in than the left edge of the text begins a paragraph: it gets the two wide spaces that say so. */
function indented(lines: readonly PrintedLine[]): string[] {
  const left = Math.min(...lines.map((line) => line.x));
  return lines.map((line) => (line.x - left > line.height * 1.2 && line.x - left < line.height * 3 ? `　　${line.text}` : line.text));
}
