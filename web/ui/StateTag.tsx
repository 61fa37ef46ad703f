import type { StateTable, Tone } from '#domain/kernel/act.ts';
import type { Words } from '#domain/kernel/words.ts';
import { useWords } from '#web/language.ts';
import { Icon } from './Icon.tsx';

/** A state: always a colour, an icon and a word. */
export function StateTag({ states, state }: { readonly states: StateTable; readonly state: string }) {
  const found = states[state];
  return found ? <ToneTag tone={found.tone} words={found} /> : null;
}

export function ToneTag({ tone, words }: { readonly tone: Tone; readonly words: Words }) {
  const t = useWords();
  return (
    <span className={`tag tone-${tone}`}>
      <Icon name={tone} size={14} />
      {t(words)}
    </span>
  );
}
