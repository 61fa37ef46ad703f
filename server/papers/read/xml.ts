/**
 * XML as a small tree. One prefix is left out of the names: that of WordprocessingML, or the one that is asked for; all others stay. No DTD,
 * no entities of the document's own.
 */
import { SaxesParser } from 'saxes';
import { Problem } from '#domain/kernel/problem.ts';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

interface OpenElement extends Element {
  readonly children: (Element | string)[];
}

/** A long notice has some ten thousand; a book is no notice. */
const MAX_ELEMENTS = 600_000;
const MAX_DEPTH = 256;

/** `ownPrefix`: the prefix of the outermost element is left out, whatever it is; some programs give their sheets one. */
export function parseXml(bytes: Buffer, { ownPrefix = false } = {}): Element {
  let prefix = ownPrefix ? '' : 'w:';
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const stack: OpenElement[] = [root];
  let count = 0;
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new Problem('notice.damaged');
  });
  parser.on('doctype', () => {
    throw new Problem('notice.damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (count > MAX_ELEMENTS || stack.length > MAX_DEPTH) throw new Problem('notice.tooComplex');
    if (ownPrefix && count === 1) prefix = name.slice(0, name.indexOf(':') + 1);
    const element: OpenElement = { name: localName(name, prefix), attributes: named(attributes, prefix), children: [] };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.on('text', (text) => {
    if (stack.length > 1) stack.at(-1)!.children.push(text);
  });
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8';
  parser.write(bytes.toString(encoding).replace(/^\uFEFF/, '')).close();
  return root;
}

const localName = (name: string, prefix: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name);

const named = (attributes: Readonly<Record<string, string>>, prefix: string): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name, prefix), value]));

export const elementsOf = (element: Element): Element[] => element.children.filter((child): child is Element => typeof child !== 'string');

export const childNamed = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child): child is Element => typeof child !== 'string' && child.name === name);

/** The `w:val` of a child: <w:numId w:val="3"/> → '3'. */
export const valOf = (element: Element | undefined, name: string): string | undefined => childNamed(element, name)?.attributes.val;

/** <w:vanish/> and <w:vanish w:val="true"/> are on, <w:vanish w:val="0"/> is off. */
export function isOn(element: Element | undefined, name: string): boolean {
  const child = childNamed(element, name);
  return child !== undefined && !/^(?:0|false|off|none)$/.test(child.attributes.val ?? '');
}
