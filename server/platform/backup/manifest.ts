/** What a backup says about itself: the last entry of the archive. */
import { z } from 'zod';

export const MANIFEST = 'manifest.json';
export const KEY_FILE = 'channel.key';
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256: Sha256 })),
  tables: z.array(z.object({ name: z.string().regex(/^\w+$/), columns: z.array(z.string().regex(/^\w+$/)), rows: z.int() })),
  /** Everything before the manifest, in the order of the archive. */
  entries: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: Sha256 })),
});
export type Manifest = z.infer<typeof Manifest>;

/** Name of an entry that holds rows: the table, and the number of the part. */
export const partName = (table: string, part: number): string => `tables/${table}.${String(part).padStart(5, '0')}.copy`;
export const tableOfPart = (name: string): string | null => /^tables\/(\w+)\.\d{5}\.copy$/.exec(name)?.[1] ?? null;
export const fileName = (sha256: string): string => `files/${sha256}`;
export const fileOf = (name: string): string | null => /^files\/([0-9a-f]{64})$/.exec(name)?.[1] ?? null;
