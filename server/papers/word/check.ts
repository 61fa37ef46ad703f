/** What is wrong with the placeholders of a template: which, why, and in which paragraph. */
import type { TemplateFault } from '#domain/form/form.contract.ts';
import type { FormTerms } from '#domain/form/forms.ts';
import type { Words } from '#domain/kernel/words.ts';
import { findMarks, type Mark, type Paragraph } from './placeholders.ts';
import { findSections, type SectionFault } from './sections.ts';
import type { Node } from './tree.ts';

const MOST_FAULTS = 50;

export function checkPart(root: Node, terms: FormTerms): TemplateFault[] {
  const { marks, strays } = findMarks(root);
  const { sections, faults } = findSections(marks);
  const found: TemplateFault[] = strays.map(({ words, paragraph }) =>
    fault(
      words,
      paragraph,
      words.startsWith('{')
        ? { zh: '没有写完，缺少 }}', en: 'is not closed: }} is missing' }
        : { zh: '前面缺少 {{', en: 'has no {{ before it' },
    ),
  );
  for (const { kind, mark } of faults) found.push(fault(written(mark), mark.paragraph, sectionWords[kind](mark.name)));
  for (const mark of marks) {
    const within = sections.find((section) => section.marks.includes(mark));
    const said = whatIsWrong(mark, within?.name ?? null, terms);
    if (said) found.push(fault(written(mark), mark.paragraph, said));
  }
  return found.slice(0, MOST_FAULTS);
}

function whatIsWrong(mark: Mark, list: string | null, terms: FormTerms): Words | null {
  if (mark.kind === 'close') return null;
  if (mark.kind === 'open') {
    if (mark.name in terms.lists) return null;
    return { zh: `没有这个列表${known(Object.keys(terms.lists)).zh}`, en: `is no list${known(Object.keys(terms.lists)).en}` };
  }
  if (mark.name in terms.values) return null;
  const ofList = (name: string) => ({ ...terms.lists[name]?.values, ...terms.lists[name]?.pictures });
  if (list && mark.name in ofList(list)) return null;
  const home = Object.keys(terms.lists).find((name) => mark.name in ofList(name));
  if (home) return { zh: `只能写在 {{#${home}}} 和 {{/${home}}} 之间`, en: `belongs between {{#${home}}} and {{/${home}}}` };
  const names = [...Object.keys(terms.values), ...(list ? Object.keys(ofList(list)) : [])];
  return { zh: `没有这个名称${known(names).zh}`, en: `is no name that is known${known(names).en}` };
}

const known = (names: readonly string[]): Words =>
  names.length > 0 ? { zh: `，可用：${names.join('、')}`, en: `; there are: ${names.join(', ')}` } : { zh: '', en: '' };

const sectionWords: Record<SectionFault['kind'], (name: string) => Words> = {
  unclosed: (name) => ({ zh: `没有结束，缺少 {{/${name}}}`, en: `is not ended: {{/${name}}} is missing` }),
  unopened: (name) => ({ zh: `没有开始，缺少 {{#${name}}}`, en: `was not begun: {{#${name}}} is missing` }),
  crossed: () => ({ zh: '与前面开始的列表不是同一个，列表交叉了', en: 'ends another list than the one begun before it' }),
  nested: () => ({ zh: '列表里不能再放列表', en: 'a list cannot stand inside a list' }),
  misplaced: () => ({
    zh: '开始和结束不在同一处：应同在一段、同在一行表格，或各占一段',
    en: 'begins and ends in different places: let both stand in one paragraph, in one row of a table, or in paragraphs of their own',
  }),
};

const written = ({ kind, name }: Mark): string => `{{${kind === 'open' ? '#' : kind === 'close' ? '/' : ''}${name}}}`;

function fault(placeholder: string, paragraph: Paragraph, said: Words): TemplateFault {
  const words = [...paragraph.words];
  return { placeholder, ...said, paragraph: words.length > 60 ? `${words.slice(0, 59).join('')}…` : words.join('') };
}
