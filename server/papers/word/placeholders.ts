/**
 * Placeholders in a template: {{名称}} for a value, {{#列表}} … {{/列表}} around what is repeated. Word cuts a typed word into runs as it
 * likes, so the marks of a paragraph are looked for in its whole text and then gathered into one piece each.
 */
import { isNode, type Node } from './tree.ts';

export interface Mark {
  readonly kind: 'value' | 'open' | 'close';
  readonly name: string;
  readonly paragraph: Paragraph;
  /** The w:t that holds the whole mark. */
  readonly text: Node;
}

/** A mark that is none: braces without their partner. */
export interface Stray {
  readonly words: string;
  readonly paragraph: Paragraph;
}

export interface Paragraph {
  readonly node: Node;
  /** From the root of the part down to the paragraph's parent. */
  readonly above: readonly Node[];
  readonly words: string;
}

export interface Found {
  readonly marks: readonly Mark[];
  readonly strays: readonly Stray[];
}

const MARK = /\{\{([^{}]*)\}\}/g;

/** Every mark of a part in reading order; the paragraphs are changed so that each mark stands in one text. */
export function findMarks(root: Node): Found {
  const found: { marks: Mark[]; strays: Stray[] } = { marks: [], strays: [] };
  for (const paragraph of paragraphsIn(root, [])) {
    const words = paragraph.words;
    const texts = textsIn(paragraph.node);
    const matches = [...words.matchAll(MARK)];
    for (const match of matches.toReversed()) gather(texts, match.index, match[0]);
    for (const match of matches) found.marks.push(markOf(match, paragraph, holderOf(texts, match.index)));
    const rest = words.replace(MARK, (mark) => '\uFFFC'.repeat(mark.length));
    for (const stray of rest.matchAll(/\{\{[^\uFFFC]{0,20}|\}\}/g)) found.strays.push({ words: stray[0], paragraph });
  }
  return found;
}

function markOf([, inner = '']: RegExpExecArray | RegExpMatchArray, paragraph: Paragraph, text: Node): Mark {
  const name = inner.trim();
  if (name.startsWith('#') || name.startsWith('＃')) return { kind: 'open', name: name.slice(1).trim(), paragraph, text };
  if (name.startsWith('/') || name.startsWith('／')) return { kind: 'close', name: name.slice(1).trim(), paragraph, text };
  return { kind: 'value', name, paragraph, text };
}

function* paragraphsIn(node: Node, above: readonly Node[]): Generator<Paragraph> {
  if (node.name === 'w:p') {
    const words = textsIn(node)
      .map(({ children }) => children.join(''))
      .join('');
    yield { node, above, words };
  }
  for (const child of node.children) if (isNode(child)) yield* paragraphsIn(child, [...above, node]);
}

/** The texts of a paragraph, without those of the paragraphs in a box that hangs on it. */
export function textsIn(paragraph: Node): Node[] {
  const texts: Node[] = [];
  const walk = (node: Node): void => {
    for (const child of node.children) {
      if (!isNode(child) || child.name === 'w:p') continue;
      if (child.name === 'w:t') texts.push(child);
      else walk(child);
    }
  };
  walk(paragraph);
  return texts;
}

/** Puts a mark that runs over several texts into the one where it begins. */
function gather(texts: readonly Node[], at: number, mark: string): void {
  let from = 0;
  let left = mark.length;
  let first: Node | null = null;
  for (const text of texts) {
    const words = text.children.join('');
    const end = from + words.length;
    if (first === null && at < end) {
      first = text;
      const start = at - from;
      const inside = Math.min(left, words.length - start);
      left -= inside;
      setText(text, words.slice(0, start) + mark + words.slice(start + inside));
    } else if (first !== null && left > 0) {
      const inside = Math.min(left, words.length);
      left -= inside;
      setText(text, words.slice(inside));
    }
    if (first !== null && left === 0) return;
    from = end;
  }
}

/** The text in which a mark begins; marks have been gathered, from the last to the first, so that earlier places stay. */
function holderOf(texts: readonly Node[], at: number): Node {
  let from = 0;
  for (const text of texts) {
    from += text.children.join('').length;
    if (at < from) return text;
  }
  return texts.at(-1)!;
}

export function setText(text: Node, words: string): void {
  text.children = words === '' ? [] : [words];
  text.attributes['xml:space'] = 'preserve';
}
