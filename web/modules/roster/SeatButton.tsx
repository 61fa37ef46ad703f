import type { Words } from '#domain/kernel/words.ts';
import type { RosterView, Seat } from '#domain/roster/roster.model.ts';
import { useWords } from '#web/language.ts';
import { nameOf } from './seats.ts';

const words = {
  empty: { zh: '空缺', en: 'empty' },
  leads: { zh: '带班', en: 'leads' },
  change: { zh: '调整', en: 'Change' },
} satisfies Record<string, Words>;

export type OnSeat = ((seat: Seat) => void) | undefined;

/** One seat: the leader comes first and is marked; an empty one is plain to see. */
export function SeatButton({
  view,
  seat,
  onSeat,
  today,
}: {
  readonly view: RosterView;
  readonly seat: Seat;
  readonly onSeat: OnSeat;
  readonly today: string;
}) {
  const t = useWords();
  const name = nameOf(view, seat.personId);
  const text = (
    <>
      {name ?? t(words.empty)}
      {seat.n === 0 && <small>{t(words.leads)}</small>}
    </>
  );
  const className = `seat${seat.n === 0 ? ' seat-leader' : ''}${seat.personId ? '' : ' seat-empty'}${seat.byHand ? ' seat-by-hand' : ''}`;
  if (!onSeat || seat.day < today) return <span className={className}>{text}</span>;
  return (
    <button type="button" className={className} onClick={() => onSeat(seat)} title={t(words.change)}>
      {text}
    </button>
  );
}
