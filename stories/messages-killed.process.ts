/** A server that only sends, for the story that kills it: its settings come as JSON in the first argument. */
import { tmpdir } from 'node:os';
import type pg from 'pg';
import { createApp } from '#server/app.ts';
import { openDatabase } from '#server/platform/database.ts';
import { openFileStore } from '#server/platform/files.ts';
import { SECRET } from './house.ts';

const { pool, allowed, leaseMs } = JSON.parse(process.argv[2]!) as {
  readonly pool: pg.PoolConfig;
  readonly allowed: readonly string[];
  readonly leaseMs: number;
};
const { db } = openDatabase(pool);
await createApp({
  db,
  files: openFileStore(tmpdir()),
  clock: Date.now,
  demo: false,
  webRoot: null,
  log: false,
  secret: SECRET,
  delivery: { sealKey: SECRET, allowed: new Set(allowed), everyMs: 40, timeoutMs: 30_000, leaseMs },
});
