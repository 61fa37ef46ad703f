/**
 * Reads a file that somebody sends: in a thread of its own with a bound on memory and time, because a file can be made to unpack to
 * a thousand times its size. Two at a time; the others wait their turn.
 */
import { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode } from '#domain/kernel/problem.ts';
import type { NoticeDocument } from '#domain/notice/document.ts';
import type { Cell } from './xlsx.ts';

/** What is asked of the thread, and what it answers with. */
export interface ReadOrder {
  readonly kind: keyof Read;
  readonly bytes: Uint8Array;
}
export interface Read {
  readonly notice: NoticeDocument;
  readonly table: Cell[][];
  /** The file as it is kept. */
  readonly template: Uint8Array;
}
export type ReadAnswer = { readonly found: Read[keyof Read] } | { readonly problem: ProblemCode; readonly details?: Problem['details'] };

const MAX_SECONDS = 20;
const MAX_HEAP_MB = 320;
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Throws the Problem that says why the file cannot be read; whatever the bytes are, nothing else. */
export const readPaper = (bytes: Buffer): Promise<NoticeDocument> => inTurn('notice', bytes);

/** The cells of the first sheet of an Excel file, or of a text file with commas or tabs; row by row. Throws the same way. */
export const readTable = (bytes: Buffer): Promise<Cell[][]> => inTurn('table', bytes);

/** A unit's own template (.docx), rebuilt without anything that could act or reach out. Throws `template.*`. */
export const readTemplate = async (bytes: Buffer): Promise<Buffer> => Buffer.from(await inTurn('template', bytes));

async function inTurn<Kind extends keyof Read>(kind: Kind, bytes: Buffer): Promise<Read[Kind]> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await readInThread(kind, bytes);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** The same faults, said of the kind of file that was wanted. */
const faults = {
  notice: { tooComplex: 'notice.tooComplex', damaged: 'notice.damaged' },
  table: { tooComplex: 'table.tooLarge', damaged: 'table.damaged' },
  template: { tooComplex: 'template.tooLarge', damaged: 'template.damaged' },
} as const satisfies Record<keyof Read, Record<string, ProblemCode>>;

function readInThread<Kind extends keyof Read>(kind: Kind, bytes: Buffer): Promise<Read[Kind]> {
  const { tooComplex, damaged } = faults[kind];
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./paper.worker.ts', import.meta.url), {
      workerData: { kind, bytes } satisfies ReadOrder,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: 48, stackSizeMb: 8 },
      stdout: true,
      stderr: true,
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(() => end(() => reject(new Problem(tooComplex))), MAX_SECONDS * 1000);
    worker.once('message', (answer: ReadAnswer) =>
      end(() => ('found' in answer ? resolve(answer.found as Read[Kind]) : reject(new Problem(answer.problem, answer.details)))),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(() => reject(new Problem(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooComplex : damaged))),
    );
    worker.once('exit', () => end(() => reject(new Problem(damaged))));
  });
}
