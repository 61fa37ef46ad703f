/** From what a clerk puts in to the document of a notice: pasted words, pasted or saved web page, or a file of any usual kind. */
import { createHash } from 'node:crypto';
import { Problem } from '#domain/kernel/problem.ts';
import type { NoticeDocument } from '#domain/notice/document.ts';
import { MAX_NOTICE_BYTES, MAX_NOTICE_CHARACTERS } from '#domain/notice/notice.contract.ts';
import { readPaper } from '#server/papers/read/paper.ts';
import { plain } from '#server/papers/read/read.ts';

export interface Given {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly file?: { readonly name: string; readonly base64: string } | undefined;
}

export interface Reading {
  readonly document: NoticeDocument;
  readonly textSha256: string;
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
}

export async function readGiven({ text, html, file }: Given): Promise<Reading> {
  if (file) {
    const bytes = Buffer.from(file.base64, 'base64');
    if (bytes.length > MAX_NOTICE_BYTES) throw new Problem('request.tooLarge', { limit: `${MAX_NOTICE_BYTES / 1024 / 1024} MB` });
    return reading(await readPaper(bytes), { name: file.name, bytes });
  }
  if (html?.trim()) return reading(await readPaper(Buffer.from(`<!doctype html><meta charset="utf-8">${html}`)), null);
  if (!text?.trim()) throw new Problem('notice.empty');
  return reading(plain(text), null);
}

function reading(document: NoticeDocument, file: Reading['file']): Reading {
  const { text } = document;
  if (!text.trim()) throw new Problem('notice.empty');
  if (text.length > MAX_NOTICE_CHARACTERS) throw new Problem('notice.tooLong', { limit: MAX_NOTICE_CHARACTERS });
  return { document, textSha256: createHash('sha256').update(text).digest('hex'), file };
}
