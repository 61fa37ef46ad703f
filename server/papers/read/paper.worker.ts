/** The thread in which one file is read. Whatever a reader stumbles over is a damaged file to whoever sent it. */
import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '#domain/kernel/problem.ts';
import type { ReadAnswer } from './paper.ts';
import { readBytes } from './read.ts';

async function answer(): Promise<ReadAnswer> {
  try {
    return { document: await readBytes(Buffer.from(workerData as Uint8Array)) };
  } catch (error) {
    return { problem: error instanceof Problem ? error.code : 'notice.damaged' };
  }
}

parentPort?.postMessage(await answer());
