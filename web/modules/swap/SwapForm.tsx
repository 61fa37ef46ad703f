/** Giving a duty away: a colleague stands in, or exchanges it for one of theirs. Who cannot is shown with the reason. */
import { useState } from 'react';
import { newId } from '#domain/kernel/id.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { Reads } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sayDay, sayWeekday } from '#web/ui/say.ts';

type Duty = Reads['roster.mine']['output']['duties'][number];

const words = {
  title: { zh: '换班', en: 'Swap' },
  who: { zh: '找谁', en: 'Who' },
  choose: { zh: '请选择同事', en: 'Choose a colleague' },
  how: { zh: '怎么换', en: 'How' },
  standIn: { zh: '请对方替班', en: 'They stand in' },
  note: { zh: '说一声原因', en: 'Say why' },
  send: { zh: '发给对方', en: 'Ask' },
  cancel: { zh: '取消', en: 'Cancel' },
  wait: { zh: '对方同意后立即生效。', en: 'It takes effect as soon as they accept.' },
  cannot: { zh: '不能替班', en: 'cannot stand in' },
} satisfies Record<string, Words>;

export function SwapForm({ duty, onClose }: { readonly duty: Duty; readonly onClose: () => void }) {
  const t = useWords();
  const ask = useAct('swap.ask');
  const [id] = useState(() => newId());
  const [otherId, setOtherId] = useState('');
  const [exchange, setExchange] = useState('');
  const [note, setNote] = useState('');
  const { rosterId, day, placeId, n } = duty;
  const { data, error } = useRead('swap.candidates', { rosterId, day, placeId, n });
  const other = data?.people.find((person) => person.id === otherId);
  const theirs = other?.exchanges.find((one) => keyOf(one) === exchange);
  const standsIn = other !== undefined && exchange === '' && other.why === null;
  return (
    <Sheet title={`${t(words.title)} · ${t(sayDay(day))} ${duty.place}`} onClose={onClose}>
      <form
        className="swap-form"
        onSubmit={(event) => {
          event.preventDefault();
          const taken = theirs && { day: theirs.day, placeId: theirs.placeId, n: theirs.n };
          ask.mutate({ id, rosterId, seat: { day, placeId, n }, otherId, theirs: taken ?? null, note }, { onSuccess: onClose });
        }}
      >
        <label className="field">
          <span>{t(words.who)}</span>
          <select
            className="input"
            required
            value={otherId}
            onChange={(event) => {
              const chosen = data?.people.find((person) => person.id === event.currentTarget.value);
              setOtherId(event.currentTarget.value);
              setExchange(chosen?.why && chosen.exchanges[0] ? keyOf(chosen.exchanges[0]) : '');
            }}
          >
            <option value="">{t(words.choose)}</option>
            {data?.people.map((person) => (
              <option key={person.id} value={person.id} disabled={person.why !== null && person.exchanges.length === 0}>
                {person.name}
                {person.why && ` — ${t(person.why)}`}
              </option>
            ))}
          </select>
        </label>
        {other && (
          <fieldset className="swap-how">
            <legend>{t(words.how)}</legend>
            <label className="swap-choice">
              <input
                type="radio"
                name={`${id}how`}
                checked={exchange === ''}
                disabled={other.why !== null}
                onChange={() => setExchange('')}
              />
              {t(words.standIn)}
              {other.why && <span className="second small"> {t(other.why)}</span>}
            </label>
            {other.exchanges.slice(0, MOST_EXCHANGES).map((one) => (
              <label key={keyOf(one)} className="swap-choice">
                <input type="radio" name={`${id}how`} checked={exchange === keyOf(one)} onChange={() => setExchange(keyOf(one))} />
                {t({
                  zh: `换对方的 ${sayDay(one.day).zh} ${sayWeekday(one.day).zh} ${one.place}`,
                  en: `for their ${sayDay(one.day).en} ${one.place}`,
                })}
              </label>
            ))}
          </fieldset>
        )}
        <label className="field">
          <span>{t(words.note)}</span>
          <input className="input" maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        </label>
        <p className="second small">{t(words.wait)}</p>
        <ProblemNote error={ask.error ?? error} />
        <div className="swap-foot">
          <button type="button" className="swap-button" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button type="submit" className="swap-button swap-main" disabled={ask.isPending || (!standsIn && !theirs)}>
            {t(words.send)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

const MOST_EXCHANGES = 8;

const keyOf = ({ day, placeId, n }: { readonly day: string; readonly placeId: string; readonly n: number }): string =>
  `${day} ${placeId} ${n}`;
