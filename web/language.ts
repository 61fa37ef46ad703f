/** The language of the interface: Chinese first, English complete. Texts are `Words`, so a missing language is a compile error. */
import { useStore } from '@nanostores/react';
import { atom } from 'nanostores';
import type { Language, Words } from '#domain/kernel/words.ts';

const STORED = 'chuangcheng.language';

export const language = atom<Language>(localStorage.getItem(STORED) === 'en' ? 'en' : 'zh');

export function setLanguage(next: Language): void {
  localStorage.setItem(STORED, next);
  language.set(next);
}

language.subscribe((now) => {
  document.documentElement.lang = now === 'zh' ? 'zh-CN' : 'en';
});

/** `const t = useWords()` then `t(words.title)`. */
export function useWords(): (words: Words) => string {
  const now = useStore(language);
  return (words) => words[now];
}
