/** Words as a workbook can hold them. */

/** XML 1.0 has no control characters and no half characters; a cell of Excel holds 32,767. */
function printable(text: string, max = 32_767): string {
  const whole = text.length > max ? text.slice(0, max) : text;
  return (whole.isWellFormed() ? whole : whole.replace(/[\uD800-\uDBFF]$/, '').toWellFormed())
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '');
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (one) => (one === '&' ? '&amp;' : one === '<' ? '&lt;' : '&gt;'));

/** The words of a cell. Excel takes `_x000D_` for a character (ECMA-376 part 1, 22.9.2.19), so its own underscore is written as one. */
export const cellText = (text: string): string => escaped(printable(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));

export const attribute = (text: string): string => escaped(printable(text).replace(/[\n\t]/g, ' ')).replaceAll('"', '&quot;');

/** On the tab: at most 31 characters, none of : \ / ? * [ ], no ' at either end. */
export function tabName(name: string): string {
  const clean = printable(name.replace(/[:\\/?*[\]\n\t]/g, ' '), 31)
    .trim()
    .replace(/^'+|'+$/g, '');
  return clean === '' ? 'Sheet1' : clean;
}

/** 0 → A, 26 → AA. */
export function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}
