/** One entry of the plan: pressing its head shows its sentence, the pencil corrects it. */
import type { ReactNode } from 'react';
import { useWords } from '#web/language.ts';
import { useSelection } from './selection.ts';

const words = {
  edit: { zh: '更正', en: 'Correct' },
  corrected: { zh: '已更正', en: 'corrected' },
};

interface EntryProps {
  readonly target: string;
  readonly span: readonly [number, number];
  readonly title: string;
  readonly number?: string;
  readonly corrected?: boolean;
  readonly dropped?: boolean;
  readonly onEdit?: (() => void) | undefined;
  readonly children?: ReactNode;
}

export function Entry({ target, span, title, number, corrected = false, dropped = false, onEdit, children }: EntryProps) {
  const t = useWords();
  const { chosen, choose } = useSelection();
  const here = chosen?.target === target || chosen?.target?.startsWith(`${target}#`);
  return (
    <li className={`entry${here ? ' entry-here' : ''}${dropped ? ' entry-dropped' : ''}`} data-target={target}>
      <div className="entry-head">
        {number && <span className="entry-number">{number}</span>}
        <button type="button" className="entry-title" onClick={() => choose(target, span, 'plan')}>
          {title}
        </button>
        {corrected && <span className="pill">{t(words.corrected)}</span>}
        {onEdit && (
          <button type="button" className="entry-edit" aria-label={`${t(words.edit)} ${title}`} title={t(words.edit)} onClick={onEdit}>
            <Pencil />
          </button>
        )}
      </div>
      {children && <div className="entry-more">{children}</div>}
    </li>
  );
}

function Pencil() {
  return (
    <svg
      viewBox="0 0 24 24"
      width={16}
      height={16}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3" />
    </svg>
  );
}
