/** From what a clerk puts in to the text of a notice: pasted text, txt in any usual encoding, docx. */
import { createHash } from 'node:crypto';
import mammoth from 'mammoth';
import { Problem } from '#domain/kernel/problem.ts';
import { decodeNotice, NotText } from '#domain/notice/decode.ts';
import { MAX_NOTICE_BYTES, MAX_NOTICE_CHARACTERS } from '#domain/notice/notice.contract.ts';

export interface Given {
  readonly text?: string | undefined;
  readonly file?: { readonly name: string; readonly base64: string } | undefined;
}

export interface Reading {
  readonly text: string;
  readonly textSha256: string;
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** A docx may unpack to no more than this: a small file can hold a very large one. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

export async function readGiven({ text, file }: Given): Promise<Reading> {
  if (text?.trim()) return reading(text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, ''), null);
  if (!file) throw new Problem('notice.empty');
  const bytes = Buffer.from(file.base64, 'base64');
  if (bytes.length === 0) throw new Problem('notice.empty');
  if (bytes.length > MAX_NOTICE_BYTES) throw new Problem('request.tooLarge', { limit: `${MAX_NOTICE_BYTES / 1024 / 1024} MB` });
  const content = bytes.subarray(0, 4).equals(ZIP) ? await textOfDocx(bytes) : textOfPlain(bytes, file.name);
  return reading(content, { name: file.name, bytes });
}

function reading(text: string, file: Reading['file']): Reading {
  if (!text.trim()) throw new Problem('notice.empty');
  if (text.length > MAX_NOTICE_CHARACTERS) throw new Problem('notice.tooLong', { limit: MAX_NOTICE_CHARACTERS });
  if (text.includes('\u0000')) throw new Problem('notice.notText');
  return { text, textSha256: createHash('sha256').update(text).digest('hex'), file };
}

function textOfPlain(bytes: Buffer, name: string): string {
  if (/\.(pdf|xlsx?|pptx?|doc|wps|jpe?g|png|zip|rar|exe)$/i.test(name)) throw new Problem('notice.wrongFile');
  try {
    return decodeNotice(bytes).text;
  } catch (error) {
    if (error instanceof NotText) throw new Problem('notice.notText');
    throw error;
  }
}

async function textOfDocx(bytes: Buffer): Promise<string> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === Number.POSITIVE_INFINITY) throw new Problem('notice.damaged');
  if (unpacked > MAX_UNPACKED_BYTES) throw new Problem('notice.tooLong', { limit: MAX_NOTICE_CHARACTERS });
  try {
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    return value.replace(/\r\n?/g, '\n').replace(/\n{2,}/g, '\n');
  } catch {
    throw new Problem('notice.damaged');
  }
}

/** The sizes a zip's central directory states, added up; beyond any limit where it has none. */
function unpackedSize(bytes: Buffer): number {
  let total = 0;
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    if (at + 28 > bytes.length) return Number.POSITIVE_INFINITY;
    total += bytes.readUInt32LE(at + 24);
  }
  return total === 0 ? Number.POSITIVE_INFINITY : total;
}
