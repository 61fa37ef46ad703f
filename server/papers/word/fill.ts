/** Fills a template: lists first, row by row, then the values that stand outside them. No expression is ever worked out: a name is looked up. */
import { Problem } from '#domain/kernel/problem.ts';
import { type Box, drawing, type Picture } from './picture.ts';
import { findMarks } from './placeholders.ts';
import { findSections, type Section } from './sections.ts';
import { copyOf, isNode, type Node, nodesIn, parseTree, sizeOf } from './tree.ts';

export interface FilledPicture {
  readonly picture: Picture | null;
  readonly box: Box;
}
export type Row = Readonly<Record<string, string | FilledPicture>>;

export interface Values {
  readonly values: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly Row[]>>;
}

/** Takes a picture into the file and answers with the name of its relation and its number. */
export type TakePicture = (picture: Picture) => { readonly relation: string; readonly id: number };

/** A paper of some hundred pages; beyond it a template only means harm. */
const MOST_ELEMENTS = 400_000;
const MISSING_PICTURE = '（照片缺失）';
const DRAWING_NAMES = {
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/** Changes the tree. The template has been checked: what is unknown in it after all is left blank. */
export function fillPart(root: Node, { values, lists }: Values, take: TakePicture): void {
  const { marks } = findMarks(root);
  const { sections } = findSections(marks);
  const done = new Set<Node>();
  let size = sizeOf(root);
  for (const section of sections.toReversed()) {
    const rows = lists[section.name] ?? [];
    const unit = unitOf(section);
    size += unit.reduce((sum, node) => sum + sizeOf(node), 0) * rows.length;
    if (size > MOST_ELEMENTS) throw new Problem('template.tooMuch');
    const drawn = rows.flatMap((row) => {
      const copies = unit.map(copyOf);
      for (const copy of copies) fillTexts(copy, { ...values, ...row }, take, done);
      return copies;
    });
    const { children } = section.parent;
    const [from, to] = [children.indexOf(section.from), children.indexOf(section.to)];
    section.parent.children = [...children.slice(0, from), ...drawn, ...children.slice(to + 1)];
  }
  fillTexts(root, values, take, done);
  mendEmptied(root);
}

function unitOf({ parent, from, to, bare }: Section): Node[] {
  const blocks = parent.children.slice(parent.children.indexOf(from), parent.children.indexOf(to) + 1).filter(isNode);
  return bare ? blocks.slice(1, -1) : blocks;
}

/** `done` holds what has been put in: braces in somebody's words are words. */
function fillTexts(root: Node, row: Row, take: TakePicture, done: Set<Node>): void {
  const isOpen = (child: Node | string): child is Node => isNode(child) && child.name === 'w:t' && !done.has(child);
  for (const run of [...nodesIn(root)].filter(({ children }) => children.some(isOpen)))
    run.children = run.children.flatMap((child): (Node | string)[] => {
      if (!isOpen(child)) return [child];
      const filled = filledText(child, row, take);
      for (const node of filled) done.add(node);
      return filled;
    });
}

/** A w:t becomes texts, breaks and pictures. */
function filledText(text: Node, row: Row, take: TakePicture): Node[] {
  const parts = text.children.join('').split(/(\{\{[^{}]*\}\})/);
  if (parts.length === 1) return [text];
  return parts.flatMap((part) => {
    const name = /^\{\{([^{}]*)\}\}$/.exec(part)?.[1]?.trim();
    if (name === undefined) return lineNodes(part);
    const value = Object.hasOwn(row, name) ? row[name]! : '';
    if (typeof value === 'string') return lineNodes(value);
    return value.picture ? [drawn(value.picture, value.box, take)] : lineNodes(MISSING_PICTURE);
  });
}

function lineNodes(text: string): Node[] {
  const node = (name: string, words?: string): Node => ({
    name,
    attributes: words === undefined ? {} : { 'xml:space': 'preserve' },
    children: words === undefined ? [] : [words],
  });
  return text.split('\n').flatMap((line, at) => [...(at > 0 ? [node('w:br')] : []), ...(line === '' ? [] : [node('w:t', line)])]);
}

function drawn(picture: Picture, box: Box, take: TakePicture): Node {
  const { relation, id } = take(picture);
  const node = parseTree(drawing(picture, box, relation, id));
  return { ...node, attributes: { ...node.attributes, ...DRAWING_NAMES } };
}

/** A list without rows may leave a table without any, or a cell without a paragraph: Word opens neither. */
function mendEmptied(root: Node): void {
  for (const node of nodesIn(root)) {
    node.children = node.children.filter(
      (child) => !isNode(child) || child.name !== 'w:tbl' || child.children.some((row) => isNode(row) && row.name === 'w:tr'),
    );
    if ((node.name === 'w:tc' || node.name === 'w:txbxContent') && !endsInParagraph(node))
      node.children.push({ name: 'w:p', attributes: {}, children: [] });
  }
}

const endsInParagraph = (node: Node): boolean => {
  const last = node.children.filter(isNode).at(-1);
  return last?.name === 'w:p' || last?.name === 'w:sdt';
};
