/**
 * A seat or a person is taken in hand and put on another seat: by mouse and by keyboard the same. Two seats exchange their people; a
 * person takes a seat. What cannot be is known before it is let go, by the rule the server asks.
 */
import { useState } from 'react';
import { dayOf } from '#domain/kernel/day.ts';
import type { Words } from '#domain/kernel/words.ts';
import { isSameSeat } from '#domain/roster/musts.ts';
import type { RosterView, Seat } from '#domain/roster/roster.model.ts';
import { whyNotReseated } from '#domain/roster/roster.rules.ts';
import type { Acts } from '#web/api/call.ts';
import { useAct } from '#web/api/hooks.ts';
import { isAhead, mustsOf, nameOf } from './seats.ts';

export type InHand = { readonly kind: 'seat'; readonly seat: Seat } | { readonly kind: 'person'; readonly personId: string };
type Change = Acts['roster.assign']['input']['changes'][number];

export interface Moving {
  readonly held: InHand | null;
  hold(held: InHand | null): void;
  /** Why what is in hand cannot go there; null when it can. */
  whyNot(seat: Seat): Words | null;
  put(seat: Seat): void;
  pin(seat: Seat): void;
  readonly undo: (() => void) | null;
  /** What was done or could not be, for the status line. */
  readonly said: Words | null;
  readonly error: unknown;
  readonly pending: boolean;
}

export function useMoving(view: RosterView): Moving {
  const assign = useAct('roster.assign');
  const pin = useAct('roster.pin');
  const [held, setHeld] = useState<InHand | null>(null);
  const [said, setSaid] = useState<Words | null>(null);
  const [back, setBack] = useState<readonly Change[] | null>(null);
  const roster = view.roster!;

  const whyNot = (seat: Seat): Words | null => {
    if (!held) return null;
    const changes = changesOf(held, seat);
    return whyNotReseated(roster, dayOf(Date.now()), { changes, musts: mustsOf(view) })?.words ?? null;
  };
  const send = (changes: readonly Change[], done: Words, undoable: boolean) =>
    assign.mutate(
      { id: roster.id, changes: [...changes] },
      {
        onSuccess: () => {
          setSaid(done);
          setBack(undoable ? changes.map((change) => ({ ...change, was: change.personId, personId: change.was })) : null);
        },
      },
    );
  return {
    held,
    hold(next) {
      setHeld(next);
      setSaid(next && heldWords(view, next));
    },
    whyNot,
    put(seat) {
      if (!held || !isAhead(seat)) return;
      const why = whyNot(seat);
      const changes = changesOf(held, seat);
      setHeld(null);
      if (changes.every((change) => change.was === change.personId)) return setSaid(null);
      if (why) return setSaid(why);
      send(changes, doneWords(view, held, seat), true);
    },
    pin(seat) {
      if (roster.state !== 'draft') return;
      const { day, placeId, n } = seat;
      pin.mutate({ id: roster.id, seats: [{ day, placeId, n }], pinned: !seat.pinned });
    },
    undo: back && (() => send(back, { zh: '已撤销。', en: 'Undone.' }, false)),
    said,
    error: assign.error ?? pin.error,
    pending: assign.isPending || pin.isPending,
  };
}

function changesOf(held: InHand, to: Seat): Change[] {
  const change = ({ day, placeId, n, personId }: Seat, next: string | null): Change => ({ day, placeId, n, was: personId, personId: next });
  if (held.kind === 'person') return [change(to, held.personId)];
  if (isSameSeat(held.seat, to)) return [change(to, to.personId)];
  return [change(to, held.seat.personId), change(held.seat, to.personId)];
}

function heldWords(view: RosterView, held: InHand): Words {
  const name = nameOf(view, held.kind === 'seat' ? held.seat.personId : held.personId) ?? '';
  return {
    zh: `已拿起 ${name || '空位'}：移到另一个班次，按空格放下，Esc 取消。`,
    en: `${name || 'The empty seat'} in hand: go to another seat, space puts it down, Esc lets go.`,
  };
}

function doneWords(view: RosterView, held: InHand, to: Seat): Words {
  const other = nameOf(view, to.personId);
  if (held.kind === 'person') {
    const name = nameOf(view, held.personId) ?? '';
    return other ? { zh: `${name} 替下 ${other}。`, en: `${name} for ${other}.` } : { zh: `已排入 ${name}。`, en: `${name} is in.` };
  }
  const name = nameOf(view, held.seat.personId) ?? '';
  return other
    ? { zh: `已对调 ${name} 和 ${other}。`, en: `${name} and ${other} exchanged.` }
    : { zh: `已移动 ${name}。`, en: `${name} moved.` };
}
