/** The next possible acts of a record. Refused ones stay visible, greyed, with the reason in words. */
import { useId, useState } from 'react';
import type { OfferedAct } from '#domain/kernel/act.ts';
import type { Words } from '#domain/kernel/words.ts';
import { useWords } from '#web/language.ts';

type ActWords = Readonly<Record<string, { readonly words: Words }>>;

interface ActButtonsProps {
  readonly offered: readonly OfferedAct[];
  readonly table: ActWords;
  readonly onAct: (act: string) => void;
  /** The act that gets the red button. */
  readonly main?: string;
  /** Show every reason at once; otherwise one is shown when its button is hovered or pressed. */
  readonly explain?: boolean;
  readonly disabled?: boolean;
}

export function ActButtons({ offered, table, onAct, main, explain = false, disabled = false }: ActButtonsProps) {
  const t = useWords();
  const id = useId();
  const [asked, setAsked] = useState<string | null>(null);
  const shown = offered.filter(({ act }) => table[act]);
  if (shown.length === 0) return null;
  const refused = shown.filter(({ act, allowed }) => !allowed && (explain || act === asked));
  return (
    <div className="acts no-print">
      <div className="acts-row">
        {shown.map(({ act, allowed, why }) => (
          <button
            key={act}
            type="button"
            className={act === main && allowed ? 'btn btn-main' : 'btn'}
            aria-disabled={!allowed}
            disabled={allowed && disabled}
            title={why && t(why)}
            aria-describedby={explain && why ? `${id}-${act}` : undefined}
            onClick={() => (allowed ? onAct(act) : setAsked(act))}
          >
            {t(table[act]!.words)}
          </button>
        ))}
      </div>
      {refused.length > 0 && (
        <ul className="whys" aria-live="polite">
          {refused.map(({ act, why }) => (
            <li key={act} id={`${id}-${act}`}>
              {why && t(why)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
