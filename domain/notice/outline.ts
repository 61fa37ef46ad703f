/** Which numbered paragraphs are headings and which are items: run-in heads, stand-alone heads, labels, plain items. */
import type { Line } from './blocks.ts';
import type { Node, Part } from './parts.ts';
import type { Heading, Span } from './plan.ts';

/** An item before its facts are recognised. */
export interface Outlined {
  readonly path: string;
  readonly title: string;
  readonly span: Span;
  /** A paragraph that states an aim or describes: an item only when a day, a number or a cadence stands in it. */
  readonly onlyWithFacts: boolean;
}

type Shape = 'heading' | 'runIn' | 'item';

const longestHead = 45;
const longestRunIn = 30;
const label = /^[^：:。，]{2,8}(?:名称|范围)[：:]/;
const declares =
  /^(?:指导思想|基本原则|总体要求|总体目标|工作目标|主要目标|目标任务|工作原则|目标|原则|总体思路|重要意义|.{0,6}(?:职能|范围|对象|意义))$/;
const score = /[（(]\d{1,3}(?:\.\d)?分[）)]/;

export function outline(part: Part, prefix: string): { headings: Heading[]; items: Outlined[] } {
  const headings: Heading[] = [];
  const items: Outlined[] = [];
  const visit = (nodes: readonly Node[], above: readonly string[], declarative: boolean): void => {
    const runsIn = mostlyRunIn(nodes);
    for (const node of nodes) {
      const shape = shapeOf(node, runsIn);
      const head = shape === 'item' ? null : headOf(node, shape);
      const states = declarative || (head !== null && declares.test(head.text));
      if (head !== null) headings.push(head);
      const path = [...above, node.marker.bare];
      const span = itemSpan(node, shape);
      if (span !== null)
        items.push({
          path: path.join('>'),
          title: titleOf(node, head),
          span,
          onlyWithFacts: states || (shape === 'heading' && node.marker.level === 1),
        });
      visit(node.children, path, states);
    }
  };
  if (!part.statute) visit(part.roots, prefix === '' ? [] : [prefix], false);
  return { headings, items };
}

function wordsOf(node: Node): string {
  return node.line.text.slice(node.marker.length);
}

/** Remarks at the end (（市甲局负责）) are no second sentence. */
function withoutNote(words: string): string {
  return words.replace(/[（(][^（）()]{1,120}[）)]$/, '');
}

function firstSentence(words: string): string {
  return words.split('。')[0] ?? '';
}

/** A short first sentence with more behind it. */
function couldRunIn(node: Node): boolean {
  const words = wordsOf(node);
  const head = firstSentence(words);
  const more = withoutNote(words).slice(head.length + 1);
  return head.length <= longestRunIn && !/[；：]/.test(head) && (head.match(/，/g) ?? []).length <= 1 && /[一-龥]{4}/.test(more);
}

/** Siblings are written alike: one short sentence among long items is no heading. */
function mostlyRunIn(nodes: readonly Node[]): boolean {
  const candidates = nodes.filter((node) => couldRunIn(node) || standsAlone(node));
  return candidates.length * 10 >= nodes.length * 6;
}

/** 责任领导：…, 完成时限：… under a paragraph are about it; they make no heading of it. */
const remark = /^(?:责任|牵头|分管|包保|完成|承办|配合|时限|落实)[一-龥]{0,6}[：:]/;

/** One short phrase on its line, with something under it. */
function standsAlone(node: Node): boolean {
  if (remark.test(node.body[0]?.text ?? '')) return false;
  const words = wordsOf(node)
    .replace(score, '')
    .replace(/[。：:]$/, '');
  return words.length <= longestHead && !/[。；]/.test(words) && (node.children.length > 0 || node.body.length > 0);
}

function shapeOf(node: Node, runsIn: boolean): Shape {
  if (label.test(wordsOf(node)) || standsAlone(node)) return 'heading';
  return runsIn && couldRunIn(node) ? 'runIn' : 'item';
}

function headOf(node: Node, shape: Shape): Heading {
  const words = shape === 'runIn' ? firstSentence(wordsOf(node)) : wordsOf(node);
  const text = words
    .replace(score, '')
    .replace(/[。：:]$/, '')
    .trim();
  const start = node.line.start + node.marker.length;
  return { level: node.marker.level, number: node.marker.printed, text, span: [node.line.start, start + words.length] };
}

/** The words of an item without its number, with the paragraphs under it. A heading lends its place to the paragraph under it. */
function itemSpan(node: Node, shape: Shape): Span | null {
  const last = node.body.at(-1) ?? null;
  if (shape !== 'heading') return [node.line.start + node.marker.length, endOf(last, node.line)];
  const first = node.body[0];
  return first === undefined || last === null || node.children.length > 0 ? null : [first.start, last.end];
}

function endOf(last: Line | null, line: Line): number {
  return last === null ? line.end : last.end;
}

function titleOf(node: Node, head: Heading | null): string {
  return head?.text ?? shortTitle(wordsOf(node));
}

const longestTitle = 30;

/** The first clause, cut where it grows too long for a list. */
export function shortTitle(words: string): string {
  const clause = words.split(/[，。；：\n]/)[0] ?? words;
  return clause.length <= longestTitle ? clause : `${clause.slice(0, longestTitle - 1)}…`;
}
