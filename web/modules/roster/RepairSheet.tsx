/** Somebody cannot come: two or three ways to fill the seats they leave, with what each changes. */
import { useId, useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import type { Reads } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sayDay } from '#web/ui/say.ts';

type Choice = Reads['roster.repairs']['output']['choices'][number];

const words = {
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'to' },
  take: { zh: '采用', en: 'Take it' },
  nothing: { zh: '这几天没有班次要换。', en: 'No duty falls into these days.' },
  empty: { zh: '空缺', en: 'empty' },
  none: { zh: '没有人能替，请请示领导或调整规则。', en: 'Nobody can take it; ask a leader or change the rule.' },
};

const kinds: Record<Choice['kind'], Words> = {
  standIn: { zh: '找人替班', en: 'Stand-ins' },
  exchange: { zh: '和人对调', en: 'Exchange' },
  chain: { zh: '依次顺移', en: 'One after the other' },
  even: { zh: '多动几处，更匀', en: 'A few more changes, more even' },
};

interface RepairSheetProps {
  readonly rosterId: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
}

export function RepairSheet({ rosterId, person, from: first, to: last, onClose }: RepairSheetProps) {
  const t = useWords();
  const id = useId();
  const [from, setFrom] = useState(first);
  const [to, setTo] = useState(last);
  const { data, error } = useRead('roster.repairs', { id: rosterId, personId: person.id, from, to }, { enabled: from <= to });
  const assign = useAct('roster.assign');
  const take = (choice: Choice) =>
    assign.mutate(
      {
        id: rosterId,
        changes: choice.changes.map(({ day, placeId, n, was, now }) => ({
          day,
          placeId,
          n,
          was: was?.id ?? null,
          personId: now?.id ?? null,
        })),
      },
      { onSuccess: onClose },
    );
  return (
    <Sheet title={t({ zh: `${person.name}不能到岗`, en: `${person.name} cannot come` })} onClose={onClose}>
      <div className="pair-fields">
        <div className="field">
          <label className="label" htmlFor={`${id}from`}>
            {t(words.from)}
          </label>
          <input id={`${id}from`} className="input" type="date" value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
        </div>
        <div className="field">
          <label className="label" htmlFor={`${id}to`}>
            {t(words.to)}
          </label>
          <input
            id={`${id}to`}
            className="input"
            type="date"
            min={from}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </div>
      </div>
      <ProblemNote error={assign.error} />
      {!data ? (
        <Waiting error={error} />
      ) : data.vacated === 0 ? (
        <p className="second">{t(words.nothing)}</p>
      ) : (
        <>
          <p className="second">
            {t({
              zh: `要换 ${data.vacated} 个班次，最少改动 ${data.fewest} 处。`,
              en: `${data.vacated} seats to fill; at least ${data.fewest} must change.`,
            })}
          </p>
          {data.choices.length === 0 && <p className="late-words">{t(words.none)}</p>}
          <ol className="repairs">
            {data.choices.map((choice) => (
              <RepairChoice key={choice.kind} choice={choice} disabled={assign.isPending} onTake={() => take(choice)} />
            ))}
          </ol>
        </>
      )}
    </Sheet>
  );
}

function RepairChoice({ choice, disabled, onTake }: { readonly choice: Choice; readonly disabled: boolean; readonly onTake: () => void }) {
  const t = useWords();
  const { kind, changes, least, most, empty } = choice;
  return (
    <li className="repair">
      <div className="repair-head">
        <strong>{t(kinds[kind])}</strong>
        <span className="second small">
          {t({
            zh: `改动 ${changes.length} 处，之后每人 ${least === most ? least : `${least}–${most}`} 次`,
            en: `${changes.length} changes; then ${least === most ? least : `${least}–${most}`} duties each`,
          })}
        </span>
        <button
          type="button"
          className="btn btn-small"
          disabled={disabled}
          onClick={onTake}
          aria-label={`${t(words.take)} ${t(kinds[kind])}`}
        >
          {t(words.take)}
        </button>
      </div>
      {empty > 0 && <p className="late-words">{t({ zh: `仍有 ${empty} 个空缺`, en: `${empty} stay empty` })}</p>}
      <ul>
        {changes.map((change) => (
          <li key={`${change.day}${change.placeId}${change.n}`}>
            {t(sayDay(change.day))} {change.place}：{change.was?.name ?? t(words.empty)} → <b>{change.now?.name ?? t(words.empty)}</b>
          </li>
        ))}
      </ul>
    </li>
  );
}
