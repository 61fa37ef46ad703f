/**
 * Official documents after GB/T 9704-2012: masthead, number, title, recipients, body with its four levels, annexes, signature, imprint,
 * page numbers. Clauses are named where a figure comes from one.
 */
import type { BodyLine } from '#domain/dispatch/body.ts';
import type { DispatchKind } from '#domain/dispatch/dispatch.states.ts';
import { columnsOf } from '../text.ts';
import { annexNote, annexPages, type WrittenAnnex } from './annex.ts';
import { bodyParagraphs, titleLines } from './body.ts';
import { pageFeet } from './feet.ts';
import { imprint, letterImprint } from './imprint.ts';
import { letterMasthead, masthead } from './masthead.ts';
import { type Feet, packDocx } from './package.ts';
import { emptyLine, paragraph } from './paragraph.ts';
import { signature } from './signature.ts';

export interface OfficialPaper {
  readonly kind: DispatchKind;
  /** The unit that issues it. */
  readonly issuer: string;
  readonly number: string;
  readonly signatory: string;
  readonly title: string;
  readonly recipients: string;
  readonly lines: readonly BodyLine[];
  readonly attendance: readonly string[];
  readonly annexes: readonly WrittenAnnex[];
  /** Already in words: 2018年4月20日. */
  readonly day: string;
  readonly sealed: boolean;
  readonly copies: string;
}

export function writeOfficial(paper: OfficialPaper): Buffer {
  const isMinutes = paper.kind === 'minutes';
  const body = [
    paper.kind === 'letter' ? letterNumber(paper.number) : masthead(paper),
    emptyLine(),
    emptyLine(),
    ...titleLines(paper.title),
    emptyLine(),
    paper.recipients && !isMinutes ? paragraph(`${paper.recipients.replace(/[：:]$/, '')}：`, { align: 'left' }) : '',
    ...bodyParagraphs(paper.lines, !isMinutes),
    ...attendanceLines(paper.attendance),
    ...annexNote(paper.annexes),
    ...(isMinutes ? [] : signature(paper)),
    ...annexPages(paper.annexes),
    paper.kind === 'letter' ? letterImprint(paper) : imprint(paper),
  ].join('');
  return packDocx({ title: paper.title, body, feet: feetOf(paper) });
}

const feetOf = (paper: OfficialPaper): Feet => (paper.kind === 'letter' ? { ...pageFeet, first: letterMasthead(paper.issuer) } : pageFeet);

/** 10.1: the number of a 函 stands at the right under the first rule, a line of 3号 high. */
const letterNumber = (number: string): string => (number ? paragraph(number, { align: 'right' }) : emptyLine());

/** 10.3: 出席 in 黑体, the names beside it, further lines under the names. */
function attendanceLines(lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [
    emptyLine(),
    ...lines.map((line, at) => {
      const [, label = '', names = line] = /^([^：:]{2,6}[：:])(.*)$/s.exec(line) ?? [];
      const wide = columnsOf(label);
      return paragraph([{ text: label, font: '黑体' }, names], {
        left: 2 + wide,
        first: -wide,
        keepLines: true,
        keepNext: lines.length <= 12 && at < lines.length - 1,
      });
    }),
  ];
}
