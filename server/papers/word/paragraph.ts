/** Paragraphs of WordprocessingML. Every line is as high as the grid, so that 22 stand on a page whatever font a machine puts in. */
import { escapeXml } from '../text.ts';
import { type Font, fonts, grid, type Size, sizes } from './measure.ts';

export interface RunLook {
  readonly font?: Font;
  readonly size?: Size;
  /** In half points, where no named size will do. */
  readonly halfPoints?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

export interface Run extends RunLook {
  readonly text: string;
}

export interface Rule {
  /** Eighths of a point. */
  readonly width: number;
  readonly color?: string;
  /** Points between the rule and the line. */
  readonly space?: number;
  readonly style?: 'single' | 'thickThinSmallGap' | 'thinThickSmallGap';
}

export interface Look extends RunLook {
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** In characters of the body: how far the first line stands in (negative: how far the others do). */
  readonly first?: number;
  readonly left?: number;
  readonly right?: number;
  /** In twips, beside `left` and `right`. */
  readonly leftTwips?: number;
  readonly rightTwips?: number;
  readonly hangingTwips?: number;
  /** In twips. */
  readonly before?: number;
  readonly after?: number;
  /** In twips, exactly; the pitch of the grid when absent; as high as what stands in it for `auto`. */
  readonly line?: number | 'auto';
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  readonly newPage?: boolean;
  readonly above?: Rule;
  readonly below?: Rule;
  /** Twips from the left at which a tab ends with its right side. */
  readonly rightTab?: number;
}

/** One character of 3号 on the grid, in twips. */
export const CHARACTER = 315;

export function paragraph(content: string | readonly (Run | string)[], look: Look = {}): string {
  const runs = typeof content === 'string' ? [content] : content;
  return `<w:p>${properties(look)}${runs.map((one) => run(typeof one === 'string' ? { text: one } : one, look)).join('')}</w:p>`;
}

export const emptyLine = (look: Look = {}): string => paragraph('', look);

/** A rule as wide as the type area; the lines around it may stand in, it does not. */
export const ruleLine = (rule: Rule, look: Look = {}): string => paragraph('', { line: 20, above: { space: 0, ...rule }, ...look });

/** A paragraph around what is no text: a picture. */
export const around = (inner: string, look: Look = {}): string => `<w:p>${properties(look)}<w:r>${inner}</w:r></w:p>`;

/** The number of the page, kept by Word. */
export const pageNumber = (look: RunLook): string => {
  const field = (inner: string) => `<w:r>${runProperties(look)}${inner}</w:r>`;
  return [
    field('<w:fldChar w:fldCharType="begin"/>'),
    field('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
    field('<w:fldChar w:fldCharType="separate"/>'),
    field('<w:t>1</w:t>'),
    field('<w:fldChar w:fldCharType="end"/>'),
  ].join('');
};

export function run(one: Run, look: RunLook = {}): string {
  if (one.text === '') return '';
  const lines = one.text.split('\n').map((line) => line.split('\t').map(words).join('<w:tab/>'));
  return `<w:r>${runProperties({ ...look, ...one })}${lines.join('<w:br/>')}</w:r>`;
}

const words = (text: string): string => (text === '' ? '' : `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`);

export function runProperties({ font, size, halfPoints, bold, color }: RunLook): string {
  const parts = [
    font ? fontOf(font) : '',
    bold ? '<w:b/>' : '',
    color ? `<w:color w:val="${color}"/>` : '',
    size || halfPoints ? `<w:sz w:val="${halfPoints ?? sizes[size!]}"/><w:szCs w:val="${halfPoints ?? sizes[size!]}"/>` : '',
  ].join('');
  return parts ? `<w:rPr>${parts}</w:rPr>` : '';
}

/** The hint makes quotation marks and dashes Chinese ones. */
export const fontOf = (font: Font): string => {
  const { name } = fonts[font];
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>`;
};

/** In the order the schema wants them. */
function properties(look: Look): string {
  const parts = [
    look.keepNext ? '<w:keepNext/>' : '',
    look.keepLines ? '<w:keepLines/>' : '',
    look.newPage ? '<w:pageBreakBefore/>' : '',
    look.above || look.below ? `<w:pBdr>${border('top', look.above)}${border('bottom', look.below)}</w:pBdr>` : '',
    look.rightTab ? `<w:tabs><w:tab w:val="right" w:pos="${look.rightTab}"/></w:tabs>` : '',
    isOffGrid(look) ? '<w:snapToGrid w:val="0"/>' : '',
    spacing(look),
    indents(look),
    look.align ? `<w:jc w:val="${look.align}"/>` : '',
  ].join('');
  return parts ? `<w:pPr>${parts}</w:pPr>` : '';
}

/** A line of its own height, or of another size than the body, would be stretched to whole lines of the grid. */
const isOffGrid = ({ line, size, halfPoints }: Look): boolean =>
  line !== undefined || halfPoints !== undefined || (size !== undefined && size !== '3号');

const border = (side: string, rule: Rule | undefined): string =>
  rule
    ? `<w:${side} w:val="${rule.style ?? 'single'}" w:sz="${rule.width}" w:space="${rule.space ?? 1}" w:color="${rule.color ?? '000000'}"/>`
    : '';

function spacing({ before, after, line }: Look): string {
  if (before === undefined && after === undefined && line === undefined) return '';
  if (line === 'auto') return `<w:spacing w:before="${before ?? 0}" w:after="${after ?? 0}" w:line="240" w:lineRule="auto"/>`;
  return `<w:spacing w:before="${before ?? 0}" w:after="${after ?? 0}" w:line="${line ?? grid.linePitch}" w:lineRule="exact"/>`;
}

function indents({ first, left, right, leftTwips, rightTwips, hangingTwips }: Look): string {
  const parts = [
    left === undefined ? '' : ` w:leftChars="${Math.round(left * 100)}" w:left="${Math.round(left * CHARACTER)}"`,
    leftTwips === undefined ? '' : ` w:left="${leftTwips}"`,
    right === undefined ? '' : ` w:rightChars="${Math.round(right * 100)}" w:right="${Math.round(right * CHARACTER)}"`,
    rightTwips === undefined ? '' : ` w:right="${rightTwips}"`,
    hangingTwips === undefined ? '' : ` w:hanging="${hangingTwips}"`,
    first === undefined ? '' : first >= 0 ? firstLine(first) : hanging(-first),
  ].join('');
  return parts ? `<w:ind${parts}/>` : '';
}

const firstLine = (n: number): string => ` w:firstLineChars="${Math.round(n * 100)}" w:firstLine="${Math.round(n * CHARACTER)}"`;
const hanging = (n: number): string => ` w:hangingChars="${Math.round(n * 100)}" w:hanging="${Math.round(n * CHARACTER)}"`;
