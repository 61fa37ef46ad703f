/** The members of a zip archive, unpacked one by one within a limit that is held against what really comes out, not what the archive states. */
import { inflateRawSync } from 'node:zlib';
import { Problem } from '#domain/kernel/problem.ts';

export interface Zip {
  readonly names: readonly string[];
  /** The bytes of a member; undefined where there is none. Throws `notice.damaged`, or `notice.tooComplex` beyond the limit. */
  read(name: string): Buffer | undefined;
}

/** All members read together may unpack to no more than this. */
const MAX_UNPACKED_BYTES = 48 * 1024 * 1024;
const MAX_MEMBERS = 2000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

export function openZip(bytes: Buffer): Zip {
  const entries = entriesOf(bytes);
  let left = MAX_UNPACKED_BYTES;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const content = unpack(bytes, entry, left);
      left -= content.length;
      return content;
    },
  };
}

/** From the central directory, which stands at the end. Archives beyond 4 GB (zip64) are none of ours. */
function entriesOf(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw new Problem('notice.damaged');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_MEMBERS) throw new Problem('notice.tooComplex');
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new Problem('notice.damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { method, packed, at }: Entry, limit: number): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw new Problem('notice.damaged');
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const content = bytes.subarray(from, from + packed);
  if (content.length < packed) throw new Problem('notice.damaged');
  if (method === STORED && packed <= limit) return content;
  if (method !== DEFLATED) throw new Problem(method === STORED ? 'notice.tooComplex' : 'notice.damaged');
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    throw new Problem((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'notice.tooComplex' : 'notice.damaged');
  }
}
