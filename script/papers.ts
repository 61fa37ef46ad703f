/** `script/papers OUT`: one sample of every paper, made by the calls a user makes, from the demo campaign in a database of its own that is gone afterwards. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeDemo } from '#demo/campaign.ts';
import { createApp } from '#server/app.ts';
import { openDatabase } from '#server/platform/database.ts';
import { openFileStore } from '#server/platform/files.ts';
import { startTestPostgres } from '#server/platform/testing/postgres.ts';
import { writePapers } from './papers.sample.ts';

const [from = '.', out] = process.argv.slice(2);
if (!out) {
  console.error('script/papers OUT');
  process.exit(2);
}
const folder = resolve(from, out);
await mkdir(folder, { recursive: true });
const secret = 'a secret for samples only, thirty-two bytes';
const postgres = await startTestPostgres();
const kept = await mkdtemp(join(tmpdir(), 'chuangcheng-papers-'));
const database = openDatabase(postgres.poolConfig);
const files = openFileStore(kept);
try {
  await makeDemo({ db: database.db, files, secret, log: (line) => console.error(line) });
  const app = await createApp({ db: database.db, files, clock: () => Date.now(), demo: true, webRoot: null, log: false, secret });
  await writePapers(app, async (name, bytes) => {
    await writeFile(join(folder, name), bytes);
    console.log(join(folder, name));
  });
  await app.close();
} finally {
  await database.pool.end();
  await postgres.close();
  await rm(kept, { recursive: true, force: true });
}
