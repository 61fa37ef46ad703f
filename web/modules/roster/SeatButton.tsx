/** One seat: the leader is marked, an empty one is plain to see; taken in hand by dragging or with the space bar. */
import type { KeyboardEvent } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { isSameSeat } from '#domain/roster/musts.ts';
import type { RosterView, Seat } from '#domain/roster/roster.model.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { neighbour } from './arrows.ts';
import type { Moving } from './moving.ts';
import { isAhead, nameOf } from './seats.ts';

const words = {
  empty: { zh: '空缺', en: 'empty' },
  leads: { zh: '带班', en: 'leads' },
  pinned: { zh: '已固定', en: 'pinned' },
  hint: {
    zh: '回车查看与调整，空格拿起对调，P 固定',
    en: 'Enter to see and change, space to take in hand, P to pin',
  },
} satisfies Record<string, Words>;

interface SeatButtonProps {
  readonly view: RosterView;
  readonly seat: Seat;
  /** Absent for those who only look. */
  readonly moving: Moving | undefined;
  readonly onOpen: (seat: Seat) => void;
}

export function SeatButton({ view, seat, moving, onOpen }: SeatButtonProps) {
  const t = useWords();
  const name = nameOf(view, seat.personId);
  const changed = seat.changedIn !== null;
  const text = (
    <>
      {name ?? t(words.empty)}
      {seat.n === 0 && <small>{t(words.leads)}</small>}
      {seat.pinned && view.roster?.state === 'draft' && (
        <span className="seat-pin" title={t(words.pinned)}>
          <Icon name="pin" size={12} />
          <span className="visually-hidden">{t(words.pinned)}</span>
        </span>
      )}
      {changed && <small className="seat-changed">{t({ zh: `第${seat.changedIn}版`, en: `v${seat.changedIn}` })}</small>}
    </>
  );
  const held = moving?.held ?? null;
  const isHeld = held?.kind === 'seat' && isSameSeat(held.seat, seat);
  const refused = held && !isHeld ? moving!.whyNot(seat) : null;
  const className = [
    'seat',
    seat.n === 0 && 'seat-leader',
    !seat.personId && 'seat-empty',
    isHeld && 'seat-held',
    held && !isHeld && (refused ? 'seat-refuses' : 'seat-takes'),
  ]
    .filter(Boolean)
    .join(' ');
  if (!moving || !isAhead(seat)) return <span className={className}>{text}</span>;

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key === ' ') {
      event.preventDefault();
      if (held) moving.put(seat);
      else moving.hold({ kind: 'seat', seat });
    } else if (event.key === 'Escape' && held) moving.hold(null);
    else if (event.key.toLowerCase() === 'p' && !event.ctrlKey && !event.metaKey) moving.pin(seat);
    else if (event.key.startsWith('Arrow')) {
      const next = neighbour(event.currentTarget, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
  };
  return (
    <button
      type="button"
      className={className}
      data-seat=""
      draggable
      title={refused ? t(refused) : t(words.hint)}
      aria-pressed={isHeld}
      onClick={() => (held ? moving.put(seat) : onOpen(seat))}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', name ?? '');
        event.dataTransfer.effectAllowed = 'move';
        moving.hold({ kind: 'seat', seat });
      }}
      onDragEnd={() => moving.hold(null)}
      onDragOver={(event) => {
        if (held && !refused) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        moving.put(seat);
      }}
    >
      {text}
    </button>
  );
}
