/** An old Word document (.doc, and .wps, which is the same container): its paragraphs a line each, a row of a table a line with its cells parted by tabs. */
import WordExtractor from 'word-extractor';
import { Problem } from '#domain/kernel/problem.ts';
import type { NoticeDocument } from '#domain/notice/document.ts';
import { paperWriter } from './writer.ts';

/** Streams that OLE files hold, by name in UTF-16: an encrypted .docx is an OLE file too. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const WORD = Buffer.from('WordDocument', 'utf16le');

export async function readDoc(bytes: Buffer): Promise<NoticeDocument> {
  if (bytes.includes(ENCRYPTED)) throw new Problem('notice.encrypted');
  if (!bytes.includes(WORD)) throw new Problem('notice.wrongFile');
  if (isEncryptedWord(bytes)) throw new Problem('notice.encrypted');
  const text = await bodyOf(bytes);
  const writer = paperWriter();
  for (const line of text.split('\n')) writer.line(line);
  return writer.finish();
}

async function bodyOf(bytes: Buffer): Promise<string> {
  try {
    return (await new WordExtractor().extract(bytes)).getBody({ filterUnicode: false });
  } catch {
    throw new Problem('notice.damaged');
  }
}

/** The file information block begins the WordDocument stream; bit 8 of its flags says encrypted ([MS-DOC] 2.5.2, fEncrypted). */
function isEncryptedWord(bytes: Buffer): boolean {
  for (let at = 512; at + 12 <= bytes.length; at += 512)
    if (bytes.readUInt16LE(at) === 0xa5ec) return (bytes.readUInt16LE(at + 10) & 0x0100) !== 0;
  return false;
}
