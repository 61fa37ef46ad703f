import { Problem } from '#domain/kernel/problem.ts';
import type { Words } from '#domain/kernel/words.ts';
import { problemOf } from '#web/ui/ProblemNote.tsx';

const full: Words = {
  zh: '手机存储已满，这一步没有保存。请清理空间后再试。',
  en: 'The phone is full, so this was not saved. Free some space and try again.',
};
const refusedStorage: Words = {
  zh: '浏览器不允许在手机上保存，请关闭无痕模式后再试。',
  en: 'The browser does not allow saving on this phone; leave private mode and try again.',
};

/** The sentence for what went wrong on the phone itself, or what the server said. */
export function sentenceOf(error: unknown): Words {
  if (error instanceof Problem) return error.words;
  if (error instanceof DOMException) return error.name === 'QuotaExceededError' ? full : refusedStorage;
  return problemOf(error);
}
