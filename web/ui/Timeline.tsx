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

function noteOf(fact: FactLine): string | null {
  const { note, reason, result, zh, name, day, place, text, via } = fact.data;
  if (fact.name === 'roster.seatChanged') return [day, place, name].filter(Boolean).join(' ');
  if (fact.name.startsWith('presence.') && name) return [name, reason ?? note].filter(Boolean).join('：');
  const said = reason ?? result ?? note ?? via ?? zh ?? text;
  return typeof said === 'string' && said ? said : null;
}
