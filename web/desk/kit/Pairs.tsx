/** Pairs of people who do not serve together, and a line to add another. */
import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { useWords } from '#web/language.ts';

type Pair = [string, string];

interface Named {
  readonly id: string;
  readonly name: string;
}

const words = {
  add: { zh: '添加', en: 'Add' },
  remove: { zh: '删除', en: 'Remove' },
  first: { zh: '一人', en: 'One' },
  second: { zh: '另一人', en: 'The other' },
} satisfies Record<string, Words>;

interface PairsProps {
  readonly legend: Words;
  readonly people: readonly Named[];
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: Pair[]) => void;
}

export function Pairs({ legend, people, pairs, onChange }: PairsProps) {
  const t = useWords();
  const [one, setOne] = useState('');
  const [other, setOther] = useState('');
  const person = (label: Words, value: string, choose: (id: string) => void) => (
    <select className="input" aria-label={t(label)} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">{t(label)}</option>
      {people.map((candidate) => (
        <option key={candidate.id} value={candidate.id}>
          {candidate.name}
        </option>
      ))}
    </select>
  );
  return (
    <fieldset className="field">
      <legend>{t(legend)}</legend>
      {pairs.map((pair) => (
        <div key={pair.join()} className="pair-line">
          <span>{pairName(people, pair)}</span>
          <button type="button" className="btn btn-small" onClick={() => onChange(pairs.filter((known) => known !== pair))}>
            {t(words.remove)}
          </button>
        </div>
      ))}
      <div className="pair-line">
        {person(words.first, one, setOne)}
        {person(words.second, other, setOther)}
        <button
          type="button"
          className="btn"
          disabled={!one || !other || one === other || pairs.some((pair) => pair.includes(one) && pair.includes(other))}
          onClick={() => {
            onChange([...pairs, [one, other]]);
            setOne('');
            setOther('');
          }}
        >
          {t(words.add)}
        </button>
      </div>
    </fieldset>
  );
}

export function pairName(people: readonly Named[], [a, b]: readonly [string, string]): string {
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? '—';
  return `${nameOf(a)} × ${nameOf(b)}`;
}
