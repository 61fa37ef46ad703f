/** Long texts for services that count bytes: broken at line ends where possible, numbered, never in the middle of a character. */

const MOST_PARTS = 5;
/** Room for '（12/12）\n'. */
const NUMBERING = 16;

const encoder = new TextEncoder();
export const bytesOf = (text: string): number => encoder.encode(text).length;

/** `limit` in bytes of UTF-8. What does not go into five parts is cut, and says so. */
export function partsOf(text: string, limit: number): string[] {
  if (bytesOf(text) <= limit) return [text];
  const pieces: string[] = [];
  let rest = text;
  while (rest !== '' && pieces.length < MOST_PARTS) {
    const piece = headOf(rest, limit - NUMBERING);
    pieces.push(piece.trimEnd());
    rest = rest.slice(piece.length).replace(/^\n+/, '');
  }
  if (rest !== '') pieces[MOST_PARTS - 1] = cut(pieces[MOST_PARTS - 1]!, limit - NUMBERING);
  return pieces.map((piece, i) => `（${i + 1}/${pieces.length}）\n${piece}`);
}

const CUT = '\n……（余下内容请在系统中查看）';

export function cut(text: string, limit: number): string {
  return `${headOf(text, limit - bytesOf(CUT)).trimEnd()}${CUT}`;
}

/** The longest beginning within the limit that ends with a line, or within one where the line itself is too long. */
function headOf(text: string, limit: number): string {
  let bytes = 0;
  let end = 0;
  let lineEnd = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > limit) return text.slice(0, lineEnd > end / 2 ? lineEnd : end);
    end += character.length;
    if (character === '\n') lineEnd = end;
  }
  return text;
}
