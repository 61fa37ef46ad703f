/** A dialog for a small form: the browser keeps the focus inside and gives it back. Closed by its cross, Esc or the back of the phone. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '#web/language.ts';
import { Icon } from './Icon.tsx';

const words = { close: { zh: '关闭', en: 'Close' } };

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** A tap beside it closes it too, as a thumb on the phone expects. */
  readonly closesBeside?: boolean;
}

export function Sheet({ title, onClose, children, closesBeside = false }: SheetProps) {
  const t = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const sheet = dialog.current!;
    sheet.showModal();
    if (closesBeside) sheet.addEventListener('click', (event) => event.target === sheet && sheet.close());
  }, [closesBeside]);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby={id} onClose={onClose}>
      <div className="sheet-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="icon-button" aria-label={t(words.close)} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
}
