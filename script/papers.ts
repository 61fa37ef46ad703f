/** `script/papers OUT`: one sample of every paper, made by the calls a user makes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { samplePapers } from './papers.sample.ts';

const [from = '.', out] = process.argv.slice(2);
if (!out) {
  console.error('script/papers OUT');
  process.exit(2);
}
const folder = resolve(from, out);
await mkdir(folder, { recursive: true });
await samplePapers(
  async (name, bytes) => {
    await writeFile(join(folder, name), bytes);
    console.log(join(folder, name));
  },
  (line) => console.error(line),
);
