/** 7.5: page numbers in 4号 half-width 宋体 between dashes, 7 mm below the type area, odd ones right, even ones left, a character from the edge. */
import { page, twips } from './measure.ts';
import type { Feet } from './package.ts';
import { pageNumber, paragraph } from './paragraph.ts';

const LINE = 320;
const look = { font: '宋体', size: '4号' } as const;

const numbered = (align: 'left' | 'right'): string => {
  const dash = `<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>`;
  const inner = `${dash}<w:t xml:space="preserve">— </w:t></w:r>${pageNumber(look)}${dash}<w:t xml:space="preserve"> —</w:t></w:r>`;
  return paragraph('', { align, ...(align === 'left' ? { left: 1 } : { right: 1 }), line: LINE }).replace('</w:p>', `${inner}</w:p>`);
};

export const pageFeet: Feet = { odd: numbered('right'), even: numbered('left'), from: page.bottom - twips(7) - LINE };
