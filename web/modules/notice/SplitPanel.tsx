/** A sentence that orders two things is parted where the clerk says: the words stand in pieces, a cut can go between any two. */
import { useState } from 'react';
import type { DutyDraft } from '#domain/notice/draft.model.ts';
import { useWords } from '#web/language.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { useReview } from './review.ts';

const words = {
  how: { zh: '在要断开的地方点一下（←→ 移动，空格断开，回车保存）', en: 'Press where it parts (←→ move, space cuts, Enter saves)' },
  cut: { zh: '在此断开', en: 'cut here' },
  save: { zh: '拆成', en: 'Split into' },
  parts: { zh: '项', en: 'duties' },
};

export function SplitPanel({ duty }: { readonly duty: DutyDraft }) {
  const t = useWords();
  const { notice, correct, openPanel } = useReview();
  const pieces = piecesOf(notice.text, duty.span);
  const [cuts, setCuts] = useState<readonly number[]>([]);
  const toggle = (at: number) =>
    setCuts((known) => (known.includes(at) ? known.filter((one) => one !== at) : [...known, at].sort((a, b) => a - b)));
  const save = () => cuts.length > 0 && correct({ target: `duty:${duty.key}`, field: 'cuts', value: [...cuts] }, []);
  return (
    <EntryPanel
      hint={t(words.how)}
      save={`${t(words.save)} ${cuts.length + 1} ${t(words.parts)}`}
      saveable={cuts.length > 0}
      onSave={save}
      onClose={() => openPanel(null)}
    >
      <p
        className="split-words quote"
        onKeyDown={(event) => {
          const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          if (event.key === 'Enter') {
            event.preventDefault();
            save();
          }
          if (step === 0) return;
          const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
          all[all.indexOf(document.activeElement as HTMLElement) + step]?.focus();
          event.preventDefault();
        }}
      >
        {pieces.map((piece, index) => (
          <span key={piece.start}>
            {index > 0 && (
              <button
                type="button"
                className="cut"
                // biome-ignore lint/a11y/noAutofocus: the panel was opened to choose a cut
                autoFocus={index === 1}
                aria-pressed={cuts.includes(piece.start)}
                aria-label={`${t(words.cut)}：${piece.text.slice(0, 12)}`}
                onClick={() => toggle(piece.start)}
              />
            )}
            {piece.text}
          </span>
        ))}
      </p>
    </EntryPanel>
  );
}

/** Clauses with their offsets in the notice; a number or a bracket is never parted. */
function piecesOf(text: string, [start, end]: readonly [number, number]): { readonly start: number; readonly text: string }[] {
  const pieces: { start: number; text: string }[] = [];
  for (const match of text.slice(start, end).matchAll(/[^。；;，,、\n]*[。；;，,、\n]+|[^。；;，,、\n]+$/g)) {
    const before = pieces.at(-1);
    const open = before !== undefined && unclosed(before.text);
    if (before && (open || before.text.trim() === '')) before.text += match[0];
    else pieces.push({ start: start + match.index, text: match[0] });
  }
  return pieces;
}

const unclosed = (text: string): boolean => (text.match(/[（(《“]/g)?.length ?? 0) > (text.match(/[）)》”]/g)?.length ?? 0);
