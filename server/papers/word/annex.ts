/** Annexes: named under the body, each on a page of its own before the imprint. */
import { bodyLines } from '#domain/dispatch/body.ts';
import { bodyParagraphs, titleLines } from './body.ts';
import { emptyLine, paragraph } from './paragraph.ts';

export interface WrittenAnnex {
  readonly title: string;
  readonly text: string;
}

/** 7.3.4: a line below the body, two characters in; names go on under names; nothing after them. */
export function annexNote(annexes: readonly WrittenAnnex[]): string[] {
  if (annexes.length === 0) return [];
  return [
    emptyLine({ keepNext: true }),
    ...annexes.map(({ title }, at) => {
      const label = at === 0 ? '附件：' : '　　　';
      const number = annexes.length > 1 ? `${at + 1}.` : '';
      const wide = 3 + number.length / 2;
      return paragraph(`${label}${number}${title}`, { left: 2 + wide, first: -wide, keepNext: true });
    }),
  ];
}

/** 7.3.7: 附件1 in 黑体 on the first line, its title centred on the third. */
export function annexPages(annexes: readonly WrittenAnnex[]): string[] {
  return annexes.flatMap(({ title, text }, at) => [
    paragraph(annexes.length > 1 ? `附件${at + 1}` : '附件', { font: '黑体', align: 'left', newPage: true }),
    emptyLine(),
    ...titleLines(title),
    emptyLine(),
    ...bodyParagraphs(bodyLines(text), false),
  ]);
}
