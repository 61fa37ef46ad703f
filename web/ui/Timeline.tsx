import { factWords } from '#domain/facts.ts';
import type { FactLine } from '#domain/kernel/contract.ts';
import { useWords } from '#web/language.ts';
import { exactAt, sayAt } from './say.ts';

/** What happened so far: who, what, when; newest last, the next acts stand at its foot. */
export function Timeline({ history }: { readonly history: readonly FactLine[] }) {
  const t = useWords();
  return (
    <ol className="timeline">
      {history.map((fact) => (
        <li key={fact.id}>
          <div>
            <strong>{fact.actorName}</strong> {t(factWords(fact.name))}
          </div>
          {noteOf(fact) && <div className="note">{noteOf(fact)}</div>}
          <time className="when" dateTime={fact.at} title={exactAt(fact.at)}>
            {t(sayAt(fact.at))}
          </time>
        </li>
      ))}
    </ol>
  );
}

/** A seat in a fact of the roster. */
interface Reseated {
  readonly day: string;
  readonly place: string;
  readonly wasName: string | null;
  readonly name: string | null;
}

const reseatedWords = ({ day, place, wasName, name }: Reseated): string => `${day} ${place} ${wasName ?? '—'} → ${name ?? '—'}`;

function noteOf(fact: FactLine): string | null {
  const { note, reason, result, zh, name, text, via, changes } = fact.data;
  if (fact.name.startsWith('roster.seats') && Array.isArray(changes))
    return (changes as unknown as Reseated[]).map(reseatedWords).join('；');
  if (fact.name.startsWith('presence.') && name) return [name, reason ?? note].filter(Boolean).join('：');
  const said = reason ?? result ?? note ?? via ?? zh ?? text;
  return typeof said === 'string' && said ? said : null;
}
