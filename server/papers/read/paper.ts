/**
 * Reads a file that somebody sends: in a thread of its own with a bound on memory and time, because a file can be made to unpack to
 * a thousand times its size. Two at a time; the others wait their turn.
 */
import { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode } from '#domain/kernel/problem.ts';
import type { NoticeDocument } from '#domain/notice/document.ts';

/** What the thread answers with. */
export type ReadAnswer = { readonly document: NoticeDocument } | { readonly problem: ProblemCode };

const MAX_SECONDS = 20;
const MAX_HEAP_MB = 320;
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Throws the Problem that says why the file cannot be read; whatever the bytes are, nothing else. */
export async function readPaper(bytes: Buffer): Promise<NoticeDocument> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await readInThread(bytes);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function readInThread(bytes: Buffer): Promise<NoticeDocument> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./paper.worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: 48, stackSizeMb: 8 },
      stdout: true,
      stderr: true,
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    const timer = setTimeout(() => end(() => reject(new Problem('notice.tooComplex'))), MAX_SECONDS * 1000);
    worker.once('message', (answer: ReadAnswer) =>
      end(() => ('document' in answer ? resolve(answer.document) : reject(new Problem(answer.problem)))),
    );
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(() => reject(new Problem(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'notice.tooComplex' : 'notice.damaged'))),
    );
    worker.once('exit', () => end(() => reject(new Problem('notice.damaged'))));
  });
}
