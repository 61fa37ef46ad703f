/** The thread in which one file is read. Whatever a reader stumbles over is a damaged file to whoever sent it. */
import { parentPort, workerData } from 'node:worker_threads';
import { Problem, type ProblemCode } from '#domain/kernel/problem.ts';
import { cleanTemplate } from '../word/template.ts';
import type { Read, ReadAnswer, ReadOrder } from './paper.ts';
import { readBytes } from './read.ts';
import { readTableBytes } from './table.ts';

async function answer({ kind, bytes }: ReadOrder): Promise<ReadAnswer> {
  try {
    return { found: await readers[kind](Buffer.from(bytes)) };
  } catch (error) {
    if (!(error instanceof Problem)) return { problem: sayOf[kind]('notice.damaged') };
    return { problem: sayOf[kind](error.code), details: error.details };
  }
}

const readers: { readonly [Kind in keyof Read]: (file: Buffer) => Read[Kind] | Promise<Read[Kind]> } = {
  notice: readBytes,
  table: readTableBytes,
  template: cleanTemplate,
};

const sayOf: Record<keyof Read, (code: ProblemCode) => ProblemCode> = {
  notice: (code) => code,
  table: tableProblem,
  template: (code) => (code.startsWith('template.') ? code : 'template.damaged'),
};

/** The archive and the XML in it speak of notices. */
function tableProblem(code: ProblemCode): ProblemCode {
  if (code.startsWith('table.')) return code;
  return code === 'notice.tooComplex' ? 'table.tooLarge' : 'table.damaged';
}

parentPort?.postMessage(await answer(workerData as ReadOrder));
