/**
 * The review by keyboard alone. Entries and their buttons say themselves which key they answer to (`data-key`), so this file knows
 * how to move, and nothing of what the acts do.
 */
import { useEffect } from 'react';
import type { Selection } from './selection.ts';

/** In the order in which the help shows them. */
export const keyHelp = [
  { keys: 'j / ↓', words: { zh: '下一项', en: 'next' } },
  { keys: 'k / ↑', words: { zh: '上一项', en: 'previous' } },
  { keys: 'n', words: { zh: '下一个未核对', en: 'next unchecked' } },
  { keys: 'a', words: { zh: '核对无误，到下一项', en: 'checked, go on' } },
  { keys: 'e', words: { zh: '更正', en: 'correct' } },
  { keys: 's', words: { zh: '拆分', en: 'split' } },
  { keys: 'm', words: { zh: '合并', en: 'merge' } },
  { keys: 't', words: { zh: '补期限', en: 'add a day' } },
  { keys: 'd', words: { zh: '不作为任务 / 恢复', en: 'drop / bring back' } },
  { keys: 'u', words: { zh: '撤销上一步', en: 'undo' } },
  { keys: '/', words: { zh: '查找', en: 'find' } },
  { keys: '?', words: { zh: '键盘操作', en: 'keys' } },
] as const;

export function useReviewKeys(root: { readonly current: HTMLElement | null }, { chosen, choose }: Selection): void {
  useEffect(() => {
    const entries = (): HTMLElement[] => [...(root.current?.querySelectorAll<HTMLElement>('.entry[data-span]') ?? [])].filter(isShown);
    const here = (all: readonly HTMLElement[]): number => {
      const target = chosen?.target ?? '';
      return all.findIndex((entry) => target === entry.dataset.target || target.startsWith(`${entry.dataset.target}#`));
    };
    const go = (entry: HTMLElement | undefined): void => {
      if (!entry) return;
      const [start = 0, end = 0] = (entry.dataset.span ?? '').split('-').map(Number);
      entry.scrollIntoView({ block: 'nearest' });
      entry.querySelector<HTMLElement>('.entry-title')?.focus({ preventScroll: true });
      choose(entry.dataset.target ?? null, [start, end], 'plan');
    };
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const all = entries();
      const at = here(all);
      const key = event.key === 'ArrowDown' ? 'j' : event.key === 'ArrowUp' ? 'k' : event.key;
      if (key === 'j') go(all[at + 1] ?? all[0]);
      else if (key === 'k') go(all[at < 0 ? 0 : Math.max(0, at - 1)]);
      else if (key === 'n') go(nextUnchecked(all, at));
      else {
        const button =
          (at < 0 ? null : all[at]!.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)) ??
          root.current?.querySelector<HTMLElement>(`.review-tools [data-key="${CSS.escape(key)}"]`);
        if (!button) return;
        if (key === '/') button.focus();
        else button.click();
        if (key === 'a') go(nextUnchecked(all, at));
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [root, chosen, choose]);
}

function nextUnchecked(entries: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const after = [...entries.slice(at + 1), ...entries.slice(0, Math.max(0, at))];
  return after.find((entry) => entry.dataset.checked === 'false');
}

const isShown = (element: HTMLElement): boolean => element.closest('details:not([open])') === null;

/** Keys go to whoever is typing, and to a dialog while one is open. */
function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], .ant-modal-wrap')) return true;
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], .entry-panel') !== null;
}
