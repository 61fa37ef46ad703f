/** One seat looked into: why this person sits here, who else could and what that would change, who cannot and why. */
import { useState } from 'react';
import type { RosterView, Seat } from '#domain/roster/roster.model.ts';
import type { Reads } from '#web/api/call.ts';
import { useAct, useRead } from '#web/api/hooks.ts';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { sayDay, sayWeekday } from '#web/ui/say.ts';
import { placeName } from './seats.ts';

type Explained = Reads['roster.explain']['output'];

const words = {
  leader: { zh: '带班领导', en: 'Leader on duty' },
  member: { zh: '巡查人员', en: 'Patroller' },
  search: { zh: '按姓名查找', en: 'Find a name' },
  now: { zh: '现在', en: 'now' },
  clear: { zh: '设为空缺', en: 'Leave it empty' },
  pin: { zh: '固定', en: 'Pin' },
  unpin: { zh: '取消固定', en: 'Unpin' },
  pinHint: { zh: '固定的班次在重新排班时不动。', en: 'Pinned seats stay when the roster is proposed anew.' },
  repair: { zh: '此人不能来？看替换方案', en: 'Cannot come? Ways to repair' },
  nobody: { zh: '没有人能坐这个班次', en: 'Nobody fits this seat' },
};

interface SeatFormProps {
  readonly view: RosterView;
  readonly seat: Seat;
  readonly onRepair: (seat: Seat) => void;
  readonly onClose: () => void;
}

export function SeatForm({ view, seat, onRepair, onClose }: SeatFormProps) {
  const t = useWords();
  const assign = useAct('roster.assign');
  const pin = useAct('roster.pin');
  const [search, setSearch] = useState('');
  const id = view.roster!.id;
  const { day, placeId, n } = seat;
  const { data, error } = useRead('roster.explain', { id, day, placeId, n });
  const take = (personId: string | null) =>
    assign.mutate({ id, changes: [{ day, placeId, n, was: seat.personId, personId }] }, { onSuccess: onClose });
  const draft = view.roster!.state === 'draft';
  return (
    <Sheet title={`${t(sayDay(day))} ${t(sayWeekday(day))} · ${t(n === 0 ? words.leader : words.member)}`} onClose={onClose}>
      <p className="second">{placeName(view, placeId)}</p>
      <ProblemNote error={assign.error ?? pin.error} />
      {!data ? (
        <Waiting error={error} />
      ) : (
        <>
          <Because explained={data} />
          {data.candidates.length > 8 && (
            <input
              className="input seat-search"
              type="search"
              aria-label={t(words.search)}
              placeholder={t(words.search)}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          )}
          <ul className="candidates">
            {data.candidates
              .filter((person) => person.name.includes(search.trim()))
              .map((person) => (
                <li key={person.id}>
                  <button
                    type="button"
                    className="candidate"
                    aria-disabled={person.why !== null}
                    aria-pressed={person.id === seat.personId}
                    disabled={assign.isPending}
                    onClick={() => person.why === null && (person.id === seat.personId ? onClose() : take(person.id))}
                  >
                    <strong>{person.name}</strong>
                    <span className="second">
                      {t({ zh: `${person.duties} 次 / 应值 ${person.share}`, en: `${person.duties} of ${person.share}` })}
                    </span>
                    {person.id === seat.personId && <span className="pill">{t(words.now)}</span>}
                    {(person.why ?? person.effect) && <span className="candidate-why">{t((person.why ?? person.effect)!)}</span>}
                  </button>
                </li>
              ))}
          </ul>
        </>
      )}
      <div className="form-foot">
        {seat.personId && !draft && (
          <button type="button" className="btn" onClick={() => onRepair(seat)}>
            {t(words.repair)}
          </button>
        )}
        {seat.personId && draft && (
          <button
            type="button"
            className="btn"
            title={t(words.pinHint)}
            disabled={pin.isPending}
            onClick={() => pin.mutate({ id, seats: [{ day, placeId, n }], pinned: !seat.pinned }, { onSuccess: onClose })}
          >
            {t(seat.pinned ? words.unpin : words.pin)}
          </button>
        )}
        {seat.personId && (
          <button type="button" className="btn" disabled={assign.isPending} onClick={() => take(null)}>
            {t(words.clear)}
          </button>
        )}
      </div>
    </Sheet>
  );
}

function Because({ explained }: { readonly explained: Explained }) {
  const t = useWords();
  const { holder, because, candidates } = explained;
  if (!holder) return candidates.every((person) => person.why !== null) ? <p className="late-words">{t(words.nobody)}</p> : null;
  return (
    <div className="because">
      <p>{t({ zh: `为什么是${holder.name}`, en: `Why ${holder.name}` })}</p>
      <ul>
        {because.map((sentence) => (
          <li key={sentence.en}>{t(sentence)}</li>
        ))}
      </ul>
    </div>
  );
}
