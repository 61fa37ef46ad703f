/** `script/compile FILE… [--json]`: the plan of one notice, or of several that are one campaign. The readers and the compiler are those of the server. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Problem } from '#domain/kernel/problem.ts';
import { compileNotice } from '#domain/notice/compile.ts';
import { draftFrom } from '#domain/notice/draft.ts';
import type { Plan } from '#domain/notice/plan.ts';
import { questionsFor, type Subject } from '#domain/notice/questions.ts';
import { repeatsBetween } from '#domain/notice/repeats.ts';
import { readPaper } from '#server/papers/read/paper.ts';
import { outlineOf } from './compile.outline.ts';

export interface Compiled {
  readonly name: string;
  readonly text: string;
  readonly plan: Plan;
}

/** Items of one notice that say again what another one says; each named by the place of its notice in the list and its path. */
export interface Campaign {
  readonly notices: readonly Plan[];
  readonly repeats: readonly {
    readonly item: readonly [number, string];
    readonly of: readonly [number, string];
    readonly likeness: number;
  }[];
  readonly contradictions: readonly {
    readonly zh: string;
    readonly en: string;
    readonly passages: readonly { readonly notice: number; readonly quote: string }[];
  }[];
}

async function compiled(path: string): Promise<Compiled> {
  const document = await readPaper(await readFile(path));
  return { name: basename(path), text: document.text, plan: compileNotice(document) };
}

function campaignOf(notices: readonly Compiled[]): Campaign {
  const subjects = notices.map(
    ({ text, plan }, index): Subject => ({ id: String(index), number: plan.documentNumber, text, draft: draftFrom(plan) }),
  );
  const questions = subjects.flatMap((subject, index) =>
    questionsFor(subject, subjects.slice(0, index))
      .filter((question) => question.kind === 'contradiction')
      .map(({ message, passages }) => ({
        ...message,
        passages: passages.map((passage) => ({ notice: Number(passage.notice ?? index), quote: passage.quote })),
      })),
  );
  const repeats = notices.flatMap(({ plan }, index) =>
    notices.slice(0, index).flatMap((earlier, before) =>
      repeatsBetween(sentencesOf(plan), sentencesOf(earlier.plan)).map(({ a, b, likeness }) => ({
        item: [index, a] as const,
        of: [before, b] as const,
        likeness: Math.round(likeness * 100) / 100,
      })),
    ),
  );
  return { notices: notices.map((notice) => notice.plan), repeats, contradictions: questions };
}

const sentencesOf = (plan: Plan): { key: string; text: string }[] => plan.items.map((item) => ({ key: item.path, text: item.text }));

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
