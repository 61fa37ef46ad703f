/** The few styles of an office's sheet, as the numbers that cells name them by. */
import { attribute } from './text.ts';

const aligns = ['left', 'center', 'right'] as const;
export type Align = (typeof aligns)[number];

/** Number formats, built in below 164 (ECMA-376 part 1, 18.8.30). */
const formats = { text: 49, number: 0, day: 164, time: 20, percent: 165, instant: 166 } as const;
export type Format = keyof typeof formats;
const formatNames = Object.keys(formats) as Format[];

export const TITLE_STYLE = 1;
export const NOTE_STYLE = 2;
export const HEAD_STYLE = 3;
const FIRST_BODY_STYLE = 4;

export const bodyStyle = (align: Align, format: Format): number =>
  FIRST_BODY_STYLE + aligns.indexOf(align) * formatNames.length + formatNames.indexOf(format);

const font = (name: string, size: number): string => `<font><sz val="${size}"/><name val="${attribute(name)}"/></font>`;
const LINE = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FF333333"/></${side}>`).join('');

const xf = (format: number, fontId: number, border: number, align: Align, wrap = true): string =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="center"${wrap ? ' wrapText="1"' : ''}/></xf>`;

export function stylesXml(fonts: { readonly body: string; readonly title: string; readonly head: string }): string {
  const body = aligns.flatMap((align) => formatNames.map((format) => xf(formats[format], 0, 1, align)));
  const xfs = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    xf(49, 1, 0, 'center'),
    xf(49, 2, 0, 'right'),
    xf(49, 3, 1, 'center'),
    ...body,
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="4">${font(fonts.body, 12)}${font(fonts.title, 18)}${font(fonts.body, 10)}${font(fonts.head, 12)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${LINE}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`;
}
