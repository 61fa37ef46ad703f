/**
 * A zip archive written member by member while it is sent: only what is being packed is held. Sizes and check sums follow each member
 * (APPNOTE 4.3.9), so nothing has to be known beforehand.
 */
import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface Member {
  readonly name: string;
  readonly text: Iterable<string> | AsyncIterable<string>;
}

const VERSION = 20;
/** Sizes follow the content; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1 January 1980: the same content is the same file. */
const DATE = 0x0021;
const MOST_BYTES = 0xffff_ffff;

interface Written {
  readonly name: Buffer;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

export async function* zipOf(members: Iterable<Member>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for (const { name: text, text: content } of members) {
    const name = Buffer.from(text);
    const start = at;
    const header = localHeader(name);
    yield header;
    let [crc, size, packed] = [0, 0, 0];
    const measured = async function* () {
      for await (const part of content) {
        const bytes = Buffer.from(part);
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    };
    const deflate = createDeflateRaw();
    // Whoever stops, the other is stopped too; the error comes out of `deflate`.
    pipeline(Readable.from(measured(), { objectMode: false, highWaterMark: 1 << 16 }), deflate, () => {});
    for await (const part of deflate as AsyncIterable<Buffer>) {
      packed += part.length;
      yield part;
    }
    at += header.length + packed + 16;
    if (at > MOST_BYTES || size > MOST_BYTES) throw new RangeError('a workbook beyond 4 GB');
    yield sizes(crc, packed, size);
    written.push({ name, at: start, crc, packed, size });
  }
  const directory = Buffer.concat(written.map(entry));
  yield directory;
  yield end(written.length, directory.length, at);
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function sizes(crc: number, packed: number, size: number): Buffer {
  const after = Buffer.alloc(16);
  after.writeUInt32LE(0x08074b50, 0);
  after.writeUInt32LE(crc, 4);
  after.writeUInt32LE(packed, 8);
  after.writeUInt32LE(size, 12);
  return after;
}

function entry({ name, at, crc, packed, size }: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(DEFLATED, 10);
  header.writeUInt16LE(DATE, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(at, 42);
  return Buffer.concat([header, name]);
}

function end(count: number, length: number, at: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(at, 16);
  return record;
}
