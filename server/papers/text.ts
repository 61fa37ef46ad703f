/** Text on its way into a file that is XML inside: what XML 1.0 cannot carry is left out, whoever typed it. */

/** Without control characters (line breaks and tabs stay), halves of a cut emoji and the two code points that are no characters. */
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '');

export const escapeXml = (text: string): string =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** How many columns of a Chinese character a line takes: half for Latin letters and digits. */
export const columnsOf = (line: string): number =>
  [...line].reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e7f ? 1 : 0.5), 0);
