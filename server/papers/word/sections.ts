/** What {{#列表}} … {{/列表}} repeats: the paragraph, the rows of a table, or the blocks between the two marks. */
import type { Mark } from './placeholders.ts';
import type { Node } from './tree.ts';

export interface Section {
  readonly name: string;
  readonly open: Mark;
  readonly close: Mark;
  /** The node among whose children the repeated ones stand. */
  readonly parent: Node;
  readonly from: Node;
  readonly to: Node;
  /** The paragraphs of the marks hold nothing else and are left out of what is repeated. */
  readonly bare: boolean;
  readonly marks: readonly Mark[];
}

export type SectionFault = { readonly kind: 'unclosed' | 'unopened' | 'crossed' | 'nested' | 'misplaced'; readonly mark: Mark };

/** Where blocks may be repeated. */
const HOLDERS = new Set(['w:body', 'w:tc', 'w:hdr', 'w:ftr', 'w:txbxContent', 'w:sdtContent', 'w:footnote', 'w:endnote']);

export function findSections(marks: readonly Mark[]): { readonly sections: Section[]; readonly faults: SectionFault[] } {
  const sections: Section[] = [];
  const faults: SectionFault[] = [];
  let open: Mark | null = null;
  let inside: Mark[] = [];
  for (const mark of marks) {
    if (mark.kind === 'open') {
      if (open) faults.push({ kind: 'nested', mark });
      else [open, inside] = [mark, []];
    } else if (mark.kind === 'close') {
      if (!open) faults.push({ kind: 'unopened', mark });
      else if (open.name !== mark.name) faults.push({ kind: 'crossed', mark });
      else {
        const section = sectionOf(open, mark, inside);
        if (section) sections.push(section);
        else faults.push({ kind: 'misplaced', mark: open });
        open = null;
      }
    } else if (open) inside.push(mark);
  }
  if (open) faults.push({ kind: 'unclosed', mark: open });
  sections.forEach((section, at) => {
    // Two lists of one row would each want to repeat it.
    if (sections.slice(0, at).some((other) => other.parent === section.parent && overlaps(other, section)))
      faults.push({ kind: 'misplaced', mark: section.open });
  });
  return { sections, faults };
}

function sectionOf(open: Mark, close: Mark, marks: readonly Mark[]): Section | null {
  const base = { name: open.name, open, close, marks };
  const [a, b] = [pathOf(open), pathOf(close)];
  if (open.paragraph.node === close.paragraph.node)
    return { ...base, parent: open.paragraph.above.at(-1)!, from: open.paragraph.node, to: open.paragraph.node, bare: false };
  let depth = 0;
  while (a[depth] === b[depth]) depth++;
  const shared = a[depth - 1]!;
  if (shared.name === 'w:tr') return { ...base, parent: a[depth - 2]!, from: shared, to: shared, bare: false };
  const [from, to] = [a[depth]!, b[depth]!];
  if (shared.name === 'w:tbl') return { ...base, parent: shared, from, to, bare: false };
  if (!HOLDERS.has(shared.name) || from !== open.paragraph.node || to !== close.paragraph.node) return null;
  return { ...base, parent: shared, from, to, bare: isAlone(open) && isAlone(close) };
}

const pathOf = ({ paragraph }: Mark): Node[] => [...paragraph.above, paragraph.node];

const isAlone = ({ paragraph }: Mark): boolean => /^\s*\{\{[^{}]*\}\}\s*$/.test(paragraph.words);

function overlaps(a: Section, b: Section): boolean {
  const at = (node: Node): number => a.parent.children.indexOf(node);
  return at(a.from) <= at(b.to) && at(b.from) <= at(a.to);
}
