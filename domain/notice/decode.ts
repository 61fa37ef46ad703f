/**
 * Bytes of an uploaded text file to characters. Chinese offices still send GB18030 beside UTF-8 and Notepad's UTF-16,
 * so the encoding is found from the bytes: a byte-order mark first, then strict UTF-8, then GB18030.
 */

export type NoticeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** The bytes are no text: an image, a Word file, an archive, or nothing at all in a known encoding. */
export class NotText extends Error {
  override readonly name = 'NotText';
}

/** One control character in this many is too much for a text. */
const charactersPerControl = 50;

/** The text with `\n` line ends (every span counts in this text) and the encoding it was read with. */
export function decodeNotice(bytes: Uint8Array): { text: string; encoding: NoticeEncoding } {
  const encoding = encodingOf(bytes);
  const text = decodeAs(bytes, encoding);
  if (text === null || !looksLikeText(text)) throw new NotText('the file holds no text that can be read');
  return { text: text.replace(/\r\n?/g, '\n'), encoding };
}

function encodingOf(bytes: Uint8Array): NoticeEncoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const text = decodeAs(bytes, 'utf-8');
  return text === null || isMistakenGb(text, bytes) ? 'gb18030' : 'utf-8';
}

/** A few short GB words (通知, 联通) are valid UTF-8 by chance; they then show letters of two bytes and never a Chinese character. */
function isMistakenGb(text: string, bytes: Uint8Array): boolean {
  return /[\u0080-\u07ff]/.test(text) && !/[\u0800-\uffff]/.test(text) && /[一-龥]/.test(decodeAs(bytes, 'gb18030') ?? '');
}

/** TextDecoder drops the byte-order mark by itself. */
function decodeAs(bytes: Uint8Array, encoding: NoticeEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksLikeText(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0) return false;
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0c && code !== 0x0d) controls++;
  }
  return controls * charactersPerControl <= text.length;
}
