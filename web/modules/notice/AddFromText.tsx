/** Words selected in the document that order something and were not read as a duty become one. */
import { type RefObject, useEffect, useState } from 'react';
import type { NoticeView } from '#domain/notice/notice.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { addedItemsOf } from './NoticeDoubts.tsx';
import { useSelection } from './selection.ts';

const words = { add: { zh: '把选中的文字设为责任事项', en: 'Make the selected words a duty' } };
const FEWEST = 4;

export function AddFromText({ notice, root }: { readonly notice: NoticeView; readonly root: RefObject<HTMLElement | null> }) {
  const t = useWords();
  const { choose } = useSelection();
  const correct = useAct('notice.correct');
  const [span, setSpan] = useState<readonly [number, number] | null>(null);
  useEffect(() => {
    const look = (): void => setSpan(root.current ? selectedSpan(root.current) : null);
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [root]);
  if (!span && !correct.error) return null;
  const added = addedItemsOf(notice.corrections);
  const add = (): void => {
    if (!span) return;
    const correction = { target: 'notice', field: 'addedItems', value: [...added, [...span]] };
    correct.mutate({ id: notice.id, correction, was: added }, { onSuccess: () => choose(`duty:+${span[0]}`, span, 'text') });
    getSelection()?.removeAllRanges();
  };
  return (
    <div className="add-from-text no-print">
      <ProblemNote error={correct.error} />
      {span && (
        // Pressing would take the selection away before the click arrives.
        <button type="button" className="btn btn-main" onMouseDown={(event) => event.preventDefault()} onClick={add}>
          {t(words.add)}
        </button>
      )}
    </div>
  );
}

function selectedSpan(root: HTMLElement): readonly [number, number] | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !root.contains(selection.anchorNode) || !root.contains(selection.focusNode)) return null;
  const ends = [offsetOf(selection.anchorNode, selection.anchorOffset), offsetOf(selection.focusNode, selection.focusOffset)];
  const [a, b] = ends;
  if (a === null || b === null || a === undefined || b === undefined || Math.abs(a - b) < FEWEST) return null;
  return a < b ? [a, b] : [b, a];
}

/** Every stretch of the document says where it begins in the text. */
function offsetOf(node: Node | null, within: number): number | null {
  const piece = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-start]');
  return piece ? Number(piece.dataset.start) + (node === piece ? 0 : within) : null;
}
