/** Mastheads: the name of the unit in red, its number, the rule under it; and the form of a 函, whose masthead stands in the head of page one. */
import type { DispatchKind } from '#domain/dispatch/dispatch.states.ts';
import { columnsOf } from '../text.ts';
import { grid, RED, twips, typeArea } from './measure.ts';
import type { Feet } from './package.ts';
import { CHARACTER, emptyLine, paragraph, type Rule, type Run, ruleLine } from './paragraph.ts';

interface Head {
  readonly kind: DispatchKind;
  readonly issuer: string;
  readonly number: string;
  readonly signatory: string;
}

/** 7.2.4 to 7.2.8: the name with its upper edge 35 mm below the type area's, the number two lines under it, the rule 4 mm under that. */
export function masthead({ kind, issuer, number, signatory }: Head): string {
  const name = kind === 'minutes' ? (/(会议)?纪要$/.test(issuer) ? issuer : `${issuer}会议纪要`) : `${issuer}文件`;
  const look = largest(name, 62);
  return [
    paragraph(name, {
      font: '小标宋',
      halfPoints: look.halfPoints,
      color: RED,
      align: 'center',
      before: twips(35) - Math.round((look.line - look.halfPoints * 10) / 2),
      line: look.line,
    }),
    emptyLine(),
    emptyLine(),
    numberLine({ kind, number, signatory }),
    ruleLine({ width: 18, color: RED }, { before: twips(4) - (grid.linePitch - 320) / 2 }),
  ].join('');
}

/** 7.2.5, 7.2.6: centred; in a document that goes upward the number stands left, who signed it right, each a character from the edge. */
function numberLine({ kind, number, signatory }: Omit<Head, 'issuer'>): string {
  if (kind !== 'report' || !signatory) return paragraph(number, { align: 'center' });
  const signed: readonly (Run | string)[] = [`${number}\t签发人：`, { text: signatory, font: '楷体' }];
  return paragraph(signed, { align: 'left', left: 1, right: 1, rightTab: typeArea.width - CHARACTER });
}

/** 10.1: 30 mm from the upper edge of the sheet, a double rule of 170 mm 4 mm under it, another 20 mm above the lower edge; no page number. */
export function letterMasthead(issuer: string): NonNullable<Feet['first']> {
  const look = largest(issuer, 62);
  const beyond = { leftTwips: -twips(8), rightTwips: -twips(6) };
  const rule = (style: NonNullable<Rule['style']>): Rule => ({ width: 24, color: RED, space: 8, style });
  return {
    head: paragraph(issuer, {
      font: '小标宋',
      halfPoints: look.halfPoints,
      color: RED,
      align: 'center',
      line: look.line,
      below: rule('thickThinSmallGap'),
      ...beyond,
    }),
    headFrom: twips(30) - Math.round((look.line - look.halfPoints * 10) / 2),
    foot: paragraph('', { line: 60, above: { ...rule('thinThickSmallGap'), space: 1 }, ...beyond }),
    footFrom: twips(20) - 60,
  };
}

/** As large as the type area lets it be; a very long name goes on in a second line. */
function largest(name: string, most: number): { readonly halfPoints: number; readonly line: number } {
  const points = typeArea.width / 20 / Math.max(1, columnsOf(name));
  const halfPoints = Math.max(52, Math.min(most * 2, Math.floor(points * 2) - 1));
  return { halfPoints, line: Math.round(halfPoints * 10 * 1.3) };
}
