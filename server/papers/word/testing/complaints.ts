/** What a Word file must be so that Word opens it and nothing sticks out of the type area. Answers with its complaints. */
import { strFromU8, unzipSync } from 'fflate';
import { typeArea } from '../measure.ts';
import { isNode, type Node, nodesIn, parseTree } from '../tree.ts';

const EMU_PER_TWIP = 635;
/** A picture in a frame of paragraphs may be a hair wider than the rounding. */
const SLACK = 4;

export function complaintsOf(file: Buffer): string[] {
  const parts = unzipSync(file);
  const complaints: string[] = [];
  const trees = new Map<string, Node>();
  for (const [name, bytes] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const xml = strFromU8(bytes);
    if (/[^\P{Cc}\n\r\t]|[\uFFFE\uFFFF]/u.test(xml)) complaints.push(`${name}: control characters`);
    try {
      trees.set(name, parseTree(xml));
    } catch {
      complaints.push(`${name}: no XML`);
    }
  }
  const types = strFromU8(parts['[Content_Types].xml']!);
  for (const name of Object.keys(parts).filter((one) => one.startsWith('word/') && one.endsWith('.xml')))
    if (!types.includes(`/${name}"`)) complaints.push(`${name}: no content type`);
  for (const [name, root] of trees) {
    if (name.endsWith('.rels')) complaints.push(...relationComplaints(name, root, Object.keys(parts)));
    else if (name.startsWith('word/'))
      complaints.push(...storyComplaints(name, root, trees.get(name.replace('word/', 'word/_rels/').concat('.rels'))));
  }
  return complaints;
}

function relationComplaints(name: string, root: Node, parts: readonly string[]): string[] {
  const base = name.startsWith('word/') ? 'word/' : '';
  return root.children.filter(isNode).flatMap(({ attributes }) => {
    if (attributes.TargetMode === 'External') return [`${name}: leads outside`];
    return parts.includes(base + attributes.Target!) ? [] : [`${name}: nothing at ${attributes.Target}`];
  });
}

function storyComplaints(name: string, root: Node, relations: Node | undefined): string[] {
  const known = new Set(relations?.children.filter(isNode).map(({ attributes }) => attributes.Id));
  const ids = new Set<string>();
  return [...nodesIn(root)].flatMap((node) => {
    const said: string[] = [];
    const { attributes } = node;
    for (const key of ['r:embed', 'r:id'])
      if (attributes[key] && !known.has(attributes[key])) said.push(`${name}: ${attributes[key]} names nothing`);
    if (node.name === 'w:tc' && node.children.filter(isNode).at(-1)?.name !== 'w:p')
      said.push(`${name}: a cell does not end in a paragraph`);
    if (node.name === 'w:tbl' && !node.children.some((row) => isNode(row) && row.name === 'w:tr'))
      said.push(`${name}: a table without rows`);
    if (node.name === 'w:tblGrid') {
      const width = node.children.filter(isNode).reduce((sum, column) => sum + Number(column.attributes['w:w']), 0);
      if (width > typeArea.width) said.push(`${name}: a table ${width} twips wide`);
    }
    if (
      node.name === 'wp:extent' &&
      (Number(attributes.cx) > (typeArea.width + SLACK) * EMU_PER_TWIP || Number(attributes.cy) > typeArea.height * EMU_PER_TWIP)
    )
      said.push(`${name}: a picture larger than the type area`);
    if (node.name === 'wp:docPr') {
      if (ids.has(attributes.id!)) said.push(`${name}: two pictures numbered ${attributes.id}`);
      ids.add(attributes.id!);
    }
    return said;
  });
}

export const wordsIn = (file: Buffer): string =>
  [...nodesIn(parseTree(strFromU8(unzipSync(file)['word/document.xml']!)))]
    .filter(({ name }) => name === 'w:t')
    .map(({ children }) => children.join(''))
    .join('');
