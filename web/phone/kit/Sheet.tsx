import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';

const words = { close: { zh: '关闭', en: 'Close' } };

/** A sheet from the bottom edge, where the thumb is; closed by its cross, the back of the phone, Esc, or a tap beside it. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const sheet = dialog.current!;
    sheet.showModal();
    sheet.addEventListener('click', (event) => event.target === sheet && sheet.close());
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onClose={onClose}>
      <div className="sheet-head">
        <h2>{title}</h2>
        <button type="button" className="icon-button" aria-label={t(words.close)} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
}
