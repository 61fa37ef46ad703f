/** Which kind of file it is, told from its first bytes and not from its name, and the reader for it. Runs where it may use up its memory: see paper.ts. */

import { Problem } from '#domain/kernel/problem.ts';
import { decodeNotice, NotText } from '#domain/notice/decode.ts';
import type { NoticeDocument } from '#domain/notice/document.ts';
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';

const startsWith = (bytes: Buffer, signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte);

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Pictures, archives, programs, rich text: read as text they would only look like a damaged notice. */
const OTHERS: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
];

export async function readBytes(bytes: Buffer): Promise<NoticeDocument> {
  if (bytes.length === 0) throw new Problem('notice.empty');
  if (startsWith(bytes, ZIP)) return readDocx(bytes);
  if (startsWith(bytes, OLE)) return readDoc(bytes);
  if (bytes.subarray(0, 1024).includes('%PDF-')) return readPdf(bytes);
  if (OTHERS.some((signature) => startsWith(bytes, signature))) throw new Problem('notice.wrongFile');
  const text = decoded(bytes);
  return looksLikeHtml(text) ? readHtml(text) : plain(text);
}

/** A web page says its own encoding; where it says none, it is guessed like that of any text. */
function decoded(bytes: Buffer): string {
  try {
    return decodeNotice(bytes).text;
  } catch (error) {
    if (error instanceof NotText) throw new Problem('notice.notText');
    throw error;
  }
}

const looksLikeHtml = (text: string): boolean =>
  /^(?:\s|<!--[\s\S]{0,2000}?-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html|head|body|meta|table|div|p)[\s>]/i.test(
    text.slice(0, 4000),
  ) || /^Version:[\d.]+\s+StartHTML:/.test(text);

/** Plain text keeps its lines exactly, tabs and indents and all: they are all that tells its tables. */
export function plain(text: string): NoticeDocument {
  const whole = text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  if (whole.includes('\u0000')) throw new Problem('notice.notText');
  return { text: whole.toWellFormed(), tables: [] };
}
