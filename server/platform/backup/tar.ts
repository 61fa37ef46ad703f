/** Plain POSIX tar (ustar), so that a backup without a passphrase opens with the tools of any machine. Entries are held whole in memory. */

export interface Entry {
  readonly name: string;
  readonly body: Buffer;
}

const BLOCK = 512;
/** More than any file the server takes. */
const LARGEST = 256 * 1024 * 1024;

export async function* writeTar(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const { name, body } of entries) {
    yield headerOf(name, body.length);
    yield body;
    const rest = body.length % BLOCK;
    if (rest > 0) yield Buffer.alloc(BLOCK - rest);
  }
  yield Buffer.alloc(2 * BLOCK);
}

function headerOf(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > 100) throw new Error(`too long for tar: ${name}`);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0'.repeat(2), 108);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write(`${'0'.repeat(11)}\0`, 136);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** The sum of all bytes, those of the sum itself taken as spaces. */
function checksumOf(header: Buffer): number {
  let sum = 8 * 32;
  for (const [at, byte] of header.entries()) if (at < 148 || at >= 156) sum += byte;
  return sum;
}

/** Throws at the first thing that is not as `writeTar` writes it, also when the end is missing. */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const { take, drain } = takerOf(chunks);
  for (;;) {
    const header = await take(BLOCK);
    // What stands behind must have been read too: the check sum of the compression, the last frame of the seal.
    if (header.every((byte) => byte === 0)) return drain();
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    if (Number.parseInt(header.toString('latin1', 148, 154), 8) !== checksumOf(header)) throw new Error('a header is damaged');
    if (!(size >= 0 && size <= LARGEST)) throw new Error('an entry is too large');
    const body = await take(size);
    await take((BLOCK - (size % BLOCK)) % BLOCK);
    yield { name, body };
  }
}

function takerOf(chunks: AsyncIterable<Buffer>) {
  const iterator = chunks[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let length = 0;
  return {
    async take(size: number): Promise<Buffer> {
      while (length < size) {
        const { done, value } = await iterator.next();
        if (done) throw new Error('the end is missing');
        held.push(value);
        length += value.length;
      }
      const all = Buffer.concat(held);
      held = [all.subarray(size)];
      length -= size;
      return all.subarray(0, size);
    },
    async drain(): Promise<void> {
      while (!(await iterator.next()).done);
    },
  };
}
