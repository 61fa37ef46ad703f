/** The 依据 mark: pressing it opens the sentence that ordered this, in its notice. */
import { useRef, useState } from 'react';
import { useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { Icon } from './Icon.tsx';
import { ProblemNote } from './ProblemNote.tsx';

export interface SourceRef {
  readonly noticeId: string;
  readonly start: number;
  readonly end: number;
}

const words = {
  source: { zh: '依据', en: 'Source' },
  close: { zh: '关闭', en: 'Close' },
  open: { zh: '打开公文', en: 'Open the notice' },
};

export function SourceMark({ source, href }: { readonly source: SourceRef; readonly href?: (source: SourceRef) => string }) {
  const t = useWords();
  const [asked, setAsked] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="source-mark"
        onClick={(event) => {
          event.stopPropagation();
          setAsked(true);
          dialog.current?.showModal();
        }}
      >
        {t(words.source)}
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog already; the click is for its backdrop */}
      <dialog
        ref={dialog}
        className="sheet"
        aria-label={t(words.source)}
        onClick={(event) => event.target === dialog.current && dialog.current?.close()}
      >
        {asked && <Passage source={source} href={href} onClose={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

function Passage({
  source,
  href,
  onClose,
}: {
  readonly source: SourceRef;
  readonly href?: ((source: SourceRef) => string) | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords();
  const { data, error } = useRead('notice.passage', { id: source.noticeId, start: source.start, end: source.end }, { keep: true });
  return (
    <>
      <div className="sheet-head">
        <h2>
          {data?.number} {data?.title}
        </h2>
        <button type="button" className="icon-button" aria-label={t(words.close)} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div className="sheet-body">
        {!data && <ProblemNote error={error} />}
        <p className="quote" style={{ whiteSpace: 'pre-wrap', margin: 0 }}>
          <span style={{ color: 'var(--second)' }}>{data?.before}</span>
          <mark style={{ background: '#fbe9a9' }}>{data?.passage}</mark>
          <span style={{ color: 'var(--second)' }}>{data?.after}</span>
        </p>
        {href && (
          <p style={{ margin: '12px 0 0' }}>
            <a href={href(source)}>{t(words.open)}</a>
          </p>
        )}
      </div>
    </>
  );
}
