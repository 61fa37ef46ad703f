import { useEffect, useRef, useState } from 'react';
import type { ChecklistItem } from '#domain/place/place.model.ts';
import { useWords } from '#web/language.ts';
import { SourceMark } from '#web/ui/SourceMark.tsx';

const words = {
  more: { zh: '展开', en: 'More' },
  less: { zh: '收起', en: 'Less' },
};

/** The notice's own words, in its own type; what is longer than three lines on this screen folds. */
export function ItemText({ item }: { readonly item: ChecklistItem }) {
  const t = useWords();
  const text = useRef<HTMLParagraphElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [isFolded, setFolded] = useState(false);
  useEffect(() => {
    const shown = text.current;
    if (shown) setFolded(shown.scrollHeight > shown.clientHeight + 4);
  }, []);
  return (
    <div className="item-text">
      <div className="item-no">
        <span aria-hidden="true">{item.no}</span>
        <SourceMark source={item.source} />
      </div>
      <div>
        <p ref={text} className={isOpen ? 'quote' : 'quote clamped'}>
          {item.text}
        </p>
        {isFolded && (
          <button type="button" className="link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? words.less : words.more)}
          </button>
        )}
      </div>
    </div>
  );
}
