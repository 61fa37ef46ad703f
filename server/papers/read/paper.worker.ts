/** The thread in which one file is read. Whatever a reader stumbles over is a damaged file to whoever sent it. */
import { parentPort, workerData } from 'node:worker_threads';
import { Problem, type ProblemCode } from '#domain/kernel/problem.ts';
import type { ReadAnswer, ReadOrder } from './paper.ts';
import { readBytes } from './read.ts';
import { readTableBytes } from './table.ts';

async function answer({ kind, bytes }: ReadOrder): Promise<ReadAnswer> {
  const file = Buffer.from(bytes);
  try {
    return { found: kind === 'notice' ? await readBytes(file) : readTableBytes(file) };
  } catch (error) {
    const code: ProblemCode = error instanceof Problem ? error.code : 'notice.damaged';
    return { problem: kind === 'notice' ? code : tableProblem(code) };
  }
}

/** The archive and the XML in it speak of notices. */
function tableProblem(code: ProblemCode): ProblemCode {
  if (code.startsWith('table.')) return code;
  return code === 'notice.tooComplex' ? 'table.tooLarge' : 'table.damaged';
}

parentPort?.postMessage(await answer(workerData as ReadOrder));
