/** `script/compile FILE… [--json]`: the plan of one notice, or of several that are one campaign. The readers and the compiler are those of the server. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Problem } from '#domain/kernel/problem.ts';
import { compileNotice } from '#domain/notice/compile.ts';
import { readPaper } from '#server/papers/read/paper.ts';
import { type Compiled, campaignOf } from './compile.campaign.ts';
import { outlineOf } from './compile.outline.ts';

async function compiled(path: string): Promise<Compiled> {
  const document = await readPaper(await readFile(path));
  return { name: basename(path), text: document.text, plan: compileNotice(document) };
}

function explain(path: string, error: unknown): string {
  if (error instanceof Problem) return `✗ ${path}：${error.words.zh} / ${error.message}`;
  return `✗ ${path}：读不到这个文件 / this file cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`;
}

const [from = '.', ...given] = process.argv.slice(2);
const json = given.includes('--json');
const files = given.filter((one) => !one.startsWith('--'));
if (files.length === 0) {
  console.error('script/compile FILE… [--json]   docx, doc, wps, pdf, html, txt');
  process.exit(2);
}
const notices: Compiled[] = [];
for (const file of files) {
  try {
    notices.push(await compiled(resolve(from, file)));
  } catch (error) {
    console.error(explain(file, error));
    process.exit(1);
  }
}
const [only] = notices;
const shown = json
  ? JSON.stringify(notices.length === 1 && only ? only.plan : campaignOf(notices))
  : outlineOf(notices, campaignOf(notices));
await new Promise<void>((done) => process.stdout.write(`${shown}\n`, () => done()));
