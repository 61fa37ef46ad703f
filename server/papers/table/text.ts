/** Words as a workbook can hold them. */
import { escapeXml, printable } from '../text.ts';

/** A cell of Excel holds 32,767 characters; none is cut in half. */
const cut = (text: string, max = 32_767): string => (text.length > max ? text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '') : text);

/** The words of a cell. Excel takes `_x000D_` for a character (ECMA-376 part 1, 22.9.2.19), so its own underscore is written as one. */
export const cellText = (text: string): string => escapeXml(cut(text)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

export const attribute = (text: string): string => escapeXml(cut(text)).replace(/[\n\t]/g, ' ');

/** On the tab: at most 31 characters, none of : \ / ? * [ ], no ' at either end. */
export function tabName(name: string): string {
  const clean = printable(cut(name.replace(/[:\\/?*[\]\n\t]/g, ' '), 31))
    .trim()
    .replace(/^'+|'+$/g, '');
  return clean === '' ? 'Sheet1' : clean;
}

/** 0 → A, 26 → AA. */
export function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}
