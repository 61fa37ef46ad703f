/** The XML of a Word file as a tree that is written back as it was read. No DTD, no entities of its own, bounded in size and depth. */
import { SaxesParser } from 'saxes';
import { Problem } from '#domain/kernel/problem.ts';
import { escapeXml } from '../text.ts';

export interface Node {
  readonly name: string;
  readonly attributes: Record<string, string>;
  children: (Node | string)[];
}

const MAX_ELEMENTS = 100_000;
const MAX_DEPTH = 200;

export function parseTree(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [] };
  const stack: Node[] = [root];
  let count = 0;
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new Problem('template.damaged');
  });
  parser.on('doctype', () => {
    throw new Problem('template.damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (count > MAX_ELEMENTS || stack.length > MAX_DEPTH) throw new Problem('template.tooLarge', { limit: `${MAX_ELEMENTS}` });
    const node: Node = { name, attributes: { ...(attributes as Record<string, string>) }, children: [] };
    stack.at(-1)!.children.push(node);
    stack.push(node);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.on('text', (text) => {
    if (stack.length > 1) stack.at(-1)!.children.push(text);
  });
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  return root.children.find(isNode)!;
}

export function writeTree(node: Node): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${written(node)}`;
}

function written(node: Node | string): string {
  if (typeof node === 'string') return escapeXml(node);
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
  return node.children.length === 0
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${node.children.map(written).join('')}</${node.name}>`;
}

export const isNode = (child: Node | string): child is Node => typeof child !== 'string';

export const copyOf = (node: Node): Node => ({
  name: node.name,
  attributes: { ...node.attributes },
  children: node.children.map((child) => (isNode(child) ? copyOf(child) : child)),
});

export function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (isNode(child)) yield* nodesIn(child);
}

export const sizeOf = (node: Node): number => node.children.reduce((sum, child) => sum + (isNode(child) ? sizeOf(child) : 0), 1);
