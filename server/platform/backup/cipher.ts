/**
 * A stream under a passphrase: scrypt makes the key, AES-256-GCM seals it frame by frame. Each frame is bound to its place and to whether
 * it is the last (the STREAM construction), so that frames cannot be left out, exchanged or cut off, and nothing unproven is ever read.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';

const MAGIC = Buffer.from('CHUANGCHENG BACKUP 1\n');
const SALT = 16;
const PREFIX = 7;
const HEAD = MAGIC.length + SALT + PREFIX;
const FRAME = 64 * 1024;
const TAG = 16;
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

export const isSealed = (start: Buffer): boolean => start.subarray(0, MAGIC.length).equals(MAGIC);

export async function* sealStream(chunks: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const head = Buffer.concat([MAGIC, randomBytes(SALT + PREFIX)]);
  const key = keyOf(head, passphrase);
  yield head;
  let counter = 0;
  for await (const { frame, isLast } of framesOf(chunks, FRAME)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(head, counter++, isLast)).setAAD(head);
    yield Buffer.concat([cipher.update(frame), cipher.final(), cipher.getAuthTag()]);
  }
}

/** Throws at a wrong passphrase as at any damage: the two cannot be told apart. */
export async function* openStream(chunks: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const { head, rest } = await takeHead(chunks);
  const key = keyOf(head, passphrase);
  let counter = 0;
  for await (const { frame, isLast } of framesOf(rest, FRAME + TAG)) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(head, counter++, isLast)).setAAD(head);
    decipher.setAuthTag(frame.subarray(-TAG));
    yield Buffer.concat([decipher.update(frame.subarray(0, -TAG)), decipher.final()]);
  }
}

function keyOf(head: Buffer, passphrase: string): Buffer {
  return scryptSync(passphrase.normalize('NFC'), head.subarray(MAGIC.length, MAGIC.length + SALT), 32, SCRYPT);
}

function nonceOf(head: Buffer, counter: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  head.copy(nonce, 0, HEAD - PREFIX);
  nonce.writeUInt32BE(counter, PREFIX);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Frames of `size` bytes; the last may be shorter, and there is always one. */
async function* framesOf(
  chunks: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ readonly frame: Buffer; readonly isLast: boolean }> {
  let held = Buffer.alloc(0);
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk]);
    let at = 0;
    for (; held.length - at > size; at += size) yield { frame: held.subarray(at, at + size), isLast: false };
    held = held.subarray(at);
  }
  yield { frame: held, isLast: true };
}

async function takeHead(chunks: AsyncIterable<Buffer>): Promise<{ readonly head: Buffer; readonly rest: AsyncIterable<Buffer> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  while (held.length < HEAD) {
    const { done, value } = await iterator.next();
    if (done) throw new Error('the end is missing');
    held = Buffer.concat([held, value]);
  }
  const left = held.subarray(HEAD);
  async function* rest(): AsyncGenerator<Buffer> {
    yield left;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head: held.subarray(0, HEAD), rest: rest() };
}
